#include <gtest/gtest.h>

#include <random>

#include "base/base64url.h"
#include "consent/record.h"

namespace assent::consent {
namespace {

constexpr std::uint32_t kNow = 1764000000;

Choices some() {
    Choices choices;
    for (const std::size_t position : {0u, 7u, 8u, 17u}) choices.set(position, true);
    return choices;
}

Record::Made made(std::uint32_t now = kNow) { return {Source::save, true, 0xfedcba, 14, now, lifetime_bits(183 * 86400), 18}; }

// A record changed once: first made on day 20000.
Record full() {
    const Record first(made(20000 * 86400), {}, {}, 0x0123456789abcdefu);
    return Record(made(), some(), first, 0x4444);
}

std::string encode(const Record& record) {
    base::Buffer text;
    record.write(text);
    return std::string(std::string_view(text));
}

Record decode(const std::string& text) { return Record(text); }

std::string bytes_of(const Record& record) {
    std::uint8_t bytes[48];
    const std::ptrdiff_t size = base::decode_base64url(encode(record), bytes);
    EXPECT_GE(size, 20);
    return std::string(bytes, bytes + size);
}

std::string text_of(const std::string& bytes) {
    base::Buffer text;
    base::append_base64url(text, {reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()});
    return std::string(std::string_view(text));
}

// `record` with byte `at` of its bytes replaced.
std::string with_byte(const Record& record, std::size_t at, int value) {
    std::string bytes = bytes_of(record);
    bytes.at(at) = static_cast<char>(value);
    return text_of(bytes);
}

TEST(ConsentRecord, HasTheLayoutItsHeaderDraws) {
    const std::string bytes = bytes_of(full());
    const std::string expected("\xd9\xba\xdc\xfe\xef\xcd\xab\x89\x67\x45\x23\x01\x00\x81\x24\x69\x20\x4e\xb7\xe0\x81\x01\x02", 23);
    EXPECT_EQ(bytes, expected);
}

TEST(ConsentRecord, ReadsBackWhatItWrote) {
    const Record back = decode(encode(full()));
    ASSERT_TRUE(back);
    EXPECT_TRUE(back == full());
    EXPECT_EQ(back.version(), kRecordVersion);
    EXPECT_EQ(back.source(), Source::save);
    EXPECT_TRUE(back.changed());
    EXPECT_TRUE(back.signal());
    EXPECT_EQ(back.fingerprint(), 0xfedcbau);
    EXPECT_EQ(back.jurisdiction(), 14u);
    EXPECT_EQ(back.id(), 0x0123456789abcdefu) << "of the first choice";
    EXPECT_EQ(back.first_day(), 20000u);
    EXPECT_EQ(back.at(), kNow);
    EXPECT_EQ(back.lifetime(), 183u * 86400);
    EXPECT_EQ(back.expires(), kNow + 183u * 86400);
    for (std::size_t position = 0; position < 24; ++position) {
        EXPECT_EQ(back.choice(position), position == 0 || position == 7 || position == 8 || position == 17) << position;
    }
    EXPECT_FALSE(Record(made(), some(), {}, 1).changed());
    EXPECT_EQ(Record(made(), some(), {}, 1).id(), 1u);
}

TEST(ConsentRecord, OfTheLargestPolicyFitsInto64Characters) {
    Choices all;
    for (std::size_t i = 0; i < kMaxChoices; ++i) all.set(i, true);
    Record::Made most = made();
    most.positions = kMaxChoices;
    const std::string text = encode(Record(most, all, full(), 1));
    EXPECT_EQ(text.size(), 64u);
    const Record back = decode(text);
    ASSERT_TRUE(back);
    EXPECT_TRUE(back.fits(kMaxChoices));
    for (std::size_t i = 0; i < kMaxChoices; ++i) EXPECT_TRUE(back.choice(i)) << i;
    EXPECT_FALSE(decode(text + "AAAA"));
}

TEST(ConsentRecord, HasOneSourceForEachWayToChoose) {
    for (int source = 0; source < 8; ++source) {
        const Record record = decode(with_byte(full(), 0, 1 | source << 3));
        EXPECT_EQ(static_cast<bool>(record), source >= 1 && source <= 5) << source;
        if (record) {
            EXPECT_EQ(static_cast<int>(record.source()), source);
        }
    }
}

TEST(ConsentRecord, OfALaterVersionIsReadAsFarAsThisOneKnows) {
    for (int version = 2; version < 8; ++version) {
        const Record later = decode(with_byte(full(), 0, version | 7 << 3));
        ASSERT_TRUE(later) << version;
        EXPECT_EQ(later.source(), Source::save) << "a source of the future";
        EXPECT_EQ(later.at(), full().at());
        EXPECT_TRUE(later.fits(18)) << version;
        EXPECT_TRUE(later.fits(10)) << "bytes after the choices are the future's";
        EXPECT_FALSE(later.fits(25)) << "but none may be missing";
    }
    EXPECT_FALSE(decode(with_byte(full(), 0, 0 | 3 << 3))) << "version 0 is another layout";
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
    Record::Made brief = made();
    brief.lifetime = 0;
    EXPECT_FALSE(decode(encode(Record(brief, some(), {}, 1))));
    brief.lifetime = lifetime_bits(60);
    EXPECT_EQ(decode(encode(Record(brief, some(), {}, 1))).lifetime(), 60u);
}

TEST(ConsentRecord, RoundsLifetimesDownToWhatItCanSay) {
    const auto seconds = [](std::uint32_t s) { return lifetime_seconds(lifetime_bits(s)); };
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
        const Record cut = decode(text.substr(0, length));
        if (cut) {
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
        const std::string text = text_of(bytes);
        const Record record = decode(text);
        if (!record) continue;
        ++read;
        EXPECT_GE(bytes.size(), 20u);
        EXPECT_LE(text.size(), kMaxRecordText);
        if (record.version() == kRecordVersion) {
            ASSERT_EQ(encode(record), text) << "what was read is all there was";
        }
    }
    EXPECT_GT(read, 10000) << "the test has to meet records, too";
}

TEST(ConsentRecord, IsNotAnyOtherText) {
    for (const std::string text : {"", "x", "yes", "%7B%22a%22%3A1%7D", "AAAAAAAAAAAAAAAAAAAAAAAAAAAA", "2brc/u/Nq4lnRSMBAIEkaSBOt+CBAQI="}) {
        EXPECT_FALSE(decode(text)) << text;
    }
    EXPECT_FALSE(decode(std::string(1000000, 'A')));
}

}  // namespace
}  // namespace assent::consent
