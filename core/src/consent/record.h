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

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "base/buffer.h"
#include "consent/choices.h"

namespace assent::consent {

inline constexpr std::size_t kMaxRecordText = 64;
inline constexpr unsigned kRecordVersion = 1;
inline constexpr unsigned kUnknownJurisdiction = 15;
static_assert(policy::kMaxJurisdictions <= kUnknownJurisdiction);

enum class Source : std::uint8_t {
    none,  // no record has it
    accept_all,
    reject_all,
    save,
    withdraw,
    service,  // single services were chosen ("always allow this one"), the question itself is still open
};

// How long a record stands, as it says it (12 bits): up to 2047 whole minutes, from there up to 2047 whole days. What lies between is rounded
// down, but never to nothing.
unsigned lifetime_bits(std::uint32_t seconds);
std::uint32_t lifetime_seconds(unsigned bits);

// A record is its bytes.
class Record {
public:
    // There is none.
    Record() = default;

    // The record that `text` is, or none. Every text is one or the other; none is read halfway.
    explicit Record(const std::string_view& text);

    // A choice made at `now`. It keeps the id and the first day of `before`; if that is none, they are `nonce` and this day.
    struct Made {
        Source source;
        bool signal;  // while the browser sent a privacy signal
        std::uint32_t fingerprint;
        unsigned jurisdiction;  // where: an index into the policy's, or kUnknownJurisdiction
        std::uint32_t now;      // seconds since 1970
        unsigned lifetime;      // lifetime_bits()
        std::size_t positions;  // how many choices
    };
    Record(const Made& made, const Choices& choices, const Record& before, std::uint64_t nonce);

    explicit operator bool() const { return size_ != 0; }
    bool operator==(const Record& other) const { return size_ == other.size_ && bytes_ == other.bytes_; }

    unsigned version() const { return bytes_[0] & 7; }
    Source source() const;
    bool changed() const { return (bytes_[0] & 0x40) != 0; }  // not the visitor's first choice
    bool signal() const { return (bytes_[0] & 0x80) != 0; }
    std::uint32_t fingerprint() const { return static_cast<std::uint32_t>(get(1, 3)); }
    std::uint64_t id() const { return get(4, 8); }
    std::uint32_t at() const { return static_cast<std::uint32_t>(get(12, 4)); }
    unsigned first_day() const { return static_cast<unsigned>(get(16, 2)); }
    std::uint32_t lifetime() const { return lifetime_seconds(static_cast<unsigned>(get(18, 2)) & 0xfff); }
    unsigned jurisdiction() const { return bytes_[19] >> 4; }
    std::uint64_t expires() const { return std::uint64_t{at()} + lifetime(); }
    bool choice(std::size_t position) const { return ((bytes_[kHeader + position / 8] >> (position % 8)) & 1) != 0; }

    // Whether this can be a record of `positions` choices: neither bits missing nor bits of nothing.
    bool fits(std::size_t positions) const;

    // The record's text: 27 to 64 characters; nothing for none.
    void write(base::Buffer& out) const;

private:
    static constexpr std::size_t kHeader = 20, kBytes = kMaxRecordText * 3 / 4;
    static_assert(kHeader + sizeof(Choices) == kBytes, "every record has to fit its text, and what fits the text the record");

    std::uint64_t get(std::size_t at, std::size_t count) const;
    void set(std::size_t at, std::size_t count, std::uint64_t value);

    std::array<std::uint8_t, kBytes> bytes_{};
    std::size_t size_ = 0;
};

}  // namespace assent::consent
