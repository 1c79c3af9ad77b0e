// From a policy file to what a visit reads.
#include <algorithm>

#include "author_support.h"
#include "policy/image.h"

namespace assent {
namespace {

using policy::Image;
using policy::ImageError;
using policy::TextKey;

// A compiled policy, opened.
struct Opened {
    explicit Opened(std::string_view policy, const std::string& texts = test::languages()) : made(compile(policy, texts)) {
        EXPECT_EQ(image.open(made.image), ImageError::none) << made.report;
    }

    Compiled made;
    Image image;
};

std::string plain() { return test::policy_fixture("plain.json"); }

TEST(Compile, PutsTheRealPolicyIntoASmallImage) {
    const Opened opened(test::read("demo/policies/conversationware.json"));
    const Image& image = opened.image;
    EXPECT_LT(opened.made.image.size(), 10'000u);
    EXPECT_EQ(image.site_name(), "Conversationware");
    EXPECT_EQ(image.record_lifetime(), 183u * 86'400u);
    ASSERT_EQ(image.categories().size(), 5u);
    for (std::size_t c = 0; c < 5; ++c) EXPECT_EQ(image.exempt(c, -1), image.categories()[c].id == "necessary");
    const auto service = [&](std::string_view id) {
        std::size_t i = 0;
        while (image.services()[i].id != id) ++i;
        return i;
    };
    const Image::Service& analytics = image.services()[service("google-analytics")];
    EXPECT_EQ(image.categories()[analytics.category].id, "analytics");
    EXPECT_EQ(std::vector<std::string_view>(analytics.cookies.begin(), analytics.cookies.end()),
              (std::vector<std::string_view>{"__utma", "__utmb", "__utmc", "__utmz", "_utm*"}));
    EXPECT_EQ(analytics.inline_signatures[0], "_gaq.push");
    EXPECT_EQ(analytics.provider, "Google LLC");
    const Image::Service& doubleclick = image.services()[service("doubleclick")];
    EXPECT_TRUE(doubleclick.cookies.empty()) << "a third party's cookies can't be seen from the page";
    EXPECT_TRUE(image.categories()[doubleclick.category].shared);
    EXPECT_EQ(doubleclick.opt_out_urls.size(), 2u);
    EXPECT_EQ(image.opt_out_title(1, service("doubleclick"), 1), "Browser-Add-on zur Deaktivierung von Google Analytics");
    EXPECT_EQ(image.languages()[0], "en");
    EXPECT_EQ(image.languages()[1], "de");
    EXPECT_EQ(image.text(0, TextKey::banner_accept_all), "Accept all");
    EXPECT_EQ(image.text(1, TextKey::banner_accept_all), "Alle akzeptieren");
    EXPECT_EQ(image.category_title(1, 0), "Notwendig");
    ASSERT_EQ(image.link_urls().size(), 2u);
    EXPECT_EQ(image.link_urls()[0], "/privacy.html");
    EXPECT_EQ(image.link_title(0, 0), "Privacy policy");
}

TEST(Compile, IsDeterministic) {
    const std::string policy = test::read("demo/policies/conversationware.json");
    EXPECT_EQ(compile(policy, test::languages()).image, compile(policy, test::languages()).image);
    // How the file is spelled makes no difference.
    EXPECT_EQ(compile(policy, test::languages()).image, compile(test::parsed(policy).dump(), test::languages()).image);
}

TEST(Compile, TakesDefaults) {
    const Opened opened(plain());
    const Image& image = opened.image;
    ASSERT_EQ(image.jurisdictions().size(), 1u);
    EXPECT_EQ(image.jurisdictions()[0].regions[0], "*");
    EXPECT_EQ(image.jurisdictions()[0].mode, policy::Mode::opt_in);
    EXPECT_EQ(image.grade(), policy::Grade::smooth);
    EXPECT_EQ(image.unclassified_category(), -1);
    EXPECT_FALSE(image.hold_undeclared());
    EXPECT_EQ(image.actions().size(), 3u);
    EXPECT_TRUE(image.reopen());
    EXPECT_EQ(image.record_cookie(), "cookie_consent");
    EXPECT_EQ(image.services()[0].provider, "Plain Ltd") << "a service without a provider is the site's own";
    EXPECT_EQ(image.services()[0].storage[1].size(), 1u);
}

TEST(Compile, TakesEverySetting) {
    const std::string policy =
        test::edited(plain(), "  \"record\": { \"cookie\": \"cookie_consent\", \"lifetime\": \"6 months\" }",
                     R"(  "banner": { "layout": "sheet", "position": "top", "density": "compact", "actions": ["reject-all", "accept-all"],
    "preferencesActions": ["save"], "links": [{ "title": "Imprint", "url": "/imprint" }], "reopen": { "show": false, "position": "bottom-end", "label": "Cookies" },
    "theme": { "radius": "12px", "accent": "#0b57d0" } },
  "record": { "cookie": "choice", "lifetime": "1 year", "domain": ".Plain.example", "path": "/shop" },
  "gate": { "grade": "strict", "unclassified": "analytics", "undeclaredWrites": "hold" })");
    const Opened opened(policy);
    const Image& image = opened.image;
    EXPECT_EQ(image.layout(), policy::Layout::sheet);
    EXPECT_EQ(image.position(), policy::Position::top);
    EXPECT_EQ(image.density(), policy::Density::compact);
    ASSERT_EQ(image.actions().size(), 2u);
    EXPECT_EQ(image.actions()[0], policy::Action::reject_all);
    EXPECT_EQ(image.preferences_actions()[0], policy::Action::save) << "what is left out follows";
    EXPECT_EQ(image.preferences_actions()[1], policy::Action::accept_all);
    EXPECT_EQ(image.preferences_actions()[2], policy::Action::reject_all);
    EXPECT_EQ(image.link_urls()[0], "/imprint");
    EXPECT_EQ(image.link_urls().size(), 1u);
    EXPECT_FALSE(image.reopen());
    EXPECT_EQ(image.reopen_position(), policy::Position::bottom_end);
    EXPECT_EQ(image.text(0, TextKey::reopen_label), "Cookies");
    ASSERT_EQ(image.theme().size(), 6u);
    EXPECT_EQ(image.theme()[0], "accent");
    EXPECT_EQ(image.theme()[2], "onAccent");
    EXPECT_EQ(image.theme()[3], "#fff");
    EXPECT_EQ(image.record_cookie(), "choice");
    EXPECT_EQ(image.record_domain(), "plain.example");
    EXPECT_EQ(image.record_path(), "/shop");
    EXPECT_EQ(image.record_lifetime(), 365u * 86'400u);
    EXPECT_EQ(image.grade(), policy::Grade::strict);
    EXPECT_EQ(image.unclassified_category(), 1);
    EXPECT_TRUE(image.hold_undeclared());
}

TEST(Compile, ExpandsRegionsAndLeavesOutWhatOthersName) {
    const std::string policy = test::edited(plain(), "  \"purposes\": [\n", R"(  "jurisdictions": [
    { "id": "fr", "regions": ["FR"], "mode": "opt-in" }, { "id": "eu", "regions": ["EU"], "mode": "opt-in" }, { "id": "us", "regions": ["US", "US-CA"], "mode": "opt-out" }],
  "purposes": [
)");
    const Opened opened(policy);
    const auto& jurisdictions = opened.image.jurisdictions();
    ASSERT_EQ(jurisdictions.size(), 3u);
    EXPECT_EQ(jurisdictions[1].regions.size(), 26u);
    EXPECT_EQ(std::count(jurisdictions[1].regions.begin(), jurisdictions[1].regions.end(), "FR"), 0);
    EXPECT_EQ(jurisdictions[2].mode, policy::Mode::opt_out);
}

TEST(Compile, LimitsAnExemptionToItsJurisdictions) {
    const Opened opened(test::policy_fixture("lint/P006.pass.json"));
    EXPECT_TRUE(opened.image.exempt(1, 0));
    EXPECT_FALSE(opened.image.exempt(1, 1));
    EXPECT_TRUE(opened.image.categories()[1].objectable);
}

TEST(Compile, PutsPluralsIntoForms) {
    const Opened opened(plain());
    std::string_view rest = opened.image.text(0, TextKey::preferences_services);
    policy::PluralForm form;
    ASSERT_TRUE(policy::next_form(rest, form));
    EXPECT_EQ(form.name, "one");
    EXPECT_EQ(form.text, "# service");
}

// A visitor pays for no sentence that the law of no place shows.
TEST(Languages, CarryTheBodiesThatCanBeShown) {
    const auto carried = [](const std::string& modes) {
        const Opened opened(test::edited(plain(), "  \"record\"", "  \"jurisdictions\": [" + modes + "],\n  \"record\""));
        return std::pair{!opened.image.text(0, TextKey::banner_body).empty(), !opened.image.text(0, TextKey::banner_body_opt_out).empty()};
    };
    const std::string ask = R"({"id":"eu","regions":["EU"],"mode":"opt-in"})", tell = R"({"id":"us","regions":["US"],"mode":"opt-out"})";
    EXPECT_EQ(carried(ask), std::pair(true, false));
    EXPECT_EQ(carried(tell), std::pair(false, true));
    EXPECT_EQ(carried(ask + "," + tell), std::pair(true, true));
}

// de-AT -> de -> the site's default -> en, key by key; and never a key on the screen.
TEST(Languages, FallBackInOrder) {
    const std::string policy = test::edited(
        test::edited(
            test::edited(plain(), "\"default\": \"en\", \"include\": [\"en\"]", "\"default\": \"de\", \"include\": [\"de-AT\", \"en\"]"),
            "  \"record\"",
            "  \"texts\": { \"de-AT\": { \"banner.title\": \"Servus\" }, \"de\": { \"banner.body\": \"Kurz.\" } },\n  \"record\""),
        "\"title\": \"Counter\"", "\"title\": { \"de\": \"Zähler\", \"en\": \"Counter\" }");
    const std::string lenient =
        test::edited(policy, "  \"record\"",
                     "  \"lint\": { \"silence\": [{ \"rule\": \"P022\", \"reason\": \"This is a test of fallbacks.\" }] },\n  \"record\"");
    const Opened opened(lenient);
    const Image& image = opened.image;
    ASSERT_EQ(image.languages().size(), 3u);
    EXPECT_EQ(image.languages()[0], "de");
    EXPECT_EQ(image.languages()[1], "de-AT");
    EXPECT_EQ(image.text(1, TextKey::banner_title), "Servus");
    EXPECT_EQ(image.text(1, TextKey::banner_body), "Kurz.");
    EXPECT_EQ(image.text(1, TextKey::banner_accept_all), "Alle akzeptieren");
    EXPECT_EQ(image.service_title(1, 1), "Zähler");
    EXPECT_EQ(image.service_title(2, 1), "Counter");
    for (std::size_t l = 0; l < 3; ++l)
        for (std::size_t k = 0; k < policy::kTextKeyCount; ++k) {
            EXPECT_EQ(image.text(l, static_cast<TextKey>(k)).empty(), static_cast<TextKey>(k) == TextKey::banner_body_opt_out);
            EXPECT_NE(image.text(l, static_cast<TextKey>(k)), policy::kTextKeyNames[k]);
        }
}

TEST(Languages, FillAMissingTextAndSaySo) {
    const std::string texts = R"({"en":)" + test::read("web/languages/en.json") +
                              R"(,"de":{"language.name":"Deutsch","language.dir":"ltr","banner.title":"Cookies?"}})";
    const std::string policy = test::edited(plain(), "\"include\": [\"en\"]", "\"include\": [\"en\", \"de\"]");
    const test::Json report = test::report(policy, texts);
    const auto missing = test::findings(report, "W502");
    ASSERT_EQ(missing.size(), 1u);
    EXPECT_EQ(missing[0]["pointer"], "/languages/include/1");
    EXPECT_EQ(missing[0]["severity"], "warning");
}

TEST(Languages, MustBeThere) {
    const std::string policy = test::edited(plain(), "\"include\": [\"en\"]", "\"include\": [\"en\", \"cy\"]");
    const auto missing = test::findings(test::report(policy, test::languages()), "E506");
    ASSERT_EQ(missing.size(), 1u);
    EXPECT_NE(missing[0]["message"].get<std::string>().find("\"cy\""), std::string::npos);
    EXPECT_EQ(test::findings(test::report(plain(), R"({"de":{}})"), "E506").size(), 1u);
    for (const char* texts : {"", "[]", "{", "{\"en\":[]}", "{\"en\":{\"banner.title\":1}}", "{\"en\":{\"a\":\"x\",\"a\":\"y\"}}"}) {
        const Compiled made = compile(plain(), texts);
        EXPECT_TRUE(made.image.empty()) << texts;
        EXPECT_FALSE(test::findings(test::parsed(made.report), "E507").empty()) << texts << made.report;
    }
}

TEST(Languages, ReportABrokenBuiltInMessage) {
    std::string english = test::read("web/languages/en.json");
    english = test::edited(english, "Load once", "Load {once");
    EXPECT_EQ(test::findings(test::report(plain(), "{\"en\":" + english + "}"), "E507").size(), 1u);
}

TEST(Languages, WarnOfAPluralFormThatIsMissing) {
    const std::string policy = test::edited(
        test::edited(plain(), "\"include\": [\"en\"]", "\"include\": [\"en\", \"pl\"]"), "  \"record\"",
        "  \"texts\": { \"pl\": { \"preferences.services\": \"{count, plural, one {# usługa} other {# usług}}\" } },\n  \"record\"");
    const auto missing = test::findings(test::report(policy, test::languages({"en", "pl"})), "W501");
    ASSERT_EQ(missing.size(), 2u);
    EXPECT_EQ(missing[0]["pointer"], "/texts/pl/preferences.services");
    EXPECT_EQ(missing[0]["severity"], "warning");
}

// Every file of web/languages must compile: none may hold a message that the parser refuses or an argument that nobody gives.
TEST(Languages, AllCompile) {
    std::ifstream plurals(ASSENT_FIXTURES "/fixtures/plurals.txt");
    std::vector<std::string> tags;
    std::string include;
    for (std::string line; std::getline(plurals, line);) {
        const std::string tag = line.substr(0, line.find(' '));
        if (tag == "#" || tag == "en" || !std::ifstream(ASSENT_FIXTURES "/../web/languages/" + tag + ".json").good()) continue;
        tags.push_back(tag);
        include += ", \"" + tag + "\"";
    }
    ASSERT_GE(tags.size(), 40u);
    tags.push_back("en");
    const std::string policy = test::edited(plain(), "\"include\": [\"en\"]", "\"include\": [\"en\"" + include + "]");
    const test::Json report = test::report(policy, test::languages(tags));
    for (const test::Json& finding : report["findings"]) EXPECT_EQ(finding["code"], "P022") << finding.dump();
}

// The list of keys in the image is written by hand: it must be what English has, less what no visit shows.
TEST(TextKeys, AreThoseOfEnglish) {
    std::vector<std::string> wanted;
    const test::Json english = test::parsed(test::read("web/languages/en.json"));
    for (const auto& [key, text] : english.items())
        if (key.rfind("declaration.", 0) != 0 && key.rfind("category.", 0) != 0 && key.rfind("duration.", 0) != 0 &&
            key != "banner.policy" && key != "banner.cookies")
            wanted.push_back(key);
    std::vector<std::string> listed(policy::kTextKeyNames.begin(), policy::kTextKeyNames.end());
    std::sort(listed.begin(), listed.end());
    std::sort(wanted.begin(), wanted.end());
    EXPECT_EQ(listed, wanted);
}

}  // namespace
}  // namespace assent
