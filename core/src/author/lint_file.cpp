// What the file itself must not hold: patterns that cover more, or less, than they look like, and what is not for everyone's eyes.
#include <algorithm>
#include <array>
#include <functional>

#include "author/address.h"
#include "author/lint_rule.h"
#include "author/words.h"
#include "gate/pattern.h"

namespace assent::author {
namespace {

bool is_alphanumeric(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

bool holds(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

template <std::size_t N>
bool is_in(const std::array<std::string_view, N>& list, std::string_view word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

// What only a regular expression would have. '.' and '*' alone prove nothing: "_pk_id.*" is the name of Matomo's cookies.
bool looks_like_regex(std::string_view pattern) {
    constexpr std::array<std::string_view, 11> kSigns = {"\\d", "\\w", "\\.", "\\b", "[0-9", "[a-z", "[A-Z", "[^", "(?", ".+", "(.*"};
    return pattern.front() == '^' || pattern.back() == '$' ||
           std::any_of(kSigns.begin(), kSigns.end(), [&](std::string_view sign) { return holds(pattern, sign); });
}

// Under these anyone has a host: from the Public Suffix List what sites load from.
bool is_shared_host(std::string_view host) {
    constexpr std::array<std::string_view, 16> kSuffixes = {
        "amazonaws.com", "appspot.com", "azureedge.net", "azurewebsites.net", "blogspot.com", "cloudfront.net", "firebaseapp.com", "github.io",
        "gitlab.io",     "herokuapp.com", "netlify.app", "pages.dev",         "vercel.app",   "web.app",        "windows.net",     "workers.dev"};
    constexpr std::array<std::string_view, 8> kSecond = {"ac", "co", "com", "edu", "gov", "ne", "net", "org"};
    const std::size_t dot = host.find('.');
    if (dot == std::string_view::npos) return host != "localhost" && host.front() != '[';
    return is_in(kSuffixes, host) || (host.size() == dot + 3 && is_in(kSecond, host.substr(0, dot)));
}

// Texts that an inline script holds whoever wrote it.
bool is_in_any_script(std::string_view text) {
    constexpr std::array<std::string_view, 16> kWords = {"function", "window", "window.", "document", "document.", "script",   "return",  "console",
                                                         "const ",   "push",   ".push",   ".push(",   "https://",  "http://",  "https:",  "true"};
    return is_in(kWords, text);
}

void check_name(const Check& check, std::string_view name, const Node* at) {
    constexpr std::size_t kFewest = 2;  // besides the '*'
    if (name.empty()) return;
    if (looks_like_regex(name))
        check.found(at, say({"The pattern ", quote(name), " is written as a regular expression, and taken letter by letter it fits nothing."}),
                    "a name, \"prefix*\" or \"*suffix\"", "Write the part that stays the same, and a '*' for the rest.");
    else if (holds(name, "*") && name.size() <= kFewest)
        check.found(at, say({"The pattern ", quote(name), " covers the names of half the web."}), "at least two characters besides the '*'",
                    "Write out what the names have in common.");
}

void p014(const Check& check) {
    const Document& document = check.document;
    for (const ServiceFacts& service : document.services) {
        for (const Cookie& cookie : service.cookies) check_name(check, cookie.name, cookie.at->find("name"));
        for (const StorageItem& item : service.storage) check_name(check, item.key, item.at->find("key"));
        for (const Name& url : service.urls) {
            const gate::UrlPattern pattern = gate::parse_pattern(url.value);
            if (looks_like_regex(url.value))
                check.found(url.at, say({"The pattern ", quote(url.value), " is written as a regular expression; only '*' stands for something."}),
                            "\"host\", \"*.host\" or \"host/path\"", "Write the part of the address that stays the same.");
            else if (pattern.below && is_shared_host(pattern.host) && !within_hosts(url.value, document.site.hosts))
                check.found(url.at, say({"The pattern ", quote(url.value), " covers hosts of very many owners, not only the service's."}),
                            "the service's own host", "Name its host, such as \"d123example.cloudfront.net\".");
        }
        const Node* texts = service.at->find("inline");
        if (texts == nullptr) continue;
        for (const Node* text : texts->children)
            if (is_in_any_script(text->text))
                check.found(text, say({"The text ", quote(text->text), " stands in almost any script, the site's own too."}),
                            "a text that only the service's snippet holds", "Choose one such as \"_gaq.push\".");
    }
}

// Marks of a secret, and how much must follow for one to be there at all.
struct Mark {
    std::string_view text;
    std::size_t follows;
};
constexpr std::array kSecrets = {Mark{"PRIVATE KEY-----", 0}, Mark{"sk_live_", 8},      Mark{"rk_live_", 8},     Mark{"AKIA", 16},      Mark{"ghp_", 20},
                                 Mark{"github_pat_", 20},     Mark{"glpat-", 16},       Mark{"xoxb-", 12},       Mark{"xoxp-", 12},     Mark{"eyJhbGci", 20},
                                 Mark{"api_key=", 8},         Mark{"apikey=", 8},       Mark{"access_token=", 8}, Mark{"auth_token=", 8}, Mark{"client_secret=", 8},
                                 Mark{"password=", 4},        Mark{"passwd=", 4},       Mark{"secret=", 8},      Mark{"Bearer ", 16}};
constexpr std::array<std::string_view, 8> kScripts = {"<script", "<iframe", "<img ", "javascript:", "onerror=", "onload=", "onclick=", "srcdoc="};

bool holds_secret(std::string_view text) {
    const auto belongs = [](char c) { return is_alphanumeric(c) || c == '_' || c == '-' || c == '.' || c == '/' || c == '+'; };
    return std::any_of(kSecrets.begin(), kSecrets.end(), [&](const Mark& mark) {
        for (std::size_t at = text.find(mark.text); at != std::string_view::npos; at = text.find(mark.text, at + 1)) {
            std::size_t end = at + mark.text.size();
            while (end < text.size() && belongs(text[end])) ++end;
            if (end - at - mark.text.size() >= mark.follows) return true;
        }
        return false;
    });
}

bool holds_address(std::string_view text) {
    for (std::size_t at = text.find('@'); at != std::string_view::npos; at = text.find('@', at + 1)) {
        std::size_t end = at + 1;
        while (end < text.size() && (is_alphanumeric(text[end]) || text[end] == '-' || text[end] == '.')) ++end;
        const std::size_t dot = text.substr(0, end).rfind('.');
        if (at > 0 && is_alphanumeric(text[at - 1]) && dot != std::string_view::npos && dot > at + 1 && dot + 2 < end) return true;
    }
    return false;
}

void each_string(const Node& node, const std::function<void(const Node&)>& look) {
    if (node.is(Node::Kind::string)) look(node);
    for (const Node* child : node.children) each_string(*child, look);  // at most kMaxNesting deep
}

// The finding doesn't repeat what it found: reports are passed around more freely than policies.
void p034(const Check& check) {
    each_string(*check.document.tree->root(), [&](const Node& node) {
        const std::string& text = node.text;
        const std::string list = node.parent != nullptr ? node.parent->key : "";
        if (holds_secret(text))
            check.found(&node, "This looks like a key, a token or a password; every visitor can read what is in a policy.", "nothing secret",
                        "Remove it, and take it out of use: it has been written down.");
        if ((list == "inline" || list == "urls") && holds_address(text))
            check.found(&node, "This holds somebody's e-mail address, and what it is compared with goes to every visitor.",
                        "a part without personal data", "Choose a part of the snippet or address that is the same for everyone.");
        const std::string folded = lower(text);
        if (list != "inline" && std::any_of(kScripts.begin(), kScripts.end(), [&](std::string_view mark) { return holds(folded, mark); }))
            check.found(&node, "This text holds a script or markup; Assent shows texts as they are, and runs nothing out of them.", "plain words",
                        "Leave the markup out; scripts belong in the page, held by what the service declares.");
    });
}

constexpr std::array kRules = {
    Rule{"P014", Severity::error, kEverywhere, "Assent: a pattern covers what it says; Public Suffix List", p014},
    Rule{"P034", Severity::error, kEverywhere, "GDPR art 5(1)(c) and (f), 32; Assent: a policy is public", p034},
};

}  // namespace

std::span<const Rule> file_rules() { return kRules; }

}  // namespace assent::author
