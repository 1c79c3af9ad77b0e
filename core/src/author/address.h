// Addresses and patterns of a policy file: what is well formed, and the canonical form in which the image carries it (policy/policy.h).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace assent::author {

// A pattern in canonical form, or what is wrong with it in words that complete "This pattern ...".
struct Canonical {
    std::string text;
    std::string wrong;

    bool ok() const { return wrong.empty(); }
};

// "example.org", "*.example.org", "localhost", "127.0.0.1", "[::1]"; ASCII only, so international names in their xn-- form.
Canonical canonical_host_pattern(std::string_view text);

// A host pattern with, if wanted, scheme, port and path prefix; or "/path" on the site's own hosts.
Canonical canonical_url_pattern(std::string_view text);

// A cookie's or storage key's name: exact, "prefix*" or "*suffix".
enum class NameKind { cookie, storage_key };
Canonical canonical_name_pattern(std::string_view text, NameKind kind);

// Whether the pattern (canonical) stays on the hosts of `own`, or is a path on the site's own hosts.
bool within_hosts(std::string_view pattern, const std::vector<std::string>& own);

// Whether some name fits both canonical name patterns. A prefix and a suffix are taken not to meet unless one holds the other.
bool names_meet(std::string_view a, std::string_view b);

// An absolute http or https URL with a host, without user info, blanks or controls.
bool is_web_url(std::string_view text);
bool is_https_url(std::string_view text);
// A path from the root of the site: "/privacy", not "//host".
bool is_rooted_path(std::string_view text);

}  // namespace assent::author
