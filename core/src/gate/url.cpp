#include "gate/url.h"

#include "base/ascii.h"

namespace assent::gate {
namespace {

constexpr std::size_t kLongest = 65536;
constexpr std::size_t kLongestHost = 255;  // RFC 1035 2.3.4

struct Scheme {
    std::string_view name;
    std::uint16_t port;
    bool slashes;  // "//" stands before the host
};

// stun and turn (RFC 7064, 7065) are what RTCPeerConnection contacts.
constexpr Scheme kNetwork[] = {{"https", 443, true}, {"http", 80, true},    {"wss", 443, true},    {"ws", 80, true},     {"ftp", 21, true},
                               {"stun", 3478, false}, {"stuns", 5349, false}, {"turn", 3478, false}, {"turns", 5349, false}};

constexpr bool is_letter(char c) { return base::lower(c) >= 'a' && base::lower(c) <= 'z'; }
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_scheme(std::string_view text) {
    if (text.empty() || !is_letter(text.front())) return false;
    for (const char c : text) {
        if (!is_letter(c) && !is_digit(c) && c != '+' && c != '-' && c != '.') return false;
    }
    return true;
}

// A serialised host is ASCII without spaces or controls, and percent-decoded (WHATWG URL 3.5).
bool is_host(std::string_view text) {
    for (const char c : text) {
        if (c <= 0x20 || c >= 0x7f || c == '%') return false;
    }
    return !text.empty() && text.size() <= kLongestHost;
}

bool parse_port(std::string_view text, std::uint32_t& port) {
    if (text.size() > 5) return false;
    std::uint32_t value = 0;
    for (const char c : text) {
        if (!is_digit(c)) return false;
        value = value * 10 + static_cast<std::uint32_t>(c - '0');
    }
    if (!text.empty()) port = value;
    return value <= 65535;
}

}  // namespace

Url parse_url(std::string_view text) {
    text = text.substr(0, kLongest);
    Url url;
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos || !is_scheme(text.substr(0, colon))) return url;
    url.scheme = text.substr(0, colon);

    const Scheme* scheme = nullptr;
    for (const Scheme& each : kNetwork) {
        if (base::same_ignoring_case(each.name, url.scheme)) scheme = &each;
    }
    if (scheme == nullptr) {
        url.reach = Url::Reach::local;
        return url;
    }

    std::string_view rest = text.substr(colon + 1);
    if (scheme->slashes) {
        if (rest.substr(0, 2) != "//") return url;
        rest.remove_prefix(2);
    }
    // A browser takes '\' for '/' here (WHATWG URL 4.4, authority state).
    const std::size_t end = rest.find_first_of("/\\?#");
    std::string_view authority = rest.substr(0, end);
    rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end);
    if (const std::size_t at = authority.rfind('@'); at != std::string_view::npos) authority.remove_prefix(at + 1);

    const bool bracketed = !authority.empty() && authority.front() == '[';
    const std::size_t host_end = bracketed ? authority.find(']') + 1 : authority.find(':');
    if (bracketed && host_end == 0) return url;
    url.host = authority.substr(0, host_end);
    url.port = scheme->port;
    const std::string_view after = host_end >= authority.size() ? std::string_view{} : authority.substr(host_end);
    if (!after.empty() && (after.front() != ':' || !parse_port(after.substr(1), url.port))) return url;
    // "example.com." is the same server as "example.com" (RFC 1034 3.1).
    if (!url.host.empty() && url.host.back() == '.') url.host.remove_suffix(1);
    if (!is_host(url.host)) return url;

    url.path_and_query = rest.substr(0, rest.find('#'));
    url.path = url.path_and_query.substr(0, url.path_and_query.find('?'));
    url.reach = Url::Reach::network;
    return url;
}

}  // namespace assent::gate
