// The record's cookie: finding it in what document.cookie gives, and the text that sets it (RFC 6265bis).
#pragma once

#include <string>
#include <string_view>

#include "consent/record.h"
#include "policy/image.h"

namespace assent::consent {

// The record in a `Cookie:` line. A browser may hold several cookies of the name (set for another path or domain) and tells nothing
// but their values: the one whose choice was made last counts, those that are no record don't. Source::none: there is none.
Record find_record(std::string_view cookies, std::string_view name);

// The page that the cookie is for, as far as its attributes ask.
struct Page {
    std::string_view host;
    bool https = false;
};

// The assignment to document.cookie (and value of a Set-Cookie header) that keeps `value` for `seconds`. Secure on https only. The policy's
// domain is named where the page is on it: elsewhere a browser would throw the cookie away, and with it the choice.
std::string assignment(const policy::Image& image, std::string_view value, std::uint32_t seconds, const Page& page);

}  // namespace assent::consent
