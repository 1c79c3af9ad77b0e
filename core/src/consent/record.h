// The consent record: what the first-party cookie remembers of a visitor's choice, at most 48 bytes, 64 characters as base64url.
//
//   byte 0        bits 0-2 version, 3-5 source, 6 changed, 7 signal
//   bytes 1-3     the low 24 bits of the policy's fingerprint
//   bytes 4-11    id
//   bytes 12-15   when the choice was last made, seconds since 1970
//   bytes 16-17   when it was first made, days since 1970
//   bytes 18-19   lifetime: bits 0-10 how many, bit 11 of what (0 days, 1 minutes); bits 12-15 jurisdiction (15: unknown)
//   bytes 20-     the choices: see Order
//
// Numbers are little-endian. What a reader may meet, then and now: versions 1 to 7 keep every field above where it is and only give
// meaning to what version 1 leaves out: sources that it does not know (read as `save`) and bytes after the choices (passed
// over). So an older reader reads a newer record. Any other layout has version 0 and is refused by readers of this one.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "consent/choices.h"

namespace assent::consent {

inline constexpr std::size_t kMaxRecordText = 64;
inline constexpr std::uint8_t kRecordVersion = 1;
inline constexpr std::uint8_t kUnknownJurisdiction = 15;
static_assert(policy::kMaxJurisdictions <= kUnknownJurisdiction);

enum class Source : std::uint8_t {
    none,  // no record has it: there is none
    accept_all,
    reject_all,
    save,
    withdraw,
    service,  // single services were chosen ("always allow this one"), the question itself is still open
};

// How long a record stands: up to 2047 whole minutes, from there up to 2047 whole days. What lies between is rounded down, but never to
// nothing.
struct Lifetime {
    std::uint16_t count = 1;  // 1 to 2047
    bool minutes = false;

    static Lifetime of(std::uint32_t seconds);
    std::uint32_t seconds() const { return count * (minutes ? 60u : 86400u); }
};

struct Record {
    std::uint8_t version = kRecordVersion;
    Source source = Source::none;
    bool changed = false;   // not the visitor's first choice
    bool signal = false;    // made while the browser sent a privacy signal
    std::uint8_t jurisdiction = kUnknownJurisdiction;  // where it was made: an index into the policy's
    std::uint32_t fingerprint = 0;  // 24 bits
    std::uint64_t id = 0;
    std::uint32_t at = 0;           // seconds since 1970
    std::uint16_t first_day = 0;    // days since 1970
    Lifetime lifetime;
    std::uint8_t choice_bytes = 0;  // how many of `choices` the record has
    Choices choices;

    std::uint64_t expires() const { return std::uint64_t{at} + lifetime.seconds(); }

    // Whether this can be a record of `positions` choices: neither bits missing nor bits of nothing.
    bool fits(std::size_t positions) const;
};

// The record's text: 27 to 64 characters.
std::string encode(const Record& record);

// The record that `text` is; one with Source::none if it is none. Every text is one or the other; none is read halfway.
Record decode(std::string_view text);

}  // namespace assent::consent
