// UTF-8 as RFC 3629 defines it: no overlong forms, no surrogates, nothing above U+10FFFF.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace assent::base {

// The code point that starts at `at` (which must be < bytes.size()), and how many bytes it takes; length 0: not UTF-8 there.
struct CodePoint {
    char32_t value = 0;
    std::size_t length = 0;
};

constexpr CodePoint decode_utf8(std::string_view bytes, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(bytes[i]); };
    const std::uint8_t first = byte(at);
    if (first < 0x80) return {first, 1};
    const std::size_t length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
    if (first < 0xc2 || first > 0xf4 || bytes.size() - at < length) return {};
    char32_t value = first & (0x7fu >> length);
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(at + i) & 0xc0) != 0x80) return {};
        value = (value << 6) | (byte(at + i) & 0x3fu);
    }
    const bool overlong = (length == 3 && value < 0x800) || (length == 4 && value < 0x10000);
    const bool surrogate = value >= 0xd800 && value <= 0xdfff;
    if (overlong || surrogate || value > 0x10ffff) return {};
    return {value, length};
}

// The offset of the first byte that is not valid UTF-8; npos when all of it is.
constexpr std::size_t find_invalid_utf8(std::string_view bytes) {
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t length = decode_utf8(bytes, at).length;
        if (length == 0) return at;
        at += length;
    }
    return std::string_view::npos;
}

// How many code points `bytes` (valid UTF-8) holds.
constexpr std::size_t count_utf8(std::string_view bytes) {
    std::size_t count = 0;
    for (const char c : bytes) count += (static_cast<std::uint8_t>(c) & 0xc0) != 0x80;
    return count;
}

}  // namespace assent::base
