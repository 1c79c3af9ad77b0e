#include "author/json_tree.h"

#include <algorithm>
#include <map>

#include <nlohmann/json.hpp>

#include "author/report.h"
#include "author/words.h"
#include "base/utf8.h"

namespace assent::author {

constexpr const char* kWrongFile = "Check that this is the right file.";

const Node* Node::find(std::string_view name) const {
    if (kind != Kind::object) return nullptr;
    for (const Node* child : children)
        if (child->key == name) return child;
    return nullptr;
}

std::string Node::pointer() const {
    if (parent == nullptr) return {};
    std::string path = parent->pointer() + '/';
    if (parent->kind == Kind::array) return path + std::to_string(index);
    for (const char c : key) {
        if (c == '~') path += "~0";
        else if (c == '/') path += "~1";
        else path += c;
    }
    return path;
}

std::string_view name_of(Node::Kind kind) {
    switch (kind) {
        case Node::Kind::null: return "null";
        case Node::Kind::boolean: return "true or false";
        case Node::Kind::number: return "a number";
        case Node::Kind::string: return "a string";
        case Node::Kind::array: return "a list";
        case Node::Kind::object: return "an object";
    }
    return {};
}

// Takes nlohmann's events. They come in the order of the text but without their places, so a cursor of its own follows them.
class TreeBuilder {
public:
    using Json = nlohmann::json;

    TreeBuilder(std::string_view text, JsonTree& tree, Report& report) : text_(text), tree_(tree), report_(report) {}

    bool null() { return value(Node::Kind::null) != nullptr; }
    bool boolean(bool flag) {
        Node* node = value(Node::Kind::boolean);
        if (node != nullptr) node->flag = flag;
        return node != nullptr;
    }
    bool number_integer(Json::number_integer_t number) { return number_float(static_cast<double>(number), {}); }
    bool number_unsigned(Json::number_unsigned_t number) { return number_float(static_cast<double>(number), {}); }
    bool number_float(Json::number_float_t number, const std::string&) {
        Node* node = value(Node::Kind::number);
        if (node != nullptr) {
            node->number = number;
            node->text = text_.substr(node->offset, at_ - node->offset);
        }
        return node != nullptr;
    }
    bool string(std::string& text) {
        Node* node = value(Node::Kind::string);
        if (node != nullptr) node->text = std::move(text);
        return node != nullptr;
    }
    bool binary(Json::binary_t&) { return false; }  // not in JSON text

    bool start_object(std::size_t) { return open(Node::Kind::object); }
    bool start_array(std::size_t) { return open(Node::Kind::array); }
    bool end_object() { return close(); }
    bool end_array() { return close(); }

    bool key(std::string& name) {
        key_offset_ = start_of_token();
        skip_string();
        key_ = std::move(name);
        return true;
    }

    template <class Exception>
    bool parse_error(std::size_t position, const std::string&, const Exception& exception) {
        const std::size_t offset = position == 0 ? 0 : position - 1;
        if (exception.id == 406) {
            report_.error_at("E107", start_of_token(), "This number is out of range.", "a number that a 64-bit float can hold",
                             "Write a smaller number.");
            return false;
        }
        // "[json.exception.parse_error.101] parse error at line 1, column 2: syntax error while parsing value - invalid literal; last read:
        // '"open'; expected string literal". The place is told apart from this, and what was read may be long or end within a character.
        std::string message = exception.what();
        if (const std::size_t colon = message.find(": "); colon != std::string::npos) message.erase(0, colon + 2);
        if (const std::size_t read = message.find("; last read: "); read != std::string::npos) {
            const std::size_t expected = message.rfind("; expected ");
            message.erase(read, (expected == std::string::npos || expected < read ? message.size() : expected) - read);
        }
        message.resize(std::min(message.size(), base::find_invalid_utf8(message)));
        report_.error_at("E101", offset, say({"This is not JSON: ", message, "."}),
                         "JSON as in RFC 8259, without comments and trailing commas", "Mend the text at this place.");
        return false;
    }

private:
    Node* value(Node::Kind kind) {
        if (tree_.nodes_.size() >= kMaxValues) {
            report_.error_at("E108", start_of_token(), say({"The file holds more than ", std::to_string(kMaxValues), " values."}),
                             "a policy", kWrongFile);
            return nullptr;
        }
        Node& node = tree_.nodes_.emplace_back();
        node.kind = kind;
        node.offset = start_of_token();
        if (!open_.empty()) {
            node.parent = open_.back();
            node.index = open_.back()->children.size();
            if (open_.back()->kind == Node::Kind::object) {
                node.key = std::move(key_);
                node.key_offset = key_offset_;
            }
            open_.back()->children.push_back(&node);
        }
        if (kind == Node::Kind::string) skip_string();
        else if (kind == Node::Kind::array || kind == Node::Kind::object) ++at_;
        else at_ = std::min(text_.find_first_of(" \t\r\n,]}", at_), text_.size());
        return &node;
    }

