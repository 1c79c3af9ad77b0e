#include "author/address.h"

#include <algorithm>
#include <array>

#include "author/words.h"
#include "base/ascii.h"
#include "gate/name.h"
#include "gate/pattern.h"

namespace assent::author {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_alpha(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_hex(char c) { return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }
bool is_printable(char c) { return c > 0x20 && c < 0x7f; }
bool starts_with(std::string_view text, std::string_view head) { return text.substr(0, head.size()) == head; }
bool ends_with(std::string_view text, std::string_view tail) {
    return text.size() >= tail.size() && text.substr(text.size() - tail.size()) == tail;
}

// What is wrong with a host name (without "*."); empty: nothing.
std::string_view wrong_with_host(std::string_view host) {
    if (host.empty()) return "names no host";
    if (host.size() > 253) return "has a host name longer than 253 characters";
    for (const char c : host)
        if (static_cast<unsigned char>(c) >= 0x80) return "has a host name outside ASCII; write it in its xn-- form";
    if (host.front() == '[') {
        const bool closed = host.size() > 4 && host.back() == ']';
        const std::string_view inside = closed ? host.substr(1, host.size() - 2) : std::string_view{};
        const bool address = std::all_of(inside.begin(), inside.end(), [](char c) { return is_hex(c) || c == ':' || c == '.'; });
        return closed && address && inside.find(':') != std::string_view::npos ? "" : "has no IPv6 address between its brackets";
    }
    std::size_t label = 0;
    for (std::size_t i = 0; i <= host.size(); ++i) {
        if (i == host.size() || host[i] == '.') {
            if (label == 0) return "has an empty part in its host name";
            if (label > 63) return "has a part longer than 63 characters in its host name";
            if (host[i - 1] == '-' || host[i - label] == '-') return "has a part that begins or ends with '-' in its host name";
            label = 0;
        } else if (host[i] == '*') {
            return "has a '*' within its host name; only \"*.\" at the beginning is known";
        } else if (is_alpha(host[i]) || is_digit(host[i]) || host[i] == '-' || host[i] == '_') {
            ++label;
        } else {
            return "has a character in its host name that does not belong there";
        }
    }
    return "";
}

std::string_view wrong_with_path(std::string_view path) {
    for (const char c : path) {
        if (!is_printable(c)) return "has a blank, a control character or a character outside ASCII in its path; write it percent-encoded";
        if (c == '#') return "has a '#' in its path; what follows it never reaches a server";
        if (c == '\\' || c == '"' || c == '<' || c == '>')
            return "has a character in its path that a URL never holds; write it percent-encoded";
    }
    return "";
}

Canonical wrong(std::string_view what) { return {{}, std::string(what)}; }

// The path of a pattern is a prefix: a '*' at its end says nothing, and nor does a sole '/'.
std::string canonical_path(std::string_view path) {
    while (ends_with(path, "*")) path.remove_suffix(1);
    return path == "/" ? std::string{} : std::string(path);
}

}  // namespace

Canonical canonical_host_pattern(std::string_view text) {
    if (text == "*" || text == "*.") return wrong("covers every host there is");
    const bool below = starts_with(text, "*.");
    const std::string_view host = below ? text.substr(2) : text;
    if (host.find("://") != std::string_view::npos || host.find('/') != std::string_view::npos)
        return wrong("is more than a host; leave out the scheme and the path");
    if (const std::string_view what = wrong_with_host(host); !what.empty()) return wrong(what);
    if (below && (host.front() == '[' || is_digit(host.back()))) return wrong("asks for hosts below an IP address; there are none");
    return {lower(text), {}};
}

Canonical canonical_url_pattern(std::string_view text) {
    constexpr std::array<std::string_view, 4> kSchemes = {"http", "https", "ws", "wss"};
    constexpr std::size_t kLongest = 512;
    if (text.empty()) return wrong("is empty");
    if (text.size() > kLongest) return wrong("is longer than 512 characters");
    if (starts_with(text, "//")) return wrong("begins with \"//\"; write the host alone");

    std::string scheme;
    std::string_view rest = text;
    if (const std::size_t mark = rest.find("://"); mark != std::string_view::npos && rest.find('/') > mark) {
        scheme = lower(rest.substr(0, mark));
        if (std::find(kSchemes.begin(), kSchemes.end(), scheme) == kSchemes.end())
            return wrong("has a scheme other than http, https, ws, wss");
        scheme += "://";
        rest.remove_prefix(mark + 3);
    }
    const std::size_t path_at = std::min(rest.find('/'), rest.size());
    const std::string_view path = rest.substr(path_at);
    if (const std::string_view what = wrong_with_path(path); !what.empty()) return wrong(what);
    std::string_view authority = rest.substr(0, path_at);
    if (authority.empty() && scheme.empty()) {
        std::string own = canonical_path(path);
        return own.empty() ? wrong("covers every path of the site itself") : Canonical{std::move(own), {}};
    }
    if (authority.find('@') != std::string_view::npos) return wrong("has user info before its host");
    if (authority.find_first_of("?#") != std::string_view::npos) return wrong("has a '?' or '#' without a path before it");

    std::string port;
    const std::size_t colon = authority.rfind(':');
    if (colon != std::string_view::npos && !(authority.front() == '[' && authority.back() == ']')) {
        const std::string_view digits = authority.substr(colon + 1);
        const bool number = !digits.empty() && digits.size() <= 5 && std::all_of(digits.begin(), digits.end(), is_digit);
        unsigned value = 0;
        for (const char c : number ? digits : std::string_view{}) value = value * 10 + static_cast<unsigned>(c - '0');
        if (!number || value == 0 || value > 65535) return wrong("has a port that is not a number from 1 to 65535");
        port = ":" + std::to_string(value);
        authority = authority.substr(0, colon);
    }
    Canonical host = canonical_host_pattern(authority);
    if (host.ok()) host.text = scheme + host.text + port + canonical_path(path);
    return host;
}

Canonical canonical_name_pattern(std::string_view text, NameKind kind) {
    if (text.empty()) return wrong("is empty");
    if (text.size() > 256) return wrong("is longer than 256 bytes");
    if (text.find_first_not_of('*') == std::string_view::npos) return wrong("covers every name there is");
    const std::size_t star = text.find('*');
    if (star != std::string_view::npos && (text.find('*', star + 1) != std::string_view::npos || (star != 0 && star + 1 != text.size())))
        return wrong("has a '*' elsewhere than once at the beginning or once at the end");
    for (const char c : text) {
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) return wrong("has a control character in it");
        // RFC 6265bis section 4.1.1: a cookie's name is a token.
        if (kind == NameKind::cookie && (!is_printable(c) || std::string_view("()<>@,;:\\\"/[]?={}").find(c) != std::string_view::npos))
            return wrong("has a character that no cookie name holds");
    }
    return {std::string(text), {}};
}

