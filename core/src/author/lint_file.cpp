// What the file itself must not hold: patterns that cover more, or less, than they look like, and what is not for everyone's eyes.
#include <algorithm>
#include <array>

#include "author/address.h"
#include "author/lint_rule.h"
#include "author/words.h"
#include "gate/pattern.h"

namespace assent::author {
namespace {

bool is_alphanumeric(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

bool holds(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

bool holds_any(std::string_view text, std::string_view list) {
    const auto words = words_of(list);
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return holds(text, word); });
}

bool is_among(std::string_view word, std::string_view list) {
    const auto words = words_of(list);
    return std::find(words.begin(), words.end(), word) != words.end();
}

// What only a regular expression would have. '.' and '*' alone prove nothing: "_pk_id.*" is the name of Matomo's cookies.
bool looks_like_regex(std::string_view pattern) {
    return pattern.front() == '^' || pattern.back() == '$' || holds_any(pattern, "\\d|\\w|\\.|\\b|[0-9|[a-z|[A-Z|[^|(?|.+|(.*");
}

// Under these anyone has a host: from the Public Suffix List what sites load from.
bool is_shared_host(std::string_view host) {
    const std::size_t dot = host.find('.');
    if (dot == std::string_view::npos) return host != "localhost" && host.front() != '[';
    return (host.size() == dot + 3 && is_among(host.substr(0, dot), "ac|co|com|edu|gov|ne|net|org")) ||
           is_among(host, "amazonaws.com|appspot.com|azureedge.net|azurewebsites.net|blogspot.com|cloudfront.net|firebaseapp.com|github.io|gitlab.io|"
                          "herokuapp.com|netlify.app|pages.dev|vercel.app|web.app|windows.net|workers.dev");
}

// Texts that an inline script holds whoever wrote it.
constexpr std::string_view kInAnyScript =
    "function|window|window.|document|document.|script|return|console|const |push|.push|.push(|https://|http://|https:|true";

void tell_regex(const Check& check, std::string_view pattern, const Node* at) {
    check.found(at, say({"The pattern ", quote(pattern), " is written as a regular expression, and taken letter by letter it fits nothing."}),
                "a pattern in which nothing but '*' stands for anything", "Write the part that stays the same.");
}

void check_name(const Check& check, std::string_view name, const Node* at) {
    constexpr std::size_t kFewest = 2;  // besides the '*'
    if (name.empty()) return;
    if (looks_like_regex(name)) tell_regex(check, name, at);
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
            if (looks_like_regex(url.value)) tell_regex(check, url.value, url.at);
            else if (pattern.below && is_shared_host(pattern.host) && !within_hosts(url.value, document.site.hosts))
                check.found(url.at, say({"The pattern ", quote(url.value), " covers hosts of very many owners."}), "the service's own host",
                            "Name its host, such as \"d123example.cloudfront.net\".");
        }
        const Node* texts = service.at->find("inline");
        if (texts == nullptr) continue;
        for (const Node* text : texts->children)
            if (is_among(text->text, kInAnyScript))
                check.found(text, say({"The text ", quote(text->text), " stands in almost any script, the site's own too."}),
                            "a text that only the service's snippet holds", "Choose one such as \"_gaq.push\".");
    }
}

// What a secret begins with; something as long as one must follow.
constexpr std::string_view kSecrets =
    "sk_live_|rk_live_|AKIA|ghp_|github_pat_|glpat-|xoxb-|xoxp-|eyJhbGci|Bearer |api_key=|apikey=|_token=|secret=|password=|passwd=";
constexpr std::string_view kScripts = "<script|<iframe|<img |javascript:|onerror=|onload=|onclick=|srcdoc=";

bool holds_secret(std::string_view text) {
    constexpr std::size_t kShortest = 8;
    const auto belongs = [](char c) { return is_alphanumeric(c) || c == '_' || c == '-' || c == '.' || c == '/' || c == '+'; };
    for (const std::string_view mark : words_of(kSecrets)) {
        const std::size_t at = text.find(mark);
        if (at == std::string_view::npos) continue;
        const std::string_view rest = text.substr(at + mark.size(), kShortest);
        if (rest.size() == kShortest && std::all_of(rest.begin(), rest.end(), belongs)) return true;
    }
    return holds(text, "PRIVATE KEY-----");
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

// At most kMaxNesting deep. The findings don't repeat what they found: reports are passed around more freely than policies.
void check_strings(const Check& check, const Node& node) {
    for (const Node* child : node.children) check_strings(check, *child);
    if (!node.is(Node::Kind::string)) return;
    const std::string_view list = node.parent->key;
    if (holds_secret(node.text))
        check.found(&node, "This looks like a key, a token or a password; every visitor can read what is in a policy.", "nothing secret",
                    "Remove it, and take it out of use: it has been written down.");
    if ((list == "inline" || list == "urls") && holds_address(node.text))
        check.found(&node, "This holds somebody's e-mail address, and what it is compared with goes to every visitor.",
                    "a part without personal data", "Choose a part of the snippet or address that is the same for everyone.");
    if (list != "inline" && holds_any(lower(node.text), kScripts))
        check.found(&node, "This text holds a script or markup; Assent shows texts as they are, and runs nothing out of them.", "plain words",
                    "Leave the markup out; scripts belong in the page, held by what the service declares.");
}

void p034(const Check& check) { check_strings(check, *check.document.tree->root()); }

constexpr std::array kRules = {
    Rule{"P014", Severity::error, kEverywhere, "Assent: a pattern covers what it says; Public Suffix List", p014},
    Rule{"P034", Severity::error, kEverywhere, "GDPR art 5(1)(c) and (f), 32; Assent: a policy is public", p034},
};

}  // namespace

std::span<const Rule> file_rules() { return kRules; }

}  // namespace assent::author
