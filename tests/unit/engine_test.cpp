// What tests/scenarios can't say in lines: damage, disorder and bounds.
#include "assent/engine.h"

#include <gtest/gtest.h>

#include "sample.h"

namespace assent {
namespace {

const std::string kContext = "now=1764000000\nnonce=0123456789abcdef\ncookie=\nurl=https://www.example.org/\nlang=en\nregion=DE\ngpc=0";
const std::string kStamp = "\nnow=1764000100\nnonce=00000000000000ff";

std::string image() { return policy::encode(sample::policy()); }

bool is_error(const std::string& answer, const std::string& code) { return answer.rfind("{\"error\":{\"code\":\"" + code + "\",\"message\":\"", 0) == 0; }

struct Open : testing::Test {
    void SetUp() override { ASSERT_EQ(engine.open(image(), kContext).rfind("{\"state\":", 0), 0u); }
    Engine engine;
};

TEST(Engine, BeforeAPolicyHoldsAndSaysSo) {
    Engine engine;
    EXPECT_TRUE(is_error(engine.send("accept-all" + kStamp), "not-open"));
    EXPECT_TRUE(is_error(engine.view("banner"), "not-open"));
    EXPECT_EQ(engine.decide(0, "https://www.example.org/"), 1 | 9 << 2);
    EXPECT_EQ(engine.decide(0, "data:,"), 0 | 2 << 2);
}

TEST(Engine, WithADamagedImageKnowsThePagesOwnHostOnly) {
    const std::string whole = image();
    for (std::size_t cut = 0; cut < whole.size(); cut += 7) {
        Engine engine;
        const std::string answer = engine.open(whole.substr(0, cut), kContext);
        ASSERT_EQ(answer.rfind("{\"error\":{\"code\":\"image-", 0), 0u) << cut << answer;
        ASSERT_EQ(engine.decide(0, "https://www.example.org/own.js"), 0 | 1 << 2) << cut;
        ASSERT_EQ(engine.decide(0, "https://pay.test/x.js"), 1 | 9 << 2) << cut;
        ASSERT_EQ(engine.decide(12, "basket=1"), 1 | 9 << 2) << cut;
        ASSERT_TRUE(is_error(engine.send("accept-all" + kStamp), "not-open")) << cut;
    }
    for (std::size_t at = 0; at < whole.size(); at += 3) {
        std::string flipped = whole;
        flipped[at] = static_cast<char>(flipped[at] ^ 0x10);
        Engine engine;
        ASSERT_EQ(engine.open(flipped, kContext).rfind("{\"error\":{\"code\":\"image-", 0), 0u) << at;
    }
}

TEST(Engine, OpensAnewAfterAFailureAndAfterASuccess) {
    Engine engine;
    EXPECT_TRUE(is_error(engine.open("", kContext), "image-truncated"));
    EXPECT_EQ(engine.open(image(), kContext).rfind("{\"state\":", 0), 0u);
    EXPECT_EQ(engine.decide(0, "https://pay.test/x.js") & 3, 0);
    engine.send("accept-all" + kStamp);
    EXPECT_EQ(engine.decide(0, "https://x.ads.test/x.js") & 3, 0);
    engine.open(image(), kContext);
    EXPECT_EQ(engine.decide(0, "https://x.ads.test/x.js") & 3, 1) << "another page, without the cookie";
    EXPECT_TRUE(is_error(engine.open("x", kContext), "image-foreign"));
    EXPECT_EQ(engine.decide(0, "https://pay.test/x.js"), 1 | 9 << 2);
}

TEST(Engine, KnowsNoTimeButWhatItIsTold) {
    Engine engine;
    EXPECT_TRUE(is_error(engine.open(image(), "url=https://www.example.org/"), "context-malformed"));
    EXPECT_TRUE(is_error(engine.open(image(), "now=yesterday"), "context-malformed"));
    EXPECT_EQ(engine.decide(0, "https://x.ads.test/x.js"), 1 | 9 << 2);
}

TEST(Engine, NeedsNoMoreThanTheTime) {
    Engine engine;
    const std::string answer = engine.open(image(), "now=1");
    EXPECT_NE(answer.find(R"("status":"unset","ask":true,"source":"","language":"en","dir":"ltr","mode":"opt-in","jurisdiction":"","gpc":false)"), std::string::npos) << answer;
}

TEST(Engine, TwoKnowNothingOfEachOther) {
    Engine one, other;
    one.open(image(), kContext);
    other.open(image(), kContext);
    one.send("accept-all" + kStamp);
    EXPECT_EQ(one.decide(0, "https://x.ads.test/") & 3, 0);
    EXPECT_EQ(other.decide(0, "https://x.ads.test/") & 3, 1);
}

TEST(Engine, NamesTheCookiesDomainOnlyWhereABrowserTakesIt) {
    policy::Policy p = sample::policy();
    p.record.domain = "example.org";
    for (const auto& [host, named] : {std::pair{"example.org", true}, {"www.example.org", true}, {"WWW.EXAMPLE.ORG", true},
                                      {"myexample.org", false}, {"org", false}, {"localhost:8080", false}}) {
        Engine engine;
        engine.open(policy::encode(p), "now=1764000000\nurl=http://" + std::string(host) + "/");
        EXPECT_EQ(engine.send("accept-all" + kStamp).find("; Domain=example.org;") != std::string::npos, named) << host;
    }
}

TEST_F(Open, RefusesEventsThatLackWhatTheyNeed) {
    const std::string before = engine.send("language\nlang=en");
    for (const std::string event : {"accept-all", "accept-all\nnow=1764000100", "accept-all\nnonce=00000000000000ff", "accept-all\nnow=x\nnonce=00000000000000ff", "withdraw\nnow=1764000100\nnonce=ff",
                                    "save\ncategory.marketing=1", "sync\nnow=1764000100", "sync\ncookie=", "show", "show\nview=status"}) {
        EXPECT_TRUE(is_error(engine.send(event), "event-malformed")) << event;
    }
    for (const std::string event : {"", "\n", "accept-all ", "ACCEPT-ALL", "accept-all=1", "open", "now=1764000100\naccept-all"}) {
        EXPECT_TRUE(is_error(engine.send(event + kStamp), "event-unknown")) << event;
    }
    for (const std::string line : {"category.marketing=2", "category.marketing=", "category.marketing", "service.ads=true", "category.ads=1", "service.marketing=1", "category.=1"}) {
        EXPECT_TRUE(is_error(engine.send("save\n" + line + kStamp), "event-malformed")) << line;
    }
    EXPECT_EQ(engine.send("language\nlang=en"), before) << "nothing has changed";
}

TEST_F(Open, SaveTakesServicesOverCategoriesWhateverTheOrder) {
    engine.send("save\nservice.ads=0\ncategory.marketing=1\nservice.matomo=1\ncategory.statistics=0" + kStamp);
    EXPECT_EQ(engine.decide(18, "ads") & 3, 2);
    EXPECT_EQ(engine.decide(17, "marketing") & 3, 0);
    EXPECT_EQ(engine.decide(18, "matomo") & 3, 0);
    EXPECT_EQ(engine.decide(18, "analytics") & 3, 2);
}

TEST_F(Open, SaveWithoutLinesIsAChoiceOfWhatStands) {
    EXPECT_NE(engine.send("save" + kStamp).find(R"("status":"chosen","ask":false,"source":"save")"), std::string::npos);
    EXPECT_EQ(engine.decide(17, "marketing") & 3, 2);
}

TEST_F(Open, ViewsAreThoseOfTheLanguage) {
    EXPECT_EQ(engine.view("status").rfind(R"({"lang":"en")", 0), 0u);
    engine.send("language\nlang=de-CH");
    EXPECT_EQ(engine.view("status").rfind(R"({"lang":"de")", 0), 0u);
    EXPECT_TRUE(is_error(engine.view("declaration"), "view-unknown"));
}

TEST_F(Open, TakesSubjectsOfAnySize) {
    EXPECT_EQ(engine.decide(11, std::string(1 << 20, 'g') + "gtag('config'") & 3, 1);
    EXPECT_EQ(engine.decide(11, std::string(1 << 20, 'g')) & 3, 0);
    EXPECT_EQ(engine.decide(0, "https://x.ads.test/" + std::string(1 << 20, 'a')) & 3, 1);
    EXPECT_EQ(engine.decide(13, std::string(1 << 20, 'a')), 0 | 10 << 2);
    EXPECT_EQ(engine.decide(13, "ads." + std::string(1 << 20, 'a')) & 3, 1);
    EXPECT_EQ(engine.decide(12, std::string(1 << 20, ' ') + "_ga=1") & 3, 1);
}

TEST(Engine, RemembersAtTheEdgesOfTime) {
    for (const std::string now : {"0", "4294967295"}) {
        Engine engine, later;
        engine.open(image(), "now=" + now);
        const std::string answer = engine.send("accept-all\nnow=" + now + "\nnonce=ffffffffffffffff");
        const std::size_t at = answer.find("\"record\":\"") + 10;
        const std::string record = answer.substr(at, answer.find('"', at) - at);
        EXPECT_NE(answer.find("\"at\":" + now + ",\"expires\":" + std::to_string(std::stoull(now) + 183 * 86400)), std::string::npos) << answer;
        EXPECT_NE(later.open(image(), "now=" + now + "\ncookie=cookie_consent=" + record).find(R"("status":"chosen")"), std::string::npos);
    }
}

}  // namespace
}  // namespace assent
