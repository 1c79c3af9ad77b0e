#include "gate/pattern.h"

#include "base/ascii.h"

namespace assent::gate {
namespace {

// Each piece between the stars is found in turn, as early as it can be: that is enough, because the end is open.
bool matches_path(std::string_view pattern, std::string_view path) {
    for (bool anchored = true;; anchored = false) {
        std::string_view piece;
        const bool more = base::cut(pattern, '*', piece);
        const std::size_t at = base::find(path, piece);
        if (at == std::string_view::npos || (anchored && at != 0)) return false;
        if (!more) return true;
        path.remove_prefix(at + piece.size());
    }
}

}  // namespace

UrlPattern parse_pattern(std::string_view text) {
    UrlPattern pattern;
    std::string_view rest = text;
    base::cut(rest, '/', pattern.authority);
    if (!pattern.authority.empty() && pattern.authority.back() == ':' && !rest.empty() && rest.front() == '/') {
        pattern.scheme = {text.data(), pattern.authority.size() - 1};
        rest.remove_prefix(1);  // the second slash
        text = rest;
        base::cut(rest, '/', pattern.authority);
    }
    pattern.path = {text.data() + pattern.authority.size(), text.size() - pattern.authority.size()};
    pattern.host = pattern.authority;
    if (pattern.host.size() > 1 && pattern.host.front() == '*') {
        pattern.below = true;
        pattern.host.remove_prefix(2);
    }
    split_port(pattern.host, pattern.port);
    return pattern;
}

bool matches_beside_host(const UrlPattern& pattern, const Url& url) {
    if (!pattern.scheme.empty() && !base::same_ignoring_case(pattern.scheme, url.scheme)) return false;
    if (pattern.port != 0 && pattern.port != url.port) return false;
    if (pattern.path.size() <= 1) return true;
    // A pattern that asks about the query sees it; no other does, or its '*' would find things there.
    return matches_path(pattern.path, base::find(pattern.path, "?") == std::string_view::npos ? url.path : url.path_and_query);
}

bool matches_host(const UrlPattern& pattern, const std::string_view& host) {
    if (host.size() < pattern.host.size()) return false;
    const std::size_t before = host.size() - pattern.host.size();
    if (!base::same_ignoring_case({host.data() + before, pattern.host.size()}, pattern.host)) return false;
    return before == 0 || (pattern.below && host[before - 1] == '.');
}

}  // namespace assent::gate
