// base64url without padding (RFC 4648 section 5, and 3.2 for leaving the padding out).
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "base/buffer.h"

namespace assent::base {

void append_base64url(Buffer& out, std::span<const std::uint8_t> bytes);

// Puts what `text` says into `bytes`; answers how many they are, or -1. Strict, one text for one sequence of bytes: none for padding, characters
// outside the alphabet, a length that no bytes have, trailing bits that are not zero (RFC 4648 section 3.5); nor for more than there is room for.
std::ptrdiff_t decode_base64url(const std::string_view& text, std::span<std::uint8_t> bytes);

}  // namespace assent::base
