// A small policy for tests of the visit-time core: every kind of category, and services whose order is not that of their ids.
#pragma once

#include <string>
#include <string_view>

#include "policy/image.h"

namespace assent::sample {

// Indexes into the policy below.
enum Category : std::size_t { kNecessary, kStatistics, kMarketing, kSocial, kUnclassified };
enum Service : std::size_t { kShop, kMatomo, kAnalytics, kAds, kVideo, kMystery };
enum Jurisdiction : int { kUnknown = -1, kUk, kEu, kCalifornia, kElsewhere };

inline policy::Policy policy() {
    policy::Policy p;
    p.fingerprint = 0x1122334455667788u;
    p.site = {"Field notes", "https://www.example.org/", "https://www.example.org/privacy", "/cookies", {"example.org", "*.example.org"}};
    p.record = {"cookie_consent", "", "/", 183 * 86400};
    p.jurisdictions = {{"uk", {"GB"}, policy::Mode::opt_in}, {"eu", {"DE", "FR"}, policy::Mode::opt_in}, {"us-ca", {"US-CA"}, policy::Mode::opt_out}, {"elsewhere", {"*"}, policy::Mode::inform}};
    p.banner.links = {{{"Privacy policy", "Datenschutz"}, "https://www.example.org/privacy"}};
    p.banner.preferences_actions = {policy::Action::save, policy::Action::accept_all, policy::Action::reject_all};
    p.banner.theme = {{"accent", "#0b57d0"}};

    const auto category = [&](std::string id, std::uint16_t exempt) {
        policy::Category c;
        c.id = id;
        c.exempt = exempt;
        c.title = {id + " title", id + " Titel"};
        c.description = {id + " described", id + " beschrieben"};
        p.categories.push_back(c);
    };
    category("necessary", 0b1111);
    category("statistics", 0b0001);  // exempt in the UK, subject to objection
    category("marketing", 0);
    category("social", 0);
    category("unclassified", 0);
    p.categories[kStatistics].objectable = true;
    p.categories[kMarketing].shared = true;
    p.categories[kSocial].default_denied = true;

    const auto service = [&](std::string id, int in, std::string provider) -> policy::Service& {
        policy::Service s;
        s.id = id;
        s.category = in;
        s.provider = provider;
        s.title = {id + " title", id + " Titel"};
        s.description = {id + " described", id + " beschrieben"};
        if (in != kNecessary) s.privacy_url = "https://" + id + ".test/privacy";
        p.services.push_back(s);
        return p.services.back();
    };
    service("shop", kNecessary, "Field Notes Ltd").cookies = {"basket", "__Host-session"};
    service("matomo", kStatistics, "InnoCraft Ltd").cookies = {"_pk_*"};
    service("analytics", kStatistics, "Google Ireland Limited").cookies = {"_ga", "_ga_*"};
    service("ads", kMarketing, "Google Ireland Limited").cookies = {"_gcl_*", "*_ads"};
    service("video", kSocial, "Google Ireland Limited").urls = {"*.video.test"};
    service("mystery", kUnclassified, "Nobody").urls = {"mystery.test"};
    p.services[kShop].urls = {"pay.test", "cdn.test:8443"};
    p.services[kMatomo].urls = {"/matomo", "stats.example.org"};
    p.services[kAnalytics].urls = {"*.analytics.test", "tag.test/gtag/js", "tag.test/*/collect"};
    p.services[kAnalytics].inline_signatures = {"gtag('config'", "GoogleAnalyticsObject"};
    p.services[kAnalytics].opt_outs = {{{"Opt-out add-on", "Opt-out-Erweiterung"}, "https://analytics.test/optout"}};
    p.services[kAds].urls = {"*.ads.test", "https://tag.test/gtag/ads"};
    p.services[kAds].inline_signatures = {"fbq('init'", "gtag('config', 'AW-"};
    p.services[kAds].storage = {{{"ads.*"}, {"ads-once"}, {"ads-db"}, {"ads-cache"}}};

    for (const std::string tag : {"en", "de"}) {
        policy::Language language{tag, {}};
        for (std::size_t i = 0; i < policy::kTextKeyCount; ++i) language.texts[i] = tag + " " + std::string(policy::kTextKeyNames[i]);
        language.texts[static_cast<std::size_t>(policy::TextKey::language_dir)] = "ltr";
        std::string& count = language.texts[static_cast<std::size_t>(policy::TextKey::preferences_services)];
        count.clear();
        policy::put_form(count, "one", tag == "en" ? "# service" : "# Dienst");
        policy::put_form(count, "other", tag == "en" ? "# services" : "# Dienste");
        p.languages.push_back(language);
    }
    return p;
}

// An image and the bytes it reads from.
struct Opened {
    explicit Opened(const policy::Policy& source = policy()) : bytes(policy::encode(source)) { error = image.open(bytes); }

    std::string bytes;
    policy::Image image;
    policy::ImageError error;
};

}  // namespace assent::sample
