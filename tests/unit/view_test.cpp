#include "view/view.h"

#include <gtest/gtest.h>

#include "sample.h"
#include "view/language.h"

namespace assent::view {
namespace {

using namespace sample;

struct Seen {
    explicit Seen(int jurisdiction = kEu, bool gpc = false, const policy::Policy& p = sample::policy())
        : opened(p) {
        state.open(opened.image, consent::Law(opened.image, jurisdiction, gpc));
    }
    std::string view(std::string_view name, std::size_t language = 0) const { return std::string(std::string_view(write_view({opened.image, state, language}, name))); }

    Opened opened;
    consent::State state;
};

TEST(View, BannerIsWhatTheContractDraws) {
    EXPECT_EQ(Seen().view("banner"),
              R"({"lang":"en","dir":"ltr","layout":"box","position":"bottom-start","theme":{"accent":"#0b57d0"},"density":"comfortable",)"
              R"("actions":["accept-all","reject-all","preferences"],"title":"en banner.title","body":"en banner.body","region":"en banner.region",)"
              R"("labels":{"accept-all":"en banner.accept-all","reject-all":"en banner.reject-all","preferences":"en banner.preferences"},)"
              R"("links":[{"title":"Privacy policy","url":"https://www.example.org/privacy"}],)"
              R"("reopen":{"show":true,"position":"bottom-start","label":"en reopen.label"},"notice":"","status":"unset"})");
}

TEST(View, BannerAsksForPermissionOnlyWhereNothingHappensWithoutIt) {
    const auto asks = [](int jurisdiction) { return Seen(jurisdiction).view("banner").find(R"("body":"en banner.body",)") != std::string::npos; };
    const auto tells = [](int jurisdiction) { return Seen(jurisdiction).view("banner").find(R"("body":"en banner.body-opt-out",)") != std::string::npos; };
    for (const int optIn : {kEu, kUk, kUnknown}) EXPECT_TRUE(asks(optIn)) << optIn;
    for (const int other : {kCalifornia, kElsewhere}) EXPECT_TRUE(tells(other)) << other;
}

TEST(View, BannerFollowsThePolicysLook) {
    policy::Policy p = sample::policy();
    p.banner.layout = policy::Layout::inline_top;
    p.banner.position = policy::Position::top;
    p.banner.density = policy::Density::compact;
    p.banner.actions = {policy::Action::reject_all, policy::Action::accept_all};
    p.banner.reopen = false;
    p.banner.links.clear();
    const std::string banner = Seen(kEu, false, p).view("banner", 1);
    for (const std::string_view part : {R"("lang":"de")", R"("layout":"inline")", R"("position":"top")", R"("density":"compact")", R"("actions":["reject-all","accept-all"])",
                                        R"("show":false)", R"("links":[])", R"("title":"de banner.title")"}) {
        EXPECT_NE(banner.find(part), std::string::npos) << part << " in " << banner;
    }
}

TEST(View, BannerSaysWhyItAsksAgainAndThatASignalWasHonoured) {
    const auto notice = [](const Seen& seen) {
        const std::string banner = seen.view("banner");
        const std::size_t at = banner.find("\"notice\":\"") + 10;
        return banner.substr(at, banner.find('"', at) - at);
    };
    Seen seen;
    seen.state.choose(consent::Source::accept_all, seen.state.everything(), 1764000000, 1);
    EXPECT_EQ(notice(seen), "");
    const consent::Record record = seen.state.record();

    seen.state.load(record, 1764000000 + 200 * 86400);
    EXPECT_EQ(seen.state.status(), consent::Status::stale);
    EXPECT_EQ(notice(seen), "") << "its time was up; nothing has changed";

    policy::Policy p = sample::policy();
    p.fingerprint += 1;
    Seen changed(kEu, false, p), both(kCalifornia, true, p);
    changed.state.load(record, 1764000000);
    EXPECT_EQ(notice(changed), "en banner.changed");
    EXPECT_EQ(notice(Seen(kCalifornia, true)), "en banner.gpc");
    EXPECT_EQ(notice(Seen(kEu, true)), "") << "nothing was on that the signal switched off";
    both.state.load(record, 1764000000);
    EXPECT_EQ(notice(both), "en banner.changed en banner.gpc");
}

TEST(View, PreferencesAreWhatTheContractDraws) {
    policy::Policy p = sample::policy();
    p.services.resize(3);
    p.categories.resize(2);
    EXPECT_EQ(Seen(kEu, false, p).view("preferences", 1),
              R"({"lang":"de","dir":"ltr","theme":{"accent":"#0b57d0"},"density":"comfortable","actions":["save","accept-all","reject-all"],"title":"de preferences.title","intro":"de preferences.intro",)"
              R"("labels":{"save":"de preferences.save","accept-all":"de preferences.accept-all","reject-all":"de preferences.reject-all","close":"de preferences.close",)"
              R"("on":"de preferences.on","off":"de preferences.off","always":"de preferences.always","withdraw":"de preferences.withdraw","privacy":"de preferences.privacy"},)"
              R"("categories":[{"id":"necessary","title":"necessary Titel","description":"necessary beschrieben","exempt":true,"granted":true,)"
              R"("count":{"n":1,"forms":{"one":"# Dienst","other":"# Dienste"}},"services":[{"id":"shop","title":"shop Titel","provider":"Field Notes Ltd","privacyUrl":"",)"
              R"("description":"shop beschrieben","granted":true,"optOuts":[]}]},)"
              R"({"id":"statistics","title":"statistics Titel","description":"statistics beschrieben","exempt":false,"granted":false,)"
              R"("count":{"n":2,"forms":{"one":"# Dienst","other":"# Dienste"}},"services":[{"id":"matomo","title":"matomo Titel","provider":"InnoCraft Ltd",)"
              R"("privacyUrl":"https://matomo.test/privacy","description":"matomo beschrieben","granted":false,"optOuts":[]},)"
              R"({"id":"analytics","title":"analytics Titel","provider":"Google Ireland Limited","privacyUrl":"https://analytics.test/privacy","description":"analytics beschrieben",)"
              R"("granted":false,"optOuts":[{"title":"Opt-out-Erweiterung","url":"https://analytics.test/optout"}]}]}]})");
}

TEST(View, PreferencesShowASwitchForWhatMayBeObjectedTo) {
    const std::string uk = Seen(kUk).view("preferences");
    EXPECT_NE(uk.find(R"("id":"statistics","title":"statistics title","description":"statistics described","exempt":false,"granted":true)"), std::string::npos) << uk;
}

TEST(View, PreferencesLeaveOutAnUndescribedCategoryThatNothingIsIn) {
    policy::Policy p = sample::policy();
    EXPECT_NE(Seen(kEu, false, p).view("preferences").find("\"id\":\"unclassified\""), std::string::npos);
    p.services.pop_back();
    EXPECT_EQ(Seen(kEu, false, p).view("preferences").find("\"id\":\"unclassified\""), std::string::npos);
    p.gate.unclassified = kUnclassified;
    EXPECT_NE(Seen(kEu, false, p).view("preferences").find("\"id\":\"unclassified\""), std::string::npos) << "here it is a question";
}

TEST(View, PreferencesShowWhatIsGranted) {
    Seen seen;
    consent::Choices choices;
    seen.state.set(choices, 5 + kVideo, true);
    seen.state.choose(consent::Source::save, choices, 1764000000, 1);
    const std::string preferences = seen.view("preferences");
    EXPECT_NE(preferences.find(R"("description":"video described","granted":true)"), std::string::npos);
    EXPECT_NE(preferences.find(R"("description":"ads described","granted":false)"), std::string::npos);
    EXPECT_NE(preferences.find(R"("description":"social described","exempt":false,"granted":false)"), std::string::npos);
}

TEST(View, PlaceholderAndStatusAreWhatTheContractDraws) {
    policy::Policy p = sample::policy();
    p.services.resize(2);
    EXPECT_EQ(Seen(kEu, false, p).view("placeholder"),
              R"({"lang":"en","dir":"ltr","theme":{"accent":"#0b57d0"},"density":"comfortable","labels":{"region":"en placeholder.region","reason":"en placeholder.reason",)"
              R"("once":"en placeholder.once","always":"en placeholder.always","open":"en placeholder.open","privacy":"en placeholder.privacy","loading":"en placeholder.loading",)"
              R"("failed":"en placeholder.failed","retry":"en placeholder.retry"},"services":{"shop":{"title":"shop title","provider":"Field Notes Ltd","privacyUrl":""},)"
              R"("matomo":{"title":"matomo title","provider":"InnoCraft Ltd","privacyUrl":"https://matomo.test/privacy"}}})");
    EXPECT_EQ(Seen(kEu, false, p).view("status"),
              R"({"lang":"en","dir":"ltr","saved":"en status.saved","withdrawn":"en status.withdrawn","loaded":"en status.loaded","changed":"en status.changed"})");
}

TEST(View, PolicyIsWhatTheContractDraws) {
    policy::Policy p = sample::policy();
    p.services.resize(3);
    p.categories.resize(2);
    p.gate.grade = policy::Grade::strict;
    p.services[kAnalytics].urls = {"https://*.analytics.test:8443/x", "tag.test/gtag/js", "/own"};
    const std::string_view rest =
        R"("services":[{"id":"shop","title":"shop title","provider":"Field Notes Ltd","privacyUrl":"","category":0},{"id":"matomo","title":"matomo title","provider":"InnoCraft Ltd",)"
        R"("privacyUrl":"https://matomo.test/privacy","category":1},{"id":"analytics","title":"analytics title","provider":"Google Ireland Limited","privacyUrl":"https://analytics.test/privacy","category":1}]})";
    EXPECT_EQ(Seen(kEu, false, p).view("policy"),
              R"({"site":{"name":"Field notes","url":"https://www.example.org/","policyUrl":"https://www.example.org/privacy","cookiePageUrl":"/cookies"},"grade":"strict","cookie":"cookie_consent",)"
              R"("ownHosts":["example.org","*.example.org"],"necessaryHosts":["pay.test","cdn.test:8443"],"holdHosts":["stats.example.org","*.analytics.test:8443","tag.test"],)"
              R"("categories":[{"id":"necessary","exempt":true},{"id":"statistics","exempt":false}],)" + std::string(rest));
    EXPECT_NE(Seen(kUk, false, p).view("policy").find(R"("holdHosts":[],"categories":[{"id":"necessary","exempt":true},{"id":"statistics","exempt":true}])"), std::string::npos);
}

TEST(View, ThereIsNoOther) {
    for (const std::string_view name : {"", "Banner", "declaration", "banner "}) EXPECT_EQ(Seen().view(name), "") << name;
}

std::string picked(const std::vector<std::string>& tags, std::string_view page, std::string_view browser = "") {
    policy::Policy p = sample::policy();
    const std::array<std::string, policy::kTextKeyCount> texts = p.languages[0].texts;
    p.categories.resize(1);
    p.services.clear();
    p.banner.links.clear();
    p.categories[0].title = p.categories[0].description = policy::Texts(tags.size(), "x");
    p.languages.clear();
    for (const std::string& tag : tags) p.languages.push_back({tag, texts});
    const Opened opened(p);
    EXPECT_EQ(opened.error, policy::ImageError::none);
    return tags.at(pick_language(opened.image, page, browser));
}

TEST(Language, IsThePagesOrWhatIsLeftOfItOrTheDefault) {
    EXPECT_EQ(picked({"en", "de", "fr"}, "de"), "de");
    EXPECT_EQ(picked({"en", "de", "fr"}, "DE-at"), "de");
    EXPECT_EQ(picked({"en", "de", "de-AT"}, "de-AT"), "de-AT");
    EXPECT_EQ(picked({"en", "de", "de-AT"}, "de-AT-1996"), "de-AT");
    EXPECT_EQ(picked({"en", "de", "fr"}, "ja"), "en");
    EXPECT_EQ(picked({"en", "de", "fr"}, "den"), "en");
    EXPECT_EQ(picked({"en", "pt-BR", "fr"}, "pt"), "pt-BR") << "another variant before another language";
    EXPECT_EQ(picked({"en", "pt-BR", "pt"}, "pt-PT"), "pt");
}

TEST(Language, KnowsTheScriptOfChineseAndThatNorwegianIsBokmal) {
    EXPECT_EQ(picked({"en", "zh-Hans", "zh-Hant"}, "zh"), "zh-Hans");
    EXPECT_EQ(picked({"en", "zh-Hans", "zh-Hant"}, "zh-CN"), "zh-Hans");
    EXPECT_EQ(picked({"en", "zh-Hans", "zh-Hant"}, "zh-TW"), "zh-Hant");
    EXPECT_EQ(picked({"en", "zh-Hans", "zh-Hant"}, "zh-Hant-HK"), "zh-Hant");
    EXPECT_EQ(picked({"en", "da", "nb"}, "no"), "nb");
}

TEST(Language, OfAPageWithoutOneIsTheBrowsers) {
    EXPECT_EQ(picked({"en", "de", "fr"}, "", "ja, fr-CH,de"), "fr");
    EXPECT_EQ(picked({"en", "de", "fr"}, "", "ja"), "en");
    EXPECT_EQ(picked({"en", "de", "fr"}, "", ""), "en");
    EXPECT_EQ(picked({"en", "de", "fr"}, "ja", "fr"), "en") << "a page that has one is not mixed with another";
}

}  // namespace
}  // namespace assent::view
