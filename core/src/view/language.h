// Which of the image's languages a visitor sees.
#pragma once

#include <cstddef>
#include <string_view>

#include "policy/image.h"

namespace assent::view {

// The index of the language for a page in `page` (BCP 47): that one, or what is left of it from the right (RFC 4647 3.4: de-AT, de), or
// another variant of the same language. Of a page that names none, the first of `browser` (tags between commas) that can be
// had. Else the policy's default.
std::size_t pick_language(const policy::Image& image, const std::string_view& page, const std::string_view& browser);

}  // namespace assent::view
