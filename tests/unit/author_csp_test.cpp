#include "author_support.h"

namespace assent {
namespace {

std::string line(const std::string& policy, std::string_view state) {
    return test::parsed(content_security_policy(policy, state))["strict"];
}
std::string real(std::string_view state) { return line(test::read("demo/policies/conversationware.json"), state); }
bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

// The sources of one directive.
std::string directive(const std::string& policy, const std::string& name) {
    const std::size_t at = policy.find(name + " ");
    EXPECT_NE(at, std::string::npos) << name;
    return policy.substr(at, policy.find(';', at) - at) + " ";
}

TEST(Csp, LetsNobodyInBeforeAChoice) {
    const std::string before = real("");
    EXPECT_EQ(before.rfind("default-src 'self' 'unsafe-inline' 'unsafe-eval' 'wasm-unsafe-eval' data: blob:", 0), 0u);
    for (const char* host :
         {"google-analytics.com", "calltracks", "doubleclick", "teracent", "facebook", " *; ", " * ", "https: ", "http: "})
        EXPECT_FALSE(has(before, host)) << host << "\n" << before;
    for (const char* name : {"base-uri", "form-action"}) EXPECT_TRUE(has(directive(before, name), "'self'"));
}

TEST(Csp, LetsInWhatIsGrantedAndNothingMore) {
    const std::string analytics = real("analytics");
    EXPECT_TRUE(has(analytics, " google-analytics.com:* *.google-analytics.com:* "));
    EXPECT_TRUE(has(analytics, " ga.localhost:* "));
    EXPECT_TRUE(has(directive(analytics, "connect-src"), " wss://calltracks.com:* "));
    EXPECT_FALSE(has(analytics, "doubleclick"));
    EXPECT_FALSE(has(directive(analytics, "base-uri"), "calltracks")) << "a service has no say over the page's base";
    const std::string all = real("functional,analytics,marketing,social");
    EXPECT_TRUE(has(all, "doubleclick.localhost:*"));
    EXPECT_TRUE(has(all, "social.localhost:*"));
}

TEST(Csp, LetsExemptServicesInAlways) {
    const std::string policy =
        test::edited(test::policy_fixture("plain.json"), "\"title\": \"Shop\",",
                     R"("title": "Shop", "urls": ["https://pay.example:8443/v1/", "wss://pay.example", "cdn.example/fonts"],
      "provider": { "name": "Pay", "privacyUrl": "https://pay.example/privacy" },)");
    const std::string before = line(policy, "");
    EXPECT_TRUE(has(before, " https://pay.example:8443/v1/"));
    EXPECT_TRUE(has(before, " cdn.example:*")) << "CSP reads a path without '/' at its end as exact, so the host is let in";
    EXPECT_TRUE(has(directive(before, "connect-src"), " wss://pay.example:* "));
    EXPECT_FALSE(has(directive(before, "default-src"), "wss:"));
}

TEST(Csp, GoesByTheStrictestJurisdiction) {
    const std::string policy = test::policy_fixture("lint/P006.pass.json");
    EXPECT_FALSE(has(line(policy, ""), "counter.example")) << "exempt in the UK only";
    EXPECT_TRUE(has(line(policy, "analytics"), "counter.example"));
}

TEST(Csp, RefusesAnUnknownCategory) {
    EXPECT_EQ(test::parsed(content_security_policy(test::policy_fixture("plain.json"), "analytics,other"))["error"]["code"], "E301");
    EXPECT_EQ(test::parsed(content_security_policy(test::policy_fixture("plain.json"), ",analytics"))["error"]["code"], "E301");
}

TEST(Csp, IsOneLineThatFitsAnAttribute) {
    const test::Json made = test::parsed(content_security_policy(test::read("demo/policies/conversationware.json"), "analytics"));
    for (const char* form : {"strict", "header"}) {
        const std::string text = made[form];
        EXPECT_EQ(text.find_first_of("\"<>\r\n,"), std::string::npos) << text;
    }
}

}  // namespace
}  // namespace assent
