#include "author/message.h"

#include <sstream>

#include "author_support.h"

namespace assent::author {
namespace {

std::string wrong(std::string_view text) { return parse_message(text).wrong; }

TEST(Message, IsTextWithArguments) {
    const ParsedMessage parsed = parse_message("Open on { host }, with {title} and {host}.");
    ASSERT_TRUE(parsed.ok()) << parsed.wrong;
    EXPECT_EQ(parsed.message.text, "Open on {host}, with {title} and {host}.");
    EXPECT_EQ(parsed.message.arguments, (std::vector<std::string>{"host", "title"}));
    EXPECT_TRUE(parsed.message.forms.empty());
    EXPECT_EQ(parsed.message.encoded(), parsed.message.text);
}

TEST(Message, HasForms) {
    const ParsedMessage parsed = parse_message("Of {total}: {n, plural, =0 {none} one {# thing} other {# things}}!");
    ASSERT_TRUE(parsed.ok()) << parsed.wrong;
    EXPECT_EQ(parsed.message.number, "n");
    EXPECT_EQ(parsed.message.format("en", 0), "Of {total}: none!");
    EXPECT_EQ(parsed.message.format("en", 1), "Of {total}: 1 thing!");
    EXPECT_EQ(parsed.message.format("en", 12), "Of {total}: 12 things!");
    EXPECT_EQ(parsed.message.encoded(), "=0\x1eOf {total}: none!\x1fone\x1eOf {total}: # thing!\x1fother\x1eOf {total}: # things!\x1f");
}

TEST(Message, TakesTheFormOfTheLanguage) {
    const ParsedMessage parsed = parse_message("{n, plural, one {# plik} few {# pliki} many {# plików} other {# pliku}}");
    ASSERT_TRUE(parsed.ok());
    EXPECT_EQ(parsed.message.format("pl", 1), "1 plik");
    EXPECT_EQ(parsed.message.format("pl", 3), "3 pliki");
    EXPECT_EQ(parsed.message.format("pl", 5), "5 plików");
    EXPECT_EQ(parsed.message.format("pl", 22), "22 pliki");
    EXPECT_EQ(parsed.message.format("ja", 1), "1 pliku");
}

// ICU: '' is an apostrophe; ' before a brace (or # in a form) begins a quotation; any other is itself.
TEST(Message, QuotesAsIcuDoes) {
    EXPECT_EQ(parse_message("don't").message.text, "don't");
    EXPECT_EQ(parse_message("don''t").message.text, "don't");
    EXPECT_EQ(parse_message("l'{name}'").ok(), false);
    EXPECT_EQ(parse_message("l''{name}''").message.text, "l'{name}'");
    EXPECT_EQ(parse_message("a '{' b '}' c").message.text, "a { b } c");
    EXPECT_EQ(parse_message("it''s '{it''s}' {x}").ok(), false);
    EXPECT_EQ(parse_message("it''s '{it''s'").message.text, "it's {it's");
}

TEST(Message, RefusesWhatItDoesNotKnow) {
    EXPECT_NE(wrong("{n, select, other {x}}").find("\"select\" is not known"), std::string::npos);
    EXPECT_NE(wrong("{n, number}").find("not known"), std::string::npos);
    EXPECT_NE(wrong("{n, plural, other {{m, plural, other {#}}}}").find("within a plural"), std::string::npos);
    EXPECT_NE(wrong("{n, plural, other {#}} {m, plural, other {#}}").find("second plural"), std::string::npos);
    EXPECT_NE(wrong("{n, plural, one {#}}").find("\"other\" is missing"), std::string::npos);
    EXPECT_NE(wrong("{n, plural, uno {#} other {#}}").find("no form"), std::string::npos);
    EXPECT_NE(wrong("{n, plural, one {#} one {#} other {#}}").find("stands twice"), std::string::npos);
    EXPECT_NE(wrong("{n, plural, offset:1 other {#}}").find("no form"), std::string::npos);
    EXPECT_NE(wrong("no # {n, plural, other {#}}").find("literal \"#\""), std::string::npos);
    EXPECT_NE(wrong("{n, plural, other {'#'}}").find("can't be told"), std::string::npos);
    EXPECT_NE(wrong("'{title}'").find("can't be told"), std::string::npos);
}

TEST(Message, SaysWhereItBreaksOff) {
    for (const std::string_view text :
         {"{", "{n", "{n,", "{n, plural", "{n, plural,", "{n, plural, other", "{n, plural, other {", "{n, plural, other {x}", "}", "a } b",
          "{}", "{ }", "'{", "{n} {", "{n, }", "{n, plural, =}", "{n, plural, {x}}"}) {
        const ParsedMessage parsed = parse_message(text);
        EXPECT_FALSE(parsed.ok()) << text;
        EXPECT_LE(parsed.offset, text.size()) << text;
        EXPECT_TRUE(parsed.message.forms.empty() || !parsed.ok()) << text;
    }
    EXPECT_EQ(parse_message("abc {n, choice}").offset, 4u);
}

TEST(Message, PutsValuesIn) {
    EXPECT_EQ(replace_argument("{a} and {b} and {a}", "a", "{b}"), "{b} and {b} and {b}");
    EXPECT_EQ(replace_argument("none", "a", "x"), "none");
}

// The rules against Intl.PluralRules of Node 20 (CLDR 48): tests/fixtures/plurals.txt has, per language, the forms of 0 to 199 as run lengths.
TEST(Plural, FollowsCldr) {
    std::istringstream lines(test::read("tests/fixtures/plurals.txt"));
    int languages = 0;
    for (std::string line; std::getline(lines, line);) {
        if (line.empty() || line[0] == '#') continue;
        std::istringstream words(line);
        std::string language, run;
        words >> language;
        std::uint64_t n = 0;
        while (words >> run) {
            const std::size_t times = run.find('*');
            for (std::uint64_t end = n + std::stoull(run.substr(times + 1)); n < end; ++n)
                ASSERT_EQ(kPluralNames[static_cast<std::size_t>(plural_of(language, n))], run.substr(0, times)) << language << " " << n;
        }
        EXPECT_EQ(n, 200u) << language;
        ++languages;
    }
    EXPECT_GE(languages, 40);
    EXPECT_EQ(plural_of("de-AT", 1), Plural::one);
    EXPECT_EQ(plural_of("tlh", 1), Plural::other);
    EXPECT_TRUE(has_plural("ar", Plural::two));
    EXPECT_FALSE(has_plural("en", Plural::few));
}

}  // namespace
}  // namespace assent::author
