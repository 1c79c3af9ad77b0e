// base64url without padding (RFC 4648 section 5, and 3.2 for leaving the padding out).
#pragma once

#include <string>
#include <string_view>

namespace assent::base {

std::string encode_base64url(std::string_view bytes);

// Puts what `text` says into `bytes`. Strict, one text for one sequence of bytes: false, and `bytes` of no meaning, for padding, characters
// outside the alphabet, a length that no bytes have, or trailing bits that are not zero (RFC 4648 section 3.5).
bool decode_base64url(std::string_view text, std::string& bytes);

}  // namespace assent::base
