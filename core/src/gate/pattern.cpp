#include "gate/pattern.h"

#include "base/ascii.h"

namespace assent::gate {
namespace {

// Each piece between the stars is found in turn, as early as it can be: that is enough, because the end is open.
bool matches_path(std::string_view pattern, std::string_view path) {
    bool anchored = true;
    while (true) {
        const std::size_t star = pattern.find('*');
        const std::string_view piece = pattern.substr(0, star);
        const std::size_t at = anchored ? (path.substr(0, piece.size()) == piece ? 0 : std::string_view::npos) : path.find(piece);
        if (at == std::string_view::npos) return false;
        if (star == std::string_view::npos) return true;
        path.remove_prefix(at + piece.size());
        pattern.remove_prefix(star + 1);
        anchored = false;
    }
}

}  // namespace

UrlPattern parse_pattern(std::string_view text) {
    UrlPattern pattern;
    const std::size_t slash = text.find('/');
    if (const std::size_t scheme = text.find("://"); scheme != std::string_view::npos && scheme < slash) {
        pattern.scheme = text.substr(0, scheme);
        text.remove_prefix(scheme + 3);
    }
    const std::size_t host_end = text.find('/');
    pattern.host = text.substr(0, host_end);
    if (host_end != std::string_view::npos) pattern.path = text.substr(host_end);
    if (pattern.host.substr(0, 2) == "*.") {
        pattern.below = true;
        pattern.host.remove_prefix(2);
    }
    // The colon of a port stands behind the brackets of an IPv6 address.
    const std::size_t colon = pattern.host.rfind(':');
    if (colon != std::string_view::npos && pattern.host.back() != ']') {
        for (const char c : pattern.host.substr(colon + 1)) pattern.port = pattern.port * 10 + static_cast<std::uint32_t>(c - '0');
        pattern.host = pattern.host.substr(0, colon);
    }
    return pattern;
}

bool matches_beside_host(const UrlPattern& pattern, const Url& url) {
    if (!pattern.scheme.empty() && !base::same_ignoring_case(pattern.scheme, url.scheme)) return false;
    if (pattern.port != 0 && pattern.port != url.port) return false;
    if (pattern.path.size() <= 1) return true;
    // A pattern that asks about the query sees it; no other does, or its '*' would find things there.
    return matches_path(pattern.path, pattern.path.find('?') == std::string_view::npos ? url.path : url.path_and_query);
}

bool matches_host(const UrlPattern& pattern, const std::string_view& host) {
    if (host.size() < pattern.host.size()) return false;
    const std::size_t before = host.size() - pattern.host.size();
    if (!base::same_ignoring_case(host.substr(before), pattern.host)) return false;
    return before == 0 || (pattern.below && host[before - 1] == '.');
}

}  // namespace assent::gate
