#include "base/base64url.h"

#include <gtest/gtest.h>

#include <optional>

namespace assent::base {
namespace {

std::optional<std::string> decoded(std::string_view text) {
    std::string bytes = "left over";
    return decode_base64url(text, bytes) ? std::optional(bytes) : std::nullopt;
}

TEST(Base64url, WritesTheVectorsOfRfc4648WithoutPadding) {
    EXPECT_EQ(encode_base64url(""), "");
    EXPECT_EQ(encode_base64url("f"), "Zg");
    EXPECT_EQ(encode_base64url("fo"), "Zm8");
    EXPECT_EQ(encode_base64url("foo"), "Zm9v");
    EXPECT_EQ(encode_base64url("foob"), "Zm9vYg");
    EXPECT_EQ(encode_base64url("\xfb\xff\xfe"), "-__-");
}

TEST(Base64url, ReadsBackWhateverItWrote) {
    std::string bytes;
    for (int i = 0; i < 256; ++i) {
        bytes.push_back(static_cast<char>(i * 37 & 0xff));
        const auto back = decoded(encode_base64url(bytes));
        ASSERT_TRUE(back.has_value()) << i;
        EXPECT_EQ(*back, bytes) << i;
    }
}

TEST(Base64url, HasOneTextForOneSequenceOfBytes) {
    const std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    int accepted = 0;
    for (const char first : alphabet) {
        for (const char second : alphabet) {
            const std::string text = {first, second};
            const auto bytes = decoded(text);
            accepted += bytes.has_value();
            if (bytes) {
                EXPECT_EQ(encode_base64url(*bytes), text);
            }
        }
    }
    EXPECT_EQ(accepted, 256) << "of 4096 texts of two characters, as many as there are bytes";
}

TEST(Base64url, RefusesWhatIsNotStrict) {
    for (const std::string_view text : {"Zg==", "Zm8=", "Z", "Zm9vY", "Zh", "Zm9", "Zm+v", "Zm/v", " Zg", "Zg\n", "Zg.", "Z\xc3\xa4g"}) {
        EXPECT_FALSE(decoded(text).has_value()) << text;
    }
    EXPECT_FALSE(decoded(std::string_view("Zg\0", 3)).has_value());
}

}  // namespace
}  // namespace assent::base
