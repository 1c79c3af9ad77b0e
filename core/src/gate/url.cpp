#include "gate/url.h"

#include "base/ascii.h"
#include "base/number.h"
#include "base/text.h"

namespace assent::gate {
namespace {

constexpr std::size_t kLongest = 65536;
constexpr std::size_t kLongestHost = 255;  // RFC 1035 2.3.4

// The schemes that name a server; before the host of the first ones stands "//". stun and turn (RFC 7064, 7065) are what RTCPeerConnection
// contacts.
constexpr const char* kNetwork[] = {"https", "wss", "http", "ws", "ftp", "stun", "stuns", "turn", "turns"};
constexpr std::size_t kSecure = 2, kWithSlashes = 5;

// Takes the characters off `text` that are neither of `stops` nor behind one.
std::string_view take_until(std::string_view& text, const std::string_view& stops) {
    std::size_t n = 0;
    while (n < text.size() && stops.find(text[n]) == std::string_view::npos) ++n;
    const std::string_view taken(text.data(), n);
    text.remove_prefix(n);
    return taken;
}

// A scheme begins with a letter and holds letters, digits, '+', '-' and '.' (RFC 3986 3.1).
bool is_scheme(const std::string_view& scheme) {
    for (std::size_t i = 0; i < scheme.size(); ++i) {
        const char c = base::lower(scheme[i]);
        if ((c < 'a' || c > 'z') && (i == 0 || ((c < '0' || c > '9') && c != '+' && c != '-' && c != '.'))) return false;
    }
    return !scheme.empty();
}

// A serialised host is ASCII without spaces, controls or percent signs (WHATWG URL 3.5), and holds colons in brackets only.
bool is_host(const std::string_view& host) {
    const bool bracketed = !host.empty() && host.front() == '[' && host.back() == ']';
    for (const char c : host) {
        if (c <= 0x20 || c >= 0x7f || c == '%' || (c == ':' && !bracketed)) return false;
    }
    return !host.empty() && host.size() <= kLongestHost;
}

}  // namespace

Url parse_url(std::string_view text) {
    Url url;
    text = text.substr(0, kLongest);
    if (!base::cut(text, ':', url.scheme)) return url;
    if (!is_scheme(url.scheme)) return url;

    std::size_t scheme = 0;
    while (scheme < std::size(kNetwork) && !base::same_ignoring_case(kNetwork[scheme], url.scheme)) ++scheme;
    if (scheme == std::size(kNetwork)) {
        url.reach = Url::Reach::local;
        return url;
    }
    if (scheme < kWithSlashes) {
        if (text.size() < 2 || text[0] != '/' || text[1] != '/') return url;
        text.remove_prefix(2);
    }

    // A browser takes '\' for '/' (WHATWG URL 4.4, authority state).
    std::string_view host = take_until(text, "/\\?#");
    host.remove_prefix(host.rfind('@') + 1);  // npos + 1 is 0
    url.port = scheme < kSecure ? 443 : 80;
    if (const std::size_t colon = host.rfind(':'); colon != std::string_view::npos && host.back() != ']') {
        if (colon + 1 < host.size() && (!base::parse_decimal({host.data() + colon + 1, host.size() - colon - 1}, url.port) || url.port > 65535)) return url;
        host = {host.data(), colon};
    }
    // "example.com." is the same server as "example.com" (RFC 1034 3.1).
    if (!host.empty() && host.back() == '.') host.remove_suffix(1);
    if (!is_host(host)) return url;

    url.host = host;
    url.path_and_query = take_until(text, "#");
    text = url.path_and_query;
    url.path = take_until(text, "?");
    url.reach = Url::Reach::network;
    return url;
}

}  // namespace assent::gate
