#include "base/json_writer.h"

#include <gtest/gtest.h>

#include <limits>

namespace assent::base {
namespace {

std::string quoted(std::string_view text) {
    std::string out;
    JsonWriter(out).text(text);
    return out;
}

std::string written(std::int64_t value) {
    std::string out;
    JsonWriter(out).number(value);
    return out;
}

TEST(JsonWriter, PutsCommasBetweenValuesAndNowhereElse) {
    std::string out;
    JsonWriter json(out);
    json.begin_object().key("a").number(1).key("b").begin_array().text("x").begin_object().end_object().begin_array().end_array().end_array();
    json.key("c").boolean(true).key("d").boolean(false).key("e").begin_object().key("f").text("").end_object().end_object();
    EXPECT_EQ(out, R"({"a":1,"b":["x",{},[]],"c":true,"d":false,"e":{"f":""}})");
}

TEST(JsonWriter, IsNotMisledByTextsThatEndLikePunctuation) {
    std::string out;
    JsonWriter json(out);
    json.begin_array().text("{").text("[").text(":").text(",").end_array();
    EXPECT_EQ(out, R"(["{","[",":",","])");
}

TEST(JsonWriter, EscapesWhatJsonAndScriptsAskFor) {
    EXPECT_EQ(quoted("\"\\/"), R"("\"\\/")");
    EXPECT_EQ(quoted(std::string_view("\0\x01\t\n\r\x1f\x7f", 7)), "\"\\u0000\\u0001\\u0009\\u000a\\u000d\\u001f\x7f\"");
    EXPECT_EQ(quoted("a\u2028b\u2029c"), R"("a\u2028b\u2029c")");
}

TEST(JsonWriter, LeavesOtherUtf8AsItIs) {
    EXPECT_EQ(quoted("ä \u2027 \u202a € 😀"), "\"ä \u2027 \u202a € 😀\"");
    EXPECT_EQ(quoted("\xe2\x80"), "\"\xe2\x80\"") << "a cut text is not read past its end";
}

TEST(JsonWriter, WritesWholeNumbers) {
    EXPECT_EQ(written(0), "0");
    EXPECT_EQ(written(-1), "-1");
    EXPECT_EQ(written(1764000000), "1764000000");
    EXPECT_EQ(written(std::numeric_limits<std::int64_t>::max()), "9223372036854775807");
    EXPECT_EQ(written(std::numeric_limits<std::int64_t>::min()), "-9223372036854775808");
}

}  // namespace
}  // namespace assent::base
