// The policy as a visit needs it: plain values, everything resolved. The compiler fills it, the image carries it.
//
// Patterns are canonical text, checked at author time:
//   url     [scheme://][*.]host[:port][/path] or /path. Host lower case ASCII; "*.host" is host and all below it; no scheme, port
//           or path given: any. The path is a prefix in which '*' stands for any run of characters. "/path" alone is on own hosts.
//   name    exact, "prefix*" or "*suffix" (case counts); at least one literal character.
//   inline  a text that the script contains.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "policy/terms.h"
#include "policy/text_key.h"

namespace assent::policy {

inline constexpr std::size_t kMaxJurisdictions = 15;  // the record has four bits to say in which one it was made
inline constexpr std::size_t kMaxCategories = 24;     // the record in the cookie has a bit for each
inline constexpr std::size_t kMaxServices = 200;      // the same; and decide() has 16 bits for the index
inline constexpr std::size_t kMaxLanguages = 64;

// A text in each of Policy::languages, in that order; never empty entries where the policy or the built-in texts have any words.
// The parts of a plural message are joined into one string: see plural_forms.h.
using Texts = std::vector<std::string>;

struct Site {
    std::string name;
    std::string url;
    std::string policy_url;       // may be empty
    std::string cookie_page_url;  // may be empty
    std::vector<std::string> hosts;  // own host patterns: "example.org", "*.example.org"
};

struct Record {
    std::string cookie = "cookie_consent";
    std::string domain;  // empty: host only
    std::string path = "/";
    std::uint32_t lifetime = 0;  // seconds
};

struct Gate {
    Grade grade = Grade::smooth;
    int unclassified = -1;          // the category that carries third parties no service names; -1: hold them whatever was chosen
    bool hold_undeclared = false;   // writes of the page's own to names that no service declares
};

struct Jurisdiction {
    std::string id;
    std::vector<std::string> regions;  // ISO 3166-1 ("FR") or -2 ("US-CA"), upper case, "EU" and "EEA" expanded; "*": everywhere else
    Mode mode = Mode::opt_in;
};

struct Category {
    std::string id;
    std::uint16_t exempt = 0;    // bit j: no consent is needed in jurisdiction j
    bool objectable = false;     // where exempt, the visitor may still object (PECR Sch. A1 para 5 and 6): on until then
    bool default_denied = false; // in opt-out and inform modes: off until the visitor turns it on
    bool shared = false;         // a purpose in it is advertising or the like: a privacy signal (GPC) switches it off
    Texts title;
    Texts description;
};

struct OptOut {
    Texts title;
    std::string url;
};

struct Service {
    std::string id;
    int category = 0;
    std::string provider;     // legal name
    std::string privacy_url;  // may be empty (the site's own services)
    Texts title;
    Texts description;
    std::vector<OptOut> opt_outs;
    std::vector<std::string> urls;
    std::vector<std::string> inline_signatures;
    std::vector<std::string> cookies;  // name patterns of cookies on the site's own domain; others' can't be seen from here
    std::array<std::vector<std::string>, 4> storage;  // name patterns, by StorageType
};

struct Link {
    Texts title;
    std::string url;
};

struct Banner {
    Layout layout = Layout::box;
    Position position = Position::bottom_start;
    Density density = Density::comfortable;
    std::vector<Action> actions = {Action::accept_all, Action::reject_all, Action::preferences};
    std::array<Action, 3> preferences_actions = {Action::accept_all, Action::reject_all, Action::save};  // always these, in some order
    std::vector<Link> links;
    bool reopen = true;
    Position reopen_position = Position::bottom_start;
    std::vector<std::array<std::string, 2>> theme;  // name, value: sorted by name
};

struct Language {
    std::string tag;  // BCP 47, canonical case
    std::array<std::string, kTextKeyCount> texts;  // none empty but what no jurisdiction shows
};

struct Policy {
    std::uint64_t fingerprint = 0;  // of the consent-relevant parts: another one means the visitor is asked again
    Site site;
    Record record;
    Gate gate;
    std::vector<Jurisdiction> jurisdictions;  // at least one
    std::vector<Category> categories;         // at least one
    std::vector<Service> services;
    Banner banner;
    std::vector<Language> languages;  // at least one; the first is the default
};

}  // namespace assent::policy
