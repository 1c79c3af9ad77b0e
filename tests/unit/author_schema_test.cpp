// policy.schema.json against the reader: an editor must propose what the compiler takes.
#include <algorithm>
#include <span>

#include "author/vocabulary.h"
#include "author_support.h"
#include "policy/policy.h"

namespace assent {
namespace {

test::Json schema() { return test::parsed(test::read("core/src/author/policy.schema.json")); }

template <class List>
void expect_same(const test::Json& listed, const List& known) {
    EXPECT_EQ(listed.get<std::vector<std::string>>(), std::vector<std::string>(known.begin(), known.end()));
}

TEST(Schema, ListsTheWordsOfTheReader) {
    const test::Json defs = schema()["$defs"];
    expect_same(defs["purpose"]["properties"]["tag"]["enum"], author::kPurposeTags);
    expect_same(defs["purpose"]["properties"]["legalBasis"]["anyOf"][0]["enum"], author::kLegalBases);
    expect_same(defs["exemption"]["properties"]["basis"]["enum"], author::kExemptionBases);
    expect_same(defs["category"]["properties"]["default"]["enum"], author::kDefaults);
    expect_same(defs["cookie"]["properties"]["type"]["enum"], author::kCookieTypes);
    expect_same(defs["cookie"]["properties"]["party"]["enum"], author::kParties);
    expect_same(defs["storageItem"]["properties"]["type"]["enum"], policy::kStorageTypeNames);
    expect_same(defs["jurisdiction"]["properties"]["mode"]["enum"], policy::kModeNames);
    expect_same(defs["banner"]["properties"]["layout"]["enum"], policy::kLayoutNames);
    expect_same(defs["banner"]["properties"]["position"]["enum"], policy::kPositionNames);
    expect_same(defs["banner"]["properties"]["density"]["enum"], policy::kDensityNames);
    expect_same(defs["banner"]["properties"]["actions"]["items"]["enum"], std::span(policy::kActionNames).first(3));
    expect_same(defs["banner"]["properties"]["preferencesActions"]["items"]["enum"], author::kPreferencesActions);
    expect_same(schema()["properties"]["gate"]["properties"]["grade"]["enum"], policy::kGradeNames);
    EXPECT_EQ(schema()["properties"]["services"]["maxItems"], policy::kMaxServices);
    EXPECT_EQ(schema()["properties"]["categories"]["maxItems"], policy::kMaxCategories);
}

// The keys the reader knows, as its own error names them: a policy with one wrong key per object.
TEST(Schema, HasTheKeysOfTheReader) {
    const std::string probe = R"({"?":0,"assent":1,"site":{"?":0},"controller":{"?":0},"jurisdictions":[{"?":0}],"purposes":[{"?":0}],
        "categories":[{"?":0,"exempt":{"?":0}}],"services":[{"?":0,"provider":{"?":0},"optOuts":[{"?":0}],"cookies":[{"?":0}],"storage":[{"?":0}],"retention":[{"?":0}]}],
        "languages":{"?":0},"banner":{"?":0,"links":[{"?":0}],"reopen":{"?":0}},"record":{"?":0},"gate":{"?":0},"lint":{"?":0,"silence":[{"?":0}]}})";
    const test::Json all = schema();
    const auto node = [&](const std::string& pointer) -> test::Json {
        const test::Json &top = all["properties"], &defs = all["$defs"];
        if (pointer == "/?") return all;
        for (const char* name : {"site", "controller", "languages", "record", "gate", "lint"})
            if (pointer == "/" + std::string(name) + "/?") return top[name];
        if (pointer == "/lint/silence/0/?") return top["lint"]["properties"]["silence"]["items"];
        if (pointer == "/jurisdictions/0/?") return defs["jurisdiction"];
        if (pointer == "/purposes/0/?") return defs["purpose"];
        if (pointer == "/categories/0/?") return defs["category"];
        if (pointer == "/categories/0/exempt/?") return defs["exemption"];
        if (pointer == "/services/0/?") return defs["service"];
        if (pointer == "/services/0/provider/?") return defs["provider"];
        if (pointer == "/services/0/optOuts/0/?") return defs["optOut"];
        if (pointer == "/services/0/cookies/0/?") return defs["cookie"];
        if (pointer == "/services/0/storage/0/?") return defs["storageItem"];
        if (pointer == "/services/0/retention/0/?") return defs["retention"];
        if (pointer == "/banner/?") return defs["banner"];
        if (pointer == "/banner/links/0/?") return defs["banner"]["properties"]["links"]["items"];
        if (pointer == "/banner/reopen/?") return defs["banner"]["properties"]["reopen"];
        return {};
    };
    const auto unknown = test::findings(test::report(probe), "E203");
    EXPECT_EQ(unknown.size(), 21u);
    for (const test::Json& finding : unknown) {
        std::vector<std::string> keys;
        const test::Json properties = node(finding["pointer"])["properties"];
        for (const auto& [key, value] : properties.items()) keys.push_back(key);
        std::string expected = finding["expected"];
        for (std::size_t at; (at = expected.find(" or ")) != std::string::npos;) expected.replace(at, 4, ", ");
        std::vector<std::string> known;
        for (std::size_t at = 0; at <= expected.size();) {
            const std::size_t end = std::min(expected.find(", ", at), expected.size());
            known.push_back(expected.substr(at, end - at));
            at = end + 2;
        }
        std::sort(keys.begin(), keys.end());
        std::sort(known.begin(), known.end());
        EXPECT_EQ(keys, known) << finding["pointer"];
    }
}

}  // namespace
}  // namespace assent
