// A 64-bit hash for fingerprints: FNV-1a over the bytes, then a finaliser that spreads every bit.
// Not a secret and not a signature: it tells two versions of a policy apart.
#pragma once

#include <cstdint>
#include <string_view>

namespace assent::base {

constexpr std::uint64_t hash64(std::string_view bytes) {
    std::uint64_t h = 0xcbf29ce484222325ull;
    for (const char c : bytes) {
        h ^= static_cast<std::uint8_t>(c);
        h *= 0x100000001b3ull;
    }
    h ^= h >> 33;  // the finaliser of MurmurHash3 (fmix64)
    h *= 0xff51afd7ed558ccdull;
    h ^= h >> 33;
    h *= 0xc4ceb9fe1a85ec53ull;
    h ^= h >> 33;
    return h;
}

}  // namespace assent::base
