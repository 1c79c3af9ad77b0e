// Little-endian numbers and varints in byte strings: the alphabet of the policy image and the consent record.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace assent::base {

// Appends the low `count` bytes of `value`, least significant first. `count` is 1 to 8.
inline void put_le(std::string& out, std::uint64_t value, int count) {
    for (int i = 0; i < count; ++i) out.push_back(static_cast<char>((value >> (8 * i)) & 0xff));
}

// Appends `value` in 7-bit groups, least significant first, the high bit of a byte saying that more follow (LEB128).
inline void put_varint(std::string& out, std::uint64_t value) {
    for (; value >= 0x80; value >>= 7) out.push_back(static_cast<char>((value & 0x7f) | 0x80));
    out.push_back(static_cast<char>(value));
}

// Reads what the functions above wrote. A read past the end, or a varint that does not fit 32 bits, gives 0 and makes the
// reader fail for good: callers read a whole section and ask `ok()` once.
class ByteReader {
public:
    explicit ByteReader(std::string_view bytes) : bytes_(bytes) {}

    bool ok() const { return ok_; }
    bool at_end() const { return at_ == bytes_.size(); }
    std::size_t position() const { return at_; }

    std::uint64_t le(int count) {
        std::uint64_t value = 0;
        for (int i = 0; i < count; ++i) value |= static_cast<std::uint64_t>(byte()) << (8 * i);
        return value;
    }

    std::uint32_t varint() {
        std::uint64_t value = 0;
        for (int shift = 0; shift < 35; shift += 7) {
            const std::uint8_t b = byte();
            value |= static_cast<std::uint64_t>(b & 0x7f) << shift;
            if ((b & 0x80) == 0) return value <= UINT32_MAX ? static_cast<std::uint32_t>(value) : fail();
        }
        return fail();
    }

private:
    std::uint8_t byte() {
        if (!ok_ || at_ == bytes_.size()) return fail();
        return static_cast<std::uint8_t>(bytes_[at_++]);
    }
    std::uint8_t fail() {
        ok_ = false;
        return 0;
    }

    std::string_view bytes_;
    std::size_t at_ = 0;
    bool ok_ = true;
};

}  // namespace assent::base
