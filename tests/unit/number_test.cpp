#include "base/number.h"

#include <gtest/gtest.h>

#include <optional>

namespace assent::base {
namespace {

std::optional<std::uint32_t> decimal(std::string_view text) {
    std::uint32_t value = 0;
    return parse_decimal(text, value) ? std::optional(value) : std::nullopt;
}

std::optional<std::uint64_t> hex16(std::string_view text) {
    std::uint64_t value = 0;
    return parse_hex16(text, value) ? std::optional(value) : std::nullopt;
}

TEST(Number, ReadsCountsOfUpTo32Bits) {
    EXPECT_EQ(decimal("0"), 0u);
    EXPECT_EQ(decimal("1764000000"), 1764000000u);
    EXPECT_EQ(decimal("4294967295"), 4294967295u);
    for (const std::string_view text : {"", "-1", "+1", " 1", "1 ", "1.5", "1e3", "0x10", "4294967296", "99999999999", "18446744073709551617"}) {
        EXPECT_FALSE(decimal(text).has_value()) << text;
    }
}

TEST(Number, OfSixteenDigitsNoMoreNoLess) {
    EXPECT_EQ(hex16("0123456789abcdef"), 0x0123456789abcdefu);
    EXPECT_EQ(hex16("FFFFFFFFFFFFFFFF"), UINT64_MAX);
    for (const std::string_view text : {"", "0", "0123456789abcde", "0123456789abcdef0", "0123456789abcdeg", "0x23456789abcdef"}) {
        EXPECT_FALSE(hex16(text).has_value()) << text;
    }
    std::string out = "id ";
    append_hex(out, 0x0123456789abcdefu, 16);
    append_hex(out, 0x5, 2);
    EXPECT_EQ(out, "id 0123456789abcdef05");
}

TEST(Number, WritesDecimals) {
    std::string out = "Max-Age=";
    append_decimal(out, 0);
    append_decimal(out, UINT64_MAX);
    EXPECT_EQ(out, "Max-Age=018446744073709551615");
}

}  // namespace
}  // namespace assent::base
