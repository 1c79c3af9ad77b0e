// The policy file as it was written: everything it says, each part with its place in the text.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "author/duration.h"
#include "author/json_tree.h"
#include "author/regions.h"
#include "policy/policy.h"

namespace assent::author {

// Everything that can be complained about knows its place.
struct Located {
    const Node* at = nullptr;
};

struct Name : Located {  // an id, a URL, a pattern (in canonical form): one string
    std::string value;
};

// A text by language. Written as a plain string it stands in the default language and `plain` is set.
struct Text : Located {
    std::vector<std::pair<std::string, std::string>> by_language;
    bool plain = false;

    bool given() const { return at != nullptr; }
    // The text in exactly that language; null when there is none.
    const std::string* find(std::string_view language) const;
};

struct Period : Located {
    std::optional<Duration> value;  // nothing: not given (`at` null), or given and wrong

    bool given() const { return at != nullptr; }
};

struct SiteFacts {
    std::string name;
    Name url, policy_url, cookie_page_url, opt_out_url, limit_url;
    std::vector<std::string> hosts;
};

struct Controller : Located {
    std::string name, address, email, url;
};

struct JurisdictionFacts : Located {
    std::string id;
    std::vector<std::string> regions;  // expanded
    policy::Mode mode = policy::Mode::opt_in;
    Regimes regimes = 0;
};

struct Purpose : Located {
    std::string id;
    std::string tag;
    Text title, description;
    std::vector<Name> legal_bases;
    bool sensitive = false;  // needs what is sensitive about a person
};

struct Exemption : Located {
    std::string basis;
    std::string source;
    std::vector<Name> jurisdictions;  // empty: everywhere
    Text information;
    bool objection = false;
    bool shared_for_own_purposes = false;
};

struct CategoryFacts : Located {
    std::string id;
    Text title, description;
    Name by_default;  // "granted", "denied"; empty: not given
    std::optional<Exemption> exempt;
};

struct Cookie : Located {
    std::string name;
    std::string type;  // "http-cookie", "pixel"
    Period lifetime;
    bool renewed = false;
    bool third_party = false;
    std::string domain;
    Text purpose, remark;
    std::string configurable;
};

struct StorageItem : Located {
    std::string key;
    policy::StorageType type = policy::StorageType::local_storage;
    Period lifetime;
    Text purpose, remark;
};

struct Retention : Located {
    Text what, remark;
    Period period;
};

struct Provider : Located {
    std::string name, country, address;
    Name privacy_url;
};

struct OptOutFacts : Located {
    Text title;
    std::string url;
};

struct ServiceFacts : Located {
    std::string id;
    Name category;
    std::vector<Name> purposes;
    Text title, description;
    Provider provider;
    std::vector<OptOutFacts> opt_outs;
    std::vector<Name> urls;
    std::vector<std::string> inline_signatures;
    std::vector<Cookie> cookies;
    std::vector<StorageItem> storage;
    std::vector<Retention> retention;
};

struct LanguageFacts {
    Name fallback;              // "default" in the file: the site's own
    std::vector<Name> include;  // the default first
};

struct OwnText : Located {
    std::string language, key, value;
};

struct LinkFacts : Located {
    Text title;
    std::string url;
};

struct BannerFacts {
    policy::Banner plain;  // all of it but the texts
    std::vector<LinkFacts> links;
    bool links_given = false;
    Text reopen_label;
};

struct RecordFacts {
    policy::Record plain;
    Name cookie;
    Period lifetime;  // always has a value
};

struct GateFacts {
    policy::Grade grade = policy::Grade::smooth;
    Name unclassified;  // a category's id; empty: hold
    bool hold_undeclared = false;
};

struct Silence : Located {
    std::string rule;
    std::string reason;
};

struct Document {
    std::unique_ptr<JsonTree> tree;  // what every `at` points into
    SiteFacts site;
    Controller controller;
    std::vector<JurisdictionFacts> jurisdictions;  // never empty: opt-in everywhere when the file has none
    std::vector<Purpose> purposes;
    std::vector<CategoryFacts> categories;
    std::vector<ServiceFacts> services;
    LanguageFacts languages;
    std::vector<OwnText> texts;
    BannerFacts banner;
    RecordFacts record;
    GateFacts gate;
    std::vector<Silence> silences;

    // The one with that id; null when there is none.
    const Purpose* purpose(std::string_view id) const;
    const CategoryFacts* category(std::string_view id) const;
    std::size_t category_index(std::string_view id) const;  // categories.size() when there is none

    // The regimes whose law holds somewhere the policy is for. A file without jurisdictions: eu and uk.
    Regimes regimes() const;
    // The regimes in which the category needs no consent, as the file claims it.
    Regimes exempt_in(const CategoryFacts& category) const;
    bool exempt_everywhere(const CategoryFacts& category) const;
    // Whether the exemption holds in that jurisdiction.
    static bool applies(const Exemption& exemption, std::string_view jurisdiction);

    // Whether someone other than the site's controller runs the service: its hosts or cookies are not the site's own.
    bool third_party(const ServiceFacts& service) const;
};

}  // namespace assent::author
