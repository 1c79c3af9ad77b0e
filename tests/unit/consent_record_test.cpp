#include <gtest/gtest.h>

#include <random>

#include "base/base64url.h"
#include "consent/record.h"

namespace assent::consent {
namespace {

Record full() {
    Record record;
    record.source = Source::save;
    record.changed = true;
    record.signal = true;
    record.jurisdiction = 14;
    record.fingerprint = 0xfedcba;
    record.id = 0x0123456789abcdefu;
    record.at = 1764000000;
    record.first_day = 20000;
    record.lifetime = {183, false};
    record.choice_bytes = 3;
    for (const std::size_t position : {0u, 7u, 8u, 17u}) record.choices.set(position, true);
    return record;
}

std::string bytes_of(const Record& record) {
    std::string bytes;
    EXPECT_TRUE(base::decode_base64url(encode(record), bytes));
    return bytes;
}

bool is_record(const Record& record) { return record.source != Source::none; }

void expect_same(const Record& a, const Record& b) {
    EXPECT_EQ(a.version, b.version);
    EXPECT_EQ(a.source, b.source);
    EXPECT_EQ(a.changed, b.changed);
    EXPECT_EQ(a.signal, b.signal);
    EXPECT_EQ(a.jurisdiction, b.jurisdiction);
    EXPECT_EQ(a.fingerprint, b.fingerprint);
    EXPECT_EQ(a.id, b.id);
    EXPECT_EQ(a.at, b.at);
    EXPECT_EQ(a.first_day, b.first_day);
    EXPECT_EQ(a.lifetime.count, b.lifetime.count);
    EXPECT_EQ(a.lifetime.minutes, b.lifetime.minutes);
    EXPECT_EQ(a.choice_bytes, b.choice_bytes);
    EXPECT_TRUE(a.choices == b.choices);
}

// `record` with byte `at` of its bytes replaced.
std::string with_byte(const Record& record, std::size_t at, int value) {
    std::string bytes = bytes_of(record);
    bytes.at(at) = static_cast<char>(value);
    return base::encode_base64url(bytes);
}

TEST(ConsentRecord, HasTheLayoutItsHeaderDraws) {
    const std::string bytes = bytes_of(full());
    const std::string expected("\xd9\xba\xdc\xfe\xef\xcd\xab\x89\x67\x45\x23\x01\x00\x81\x24\x69\x20\x4e\xb7\xe0\x81\x01\x02", 23);
    EXPECT_EQ(bytes, expected);
}

TEST(ConsentRecord, ReadsBackWhatItWrote) {
    const auto back = decode(encode(full()));
    ASSERT_TRUE(is_record(back));
    expect_same(back, full());
    EXPECT_EQ(back.expires(), 1764000000u + 183u * 86400u);
}

TEST(ConsentRecord, OfTheLargestPolicyFitsInto64Characters) {
    Record record = full();
    record.choice_bytes = Choices::kBytes;
    for (std::size_t i = 0; i < kMaxChoices; ++i) record.choices.set(i, true);
    const std::string text = encode(record);
    EXPECT_EQ(text.size(), 64u);
    const auto back = decode(text);
    ASSERT_TRUE(is_record(back));
    expect_same(back, record);
    EXPECT_FALSE(is_record(decode(text + "AAAA")));
}

TEST(ConsentRecord, HasOneSourceForEachWayToChoose) {
    for (int source = 0; source < 8; ++source) {
        const auto record = decode(with_byte(full(), 0, 1 | source << 3));
        EXPECT_EQ(is_record(record), source >= 1 && source <= 5) << source;
        if (is_record(record)) {
            EXPECT_EQ(static_cast<int>(record.source), source);
        }
    }
}

TEST(ConsentRecord, OfALaterVersionIsReadAsFarAsThisOneKnows) {
    for (int version = 2; version < 8; ++version) {
        const auto later = decode(with_byte(full(), 0, version | 7 << 3));
        ASSERT_TRUE(is_record(later)) << version;
        EXPECT_EQ(later.source, Source::save) << "a source of the future";
        EXPECT_EQ(later.at, full().at);
        EXPECT_TRUE(later.fits(18)) << version;
        EXPECT_TRUE(later.fits(10)) << "bytes after the choices are the future's";
        EXPECT_FALSE(later.fits(25)) << "but none may be missing";
    }
    EXPECT_FALSE(is_record(decode(with_byte(full(), 0, 0 | 3 << 3)))) << "version 0 is another layout";
}

TEST(ConsentRecord, FitsAPolicyByItsNumberOfChoicesOnly) {
    const Record record = full();  // three bytes, the last bit at 17
    EXPECT_TRUE(record.fits(18));
    EXPECT_TRUE(record.fits(24));
    EXPECT_FALSE(record.fits(17)) << "a bit of nothing";
    EXPECT_FALSE(record.fits(16));
    EXPECT_FALSE(record.fits(25));
}

TEST(ConsentRecord, NeedsALifetime) {
    Record minutes = full();
    minutes.lifetime = {0, true};
    EXPECT_FALSE(is_record(decode(encode(minutes))));
    minutes.lifetime = {1, true};
    EXPECT_EQ(decode(encode(minutes)).lifetime.seconds(), 60u);
}

TEST(ConsentRecord, RoundsLifetimesDownToWhatItCanSay) {
    const auto seconds = [](std::uint32_t s) { return Lifetime::of(s).seconds(); };
    EXPECT_EQ(seconds(0), 60u);
    EXPECT_EQ(seconds(59), 60u);
    EXPECT_EQ(seconds(30 * 60), 30u * 60);
    EXPECT_EQ(seconds(86400), 86400u);
    EXPECT_EQ(seconds(86400 + 3600), 86400u + 3600);
    EXPECT_EQ(seconds(2047 * 60 + 59), 2047u * 60);
    EXPECT_EQ(seconds(2048 * 60), 86400u) << "34 hours and more: whole days";
    EXPECT_EQ(seconds(183 * 86400), 183u * 86400);
    EXPECT_EQ(seconds(730 * 86400 + 1), 730u * 86400);
    EXPECT_EQ(seconds(2048u * 86400), 2047u * 86400);
    EXPECT_EQ(seconds(UINT32_MAX), 2047u * 86400);
}

TEST(ConsentRecord, CutAnywhereIsRefusedOrNoLongerFits) {
    const std::string text = encode(full());
    for (std::size_t length = 0; length < text.size(); ++length) {
        const auto cut = decode(text.substr(0, length));
        if (is_record(cut)) {
            EXPECT_FALSE(cut.fits(18)) << length;
        }
    }
}

TEST(ConsentRecord, IsEitherReadWholeOrRefusedWhateverTheBytes) {
    std::mt19937 random(20261123);
    int read = 0;
    for (int round = 0; round < 200000; ++round) {
        std::string bytes(random() % 50, '\0');
        for (char& c : bytes) c = static_cast<char>(random());
        const std::string text = base::encode_base64url(bytes);
        const auto record = decode(text);
        if (!is_record(record)) continue;
        ++read;
        EXPECT_GE(bytes.size(), 20u);
        EXPECT_LE(text.size(), kMaxRecordText);
        if (record.version == kRecordVersion) {
            ASSERT_EQ(encode(record), text) << "what was read is all there was";
        }
    }
    EXPECT_GT(read, 10000) << "the test has to meet records, too";
}

TEST(ConsentRecord, IsNotAnyOtherText) {
    for (const std::string_view text : {"", "x", "yes", "%7B%22a%22%3A1%7D", "AAAAAAAAAAAAAAAAAAAAAAAAAAAA", "2brc/u/Nq4lnRSMBAIEkaSBOt+CBAQI="}) {
        EXPECT_FALSE(is_record(decode(text))) << text;
    }
    EXPECT_FALSE(is_record(decode(std::string(1000000, 'A'))));
}

}  // namespace
}  // namespace assent::consent