    bool open(Node::Kind kind) {
        if (open_.size() == kMaxNesting) {
            report_.error_at("E105", start_of_token(), say({"Values are nested more than ", std::to_string(kMaxNesting), " deep."}),
                             "a policy, which needs no more than 8 levels", kWrongFile);
            return false;
        }
        Node* node = value(kind);
        if (node != nullptr) open_.push_back(node);
        return node != nullptr;
    }

    bool close() {
        start_of_token();
        ++at_;
        if (open_.back()->kind == Node::Kind::object) refuse_duplicates(*open_.back());
        open_.pop_back();
        return true;
    }

    // Reported, and read on: the first of the two counts, so that the other mistakes are found in the same run.
    void refuse_duplicates(const Node& object) {
        std::map<std::string_view, const Node*> first;
        for (const Node* member : object.children)
            if (!first.emplace(member->key, member).second)
                report_.error_at_key(
                    "E106", *member,
                    say({"The key ", quote(member->key), " stands twice in the same object; only one of the two can be meant."}),
                    "each key once", "Remove one of the two.");
    }

    std::size_t start_of_token() {
        at_ = std::min(text_.find_first_not_of(" \t\r\n,:", at_), text_.size());
        return at_;
    }

    // From the opening quote to just after the closing one. The text has been found to be well formed up to there.
    void skip_string() {
        for (++at_; at_ < text_.size() && text_[at_] != '"'; ++at_)
            if (text_[at_] == '\\') ++at_;
        ++at_;
    }

    std::string_view text_;
    JsonTree& tree_;
    Report& report_;
    std::vector<Node*> open_;
    std::string key_;
    std::size_t key_offset_ = 0;
    std::size_t at_ = 0;
};

namespace {

// What must hold before a parser is let near the text: nlohmann takes a NUL for the end of it, and would accept what stands before.
bool acceptable(std::string_view text, Report& report) {
    if (const std::size_t at = base::find_invalid_utf8(text); at != std::string_view::npos) {
        report.error_at("E102", at, say({"The file is not UTF-8: the byte at offset ", std::to_string(at), " does not belong there."}),
                        "UTF-8", "Save the file as UTF-8.");
        return false;
    }
    if (const std::size_t at = text.find('\0'); at != std::string_view::npos) {
        report.error_at("E103", at, "There is a NUL byte in the file.", "text", "Remove it.");
        return false;
    }
    if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) {
        report.error_at("E109", 0, "The file is empty.", "a policy: { \"assent\": 1, … }", "Write a policy into it.");
        return false;
    }
    return true;
}

}  // namespace

std::unique_ptr<JsonTree> parse_json(std::string_view text, Report& report) {
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    if (text.size() > kMaxFileSize) {
        report.error("E104", nullptr, say({"The file has ", std::to_string(text.size()), " bytes."}),
                     say({"at most ", std::to_string(kMaxFileSize), " bytes (4 MiB)"}), kWrongFile);
        return nullptr;
    }
    // Blanks in the mark's place keep the offsets right.
    std::string blanked;
    if (text.substr(0, kByteOrderMark.size()) == kByteOrderMark) {
        blanked.assign(kByteOrderMark.size(), ' ').append(text.substr(kByteOrderMark.size()));
        text = blanked;
    }
    if (!acceptable(text, report)) return nullptr;

    auto tree = std::make_unique<JsonTree>();
    TreeBuilder builder(text, *tree, report);
    const bool read = nlohmann::json::sax_parse(text, &builder);
    return read ? std::move(tree) : nullptr;
}

}  // namespace assent::author
