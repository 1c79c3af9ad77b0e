#include "author/colour.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdio>

namespace assent::author {
namespace {

// WCAG 2.2, relative luminance, to the letter.
double luminance(int red, int green, int blue) {
    const auto linear = [](int part) {
        const double value = part / 255.0;
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

TEST(Colour, WordsOnEveryAccentHaveTheContrastOfText) {
    for (int red = 0; red < 256; red += 3) {
        for (int green = 0; green < 256; green += 3) {
            for (int blue = 0; blue < 256; blue += 3) {
                char hex[8];
                std::snprintf(hex, sizeof hex, "#%02x%02x%02x", red, green, blue);
                const double ground = luminance(red, green, blue);
                const bool black = readable_on(hex) == "#000";
                ASSERT_GE(black ? (ground + 0.05) / 0.05 : 1.05 / (ground + 0.05), 4.5) << hex;
            }
        }
    }
}

TEST(Colour, TakesSixDigitsOfEitherCaseAndNothingElse) {
    EXPECT_EQ(readable_on("#FFD84d"), "#000");
    EXPECT_EQ(readable_on("#0b57D0"), "#fff");
    for (const char* other : {"", "#fff", "#0b57d0ff", "0b57d00", "#0b57dg", "rebeccapurple", "rgb(1 2 3)"}) EXPECT_EQ(readable_on(other), "") << other;
}

}  // namespace
}  // namespace assent::author
