// What needs consent, what may claim to be exempt from it, and on what basis data is stored.
#include <algorithm>
#include <array>

#include "author/lint_rule.h"
#include "author/words.h"

namespace assent::author {
namespace {

constexpr std::string_view kMeasurement = "audience-measurement";

// Purposes that no regime lets be exempt.
bool never_exempt(std::string_view tag) {
    constexpr std::array<std::string_view, 8> kTags = {"advertising", "marketing", "remarketing",    "profiling",
                                                       "social",      "ab-test",   "session-replay", "call-tracking"};
    return std::find(kTags.begin(), kTags.end(), tag) != kTags.end();
}

bool is_advertising(std::string_view tag) {
    return tag == "advertising" || tag == "marketing" || tag == "remarketing" || tag == "profiling";
}

// Calls look(service, purpose, where the service names it) for each purpose of each service of the category.
template <class Look>
void for_each_purpose(const Document& document, const CategoryFacts& category, Look look) {
    for (const ServiceFacts& service : document.services) {
        if (service.category.value != category.id) continue;
        for (const Name& name : service.purposes)
            if (const Purpose* purpose = document.purpose(name.value); purpose != nullptr) look(service, *purpose, name.at);
    }
}

bool stores_anything(const ServiceFacts& service) { return !service.cookies.empty() || !service.storage.empty(); }

void p001(const Check& check) {
    for (const CategoryFacts& category : check.document.categories)
        if (category.by_default.value == "granted" && (check.regimes() & ~check.document.exempt_in(category)) != 0)
            check.found(category.by_default.at, say({"The category ", quote(category.id), " is on before the visitor has said anything."}),
                        "\"denied\", or no default", "Remove \"default\": silence is not consent.");
}

void p002(const Check& check) {
    for (const CategoryFacts& category : check.document.categories) {
        if ((check.document.exempt_in(category) & check.regimes()) == 0) continue;
        for_each_purpose(check.document, category, [&](const ServiceFacts& service, const Purpose& purpose, const Node* at) {
            if (!never_exempt(purpose.tag)) return;
            check.found(at,
                        say({"The category ", quote(category.id), " is said to need no consent, but the service ", quote(service.id),
                             " in it is for ", purpose.tag, "."}),
                        "only purposes without which the service that the visitor asked for can't be given",
                        "Move the service to a category that needs consent, whatever a text calls it.");
        });
    }
}

void p003(const Check& check) {
    for (const CategoryFacts& category : check.document.categories) {
        Regimes exempt = check.document.exempt_in(category) & check.regimes();
        if (exempt == 0) continue;
        // In the UK since 5 February 2026 statistics have an exemption of their own; in France the CNIL describes one.
        const std::string& basis = category.exempt->basis;
        if (basis == "cnil-audience") exempt &= kUk;
        if (basis == "uk-statistics") exempt &= kEu;
        if (exempt == 0) continue;
        for_each_purpose(check.document, category, [&](const ServiceFacts& service, const Purpose& purpose, const Node* at) {
            if (purpose.tag != kMeasurement) return;
            check.found(
                at,
                say({"The category ", quote(category.id), " is said to need no consent (", basis, "), but the service ", quote(service.id),
                     " in it measures the audience: useful to the site, not necessary to the visitor (", name_of(exempt), ")."}),
                "consent; or, with all their conditions, \"cnil-audience\" in France and \"uk-statistics\" in the UK",
                "Move the service to a category that needs consent.");
        });
    }
}

void p004(const Check& check) {
    for (const CategoryFacts& category : check.document.categories) {
        if (!category.exempt || category.exempt->basis != "cnil-audience") continue;
        if (category.exempt->shared_for_own_purposes)
            check.found(
                category.exempt->at,
                "The measuring of the audience is exempt for the publisher alone, but its provider uses the data for purposes of its own.",
                "\"sharedForOwnPurposes\": false", "Ask for consent.");
        for_each_purpose(check.document, category, [&](const ServiceFacts& service, const Purpose& purpose, const Node* at) {
            if (purpose.tag != kMeasurement)
                check.found(at,
                            say({"The exemption is for measuring the audience and nothing else, but the service ", quote(service.id),
                                 " is also for ", quote(purpose.id), "."}),
                            "the tag audience-measurement only", "Move it to another category.");
        });
    }
}

void p006(const Check& check) {
    for (const CategoryFacts& category : check.document.categories) {
        if (!category.exempt || (category.exempt->basis != "uk-statistics" && category.exempt->basis != "uk-appearance")) continue;
        const Exemption& exempt = *category.exempt;
        if (!exempt.information.given())
            check.found(exempt.at, "The exemption holds only with clear and full information, and none is given.",
                        "\"information\": a text", "Say what is stored and why.");
        if (!exempt.objection)
            check.found(exempt.at, "The exemption holds only with a simple, free way to object.", "\"objection\": true",
                        "Let visitors object.");
        if (exempt.shared_for_own_purposes)
            check.found(exempt.at, "The exemption does not hold when others use the data for purposes of their own.",
                        "\"sharedForOwnPurposes\": false", "Ask for consent.");
    }
}

void p007(const Check& check) {
    for (const CategoryFacts& category : check.document.categories) {
        if (!category.exempt || category.exempt->basis.substr(0, 3) != "uk-") continue;
        for_each_purpose(check.document, category, [&](const ServiceFacts& service, const Purpose& purpose, const Node* at) {
            if (is_advertising(purpose.tag))
                check.found(
                    at,
                    say({"The exemption ", quote(category.exempt->basis), " is never for advertising or its measurement, but the service ",
                         quote(service.id), " is for ", purpose.tag, "."}),
                    "aggregate statistics, or the site's appearance", "Ask for consent.");
        });
    }
}

void p008(const Check& check) {
    for (const CategoryFacts& category : check.document.categories) {
        if (!category.exempt) continue;
        const std::string_view basis = category.exempt->basis;
        const bool british = basis.substr(0, 3) == "uk-", french = basis == "cnil-audience";
        if (!british && !french) continue;
        for (const JurisdictionFacts& one : check.document.jurisdictions) {
            if (!Document::applies(*category.exempt, one.id)) continue;
            const bool inside = std::all_of(one.regions.begin(), one.regions.end(),
                                            [&](const std::string& region) { return region.substr(0, 2) == (british ? "GB" : "FR"); });
            if (!inside)
                check.found(category.exempt->at,
                            say({"The exemption ", quote(basis), " is taken beyond its country: it would hold in ", quote(one.id), "."}),
                            british ? "\"jurisdictions\" with the regions GB only" : "\"jurisdictions\" with the regions FR only",
                            "Give the country a jurisdiction of its own and name it in the exemption's \"jurisdictions\".");
        }
    }
}

void p017(const Check& check) {
    for (const CategoryFacts& category : check.document.categories) {
        if ((check.regimes() & ~check.document.exempt_in(category)) == 0) continue;
        for_each_purpose(check.document, category, [&](const ServiceFacts& service, const Purpose& purpose, const Node* at) {
            const bool claimed = std::any_of(purpose.legal_bases.begin(), purpose.legal_bases.end(),
                                             [](const Name& basis) { return basis.value == "legitimate-interest"; });
            if (claimed && stores_anything(service))
                check.found(at,
                            say({"The service ", quote(service.id), " stores on the visitor's device for ", quote(purpose.id),
                                 ", which is based on a legitimate interest; that is no basis for storing."}),
                            "\"legalBasis\": \"consent\"", "Base the purpose on consent.");
        });
    }
}

void p018(const Check& check) {
    for (const Purpose& purpose : check.document.purposes)
        if (purpose.legal_bases.size() > 1)
            check.found(purpose.at->find("legalBasis"), say({"The purpose ", quote(purpose.id), " has more than one legal basis."}), "one",
                        "Split the purpose, or choose the basis that holds.");
}

void d001(const Check& check) {
    const auto& actions = check.document.banner.plain.actions;
    const auto has = [&](policy::Action action) { return std::find(actions.begin(), actions.end(), action) != actions.end(); };
    const Node* banner = check.document.tree->root()->find("banner");
    if (has(policy::Action::accept_all) && !has(policy::Action::reject_all))
        check.found(banner == nullptr ? nullptr : banner->find("actions"), "The first layer lets visitors accept, but not refuse.",
                    "\"reject-all\" beside \"accept-all\"", "Add \"reject-all\" to the actions.");
}

void m001(const Check& check) {
    for (const Silence& silence : check.document.silences)
        if (silence.reason.empty() && silence.at->find("reason") == nullptr)
            check.found(silence.at, say({"The rule ", quote(silence.rule), " is to be silent, but no reason is given."}),
                        "\"reason\": why the rule does not fit here", "Write the reason, for those who read the policy after you.");
}

constexpr std::array kRules = {
    Rule{"P001", Severity::error, kEu | kUk, "GDPR recital 32; CJEU C-673/17 Planet49; EDPB Cookie Banner Taskforce B", p001},
    Rule{"P002", Severity::error, kEu | kUk, "ePrivacy Directive art 5(3); PECR reg 6 and Sch. A1 para 4; EDPB Cookie Banner Taskforce I",
         p002},
    Rule{"P003", Severity::error, kEu | kUk, "ePrivacy Directive art 5(3); CNIL 4 July 2025; PECR Sch. A1 para 5", p003},
    Rule{"P004", Severity::error, kFr, "CNIL 4 July 2025, conditions of the audience measurement exemption", p004},
    Rule{"P006", Severity::error, kUk, "PECR Sch. A1 paras 5 and 6", p006},
    Rule{"P007", Severity::error, kUk, "ICO guidance on storage and access technologies, April 2026", p007},
    Rule{"P008", Severity::error, kEverywhere, "Territorial scope of PECR Sch. A1 and of the CNIL's exemption", p008},
    Rule{"P017", Severity::error, kEu | kUk, "EDPB Cookie Banner Taskforce H; ePrivacy Directive art 5(3)", p017},
    Rule{"P018", Severity::warning, kEverywhere, "GDPR art 7(2), 7(4)", p018},
    Rule{"D001", Severity::error, kEu | kUk | kFr, "EDPB Cookie Banner Taskforce A; CNIL 2020-092; ICO", d001},
    Rule{"M001", Severity::error, kEverywhere, "Assent: a rule is silenced with a reason", m001},
};

}  // namespace

std::span<const Rule> consent_rules() { return kRules; }

}  // namespace assent::author
