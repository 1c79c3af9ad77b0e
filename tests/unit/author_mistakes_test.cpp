// tests/fixtures/policies/bad: one mistake per file, and where the report must say it is.
#include <algorithm>
#include <sstream>

#include "assent/compiler.h"
#include "author_support.h"

namespace assent {
namespace {

struct Expected {
    std::string file, code, pointer;
    int line = 0, column = 0;
};

std::vector<Expected> table() {
    std::istringstream lines(test::policy_fixture("bad/expected.txt"));
    std::vector<Expected> rows;
    for (std::string line; std::getline(lines, line);) {
        Expected row;
        std::istringstream words(line);
        if (line.empty() || line[0] == '#') continue;
        EXPECT_TRUE(words >> row.file >> row.code >> row.pointer >> row.line >> row.column) << line;
        if (row.pointer == "(whole)") row.pointer.clear();
        rows.push_back(row);
    }
    return rows;
}

TEST(Mistakes, AreFoundWhereTheyAre) {
    const std::string texts = test::languages();
    const std::vector<Expected> rows = table();
    EXPECT_GE(rows.size(), 70u);
    for (std::size_t i = 0; i < rows.size();) {
        const std::string file = rows[i].file;
        const Compiled made = compile(test::policy_fixture("bad/" + file), texts);
        EXPECT_TRUE(made.image.empty()) << file;
        const test::Json report = test::parsed(made.report);
        EXPECT_FALSE(report["ok"].get<bool>()) << file;
        for (const test::Json& finding : report["findings"]) {
            if (finding["severity"] != "error" || finding["code"].get<std::string>()[0] != 'E') continue;
            ASSERT_TRUE(i < rows.size() && rows[i].file == file) << file << " has more errors than expected: " << finding.dump();
            EXPECT_EQ(finding["code"], rows[i].code) << file;
            EXPECT_EQ(finding["pointer"], rows[i].pointer) << file;
            EXPECT_EQ(finding["line"], rows[i].line) << file;
            EXPECT_EQ(finding["column"], rows[i].column) << file;
            EXPECT_FALSE(finding["message"].get<std::string>().empty()) << file;
            EXPECT_FALSE(finding["expected"].get<std::string>().empty()) << file;
            EXPECT_FALSE(finding["fix"].get<std::string>().empty()) << file;
            ++i;
        }
        ASSERT_TRUE(i == rows.size() || rows[i].file != file) << file << " has fewer errors than expected";
    }
}

TEST(Mistakes, TheFileTheyAreMadeInHasNone) {
    const Compiled made = compile(test::policy_fixture("plain.json"), test::languages());
    EXPECT_FALSE(made.image.empty());
    EXPECT_EQ(test::parsed(made.report)["findings"].size(), 0u) << made.report;
}

TEST(Mistakes, AreAllToldInOneRun) {
    std::string policy = test::policy_fixture("plain.json");
    policy = test::edited(policy, "\"category\": \"analytics\"", "\"category\": \"analytic\"");
    policy = test::edited(policy, "\"lifetime\": \"1 year\"", "\"lifetime\": \"a year\"");
    policy = test::edited(policy, "\"name\": \"Plain Ltd\"", "\"nmae\": \"Plain Ltd\"");
    policy = test::edited(policy, "\"default\": \"en\"", "\"default\": \"??\"");
    const test::Json report = test::report(policy);
    std::string codes;
    for (const test::Json& finding : report["findings"]) codes += finding["code"].get<std::string>() + " ";
    EXPECT_NE(codes.find("E202"), std::string::npos) << codes;
    EXPECT_NE(codes.find("E203"), std::string::npos) << codes;
    EXPECT_NE(codes.find("E210"), std::string::npos) << codes;
    EXPECT_NE(codes.find("E212"), std::string::npos) << codes;
    EXPECT_NE(codes.find("E301"), std::string::npos) << codes;
    for (std::size_t i = 1; i < report["findings"].size(); ++i)
        EXPECT_LE(report["findings"][i - 1]["line"].get<int>(), report["findings"][i]["line"].get<int>());
}

TEST(Mistakes, GuessWhatWasMeant) {
    const test::Json report = test::report(test::edited(test::policy_fixture("plain.json"), "\"inline\"", "\"inlnie\""));
    EXPECT_EQ(test::findings(report, "E203")[0]["fix"], "Did you mean \"inline\"?");
}

// What the core makes of a policy, it makes of one without errors: declaration, CSP and fingerprint say so instead of guessing.
TEST(Mistakes, LeaveNothingHalfMade) {
    const std::string broken =
        test::edited(test::policy_fixture("plain.json"), "\"category\": \"analytics\"", "\"category\": \"analytic\"");
    EXPECT_EQ(test::parsed(declare(broken, test::languages(), "en"))["error"]["code"], "E301");
    EXPECT_EQ(declare_html(broken, test::languages(), "en"), "");
    EXPECT_EQ(test::parsed(content_security_policy(broken, ""))["error"]["code"], "E301");
    EXPECT_EQ(test::parsed(fingerprint(broken))["error"]["code"], "E301");
    EXPECT_EQ(test::parsed(fingerprint("["))["error"]["code"], "E101");
}

}  // namespace
}  // namespace assent
