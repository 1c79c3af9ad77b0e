#include "author/message.h"
#include "author/words.h"

#include <algorithm>

#include "policy/plural_forms.h"

namespace assent::author {
namespace {

bool is_name_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
}

// Reads front to back; the first mistake ends it.
class MessageParser {
public:
    explicit MessageParser(std::string_view text) : text_(text) {}

    ParsedMessage parse() {
        std::string before, after;
        std::string* literal = &before;
        while (result_.ok() && at_ < text_.size()) {
            const std::size_t start = at_;
            if (text_[at_] == '}') fail("A \"}\" closes nothing; write it as \"'}'\"", at_);
            else if (text_[at_] != '{') read_literal(*literal, false);
            else if (read_argument(*literal)) {
                if (!result_.message.forms.empty()) fail("There is a second plural; only one is known, and none within another", start);
                read_forms();
                literal = &after;
            }
        }
        for (auto& [name, form] : result_.message.forms) form = before + form + after;
        if (result_.message.forms.empty()) result_.message.text = before;
        else if ((before + after).find('#') != std::string::npos)
            fail("A literal \"#\" stands in a message with a plural; there it would become the number", 0);
        return std::move(result_);
    }

private:
    bool fail(std::string wrong, std::size_t offset) {
        if (result_.ok()) {
            result_.wrong = say({wrong, "."});
            result_.offset = offset;
        }
        at_ = text_.size();
        return false;
    }

    char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
    void skip_blanks() {
        while (peek() == ' ' || peek() == '\n' || peek() == '\t') ++at_;
    }
    std::string_view read_name() {
        const std::size_t start = at_;
        while (is_name_character(peek())) ++at_;
        return text_.substr(start, at_ - start);
    }

    // Up to the next brace that means something. ICU: an apostrophe quotes only before a character that has a meaning here.
    void read_literal(std::string& out, bool in_form) {
        while (at_ < text_.size() && text_[at_] != '{' && text_[at_] != '}') {
            if (text_[at_] != '\'') {
                out += text_[at_++];
            } else if (text_.substr(at_, 2) == "''") {
                out += '\'';
                at_ += 2;
            } else if (const char next = at_ + 1 < text_.size() ? text_[at_ + 1] : '\0';
                       next == '{' || next == '}' || (in_form && next == '#')) {
                read_quoted(out);
            } else {
                out += text_[at_++];
            }
        }
    }

    void read_quoted(std::string& out) {
        const std::size_t start = at_++;
        std::string literal;
        while (at_ < text_.size()) {
            if (text_.substr(at_, 2) == "''") {
                literal += '\'';
                at_ += 2;
            } else if (text_[at_] == '\'') {
                ++at_;
                // Compiled text marks arguments with braces and the number with '#', and has no quotes of its own.
                if (literal.find('#') != std::string::npos) fail("A quoted \"#\" can't be told from the number", start);
                else if (literal.find('{') != std::string::npos && literal.find('}') != std::string::npos)
                    fail("A quoted pair of braces can't be told from an argument", start);
                else out += literal;
                return;
            } else {
                literal += text_[at_++];
            }
        }
        fail("A quotation that begins here does not end", start);
    }

    // From '{'. True when a plural follows, with the reader at its first form.
    bool read_argument(std::string& out) {
        const std::size_t start = at_++;
        skip_blanks();
        const std::string name(read_name());
        skip_blanks();
        if (name.empty()) return fail("No argument's name follows this \"{\"; write a literal brace as \"'{'\"", start);
        if (peek() == '}') {
            ++at_;
            out += say({"{", name, "}"});
            std::vector<std::string>& arguments = result_.message.arguments;
            if (std::find(arguments.begin(), arguments.end(), name) == arguments.end()) arguments.push_back(name);
            return false;
        }
        if (peek() != ',') return fail(say({"The argument ", name, " is not closed with \"}\""}), start);
        ++at_;
        skip_blanks();
        const std::string_view type = read_name();
        skip_blanks();
        if (type != "plural") return fail(say({"\"", type, "\" is not known; only \"plural\" is"}), start);
        if (peek() != ',') return fail("The forms of the plural are missing", start);
        ++at_;
        if (result_.message.number.empty()) result_.message.number = name;
        return true;
    }

    // From after "{n, plural,". The forms take the place of the argument.
    void read_forms() {
        std::vector<std::pair<std::string, std::string>> forms;
        for (skip_blanks(); result_.ok() && peek() != '}'; skip_blanks()) {
            const std::size_t start = at_;
            if (peek() == '\0') return void(fail("The plural is not closed with \"}\"", start));
            std::string name(peek() == '=' ? std::string(text_.substr(at_++, 1)) : std::string{});
            name.append(read_name());
            skip_blanks();
            if (!is_form_name(name))
                return void(fail(say({"\"", name, "\" is no form of a plural: =0, =1, zero, one, two, few, many, other"}), start));
            for (const auto& form : forms)
                if (form.first == name) return void(fail(say({"The form ", name, " stands twice"}), start));
            if (peek() != '{') return void(fail(say({"No \"{\" follows the form ", name}), at_));
            ++at_;
            forms.emplace_back(std::move(name), read_form());
        }
        ++at_;
        result_.message.forms = std::move(forms);
        if (!result_.message.has_form("other")) fail("The form \"other\" is missing; every plural needs it", text_.size());
    }

    std::string read_form() {
        const std::size_t start = at_ - 1;
        std::string out;
        while (result_.ok() && peek() != '}') {
            if (peek() == '\0') fail("The text of this form is not closed with \"}\"", start);
            else if (peek() != '{') read_literal(out, true);
            else if (const std::size_t inner = at_; read_argument(out)) fail("A plural within a plural is not known", inner);
        }
        ++at_;
        return out;
    }

    static bool is_form_name(std::string_view name) {
        if (name.size() > 1 && name.size() < 5 && name[0] == '=')
            return std::all_of(name.begin() + 1, name.end(), [](char c) { return c >= '0' && c <= '9'; });
        return std::find(kPluralNames.begin(), kPluralNames.end(), name) != kPluralNames.end();
    }

    std::string_view text_;
    std::size_t at_ = 0;
    ParsedMessage result_;
};

}  // namespace

bool Message::has_form(std::string_view name) const {
    return std::any_of(forms.begin(), forms.end(), [&](const auto& form) { return form.first == name; });
}

std::string Message::format(std::string_view language, std::uint64_t n) const {
    if (forms.empty()) return text;
    const std::string exact = say({"=", std::to_string(n)});
    const std::string_view category = kPluralNames[static_cast<std::size_t>(plural_of(language, n))];
    const std::string_view wanted = has_form(exact) ? std::string_view(exact) : has_form(category) ? category : "other";
    for (const auto& [name, form] : forms) {
        if (name != wanted) continue;
        std::string out;
        for (const char c : form) c == '#' ? out += std::to_string(n) : out += c;
        return out;
    }
    return {};
}

std::string Message::encoded() const {
    if (forms.empty()) return text;
    std::string out;
    for (const auto& [name, form] : forms) policy::put_form(out, name, form);
    return out;
}

ParsedMessage parse_message(std::string_view text) { return MessageParser(text).parse(); }

std::string replace_argument(std::string_view text, std::string_view name, std::string_view value) {
    const std::string argument = say({"{", name, "}"});
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t found = std::min(text.find(argument, at), text.size());
        out.append(text.substr(at, found - at));
        if (found < text.size()) out.append(value);
        at = found + argument.size();
    }
    return out;
}

}  // namespace assent::author
