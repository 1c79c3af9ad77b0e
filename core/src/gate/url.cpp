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

void split_port(std::string_view& host, std::uint32_t& port) {
    std::size_t colon = host.size();
    while (colon > 0 && host[colon - 1] >= '0' && host[colon - 1] <= '9') --colon;
    if (colon == 0 || host[colon - 1] != ':') return;
    if (colon < host.size() && !base::parse_decimal({host.data() + colon, host.size() - colon}, port)) port = UINT32_MAX;
    host = {host.data(), colon - 1};
}

Url parse_url(std::string_view text) {
    Url url;
    if (text.size() > kLongest) text.remove_suffix(text.size() - kLongest);
    if (!base::cut(text, ':', url.scheme) || !is_scheme(url.scheme)) return url;
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
    std::size_t end = 0;
    while (end < text.size() && base::find("/\\?#", {text.data() + end, 1}) == std::string_view::npos) ++end;
    std::string_view authority(text.data(), end);
    text.remove_prefix(end);
    while (base::cut(authority, '@', url.host)) {}

    url.port = scheme < kSecure ? 443 : 80;
    split_port(url.host, url.port);
    // "example.com." is the same server as "example.com" (RFC 1034 3.1).
    if (!url.host.empty() && url.host.back() == '.') url.host.remove_suffix(1);
    if (!is_host(url.host) || url.port > 65535) return url;

    base::cut(text, '#', url.path_and_query);
    text = url.path_and_query;
    base::cut(text, '?', url.path);
    url.reach = Url::Reach::network;
    return url;
}

}  // namespace assent::gate
