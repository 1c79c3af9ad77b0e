// tests/fixtures/policies/lint: for each rule a policy that breaks it and one that comes close and doesn't.
#include "author/lint_rule.h"

#include <algorithm>
#include <filesystem>
#include <sstream>

#include "author/lint.h"
#include "author_support.h"

namespace assent {
namespace {

std::vector<author::Rule> rules() {
    std::vector<author::Rule> all;
    for (const auto table : {author::consent_rules(), author::storage_rules(), author::notice_rules(),
                             author::wording_rules(), author::opt_out_rules(), author::file_rules()})
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

// plain.json with more members before its record.
std::string with(const std::string& members) { return test::edited(test::policy_fixture("plain.json"), "\"record\": {", members + ", \"record\": {"); }

// tests/fixtures/policies/lint/wording.txt: what each rule on words finds, and lets be, in each language that it knows.
TEST(Lint, KnowsForbiddenWordsInEachLanguage) {
    std::istringstream lines(test::policy_fixture("lint/wording.txt"));
    std::size_t count = 0;
    for (std::string line; std::getline(lines, line);) {
        if (line.empty() || line[0] == '#') continue;
        std::istringstream cells(line);
        std::string rule, language, key, text;
        ASSERT_TRUE(std::getline(cells, rule, '|') && std::getline(cells, language, '|') && std::getline(cells, key, '|') && std::getline(cells, text));
        const bool breaks = rule[0] != '-';
        const test::Json texts = {{language, {{key.empty() ? "banner.body" : key, text}}}};
        const test::Json report = test::report(with("\"texts\": " + texts.dump()));
        const auto found = test::findings(report, breaks ? rule : rule.substr(1));
        EXPECT_EQ(found.size(), breaks ? 1u : 0u) << line;
        for (const test::Json& one : found) EXPECT_EQ(one["pointer"], "/texts/" + language + "/" + (key.empty() ? "banner.body" : key)) << line;
        ++count;
    }
    EXPECT_GE(count, 70u);
}

// The words that Assent comes with break none of its own rules, in any language.
TEST(Lint, FindsNothingInTheBuiltInWords) {
    std::size_t count = 0;
    for (const auto& file : std::filesystem::directory_iterator(ASSENT_FIXTURES "/../web/languages")) {
        const std::string tag = file.path().stem().string();
        const test::Json report = test::report(with("\"texts\": {\"" + tag + "\":" + test::read("web/languages/" + tag + ".json") + "}"));
        for (const char* rule : {"P019", "P020", "P021", "P028", "P034"}) EXPECT_TRUE(test::findings(report, rule).empty()) << tag << report.dump(1);
        ++count;
    }
    EXPECT_GE(count, 40u);
}

// One rule, several ways to break it: (what to write in plain.json instead of what, where the finding must be).
struct Break {
    std::string rule, from, to, pointer;
};

TEST(Lint, FindsEachWayToBreakARule) {
    const std::string us = R"("jurisdictions": [{ "id": "us", "regions": ["US"], "mode": "opt-out" }], "purposes": [)";
    const std::string advertising = us + R"({ "id": "ads", "tag": "advertising", "title": "Ads", "description": "Shows advertising of others." },)";
    const std::vector<Break> breaks = {
        {"P014", "\"count_*\"", "\"^count_\"", "/services/1/cookies/0/name"},
        {"P014", "\"key\": \"basket\"", R"("key": "basket_\\d+")", "/services/0/storage/0/key"},
        {"P014", "\"*.counter.example\"", "\"*.co.uk\"", "/services/1/urls/0"},
        {"P014", "\"*.counter.example\"", "\"*.cloudfront.net\"", "/services/1/urls/0"},
        {"P014", "\"*.counter.example\"", "\"*.com\"", "/services/1/urls/0"},
        {"P014", "\"cdn.example/counter/\"", "\"cdn.example/counter/(.*)\"", "/services/1/urls/1"},
        {"P014", "\"counter.push(\"", "\"window.\"", "/services/1/inline/0"},
        {"P034", "\"counter.push(\"", "\"jane@plain.example\"", "/services/1/inline/0"},
        {"P034", "\"title\": \"Counter\"", "\"title\": \"<script>count()</script>\"", "/services/1/title"},
        {"P034", "\"Tells visitors apart.\"", "\"-----BEGIN RSA PRIVATE KEY-----\"", "/services/1/cookies/0/purpose"},
    };
    for (const Break& one : breaks) {
        const auto found = test::findings(test::report(test::edited(test::policy_fixture("plain.json"), one.from, one.to)), one.rule);
        ASSERT_EQ(found.size(), 1u) << one.to;
        EXPECT_EQ(found[0]["pointer"], one.pointer) << one.to;
        EXPECT_GT(found[0]["column"].get<int>(), 1) << one.to;
    }

    // What is sold or shared: an exemption that no opt-out reaches, and a hidden control.
    std::string sharing = test::edited(test::policy_fixture("plain.json"), "\"purposes\": [\n", advertising + "\n");
    sharing = test::edited(sharing, "\"purposes\": [\"counting\"]", "\"purposes\": [\"counting\", \"ads\"]");
    EXPECT_TRUE(test::findings(test::report(sharing), "P031").empty());
    const std::string exempt = test::edited(sharing, "{ \"id\": \"analytics\" }", R"({ "id": "analytics", "exempt": { "basis": "security" } })");
    ASSERT_EQ(test::findings(test::report(exempt), "P031").size(), 1u);
    EXPECT_EQ(test::findings(test::report(exempt), "P031")[0]["pointer"], "/services/1/category");
    const std::string hidden = test::edited(sharing, "\"record\": {", R"("banner": { "reopen": { "show": false } }, "record": {)");
    ASSERT_EQ(test::findings(test::report(hidden), "P031").size(), 1u);
    EXPECT_EQ(test::findings(test::report(hidden), "P031")[0]["pointer"], "/banner/reopen/show");

    // A wall without a word of it.
    const test::Json wall = test::report(with(R"("banner": { "layout": "modal", "actions": ["accept-all"] })"));
    ASSERT_EQ(test::findings(wall, "P028").size(), 1u);
    EXPECT_EQ(test::findings(wall, "P028")[0]["pointer"], "/banner/actions");
}

// What is missing has no place of its own: it is said where it would belong, or where the file begins.
TEST(Lint, HasAPlaceForEverything) {
    for (const char* policy : {"{}", "[]", "", "\n\n{ \"assent\": 1, \"categories\": [{ \"id\": \"analytics\" }] }"}) {
        for (const std::string& texts : {test::languages(), std::string("{}"), std::string("?")}) {
            const test::Json report = test::report(policy, texts);
            EXPECT_FALSE(report["findings"].empty());
            for (const test::Json& finding : report["findings"]) {
                EXPECT_GT(finding["line"].get<int>(), 0) << finding.dump();
                EXPECT_GT(finding["column"].get<int>(), 0) << finding.dump();
            }
        }
    }
    const std::string nobody = test::edited(test::policy_fixture("plain.json"), R"("controller": { "name": "Plain Ltd", "email": "hello@plain.example" },)", "");
    const auto found = test::findings(test::report("\n" + nobody), "P023");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0]["line"], 2);
}

// Six months without asking again: the Garante's rule, the CNIL's good practice.
TEST(Lint, WeighsAnEarlyQuestionByCountry) {
    test::Json policy = test::parsed(test::policy_fixture("lint/P025.fail.json"));
    for (const auto& [region, severity] : {std::pair{"IT", "error"}, std::pair{"FR", "warning"}, std::pair{"EU", "error"}}) {
        policy["jurisdictions"] = {{{"id", "here"}, {"regions", {region}}, {"mode", "opt-in"}}};
        EXPECT_EQ(test::findings(test::report(policy.dump()), "P025").at(0)["severity"], severity) << region;
    }
}

// A finding is passed around more freely than a policy: what it found in it that is secret stays there.
TEST(Lint, DoesNotRepeatASecret) {
    const std::string report = lint(test::policy_fixture("lint/P034.fail.json"), test::languages());
    EXPECT_NE(report.find("P034"), std::string::npos);
    EXPECT_EQ(report.find("0123456789abcdef"), std::string::npos);
}

// Each rule of a country's law on the policy that breaks it, moved to where that law does not hold.
TEST(Lint, RunsARuleOnlyWhereItsLawHolds) {
    for (const author::Rule& rule : rules()) {
        const std::string id(rule.id);
        test::Json policy = test::parsed(test::policy_fixture("lint/" + id + ".fail.json"));
        policy["jurisdictions"] = {{{"id", "japan"}, {"regions", {"JP"}}, {"mode", "opt-in"}}};
        for (test::Json& category : policy["categories"])
            if (category.contains("exempt")) category["exempt"].erase("jurisdictions");
        const bool fires = !test::findings(test::report(policy.dump()), id).empty();
        EXPECT_EQ(fires, rule.regimes == author::kEverywhere) << id;
    }
}

// With a reason any rule is a remark; what was wrong stays in the report.
TEST(Lint, SilencesEachRule) {
    for (const author::Rule& rule : rules()) {
        const std::string id(rule.id);
        if (id == "M001") continue;  // silence without a reason: see above
        test::Json policy = test::parsed(test::policy_fixture("lint/" + id + ".fail.json"));
        policy["lint"]["silence"] = {{{"rule", id}, {"reason", "Seen and weighed."}}};
        const auto found = test::findings(test::report(policy.dump()), id);
        EXPECT_FALSE(found.empty()) << id;
        for (const test::Json& one : found) {
            EXPECT_EQ(one["severity"], "info") << id;
            EXPECT_NE(one["message"].get<std::string>().find("Seen and weighed."), std::string::npos) << id;
        }
    }
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
