// tests/fixtures/policies/lint: for each rule a policy that breaks it and one that comes close and doesn't.
#include "author/lint_rule.h"

#include <algorithm>

#include "author/lint.h"
#include "author_support.h"

namespace assent {
namespace {

std::vector<author::Rule> rules() {
    std::vector<author::Rule> all;
    for (const auto table : {author::consent_rules(), author::storage_rules(), author::notice_rules()})
        all.insert(all.end(), table.begin(), table.end());
    return all;
}

TEST(Lint, EachRuleFailsWhatBreaksItAndNothingElse) {
    const std::string texts = test::languages();
    for (const author::Rule& rule : rules()) {
        const std::string id(rule.id);
        const test::Json failing = test::report(test::policy_fixture("lint/" + id + ".fail.json"), texts);
        const auto found = test::findings(failing, id);
        ASSERT_FALSE(found.empty()) << id;
        EXPECT_FALSE(found[0]["source"].get<std::string>().empty()) << id;
        EXPECT_FALSE(found[0]["regime"].get<std::string>().empty()) << id;
        EXPECT_FALSE(found[0]["fix"].get<std::string>().empty()) << id;
        EXPECT_GT(found[0]["line"].get<int>(), 0) << id;
        const bool error = found[0]["severity"] == "error";
        EXPECT_EQ(failing["ok"].get<bool>(), !error) << id;

        const test::Json passing = test::report(test::policy_fixture("lint/" + id + ".pass.json"), texts);
        EXPECT_TRUE(test::findings(passing, id).empty()) << id;
        EXPECT_TRUE(passing["ok"].get<bool>()) << id << passing.dump();
    }
}

TEST(Lint, NoRuleHasTheIdOfAnother) {
    std::vector<std::string_view> ids;
    for (const author::Rule& rule : rules()) {
        EXPECT_EQ(std::count(ids.begin(), ids.end(), rule.id), 0) << rule.id;
        ids.push_back(rule.id);
    }
}

TEST(Lint, NeverCallsAnythingCompliant) {
    for (const author::Rule& rule : rules()) {
        const std::string report = lint(test::policy_fixture("lint/" + std::string(rule.id) + ".fail.json"), test::languages());
        EXPECT_EQ(report.find("omplian"), std::string::npos) << rule.id;
    }
}

TEST(Lint, SilencesARuleOnlyWithItsReason) {
    const std::string policy = test::policy_fixture("lint/M001.fail.json");
    EXPECT_FALSE(test::report(policy)["ok"].get<bool>());
    const test::Json silenced = test::report(test::policy_fixture("lint/M001.pass.json"));
    EXPECT_TRUE(silenced["ok"].get<bool>());
    EXPECT_EQ(test::findings(silenced, "P011")[0]["severity"], "info");
    EXPECT_NE(test::findings(silenced, "P011")[0]["message"].get<std::string>().find("see our ticket"), std::string::npos);
}

// What the site's own old text says, taken at its word: analytics and advertising exempt. The report says why not, and whose rule that is.
TEST(Lint, CatchesThePolicyAsTheTextClaimsIt) {
    const Compiled made = compile(test::policy_fixture("conversationware-as-claimed.json"), test::languages());
    EXPECT_TRUE(made.image.empty());
    const test::Json report = test::parsed(made.report);
    const auto advertising = test::findings(report, "P002");
    ASSERT_EQ(advertising.size(), 3u);
    EXPECT_EQ(advertising[0]["pointer"], "/services/2/purposes/0");
    EXPECT_NE(advertising[0]["message"].get<std::string>().find("advertising"), std::string::npos);
    EXPECT_NE(advertising[0]["source"].get<std::string>().find("PECR"), std::string::npos);
    EXPECT_NE(advertising[1]["message"].get<std::string>().find("remarketing"), std::string::npos);
    EXPECT_NE(advertising[2]["message"].get<std::string>().find("call-tracking"), std::string::npos);
    const auto analytics = test::findings(report, "P003");
    ASSERT_EQ(analytics.size(), 1u);
    EXPECT_EQ(analytics[0]["pointer"], "/services/1/purposes/0");
    EXPECT_EQ(analytics[0]["severity"], "error");
    EXPECT_EQ(analytics[0]["regime"], "uk");
    EXPECT_NE(analytics[0]["source"].get<std::string>().find("ePrivacy Directive art 5(3)"), std::string::npos);
}

TEST(Lint, LeavesNoErrorInTheRealPolicy) {
    const test::Json report = test::report(test::read("demo/policies/conversationware.json"));
    EXPECT_TRUE(report["ok"].get<bool>()) << report.dump(1);
    for (const test::Json& finding : report["findings"]) EXPECT_EQ(finding["code"], "P011") << finding.dump();
}

}  // namespace
}  // namespace assent
