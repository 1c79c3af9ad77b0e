// What must never get through, and what must never bring the reader down.
#include <gtest/gtest.h>

#include <array>

#include "author/json_tree.h"
#include "author/report.h"
#include "author_support.h"

namespace assent::author {
namespace {

struct Refusal {
    std::string code;
    Place place;
};

// The one error that the text is refused with.
Refusal refusal(std::string_view text) {
    Report report(text);
    parse_json(text, report);
    EXPECT_EQ(report.findings().size(), 1u);
    return report.findings().empty() ? Refusal{} : Refusal{report.findings()[0].code, report.findings()[0].place};
}

TEST(JsonTree, RefusesAHundredMegabytesAtOnce) {
    const std::string huge(100u << 20, ' ');
    EXPECT_EQ(refusal(huge).code, "E104");
}

TEST(JsonTree, TakesFourMebibytesAndNotAByteMore) {
    const std::string brackets = "[]";
    Report report({});
    EXPECT_NE(parse_json(brackets + std::string(kMaxFileSize - 2, ' '), report), nullptr);
    EXPECT_EQ(refusal(brackets + std::string(kMaxFileSize - 1, ' ')).code, "E104");
}

TEST(JsonTree, RefusesAMegabyteOfNesting) {
    const std::string deep(1u << 20, '[');
    EXPECT_EQ(refusal(deep).code, "E105");
    EXPECT_EQ(refusal(deep).place.column, kMaxNesting + 1);
    std::string objects;
    for (int i = 0; i < 100'000; ++i) objects += "{\"a\":";
    EXPECT_EQ(refusal(objects).code, "E105");
    const std::string fits = std::string(kMaxNesting, '[') + std::string(kMaxNesting, ']');
    Report report(fits);
    EXPECT_NE(parse_json(fits, report), nullptr);
}

TEST(JsonTree, RefusesTooManyValues) {
    std::string many = "[0";
    for (std::size_t i = 0; i < kMaxValues; ++i) many += ",0";
    EXPECT_EQ(refusal(many + "]").code, "E108");
}

TEST(JsonTree, RefusesWhatIsNotUtf8WithItsPlace) {
    const Refusal found = refusal("{\n  \"a\": \"gr\xc3\xbc\xdf\x65\"\n}");
    EXPECT_EQ(found.code, "E102");
    EXPECT_EQ(found.place.line, 2u);
    EXPECT_EQ(found.place.column, 12u);
    for (const std::string_view bytes : {"\xff", "\xc0\x80", "\xed\xa0\x80", "\xf8\x88\x80\x80\x80"})
        EXPECT_EQ(refusal("[\"" + std::string(bytes) + "\"]").code, "E102");
}

// nlohmann takes a NUL for the end of the text: `[1]` would be accepted here and the rest never seen.
TEST(JsonTree, RefusesANulByte) {
    const std::string text("[1]\0[2]", 7);
    const Refusal found = refusal(text);
    EXPECT_EQ(found.code, "E103");
    EXPECT_EQ(found.place.column, 4u);
}

TEST(JsonTree, SkipsAByteOrderMark) {
    const std::string text = "\xEF\xBB\xBF{\"a\": 1}";
    Report report(text);
    const auto tree = parse_json(text, report);
    ASSERT_NE(tree, nullptr);
    EXPECT_NE(tree->root()->find("a"), nullptr);
    EXPECT_EQ(refusal("{}\xEF\xBB\xBF").code, "E101");
}

TEST(JsonTree, RefusesAnEmptyFile) {
    EXPECT_EQ(refusal("").code, "E109");
    EXPECT_EQ(refusal(" \n\t ").code, "E109");
    EXPECT_EQ(refusal("\xEF\xBB\xBF").code, "E109");
}

// RFC 8259 is narrower than what many parsers take.
TEST(JsonTree, RefusesWhatIsAlmostJson) {
    for (const char* text :
         {"{",     "[1,]",       "{\"a\":1,}", "{a:1}",     "{'a':1}",       "[01]",       "[1.]",     "[.5]",      "[+1]",
          "[NaN]", "[Infinity]", "[-]",        "[\"\\x\"]", "[\"\\ud800\"]", "[\"a\nb\"]", "[\"\t\"]", "// no\n[]", "/* no */[]",
          "[] []", "nul",        "[1 2]",      "\"open",    "[\"\\u12\"]",   "]",          ",",        "{\"a\"}",   "{\"a\":}"})
        EXPECT_EQ(refusal(text).code, "E101") << text;
    EXPECT_EQ(refusal("[1e999]").code, "E107");
    EXPECT_EQ(refusal("[-1e999]").code, "E107");
}

TEST(JsonTree, FindsEveryDuplicateKeyInOneRun) {
    const std::string text = "{\"a\":1,\n\"b\":{\"c\":1,\"c\":2},\n\"a\":2,\"\\u0061\":3}";
    Report report(text);
    EXPECT_NE(parse_json(text, report), nullptr);
    ASSERT_EQ(report.findings().size(), 3u);
    EXPECT_EQ(report.findings()[0].pointer, "/b/c");
    EXPECT_EQ(report.findings()[0].place.line, 2u);
    EXPECT_EQ(report.findings()[1].pointer, "/a");
    EXPECT_EQ(report.findings()[1].place.line, 3u);
}

// Many keys in one object must not cost the square of their number: this would take minutes.
TEST(JsonTree, StaysQuickWithManyKeys) {
    std::string text = "{";
    for (int i = 0; i < 150'000; ++i) text += (i == 0 ? "\"" : ",\"") + std::to_string(i) + "\":0";
    text += "}";
    Report report(text);
    EXPECT_NE(parse_json(text, report), nullptr);
    EXPECT_FALSE(assent::lint(text, "{}").empty());
}

TEST(JsonTree, KnowsWhereEveryValueStands) {
    const std::string text = "{ \"a/b~c\" : [ 10 ,\r\n  -2.5e3,\ttrue,null, \"é\\\"\" , {\"k\" :[]} ] }";
    Report report(text);
    const auto tree = parse_json(text, report);
    ASSERT_NE(tree, nullptr);
    const Node* list = tree->root()->find("a/b~c");
    ASSERT_NE(list, nullptr);
    ASSERT_EQ(list->children.size(), 6u);
    constexpr std::array<std::string_view, 6> kStarts = {"10", "-2.5e3", "true", "null", "\"é", "{\"k"};
    for (std::size_t i = 0; i < kStarts.size(); ++i) EXPECT_EQ(text.substr(list->children[i]->offset, kStarts[i].size()), kStarts[i]);
    EXPECT_EQ(list->children[4]->text, "é\"");
    EXPECT_EQ(list->children[1]->text, "-2.5e3");
    const Node* inner = list->children[5]->find("k");
    EXPECT_EQ(inner->pointer(), "/a~1b~0c/5/k");
    EXPECT_EQ(text[inner->offset], '[');
    EXPECT_EQ(text[inner->key_offset], '"');
}

TEST(Source, CountsLinesAndColumnsAsEditorsDo) {
    const Source source("a\r\nbé€c\rd\n\ne");
    EXPECT_EQ(source.place(0).line, 1u);
    EXPECT_EQ(source.place(source.text().find('c')).line, 2u);
    EXPECT_EQ(source.place(source.text().find('c')).column, 4u);
    EXPECT_EQ(source.place(source.text().find('d')).line, 3u);
    EXPECT_EQ(source.place(source.text().find('e')).line, 5u);
    EXPECT_EQ(source.place(9999).line, 5u);
}

TEST(Report, ListsAThousandFindingsAndCountsTheRest) {
    std::string text = "{\"assent\": 1";
    for (int i = 0; i < 1500; ++i) text += ",\"x" + std::to_string(i) + "\": 0";
    const test::Json report = test::report(text + "}");
    EXPECT_EQ(report["findings"].size(), kMaxFindings);
    EXPECT_GE(report["leftOut"].get<int>(), 500);
    EXPECT_FALSE(report["ok"].get<bool>());
}

TEST(Report, IsJsonWhateverThePolicySays) {
    const std::string text = "{\"assent\": 1, \"</script>\\u2028\\\"\\\\\": {\"\\u0007\": 1}}";
    const test::Json report = test::report(text);
    EXPECT_FALSE(report["ok"].get<bool>());
    EXPECT_EQ(report["findings"][0]["pointer"], "");
}

}  // namespace
}  // namespace assent::author
