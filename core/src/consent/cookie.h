// The record's cookie: finding it in what document.cookie gives, and the text that sets it (RFC 6265bis).
#pragma once

#include <string_view>

#include "base/buffer.h"
#include "consent/record.h"
#include "policy/image.h"

namespace assent::consent {

// The record in a `Cookie:` line, or none. A browser may hold several cookies of the name (set for another path or domain) and tells nothing
// but their values: the one whose choice was made last counts, those that are no record don't.
Record find_record(std::string_view cookies, const char* name);

// The assignment to document.cookie (and value of a Set-Cookie header) that keeps `record` as long as it stands. `on_domain`: the page is on the
// policy's domain, which is named then; elsewhere a browser would throw the cookie away, and with it the choice. `https`: so is the page's
// URL; the cookie is Secure then.
base::Buffer assignment(const policy::Image& image, const Record& record, bool on_domain, bool https);

}  // namespace assent::consent
