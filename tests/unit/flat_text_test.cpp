#include "base/flat_text.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "base/hex.h"

namespace assent::base {
namespace {

using Lines = std::vector<std::pair<std::string, std::string>>;

Lines lines(std::string_view text) {
    Lines found;
    FlatLine line;
    while (next_line(text, line)) found.emplace_back(line.key, line.value);
    return found;
}

TEST(FlatText, TakesLinesApartAtTheirFirstEqualsSign) {
    EXPECT_EQ(lines("save\nnow=17\ncookie=a=b; c==\nlang="), (Lines{{"save", ""}, {"now", "17"}, {"cookie", "a=b; c=="}, {"lang", ""}}));
}

TEST(FlatText, KeepsSpacesAndCarriageReturnsBecauseThereIsNoEscape) {
    EXPECT_EQ(lines(" a = b \r\n"), (Lines{{" a ", " b \r"}}));
}

TEST(FlatText, HasNoLinesInNothingAndEmptyOnesBetweenBreaks) {
    EXPECT_EQ(lines(""), Lines{});
    EXPECT_EQ(lines("\n\na"), (Lines{{"", ""}, {"", ""}, {"a", ""}}));
    EXPECT_EQ(lines("=x\n"), (Lines{{"", "x"}}));
}

TEST(FlatText, ReadsCountsOfUpTo32Bits) {
    EXPECT_EQ(parse_count("0"), 0u);
    EXPECT_EQ(parse_count("1764000000"), 1764000000u);
    EXPECT_EQ(parse_count("4294967295"), 4294967295u);
    for (const std::string_view text : {"", "-1", "+1", " 1", "1 ", "1.5", "1e3", "0x10", "4294967296", "99999999999"}) {
        EXPECT_FALSE(parse_count(text).has_value()) << text;
    }
}

TEST(Hex, IsSixteenDigitsNoMoreNoLess) {
    EXPECT_EQ(parse_hex16("0123456789abcdef"), 0x0123456789abcdefu);
    EXPECT_EQ(parse_hex16("FFFFFFFFFFFFFFFF"), UINT64_MAX);
    for (const std::string_view text : {"", "0", "0123456789abcde", "0123456789abcdef0", "0123456789abcdeg", "0x23456789abcdef"}) {
        EXPECT_FALSE(parse_hex16(text).has_value()) << text;
    }
    std::string out = "id ";
    append_hex(out, 0x0123456789abcdefu, 16);
    append_hex(out, 0x5, 2);
    EXPECT_EQ(out, "id 0123456789abcdef05");
}

}  // namespace
}  // namespace assent::base
