// What makes a visitor be asked again, and what doesn't.
#include <algorithm>

#include "author_support.h"

namespace assent {
namespace {

std::string plain() { return test::policy_fixture("plain.json"); }
std::string print(const std::string& policy) { return test::parsed(fingerprint(policy))["fingerprint"]; }
std::string changed(std::string_view from, std::string_view to) { return print(test::edited(plain(), from, to)); }

TEST(Fingerprint, ChangesWithWhatIsConsentedTo) {
    const std::string before = print(plain());
    EXPECT_EQ(before.size(), 16u);
    EXPECT_NE(before, changed("\"count_*\", \"lifetime\": \"1 year\"", "\"count_*\", \"lifetime\": \"13 months\""));
    EXPECT_NE(before, changed("\"name\": \"count_*\"", "\"name\": \"visit_*\""));
    EXPECT_NE(before, changed("\"lifetime\": \"1 year\"", "\"lifetime\": \"1 year\", \"renewed\": true"));
    EXPECT_NE(before, changed("\"name\": \"Counter GmbH\"", "\"name\": \"Counter Inc\""));
    EXPECT_NE(before, changed("\"*.counter.example\"", "\"*.counter.test\""));
    EXPECT_NE(before, changed("\"tag\": \"audience-measurement\"", "\"tag\": \"advertising\""));
    EXPECT_NE(before, changed("\"legalBasis\": \"consent\"", "\"legalBasis\": \"contract\""));
    EXPECT_NE(before, changed("{ \"id\": \"analytics\" }", "{ \"id\": \"analytics\" }, { \"id\": \"marketing\" }"));
    EXPECT_NE(before, changed("\"category\": \"analytics\"", "\"category\": \"necessary\""));
    EXPECT_NE(before, changed("\"basis\": \"strictly-necessary\"", "\"basis\": \"security\""));
    EXPECT_NE(before, changed("\"key\": \"basket\"", "\"key\": \"cart\""));
    EXPECT_NE(before, changed("\"domain\": \"counter.example\"", "\"domain\": \"counter.test\""));
}

TEST(Fingerprint, StaysWhenOnlyWordsAndLooksChange) {
    const std::string before = print(plain());
    EXPECT_EQ(before, changed("\"title\": \"Counter\"", "\"title\": \"Our counter\""));
    EXPECT_EQ(before, changed("Counts visitors, without their names.", "Counts the people who visit."));
    EXPECT_EQ(before, changed("Tells visitors apart.", "Tells one visitor from another."));
    EXPECT_EQ(before, changed("\"name\": \"Plain\"", "\"name\": \"Plainer\""));
    EXPECT_EQ(before, changed("  \"record\"", "  \"banner\": { \"layout\": \"bar\", \"theme\": { \"accent\": \"red\" } },\n  \"record\""));
    EXPECT_EQ(before, changed("\"lifetime\": \"6 months\" }", "\"lifetime\": \"7 months\" }"));
    EXPECT_EQ(before, changed("\"lifetime\": \"1 year\"", "\"lifetime\": \"365 days\""));
    EXPECT_EQ(before, changed("counter.example/privacy", "counter.example/notice"));
}

TEST(Fingerprint, KnowsNoOrderAndNoSpelling) {
    const std::string policy = test::read("demo/policies/conversationware.json");
    const std::string before = print(policy);
    EXPECT_EQ(before, print(test::parsed(policy).dump()));
    test::Json turned = test::parsed(policy);
    std::reverse(turned["services"].begin(), turned["services"].end());
    std::reverse(turned["purposes"].begin(), turned["purposes"].end());
    std::reverse(turned["categories"].begin(), turned["categories"].end());
    for (test::Json& service : turned["services"])
        for (const char* list : {"cookies", "urls", "purposes", "inline"})
            if (service.contains(list)) std::reverse(service[list].begin(), service[list].end());
    EXPECT_EQ(before, print(turned.dump()));
}

TEST(Fingerprint, IsTheOneInTheReport) {
    const std::string policy = test::read("demo/policies/conversationware.json");
    EXPECT_EQ(test::report(policy)["fingerprint"], print(policy));
}

// Two lists of facts compared say why visitors are asked again.
TEST(Fingerprint, SaysWhatItIsMadeOf) {
    const auto parts = test::parsed(fingerprint(plain()))["parts"].get<std::vector<std::string>>();
    const auto has = [&](const char* fact) { return std::find(parts.begin(), parts.end(), fact) != parts.end(); };
    EXPECT_TRUE(has("category analytics"));
    EXPECT_TRUE(has("category necessary exempt strictly-necessary"));
    EXPECT_TRUE(has("service counter provider Counter GmbH"));
    EXPECT_TRUE(has("service counter http-cookie first 31536000s count_*"));
    EXPECT_TRUE(has("service counter http-cookie third session counter.example uid"));
    EXPECT_TRUE(has("service counter url *.counter.example"));
    EXPECT_TRUE(has("service shop session-storage session basket"));
    EXPECT_TRUE(std::is_sorted(parts.begin(), parts.end()));
}

}  // namespace
}  // namespace assent
