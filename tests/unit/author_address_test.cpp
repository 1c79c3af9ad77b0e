#include "author/address.h"

#include <gtest/gtest.h>

#include "gate/pattern.h"

namespace assent::author {
namespace {

std::string url(std::string_view text) {
    const Canonical made = canonical_url_pattern(text);
    return made.ok() ? made.text : "(" + made.wrong + ")";
}

TEST(UrlPattern, TakesItsCanonicalForm) {
    EXPECT_EQ(url("Example.ORG"), "example.org");
    EXPECT_EQ(url("*.Example.org"), "*.example.org");
    EXPECT_EQ(url("HTTPS://Example.org:8443/Path"), "https://example.org:8443/Path");
    EXPECT_EQ(url("wss://chat.example"), "wss://chat.example");
    EXPECT_EQ(url("example.org:080"), "example.org:80");
    EXPECT_EQ(url("example.org/"), "example.org");
    EXPECT_EQ(url("example.org/*"), "example.org");
    EXPECT_EQ(url("example.org/a*"), "example.org/a");
    EXPECT_EQ(url("example.org/*/pixel.gif"), "example.org/*/pixel.gif");
    EXPECT_EQ(url("example.org/a?id="), "example.org/a?id=");
    EXPECT_EQ(url("/stats/"), "/stats/");
    EXPECT_EQ(url("localhost"), "localhost");
    EXPECT_EQ(url("127.0.0.1:8080"), "127.0.0.1:8080");
    EXPECT_EQ(url("[::1]"), "[::1]");
    EXPECT_EQ(url("[::1]:8080/x"), "[::1]:8080/x");
    EXPECT_EQ(url("xn--bcher-kva.example"), "xn--bcher-kva.example");
    EXPECT_EQ(url("_dmarc.example.org"), "_dmarc.example.org");
}

TEST(UrlPattern, RefusesTheRest) {
    for (const char* text : {"",
                             "*",
                             "*.",
                             "/",
                             "/*",
                             "//cdn.example",
                             "example..org",
                             ".example.org",
                             "example.org.",
                             "a.*.example",
                             "*example.org",
                             "-a.example",
                             "a-.example",
                             "exa mple.org",
                             "bücher.example",
                             "http://",
                             "ftp://a.example",
                             "javascript:alert(1)",
                             "user@a.example",
                             "a.example:",
                             "a.example:0",
                             "a.example:65536",
                             "a.example:http",
                             "a.example?x",
                             "a.example#x",
                             "a.example/#x",
                             "a.example/ü",
                             "a.example/a b",
                             "*.127.0.0.1",
                             "*.[::1]",
                             "[::1",
                             "[zz::1]",
                             "[]",
                             "http:///path"})
        EXPECT_EQ(url(text).substr(0, 1), "(") << text << " -> " << url(text);
    EXPECT_EQ(url(std::string(64, 'a') + ".example").substr(0, 1), "(");
    EXPECT_EQ(url("a.example/" + std::string(600, 'a')).substr(0, 1), "(");
}

// What the compiler puts into the image, the gate must read as it was meant.
TEST(UrlPattern, IsReadByTheGateAsWritten) {
    const std::string canonical = url("HTTPS://*.Example.org:8443/Path/*/x");
    const gate::UrlPattern read = gate::parse_pattern(canonical);
    EXPECT_EQ(read.scheme, "https");
    EXPECT_EQ(read.host, "example.org");
    EXPECT_TRUE(read.below);
    EXPECT_EQ(read.port, 8443u);
    EXPECT_EQ(read.path, "/Path/*/x");
}

TEST(UrlPattern, KnowsTheSitesOwnHosts) {
    const std::vector<std::string> own = {"example.org", "*.shop.example"};
    EXPECT_TRUE(within_hosts("example.org/x", own));
    EXPECT_TRUE(within_hosts("/path", own));
    EXPECT_TRUE(within_hosts("a.b.shop.example", own));
    EXPECT_TRUE(within_hosts("*.shop.example", own));
    EXPECT_FALSE(within_hosts("*.example.org", own));
    EXPECT_FALSE(within_hosts("www.example.org", own));
    EXPECT_FALSE(within_hosts("notshop.example", own));
}

TEST(NamePattern, IsExactPrefixOrSuffix) {
    const auto ok = [](std::string_view text, NameKind kind) { return canonical_name_pattern(text, kind).ok(); };
    for (const char* text : {"__utma", "calltracksGuid*", "*_session", "_ga", "a.b-c_d!#$%&'+^`|~"})
        EXPECT_TRUE(ok(text, NameKind::cookie)) << text;
    for (const char* text : {"", "*", "**", "a*b", "*a*", "a**", "a b", "a=b", "a;b", "a,b", "\"a\"", "é", "a\tb"})
        EXPECT_FALSE(ok(text, NameKind::cookie)) << text;
    for (const char* text : {"a b", "a=b", "é", "{\"k\":1}"}) EXPECT_TRUE(ok(text, NameKind::storage_key)) << text;
    EXPECT_FALSE(ok("a\nb", NameKind::storage_key));
    EXPECT_FALSE(ok(std::string(257, 'a'), NameKind::cookie));
}

TEST(NamePattern, MeetsAnotherWhenOneNameFitsBoth) {
    EXPECT_TRUE(names_meet("_ga", "_ga"));
    EXPECT_TRUE(names_meet("_ga*", "_ga_X1"));
    EXPECT_TRUE(names_meet("_ga_X1", "_ga*"));
    EXPECT_TRUE(names_meet("_ga*", "_ga_*"));
    EXPECT_TRUE(names_meet("*_id", "*user_id"));
    EXPECT_TRUE(names_meet("*_id", "user_id"));
    EXPECT_FALSE(names_meet("_ga", "_gat"));
    EXPECT_FALSE(names_meet("_ga*", "_gb*"));
    EXPECT_FALSE(names_meet("_ga*", "*_id"));
}

TEST(Url, IsOfTheWeb) {
    for (const char* text : {"https://a.example", "http://a.example/x?y#z", "HTTPS://A.example:8443/", "https://127.0.0.1/"})
        EXPECT_TRUE(is_web_url(text)) << text;
    for (const char* text :
         {"", "a.example", "//a.example", "javascript:alert(1)", "data:text/html,x", "https://", "https:///x", "https://a b.example",
          "https://a.example/\n", "https://u:p@a.example", "https://*.example", "ftp://a.example", "https://a.example/\"onclick"})
        EXPECT_FALSE(is_web_url(text)) << text;
    EXPECT_TRUE(is_https_url("HTTPS://a.example"));
    EXPECT_FALSE(is_https_url("http://a.example"));
    EXPECT_TRUE(is_rooted_path("/privacy.html?x=1"));
    EXPECT_FALSE(is_rooted_path("//a.example"));
    EXPECT_FALSE(is_rooted_path("privacy"));
    EXPECT_FALSE(is_rooted_path("/\\a.example"));
}

}  // namespace
}  // namespace assent::author
