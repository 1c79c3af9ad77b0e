#include "consent/record.h"

#include "base/base64url.h"
#include "base/bytes.h"

namespace assent::consent {
namespace {

constexpr std::size_t kHeader = 20;
constexpr std::uint16_t kMaxCount = 0x7ff, kMinutes = 0x800;

static_assert((kHeader + Choices::kBytes) * 4 == kMaxRecordText * 3, "every record has to fit its text, and what fits the text the record");

}  // namespace

Lifetime Lifetime::of(std::uint32_t seconds) {
    const std::uint32_t days = seconds / 86400, minutes = seconds / 60;
    const bool in_minutes = minutes <= kMaxCount;
    const std::uint32_t count = in_minutes ? minutes : days;
    const std::uint32_t bounded = count < 1 ? 1 : count > kMaxCount ? kMaxCount : count;
    return {static_cast<std::uint16_t>(bounded), in_minutes};
}

bool Record::fits(std::size_t positions) const {
    const std::size_t bytes = (positions + 7) / 8;
    if (version != kRecordVersion) return choice_bytes >= bytes;
    if (choice_bytes != bytes) return false;
    for (std::size_t i = positions; i < bytes * 8; ++i) {
        if (choices.get(i)) return false;
    }
    return true;
}

std::string encode(const Record& record) {
    std::string bytes;
    const auto put = [&](std::uint64_t value, int count) { base::put_le(bytes, value, count); };
    put(kRecordVersion | static_cast<unsigned>(record.source) << 3 | (record.changed ? 0x40u : 0u) | (record.signal ? 0x80u : 0u), 1);
    put(record.fingerprint, 3);
    put(record.id, 8);
    put(record.at, 4);
    put(record.first_day, 2);
    put(record.lifetime.count | (record.lifetime.minutes ? kMinutes : 0u) | static_cast<unsigned>(record.jurisdiction) << 12, 2);
    for (std::size_t i = 0; i < record.choice_bytes; ++i) put(record.choices.byte(i), 1);
    return base::encode_base64url(bytes);
}

Record decode(std::string_view text) {
    Record record;
    std::string bytes;
    if (text.size() > kMaxRecordText || !base::decode_base64url(text, bytes)) return record;

    base::ByteReader in(bytes);
    const unsigned first = static_cast<unsigned>(in.le(1));
    record.version = static_cast<std::uint8_t>(first & 7);
    record.changed = (first & 0x40) != 0;
    record.signal = (first & 0x80) != 0;
    record.fingerprint = static_cast<std::uint32_t>(in.le(3));
    record.id = in.le(8);
    record.at = static_cast<std::uint32_t>(in.le(4));
    record.first_day = static_cast<std::uint16_t>(in.le(2));
    const unsigned last = static_cast<unsigned>(in.le(2));
    record.lifetime = {static_cast<std::uint16_t>(last & kMaxCount), (last & kMinutes) != 0};
    record.jurisdiction = static_cast<std::uint8_t>(last >> 12);
    // The text's bound is the bound of what follows.
    while (in.ok() && !in.at_end()) record.choices.set_byte(record.choice_bytes++, static_cast<std::uint8_t>(in.le(1)));
    if (!in.ok() || record.version == 0 || record.lifetime.count == 0) return record;

    const unsigned source = first >> 3 & 7;
    if (source != 0 && source <= static_cast<unsigned>(Source::service)) record.source = static_cast<Source>(source);
    else if (record.version != kRecordVersion) record.source = Source::save;
    return record;
}

}  // namespace assent::consent
