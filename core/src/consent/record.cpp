#include "consent/record.h"

#include "base/base64url.h"

namespace assent::consent {
namespace {

constexpr unsigned kMaxCount = 0x7ff, kMinutes = 0x800;

}  // namespace

unsigned lifetime_bits(std::uint32_t seconds) {
    const bool in_minutes = seconds < (kMaxCount + 1) * 60;
    const std::uint32_t count = in_minutes ? seconds / 60 : seconds / 86400;
    return (count == 0 ? 1 : count > kMaxCount ? kMaxCount : count) | (in_minutes ? kMinutes : 0);
}

std::uint32_t lifetime_seconds(unsigned bits) { return (bits & kMaxCount) * ((bits & kMinutes) != 0 ? 60 : 86400); }

std::uint64_t Record::get(std::size_t at, std::size_t count) const {
    std::uint64_t value = 0;
    while (count-- > 0) value = value << 8 | bytes_[at + count];
    return value;
}

void Record::set(std::size_t at, std::size_t count, std::uint64_t value) {
    for (; count > 0; --count, value >>= 8) bytes_[at++] = static_cast<std::uint8_t>(value);
}

Record::Record(const std::string_view& text) {
    const std::ptrdiff_t size = base::decode_base64url(text, bytes_);
    if (size < static_cast<std::ptrdiff_t>(kHeader) || version() == 0 || lifetime() == 0 || source() == Source::none) return;
    size_ = static_cast<std::size_t>(size);
}

Record::Record(const Made& made, const Choices& choices, const Record& before, std::uint64_t nonce) : size_(kHeader + (made.positions + 7) / 8) {
    const bool again = static_cast<bool>(before);
    set(0, 1, kRecordVersion | static_cast<unsigned>(made.source) << 3 | (again ? 0x40u : 0u) | (made.signal ? 0x80u : 0u));
    set(1, 3, made.fingerprint);
    set(4, 8, again ? before.id() : nonce);
    set(12, 4, made.now);
    set(16, 2, again ? before.first_day() : made.now / 86400);
    set(18, 2, made.lifetime | made.jurisdiction << 12);
    for (std::size_t i = 0; i < choices.bytes.size(); ++i) bytes_[kHeader + i] = choices.bytes[i];
}

Source Record::source() const {
    const unsigned source = bytes_[0] >> 3 & 7;
    if (source <= static_cast<unsigned>(Source::service) && source != 0) return static_cast<Source>(source);
    return version() == kRecordVersion ? Source::none : Source::save;
}

bool Record::fits(std::size_t positions) const {
    const std::size_t size = kHeader + (positions + 7) / 8;
    if (version() != kRecordVersion) return size_ >= size;
    return size_ == size && (positions % 8 == 0 || bytes_[size - 1] >> (positions % 8) == 0);
}

void Record::write(base::Buffer& out) const { base::append_base64url(out, std::span(bytes_).first(size_)); }

}  // namespace assent::consent
