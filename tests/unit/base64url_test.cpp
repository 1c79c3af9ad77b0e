#include "base/base64url.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>

namespace assent::base {
namespace {

std::string encoded(std::string_view bytes) {
    Buffer text;
    append_base64url(text, {reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()});
    return std::string(std::string_view(text));
}

std::optional<std::string> decoded(std::string_view text, std::size_t room = 1000) {
    std::string bytes(room, '?');
    const std::ptrdiff_t size = decode_base64url(text, {reinterpret_cast<std::uint8_t*>(bytes.data()), bytes.size()});
    return size < 0 ? std::nullopt : std::optional(bytes.substr(0, static_cast<std::size_t>(size)));
}

TEST(Base64url, WritesTheVectorsOfRfc4648WithoutPadding) {
    EXPECT_EQ(encoded(""), "");
    EXPECT_EQ(encoded("f"), "Zg");
    EXPECT_EQ(encoded("fo"), "Zm8");
    EXPECT_EQ(encoded("foo"), "Zm9v");
    EXPECT_EQ(encoded("foob"), "Zm9vYg");
    EXPECT_EQ(encoded("\xfb\xff\xfe"), "-__-");
}

TEST(Base64url, ReadsBackWhateverItWrote) {
    std::string bytes;
    for (int i = 0; i < 256; ++i) {
        bytes.push_back(static_cast<char>(i * 37 & 0xff));
        const auto back = decoded(encoded(bytes));
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
                EXPECT_EQ(encoded(*bytes), text);
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

TEST(Base64url, PutsNoMoreThanThereIsRoomFor) {
    EXPECT_TRUE(decoded("Zm9v", 3).has_value());
    EXPECT_FALSE(decoded("Zm9v", 2).has_value());
    EXPECT_TRUE(decoded("", 0).has_value());
}

}  // namespace
}  // namespace assent::base
