#include "consent/cookie.h"

#include <gtest/gtest.h>

#include "sample.h"

namespace assent::consent {
namespace {

std::string record_at(std::uint32_t at) {
    Record record;
    record.source = Source::save;
    record.at = at;
    return encode(record);
}

std::uint32_t found_at(const std::string& cookies) {
    const Record record = find_record(cookies, "cookie_consent");
    return record.source == Source::none ? 0 : record.at;
}

TEST(ConsentCookie, IsFoundAmongOthers) {
    const std::string mine = "cookie_consent=" + record_at(17);
    EXPECT_EQ(found_at(mine), 17u);
    EXPECT_EQ(found_at("a=1; " + mine + "; b=2"), 17u);
    EXPECT_EQ(found_at(" a=1;" + mine + " ;b"), 17u);
    EXPECT_EQ(found_at("cookie_consent; x; ; =; " + mine + ";"), 17u);
}

TEST(ConsentCookie, IsNotFoundInWhatOnlyLooksLikeIt) {
    const std::string value = record_at(17);
    for (const std::string& cookies : {std::string(), std::string(";"), "cookie_consent2=" + value, "my_cookie_consent=" + value, "Cookie_Consent=" + value, "x=cookie_consent=" + value,
                                       std::string("cookie_consent="), "cookie_consent=" + value + "=", "cookie_consent=\"" + value + "\"", value}) {
        EXPECT_EQ(found_at(cookies), 0u) << cookies;
    }
}

TEST(ConsentCookie, OfSeveralIsTheNewestThatIsARecord) {
    const std::string older = "cookie_consent=" + record_at(17), newer = "cookie_consent=" + record_at(18), broken = "cookie_consent=broken";
    EXPECT_EQ(found_at(older + "; " + newer), 18u);
    EXPECT_EQ(found_at(newer + "; " + older), 18u);
    EXPECT_EQ(found_at(broken + "; " + older + "; " + broken), 17u);
}

TEST(ConsentCookie, IsSetWithTheAttributesOfThePolicyAndThePage) {
    sample::Opened o;
    EXPECT_EQ(assignment(o.image, "VALUE", 15811200, {"www.example.org", true}), "cookie_consent=VALUE; Path=/; Max-Age=15811200; SameSite=Lax; Secure");
    EXPECT_EQ(assignment(o.image, "VALUE", 60, {"localhost", false}), "cookie_consent=VALUE; Path=/; Max-Age=60; SameSite=Lax");
}

TEST(ConsentCookie, NamesTheDomainOnlyWhereABrowserTakesIt) {
    policy::Policy p = sample::policy();
    p.record.domain = "example.org";
    p.record.path = "/shop";
    p.record.cookie = "choice";
    sample::Opened o(p);
    const std::string with = "choice=V; Path=/shop; Domain=example.org; Max-Age=60; SameSite=Lax", without = "choice=V; Path=/shop; Max-Age=60; SameSite=Lax";
    EXPECT_EQ(assignment(o.image, "V", 60, {"example.org", false}), with);
    EXPECT_EQ(assignment(o.image, "V", 60, {"www.example.org", false}), with);
    EXPECT_EQ(assignment(o.image, "V", 60, {"myexample.org", false}), without);
    EXPECT_EQ(assignment(o.image, "V", 60, {"org", false}), without);
    EXPECT_EQ(assignment(o.image, "V", 60, {"localhost", false}), without);
    EXPECT_EQ(assignment(o.image, "V", 60, {"", false}), without);
}

}  // namespace
}  // namespace assent::consent
