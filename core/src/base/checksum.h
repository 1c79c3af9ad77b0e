// CRC-32 (ISO 3309, ITU-T V.42: polynomial 0x04C11DB7, reflected). Finds every burst of up to 32 flipped bits.
#pragma once

#include <cstdint>
#include <string_view>

namespace assent::base {

// The checksum of `bytes`, going on from `before` (the checksum of what stood ahead of them; 0: nothing did).
// Bit by bit, without a table: an image is a few kilobytes and is summed once per page, the table would cost more.
constexpr std::uint32_t crc32(std::string_view bytes, std::uint32_t before = 0) {
    std::uint32_t crc = ~before;
    for (const char c : bytes) {
        crc ^= static_cast<std::uint8_t>(c);
        for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1) ^ (0xEDB88320u & (0u - (crc & 1u)));
    }
    return ~crc;
}

}  // namespace assent::base
