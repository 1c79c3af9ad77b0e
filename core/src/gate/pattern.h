// URL patterns of a policy: [scheme://][*.]host[:port][/path], or /path on the site's own hosts (policy/policy.h).
#pragma once

#include <cstdint>
#include <string_view>

#include "gate/url.h"

namespace assent::gate {

struct UrlPattern {
    std::string_view scheme;     // empty: any
    std::string_view authority;  // "*.host:port", as it stands
    std::string_view host;       // of it, the host; empty: the site's own hosts
    bool below = false;          // the host and all below it
    std::uint32_t port = 0;      // 0: any
    std::string_view path;       // a prefix, '*' stands for any run of characters; empty: any
};

UrlPattern parse_pattern(std::string_view text);

// Whether all but the host matches.
bool matches_beside_host(const UrlPattern& pattern, const Url& url);

// Whether `host` is the pattern's host, or below it if it says so.
bool matches_host(const UrlPattern& pattern, const std::string_view& host);

}  // namespace assent::gate
