// Numbers as text: decimal as the page gives them, and the 16 hexadecimal digits of fingerprints and record ids. No locale.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace assent::base {

void append_decimal(std::string& out, std::uint64_t value);

// A number of seconds since 1970, or any other count: 1 to 10 decimal digits that fit 32 bits; false for anything else.
bool parse_decimal(const std::string_view& text, std::uint32_t& value);

// Appends the low `digits` hexadecimal digits of `value`, lower case, the highest first. `digits` is 1 to 16.
void append_hex(std::string& out, std::uint64_t value, int digits);

// The value of exactly 16 hexadecimal digits of either case; false for anything else.
bool parse_hex16(const std::string_view& text, std::uint64_t& value);

}  // namespace assent::base
