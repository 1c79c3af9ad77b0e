#include "base/base64url.h"

namespace assent::base {
namespace {

constexpr char kAlphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

}  // namespace

void append_base64url(Buffer& out, std::span<const std::uint8_t> bytes) {
    std::uint32_t bits = 0;
    int held = 0;  // how many of the low bits are still to be written
    for (const std::uint8_t byte : bytes) {
        bits = (bits << 8) | byte;
        for (held += 8; held >= 6;) {
            held -= 6;
            out.push_back(kAlphabet[(bits >> held) & 63]);
        }
    }
    if (held > 0) out.push_back(kAlphabet[(bits << (6 - held)) & 63]);
}

std::ptrdiff_t decode_base64url(const std::string_view& text, std::span<std::uint8_t> bytes) {
    std::uint32_t bits = 0;
    int held = 0;
    std::size_t size = 0;
    for (const char c : text) {
        std::uint32_t value = 0;
        while (value < 64 && kAlphabet[value] != c) ++value;
        if (value == 64) return -1;
        bits = (bits << 6) | value;
        held += 6;
        if (held >= 8) {
            held -= 8;
            if (size == bytes.size()) return -1;
            bytes[size++] = static_cast<std::uint8_t>(bits >> held);
        }
    }
    // Six bits left over are a character that no byte called for.
    if (held == 6 || (bits & ((1u << held) - 1)) != 0) return -1;
    return static_cast<std::ptrdiff_t>(size);
}

}  // namespace assent::base
