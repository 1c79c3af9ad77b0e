// base64url without padding (RFC 4648 section 5, and 3.2 for leaving the padding out).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace assent::base {

std::string encode_base64url(std::string_view bytes);

// Strict: one text for one sequence of bytes. Nothing for padding, characters outside the alphabet, a length that no bytes have, or
// trailing bits that are not zero (RFC 4648 section 3.5).
std::optional<std::string> decode_base64url(std::string_view text);

}  // namespace assent::base
