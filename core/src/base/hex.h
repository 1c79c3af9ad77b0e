// Fixed-width hexadecimal, lower case: fingerprints and record ids.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace assent::base {

// Appends the low `digits` hexadecimal digits of `value`, the highest first. `digits` is 1 to 16.
inline void append_hex(std::string& out, std::uint64_t value, int digits) {
    while (digits-- > 0) out.push_back("0123456789abcdef"[(value >> (4 * digits)) & 15]);
}

// The value of exactly 16 hexadecimal digits of either case; nothing for anything else.
inline std::optional<std::uint64_t> parse_hex16(std::string_view text) {
    if (text.size() != 16) return std::nullopt;
    std::uint64_t value = 0;
    for (const char c : text) {
        const int digit = c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
        if (digit < 0) return std::nullopt;
        value = (value << 4) | static_cast<std::uint64_t>(digit);
    }
    return value;
}

}  // namespace assent::base
