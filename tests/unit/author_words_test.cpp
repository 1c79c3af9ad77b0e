// Durations, regions, language tags and guesses: the small words of a policy file.
#include <gtest/gtest.h>

#include <array>

#include "author/duration.h"
#include "author/fields.h"
#include "author/languages.h"
#include "author/regions.h"
#include "author/words.h"

namespace assent::author {
namespace {

std::uint32_t seconds(std::string_view text) {
    const auto duration = parse_duration(text);
    return duration ? duration->seconds : 0;
}

TEST(Duration, IsANumberAndAUnit) {
    EXPECT_EQ(seconds("1 second"), 1u);
    EXPECT_EQ(seconds("30 minutes"), 1800u);
    EXPECT_EQ(seconds("20 hours"), 72'000u);
    EXPECT_EQ(seconds("1 day"), 86'400u);
    EXPECT_EQ(seconds("2 weeks"), 1'209'600u);
    EXPECT_EQ(seconds("1 month"), 30u * kDay);    // 30.4375
    EXPECT_EQ(seconds("3 months"), 91u * kDay);   // 91.3125
    EXPECT_EQ(seconds("6 months"), 183u * kDay);  // 182.625
    EXPECT_EQ(seconds("13 months"), 396u * kDay);
    EXPECT_EQ(seconds("2 years"), 730u * kDay);
    EXPECT_EQ(seconds("100 years"), kLongest);
    EXPECT_EQ(seconds("1 years"), 365u * kDay);
    EXPECT_EQ(parse_duration("session")->kind, Duration::Kind::session);
    EXPECT_EQ(parse_duration("until deleted")->kind, Duration::Kind::until_deleted);
}

TEST(Duration, IsNothingElse) {
    for (const char* text : {"",
                             "years",
                             "2",
                             "2years",
                             "2  years",
                             " 2 years",
                             "2 years ",
                             "0 days",
                             "-1 day",
                             "+1 day",
                             "1.5 hours",
                             "1e3 days",
                             "2 Years",
                             "2 yearss",
                             "2 fortnights",
                             "101 years",
                             "4294967297 seconds",
                             "18446744073709551617 days",
                             "Session",
                             "0x10 days"})
        EXPECT_FALSE(parse_duration(text)) << text;
}

TEST(Region, ExpandsTheUnions) {
    EXPECT_EQ(expand_region("EU").size(), 27u);
    EXPECT_EQ(expand_region("EEA").size(), 30u);
    EXPECT_EQ(expand_region("GB"), std::vector<std::string>{"GB"});
    EXPECT_EQ(expand_region("US-CA"), std::vector<std::string>{"US-CA"});
    EXPECT_EQ(expand_region("*"), std::vector<std::string>{"*"});
    for (const char* code : {"", "eu", "UK", "UK-ENG", "USA", "U", "US-", "US-CALI", "US_CA", "us-CA", "**", "EUROPE"})
        EXPECT_TRUE(expand_region(code).empty()) << code;
}

TEST(Region, BringsItsLaw) {
    EXPECT_EQ(regimes_of("FR"), kEu | kFr);
    EXPECT_EQ(regimes_of("NO"), kEu);
    EXPECT_EQ(regimes_of("GB-SCT"), kUk);
    EXPECT_EQ(regimes_of("US-CA"), kUs | kUsCa);
    EXPECT_EQ(regimes_of("US"), kUs | kUsCa | kUsCo);
    EXPECT_EQ(regimes_of("JP"), 0);
    EXPECT_EQ(name_of(static_cast<Regimes>(kEu | kIt)), "eu, it");
    EXPECT_EQ(name_of(kEverywhere), "all");
}

TEST(LanguageTag, TakesItsCanonicalCase) {
    EXPECT_EQ(canonical_language("EN"), "en");
    EXPECT_EQ(canonical_language("de-at"), "de-AT");
    EXPECT_EQ(canonical_language("ZH-hant-tw"), "zh-Hant-TW");
    EXPECT_EQ(canonical_language("sr-Latn"), "sr-Latn");
    EXPECT_EQ(canonical_language("es-419"), "es-419");
    for (const char* tag : {"", "e", "english", "en_US", "en-", "-en", "en--US", "12", "en-toolongsubtag"})
        EXPECT_FALSE(canonical_language(tag)) << tag;
    EXPECT_FALSE(canonical_language("aa-" + std::string(40, 'b')));
}

TEST(LanguageTag, FallsBackFromTheEnd) {
    EXPECT_EQ(language_chain("zh-Hant-TW"), (std::vector<std::string_view>{"zh-Hant-TW", "zh-Hant", "zh"}));
    EXPECT_TRUE(language_chain("").empty());
}

TEST(Guess, FindsTheNearWord) {
    constexpr std::array<std::string_view, 4> kOptions = {"cookies", "storage", "retention", "reject-all"};
    EXPECT_EQ(nearest("cookeis", kOptions), "cookies");
    EXPECT_EQ(nearest("storag", kOptions), "storage");
    EXPECT_EQ(nearest("reject", kOptions), "reject-all");
    EXPECT_EQ(nearest("colour", kOptions), "");
    EXPECT_EQ(nearest(std::string(1000, 'c'), kOptions), "");
    EXPECT_EQ(one_of(kOptions), "cookies, storage, retention or reject-all");
}

TEST(Quote, CutsBetweenCharacters) {
    EXPECT_EQ(quote("a"), "\"a\"");
    std::string euros;
    for (int i = 0; i < 50; ++i) euros += "€";
    EXPECT_EQ(quote(euros), "\"" + euros.substr(0, 60) + "…\"");
}

}  // namespace
}  // namespace assent::author
