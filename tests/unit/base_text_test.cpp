#include <gtest/gtest.h>

#include "base/bytes.h"
#include "base/checksum.h"
#include "base/hash.h"
#include "base/utf8.h"

namespace assent::base {
namespace {

TEST(Checksum, IsTheCrc32OfEveryoneElse) {
    EXPECT_EQ(crc32(""), 0u);
    EXPECT_EQ(crc32("123456789"), 0xCBF43926u);  // the check value of ITU-T V.42
    EXPECT_EQ(crc32("6789", crc32("12345")), crc32("123456789"));
}

TEST(Hash, TellsNeighboursApart) {
    EXPECT_NE(hash64(""), hash64(std::string_view("\0", 1)));
    EXPECT_NE(hash64("a"), hash64("b"));
    EXPECT_EQ(hash64("category analytics\n"), hash64("category analytics\n"));
}

// Unicode 15, table 3-7: the well-formed sequences and their neighbours that are not.
TEST(Utf8, AcceptsWhatRfc3629Does) {
    for (const std::string_view good : {"", "a", "\x7f", "\xc2\x80", "\xdf\xbf", "\xe0\xa0\x80", "\xed\x9f\xbf", "\xee\x80\x80", "\xef\xbf\xbf", "\xf0\x90\x80\x80", "\xf4\x8f\xbf\xbf"})
        EXPECT_EQ(find_invalid_utf8(good), std::string_view::npos);
}

TEST(Utf8, RefusesTheRest) {
    for (const std::string_view bad : {"\x80", "\xc0\x80", "\xc1\xbf", "\xe0\x9f\xbf", "\xed\xa0\x80", "\xf0\x8f\xbf\xbf", "\xf4\x90\x80\x80", "\xf5\x80\x80\x80", "\xff", "\xc3", "\xe2\x82", "\xf0\x9f\x98", "\xc3(", "\xe2(\xa1"})
        EXPECT_EQ(find_invalid_utf8(std::string("ok ") + std::string(bad)), 3u);
}

TEST(Utf8, CountsCodePoints) { EXPECT_EQ(count_utf8("aé€😀"), 4u); }

TEST(Bytes, ReadWhatWasWritten) {
    std::string bytes;
    put_le(bytes, 0x1122334455667788ull, 8);
    for (const std::uint64_t value : {0ull, 127ull, 128ull, 16383ull, 16384ull, 0xffffffffull}) put_varint(bytes, value);
    ByteReader in(bytes);
    EXPECT_EQ(in.le(8), 0x1122334455667788ull);
    for (const std::uint32_t value : {0u, 127u, 128u, 16383u, 16384u, 0xffffffffu}) EXPECT_EQ(in.varint(), value);
    EXPECT_TRUE(in.ok() && in.at_end());
}

TEST(Bytes, FailForGoodPastTheEnd) {
    ByteReader in("\x05");
    EXPECT_EQ(in.varint(), 5u);
    EXPECT_TRUE(in.ok());
    EXPECT_EQ(in.varint(), 0u);
    EXPECT_FALSE(in.ok());
    EXPECT_EQ(in.le(4), 0u);
}

TEST(Bytes, RefuseAVarintBeyond32Bits) {
    for (const std::string_view bytes : {"\x80\x80\x80\x80\x10", "\xff\xff\xff\xff\xff\x01", "\x80\x80\x80\x80\x80"}) {
        ByteReader in(bytes);
        in.varint();
        EXPECT_FALSE(in.ok());
    }
}

}  // namespace
}  // namespace assent::base
