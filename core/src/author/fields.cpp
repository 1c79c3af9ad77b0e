#include "author/fields.h"

#include <algorithm>

#include "author/address.h"
#include "author/words.h"

namespace assent::author {
namespace {

void wrong_kind(const Node& node, std::string_view expected, Report& report) {
    report.error("E201", &node, say({"This is ", name_of(node.kind), "."}), expected, say({"Write ", expected, " here."}));
}

bool is_lower_alnum(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }
bool is_alnum(char c) { return is_lower_alnum(c) || (c >= 'A' && c <= 'Z'); }

// Text may have line breaks; nothing else below U+0020 has a meaning on screen, and the image uses some of it as marks.
bool has_controls(std::string_view text, bool line_breaks) {
    return std::any_of(text.begin(), text.end(),
                       [&](char c) { return (static_cast<unsigned char>(c) < 0x20 && !(line_breaks && c == '\n')) || c == 0x7f; });
}

std::optional<std::string> read_words(const Node& node, bool line_breaks, Report& report) {
    if (!node.is(Node::Kind::string)) {
        wrong_kind(node, "a string", report);
    } else if (has_controls(node.text, line_breaks)) {
        report.error("E214", &node, "There is a control character in this text.", "printable text", "Remove it.");
    } else if (node.text.find_first_not_of(" \n") == std::string::npos) {
        report.error("E205", &node, "This text is empty.", "words", "Fill it in, or leave out the key if it may be missing.");
    } else if (node.text.size() > kMaxText) {
        report.error("E206", &node, say({"This text has ", std::to_string(node.text.size()), " bytes."}),
                     say({"at most ", std::to_string(kMaxText)}), "Shorten it.");
    } else {
        return node.text;
    }
    return std::nullopt;
}

}  // namespace

std::optional<std::string> read_string(const Node& node, Report& report) { return read_words(node, false, report); }

std::optional<std::string> canonical_language(std::string_view tag) {
    std::string out;
    std::size_t start = 0;
    for (std::size_t part = 0; start <= tag.size(); ++part) {
        const std::size_t end = std::min(tag.find('-', start), tag.size());
        std::string piece(tag.substr(start, end - start));
        if (piece.size() < (part == 0 ? 2u : 1u) || piece.size() > (part == 0 ? 3u : 8u) ||
            !std::all_of(piece.begin(), piece.end(), is_alnum))
            return std::nullopt;
        // RFC 5646 section 2.1.1: language lower case, script Titlecase, region UPPER CASE.
        const bool letters = std::none_of(piece.begin(), piece.end(), [](char c) { return c >= '0' && c <= '9'; });
        if (part == 0 && !letters) return std::nullopt;
        for (std::size_t i = 0; i < piece.size(); ++i) {
            const bool upper = part != 0 && letters && (piece.size() == 2 || (piece.size() == 4 && i == 0));
            char& c = piece[i];
            if (upper && c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
            if (!upper && c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        }
        out += (part == 0 ? "" : "-") + piece;
        start = end + 1;
    }
    if (out.size() > 35) return std::nullopt;
    return out;
}

Fields::Fields(const Node* node, std::initializer_list<std::string_view> known, std::string_view default_language, Report& report)
    : default_language_(default_language), report_(report) {
    if (node == nullptr) return;
    if (!node->is(Node::Kind::object)) {
        wrong_kind(*node, "an object", report);
        return;
    }
    node_ = node;
    const std::span<const std::string_view> keys(known.begin(), known.size());
    for (const Node* child : node->children) {
        if (std::find(keys.begin(), keys.end(), child->key) != keys.end()) continue;
        if (report.full()) report.error_at_key("E203", *child, {}, {}, {});
        else
            report.error_at_key("E203", *child, say({"The key ", quote(child->key), " is not known here."}), one_of(keys),
                                did_you_mean(child->key, keys, "Remove it."));
    }
}

const Node* Fields::member(std::string_view key, Need need) const {
    const Node* found = node_ == nullptr ? nullptr : node_->find(key);
    if (found == nullptr && need == Need::required && node_ != nullptr)
        report_.error("E202", node_, say({"The key ", quote(key), " is missing."}), quote(key), "Add it to this object.");
    return found;
}

std::string Fields::string(std::string_view key, Need need) const { return name(key, need).value; }

Name Fields::name(std::string_view key, Need need) const {
    const Node* at = member(key, need);
    if (at == nullptr) return {};
    return {{at}, read_string(*at, report_).value_or(std::string{})};
}

std::string Fields::id(std::string_view key) const {
    const Name found = name(key, Need::required);
    const std::string& id = found.value;
    const bool fits = id.size() <= 64 && std::all_of(id.begin(), id.end(), [](char c) { return is_lower_alnum(c) || c == '-'; });
    if (id.empty() || (fits && id.front() != '-')) return id;
    report_.error("E207", found.at, say({quote(id), " can't be an id."}),
                  "up to 64 lower case letters, digits and '-', beginning with a letter or digit",
                  "Choose an id such as \"google-analytics\"; the title is what visitors see.");
    return {};
}

Text Fields::text(std::string_view key, Need need) const {
    Text text;
    const Node* at = member(key, need);
    if (at == nullptr) return text;
    text.at = at;
    if (at->is(Node::Kind::string)) {
        text.plain = true;
        if (auto words = read_words(*at, true, report_)) text.by_language.emplace_back(default_language_, *std::move(words));
        return text;
    }
    if (!at->is(Node::Kind::object)) {
        wrong_kind(*at, "a string, or an object of strings by language", report_);
        return text;
    }
    for (const Node* child : at->children) {
        const std::optional<std::string> language = canonical_language(child->key);
        if (!language)
            report_.error_at_key("E212", *child, say({quote(child->key), " is not a language."}),
                                 "a BCP 47 tag such as \"en\" or \"de-AT\"", "Write the tag of the text's language.");
        else if (auto words = read_words(*child, true, report_)) text.by_language.emplace_back(*language, *std::move(words));
    }
    if (at->children.empty())
        report_.error("E205", at, "This text is given in no language.", "a text in at least one", "Add the default language's.");
    return text;
}

bool Fields::boolean(std::string_view key, bool otherwise) const {
    const Node* at = member(key);
    if (at == nullptr) return otherwise;
    if (!at->is(Node::Kind::boolean)) wrong_kind(*at, "true or false", report_);
    return at->is(Node::Kind::boolean) ? at->flag : otherwise;
}

Period Fields::period(std::string_view key, bool session, bool until_deleted) const {
    const Name found = name(key);
    Period period{{found.at}, std::nullopt};
    if (found.at == nullptr || found.value.empty()) return period;
    const std::optional<Duration> duration = parse_duration(found.value);
    const bool allowed =
        duration && (duration->kind == Duration::Kind::persistent || (duration->kind == Duration::Kind::session && session) ||
                     (duration->kind == Duration::Kind::until_deleted && until_deleted));
    if (allowed) {
        period.value = duration;
        return period;
    }
    report_.error("E210", found.at, say({quote(found.value), " is no duration", (duration ? " that can stand here." : ".")}),
                  std::string("a number and seconds, minutes, hours, days, weeks, months or years, up to 100 years") +
                      (session ? ", or \"session\"" : "") + (until_deleted ? ", or \"until deleted\"" : ""),
                  "Write it like \"30 minutes\" or \"6 months\".");
    return period;
}

Name Fields::url(std::string_view key, bool rooted, Need need) const {
    Name found = name(key, need);
    if (found.value.empty() || is_web_url(found.value) || (rooted && is_rooted_path(found.value))) return found;
    report_.error("E211", found.at, say({quote(found.value), " is not a URL that can stand here."}),
                  rooted ? "an absolute http(s) URL, or a path from the root such as \"/privacy\"" : "an absolute http(s) URL",
                  "Write the address as a browser shows it, with https:// in front.");
    found.value.clear();
    return found;
}

std::size_t Fields::choice(std::string_view key, std::span<const std::string_view> options, std::size_t otherwise, Need need) const {
    const Name found = name(key, need);
    if (found.value.empty()) return otherwise;
    const auto option = std::find(options.begin(), options.end(), found.value);
    if (option != options.end()) return static_cast<std::size_t>(option - options.begin());
    report_.error("E204", found.at, say({quote(found.value), " is none of the values that ", quote(key), " can have."}), one_of(options),
                  did_you_mean(found.value, options, "Choose one of these."));
    return otherwise;
}

std::span<const Node* const> Fields::list(std::string_view key, std::size_t most, Need need) const {
    const Node* at = member(key, need);
    if (at == nullptr) return {};
    if (!at->is(Node::Kind::array)) {
        wrong_kind(*at, "a list", report_);
        return {};
    }
    if (at->children.size() > most) {
        report_.error("E208", at, say({"This list has ", std::to_string(at->children.size()), " entries."}),
                      say({"at most ", std::to_string(most)}), "Leave some out, or put several into one.");
        return {at->children.data(), most};
    }
    return at->children;
}

std::vector<Name> Fields::names(std::string_view key, std::size_t most, Need need) const {
    std::vector<Name> out;
    for (const Node* item : list(key, most, need))
        if (auto value = read_string(*item, report_)) out.push_back({{item}, *std::move(value)});
    return out;
}

}  // namespace assent::author
