#include "base/flat_text.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

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

}  // namespace
}  // namespace assent::base
