// The record's cookie: finding it in what document.cookie gives, and the text that sets it (RFC 6265bis).
#pragma once

#include <string_view>

#include "base/buffer.h"
#include "consent/record.h"
#include "policy/image.h"

namespace assent::consent {

// The record in a `Cookie:` line, or none. A browser may hold several cookies of the name (set for another path or domain) and tells nothing
// but their values: the one whose choice was made last counts, those that are no record don't.
Record find_record(std::string_view cookies, const std::string_view& name);

// The assignment to document.cookie (and value of a Set-Cookie header) that keeps `record` as long as it stands; for a page on `host`, by
// https or not. Secure on https only. The policy's domain is named where the page is on it: elsewhere a browser would throw the cookie
// away, and with it the choice.
base::Buffer assignment(const policy::Image& image, const Record& record, const std::string_view& host, bool https);

}  // namespace assent::consent
