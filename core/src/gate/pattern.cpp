#include "gate/pattern.h"

#include "base/ascii.h"
#include "base/number.h"

namespace assent::gate {
namespace {

// Each piece between the stars is found in turn, as early as it can be: that is enough, because the end is open.
bool matches_path(std::string_view pattern, std::string_view path) {
    bool anchored = true;
    while (true) {
        std::string_view piece;
        const bool more = base::cut(pattern, '*', piece);
        const std::size_t at = path.find(piece);
        if (at == std::string_view::npos || (anchored && at != 0)) return false;
        if (!more) return true;
        path.remove_prefix(at + piece.size());
        anchored = false;
    }
}

}  // namespace

UrlPattern parse_pattern(std::string_view text) {
    UrlPattern pattern;
    std::size_t slash = text.find('/');
    if (slash != std::string_view::npos && slash > 0 && slash + 1 < text.size() && text[slash - 1] == ':' && text[slash + 1] == '/') {
        pattern.scheme = {text.data(), slash - 1};
        text.remove_prefix(slash + 2);
        slash = text.find('/');
    }
    pattern.host = text;
    if (slash != std::string_view::npos) {
        pattern.host = {text.data(), slash};
        pattern.path = {text.data() + slash, text.size() - slash};
    }
    if (pattern.host.size() > 1 && pattern.host[0] == '*') {
        pattern.below = true;
        pattern.host.remove_prefix(2);
    }
    // The colon of a port stands behind the brackets of an IPv6 address.
    if (const std::size_t colon = pattern.host.rfind(':'); colon != std::string_view::npos && pattern.host.back() != ']') {
        base::parse_decimal({pattern.host.data() + colon + 1, pattern.host.size() - colon - 1}, pattern.port);
        pattern.host = {pattern.host.data(), colon};
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
    if (!base::same_ignoring_case({host.data() + before, pattern.host.size()}, pattern.host)) return false;
    return before == 0 || (pattern.below && host[before - 1] == '.');
}

}  // namespace assent::gate