bool within_hosts(std::string_view pattern, const std::vector<std::string>& own) {
    const gate::UrlPattern url = gate::parse_pattern(pattern);
    return url.host.empty() || std::any_of(own.begin(), own.end(), [&](const std::string& host) {
               const gate::UrlPattern site = gate::parse_pattern(host);
               return gate::matches_host(site, url.host) && (site.below || !url.below);
           });
}

bool names_meet(std::string_view a, std::string_view b) {
    using Kind = gate::NamePattern::Kind;
    const gate::NamePattern first = gate::parse_name(a), second = gate::parse_name(b);
    if (first.kind == second.kind || first.kind == Kind::exact || second.kind == Kind::exact)
        return (first.kind != Kind::exact && gate::match_name(a, second.literal) != 0) ||
               (second.kind != Kind::exact && gate::match_name(b, first.literal) != 0) || a == b;
    return false;
}

bool is_web_url(std::string_view text) {
    const std::size_t mark = text.find("://");
    if (mark == std::string_view::npos || text.size() > 2048) return false;
    const std::string scheme = lower(text.substr(0, mark));
    if (scheme != "http" && scheme != "https") return false;
    for (const char c : text)
        if (static_cast<unsigned char>(c) <= 0x20 || c == 0x7f || c == '\\' || c == '"' || c == '<' || c == '>') return false;
    std::string_view host = text.substr(mark + 3);
    host = host.substr(0, host.find_first_of("/?#"));
    return canonical_url_pattern(host).ok() && !starts_with(host, "*");
}

bool is_https_url(std::string_view text) { return is_web_url(text) && lower(text.substr(0, 8)) == "https://"; }

bool is_rooted_path(std::string_view text) {
    if (text.size() > 2048 || !starts_with(text, "/") || starts_with(text, "//")) return false;
    return std::none_of(text.begin(), text.end(),
                        [](char c) { return static_cast<unsigned char>(c) <= 0x20 || c == 0x7f || c == '\\' || c == '"'; });
}

}  // namespace assent::author
