#include <algorithm>

#include "author_support.h"

namespace assent {
namespace {

std::string real() { return test::read("demo/policies/conversationware.json"); }

const test::Json& named(const test::Json& list, std::string_view key, std::string_view value) {
    static const test::Json nothing;
    for (const test::Json& one : list)
        if (one[std::string(key)] == value) return one;
    ADD_FAILURE() << "no " << key << " " << value;
    return nothing;
}

std::size_t count(std::string_view text, std::string_view part) {
    std::size_t n = 0;
    for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1)) ++n;
    return n;
}

TEST(Declare, CarriesTheFactsOfTheRealPolicy) {
    const test::Json page = test::parsed(declare(real(), test::languages(), "en"));
    EXPECT_EQ(page["lang"], "en");
    EXPECT_EQ(page["dir"], "ltr");
    EXPECT_EQ(page["labels"]["name"], "Name");
    EXPECT_EQ(page["labels"]["type-http-cookie"], "HTTP cookie");
    EXPECT_NE(page["labels"]["count"]["forms"]["one"].get<std::string>().find("#"), std::string::npos);
    EXPECT_EQ(page["site"]["cookiePageUrl"], "/cookies.html");
    EXPECT_EQ(page["controller"]["name"], "Conversationware");
    EXPECT_EQ(page["updated"].get<std::string>().size(), 16u);

    const test::Json& analytics = named(page["categories"], "id", "analytics");
    EXPECT_EQ(analytics["title"], "Analytics");
    EXPECT_FALSE(analytics["exempt"].get<bool>());
    EXPECT_EQ(analytics["why"], "");
    const test::Json& utma = named(analytics["items"], "name", "__utma");
    EXPECT_EQ(utma["lifetime"]["kind"], "persistent");
    EXPECT_EQ(utma["lifetime"]["seconds"], 63'072'000);
    EXPECT_TRUE(utma["lifetime"]["renewed"].get<bool>());
    EXPECT_EQ(utma["provider"], "Google LLC");
    EXPECT_EQ(utma["party"], "first");
    const test::Json& utmb = named(analytics["items"], "name", "__utmb");
    EXPECT_EQ(utmb["lifetime"]["seconds"], 1800);
    EXPECT_EQ(utmb["lifetime"]["configurable"], "_setSessionCookieTimeout()");
    EXPECT_EQ(named(analytics["items"], "name", "__utmc")["lifetime"]["kind"], "session");
    EXPECT_EQ(named(analytics["items"], "name", "__utmz")["lifetime"]["seconds"], 183 * 86'400);
    EXPECT_EQ(named(analytics["items"], "name", "calltracksGuid*")["pattern"], "prefix");
    EXPECT_EQ(analytics["retention"][0]["seconds"], 91 * 86'400);
    EXPECT_EQ(analytics["retention"][0]["service"], "calltracks");

    const test::Json& marketing = named(page["categories"], "id", "marketing");
    const test::Json& dart = named(marketing["items"], "service", "doubleclick");
    EXPECT_EQ(dart["party"], "third");
    EXPECT_EQ(dart["domain"], "doubleclick.net");
    EXPECT_EQ(named(marketing["services"], "id", "doubleclick")["optOuts"].size(), 2u);
    EXPECT_EQ(named(marketing["services"], "id", "doubleclick")["purposes"][1]["title"], "Remarketing");
    const test::Json& necessary = named(page["categories"], "id", "necessary");
    EXPECT_TRUE(necessary["exempt"].get<bool>());
    EXPECT_NE(necessary["why"].get<std::string>().find("Sch. A1 para. 4"), std::string::npos);
}

TEST(Declare, SpeaksTheLanguageAskedFor) {
    const test::Json page = test::parsed(declare(real(), test::languages(), "de-AT"));
    EXPECT_EQ(page["lang"], "de-AT");
    EXPECT_EQ(page["labels"]["purpose"], "Zweck");
    EXPECT_EQ(named(page["categories"], "id", "necessary")["title"], "Notwendig");
    for (const char* unknown : {"xx", "", "not a language", "../en"})
        EXPECT_EQ(test::parsed(declare(real(), test::languages(), unknown))["lang"], "en") << unknown;
}

TEST(DeclareHtml, IsSemanticAndWhole) {
    const std::string html = declare_html(real(), test::languages(), "en");
    EXPECT_EQ(html.rfind("<section class=\"assent-declaration\" lang=\"en\" dir=\"ltr\">", 0), 0u);
    EXPECT_EQ(count(html, "<table>"), 5u);
    EXPECT_EQ(count(html, "<caption>"), 5u);
    EXPECT_EQ(count(html, "<th scope=\"col\">"), 25u);
    for (const char* fact :
         {"__utma", "__utmb", "__utmc", "__utmz", "calltracksGuid*", "calltracksData*", "_setSessionCookieTimeout()", "doubleclick.net",
          "teracent.net", "https://tools.google.com/dlpage/gaoptout", "https://adssettings.google.com/", "Recordings of calls",
          "form_guard", "May 2011", "Moderately intrusive.", "stay anonymous"})
        EXPECT_NE(html.find(fact), std::string::npos) << fact;
    for (const char* tag :
         {"section", "table", "caption", "thead", "tbody", "tr", "th", "td", "dl", "dt", "dd", "a", "p", "h3", "h4", "code"})
        EXPECT_EQ(count(html, "<" + std::string(tag) + ">") + count(html, "<" + std::string(tag) + " "),
                  count(html, "</" + std::string(tag) + ">"))
            << tag;
    EXPECT_EQ(html.find("{"), std::string::npos) << "an argument was left in";
}

TEST(DeclareHtml, LetsNoTextBecomeMarkup) {
    const std::string policy =
        test::edited(test::policy_fixture("plain.json"), "Tells visitors apart.", "<img src=x onerror='alert(1)'> & \\\"more\\\"");
    const std::string html = declare_html(policy, test::languages(), "en");
    EXPECT_EQ(html.find("<img"), std::string::npos);
    EXPECT_NE(html.find("&lt;img src=x onerror='alert(1)'&gt; &amp; &quot;more&quot;"), std::string::npos);
}

// The core has no locale: words for durations come with the texts, as messages "duration.UNIT". Without them the policy's own spelling stands.
TEST(DeclareHtml, SaysDurationsInTheLanguagesWords) {
    const std::string plain = declare_html(test::policy_fixture("plain.json"), test::languages(), "en");
    EXPECT_NE(plain.find("<td>1 year</td>"), std::string::npos);
    const std::string with_words =
        test::edited(test::languages({"en"}), "{\n  \"language.name\"",
                     "{\n  \"duration.year\": \"{n, plural, one {# solar year} other {# solar years}}\",\n  \"language.name\"");
    const std::string html = declare_html(test::policy_fixture("plain.json"), with_words, "en");
    EXPECT_NE(html.find("<td>1 solar year</td>"), std::string::npos) << html;
    EXPECT_NE(html.find("Until you close the browser"), std::string::npos);
}

}  // namespace
}  // namespace assent
