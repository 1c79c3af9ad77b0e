#include "base/base64url.h"

#include <cstdint>

namespace assent::base {
namespace {

constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

}  // namespace

std::string encode_base64url(std::string_view bytes) {
    std::string text;
    std::uint32_t bits = 0;
    int held = 0;  // how many of the low bits are still to be written
    for (const char c : bytes) {
        bits = (bits << 8) | static_cast<std::uint8_t>(c);
        for (held += 8; held >= 6;) {
            held -= 6;
            text.push_back(kAlphabet[(bits >> held) & 63]);
        }
    }
    if (held > 0) text.push_back(kAlphabet[(bits << (6 - held)) & 63]);
    return text;
}

bool decode_base64url(std::string_view text, std::string& bytes) {
    bytes.clear();
    std::uint32_t bits = 0;
    int held = 0;
    for (const char c : text) {
        const std::size_t value = kAlphabet.find(c);
        if (value == std::string_view::npos) return false;
        bits = (bits << 6) | static_cast<std::uint32_t>(value);
        held += 6;
        if (held >= 8) {
            held -= 8;
            bytes.push_back(static_cast<char>((bits >> held) & 0xff));
        }
    }
    // Six bits left over are a character that no byte called for.
    return held != 6 && (bits & ((1u << held) - 1)) == 0;
}

}  // namespace assent::base
