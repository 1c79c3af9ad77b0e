#include "gate/url.h"

#include "base/ascii.h"
#include "base/number.h"
#include "base/text.h"

namespace assent::gate {
namespace {

constexpr std::size_t kLongest = 65536;
constexpr std::size_t kLongestHost = 255;  // RFC 1035 2.3.4

// The schemes that name a server; before the host of the first ones stands "//". stun and turn (RFC 7064, 7065) are what RTCPeerConnection contacts.
constexpr base::Text kNetwork[] = {"https", "http", "wss", "ws", "ftp", "stun", "stuns", "turn", "turns"};
constexpr std::size_t kWithSlashes = 5;

// How many of the first characters of `text` satisfy `is`.
template <class Is>
std::size_t count_while(const std::string_view& text, Is is) {
    std::size_t n = 0;
    while (n < text.size() && is(text[n])) ++n;
    return n;
}

bool is_letter(char c) { return base::lower(c) >= 'a' && base::lower(c) <= 'z'; }
bool is_of_scheme(char c) { return is_letter(c) || (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.'; }
// A browser takes '\' for '/' (WHATWG URL 4.4, authority state).
bool is_of_authority(char c) { return c != '/' && c != '\\' && c != '?' && c != '#'; }
// A serialised host is ASCII without spaces, controls or percent signs (WHATWG URL 3.5).
bool is_of_host(char c) { return c > 0x20 && c < 0x7f && c != '%'; }

}  // namespace

Url parse_url(std::string_view text) {
    text = text.substr(0, kLongest);
    Url url;
    const std::size_t colon = count_while(text, is_of_scheme);
    if (colon == text.size() || text[colon] != ':' || !is_letter(text[0])) return url;
    url.scheme = text.substr(0, colon);
    text.remove_prefix(colon + 1);

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

    std::string_view host = text.substr(0, count_while(text, is_of_authority));
    text.remove_prefix(host.size());
    host.remove_prefix(host.rfind('@') + 1);  // npos + 1 is 0

    // The port, behind the last colon that is not inside the brackets of an IPv6 address.
    url.port = base::lower(url.scheme.back()) == 's' && scheme != 3 ? 443 : 80;
    const std::size_t port = host.rfind(':');
    if (port != std::string_view::npos && host.back() != ']') {
        if (port + 1 < host.size() && (!base::parse_decimal(host.substr(port + 1), url.port) || url.port > 65535)) return url;
        host = host.substr(0, port);
    }
    // "example.com." is the same server as "example.com" (RFC 1034 3.1).
    if (!host.empty() && host.back() == '.') host.remove_suffix(1);
    if (host.empty() || host.size() > kLongestHost || count_while(host, is_of_host) < host.size()) return url;
    if (host.find(':') != std::string_view::npos && (host.front() != '[' || host.back() != ']')) return url;

    url.host = host;
    url.path_and_query = text.substr(0, text.find('#'));
    url.path = url.path_and_query.substr(0, url.path_and_query.find('?'));
    url.reach = Url::Reach::network;
    return url;
}

}  // namespace assent::gate
