#include "consent/cookie.h"

#include <gtest/gtest.h>

#include "sample.h"

namespace assent::consent {
namespace {

Record record(std::uint32_t at, std::uint32_t lifetime = 86400) { return Record({Source::save, false, 1, 0, at, lifetime_bits(lifetime), 9}, {}, {}, 1); }

std::string text_of(const base::Buffer& buffer) { return std::string(std::string_view(buffer)); }

std::string record_at(std::uint32_t at) {
    base::Buffer text;
    record(at).write(text);
    return text_of(text);
}

std::uint32_t found_at(const std::string& cookies) { return find_record(cookies, "cookie_consent").at(); }

// The assignment with the record's text as VALUE.
std::string assigned(const policy::Image& image, std::uint32_t lifetime, bool on_domain, bool https) {
    base::Buffer value;
    record(17, lifetime).write(value);
    std::string text = text_of(assignment(image, record(17, lifetime), on_domain, https));
    const std::size_t at = text.find('=') + 1;
    EXPECT_EQ(text.substr(at, text_of(value).size()), text_of(value));
    return text.replace(at, text_of(value).size(), "VALUE");
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
    policy::Policy p = sample::policy();
    EXPECT_EQ(assigned(sample::Opened(p).image, 15811200, false, true), "cookie_consent=VALUE; Path=/; Max-Age=15811200; SameSite=Lax; Secure");
    EXPECT_EQ(assigned(sample::Opened(p).image, 60, false, false), "cookie_consent=VALUE; Path=/; Max-Age=60; SameSite=Lax");
    p.record.domain = "example.org";
    p.record.path = "/shop";
    p.record.cookie = "choice";
    EXPECT_EQ(assigned(sample::Opened(p).image, 60, true, false), "choice=VALUE; Path=/shop; Domain=example.org; Max-Age=60; SameSite=Lax");
    EXPECT_EQ(assigned(sample::Opened(p).image, 60, false, false), "choice=VALUE; Path=/shop; Max-Age=60; SameSite=Lax");
}

}  // namespace
}  // namespace assent::consent
