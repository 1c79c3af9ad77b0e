// Numbers as text: decimal as the page gives them, and the 16 hexadecimal digits of fingerprints and record ids. No locale.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/buffer.h"

namespace assent::base {

// `Out` is std::string or Buffer.
template <class Out>
void append_decimal(Out& out, std::uint64_t value);

// Appends the low `digits` hexadecimal digits of `value`, lower case, the highest first. `digits` is 1 to 16.
template <class Out>
void append_hex(Out& out, std::uint64_t value, int digits);

extern template void append_decimal(std::string&, std::uint64_t);
extern template void append_decimal(Buffer&, std::uint64_t);
extern template void append_hex(std::string&, std::uint64_t, int);
extern template void append_hex(Buffer&, std::uint64_t, int);

// A number of seconds since 1970, or any other count: 1 to 10 decimal digits that fit 32 bits; false for anything else.
bool parse_decimal(const std::string_view& text, std::uint32_t& value);

// The value of exactly 16 hexadecimal digits of either case; false for anything else.
bool parse_hex16(const std::string_view& text, std::uint64_t& value);

}  // namespace assent::base
