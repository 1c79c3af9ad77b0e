// What is sold or shared, and how visitors in the United States say no to it.
#include <algorithm>
#include <array>

#include "author/lint_rule.h"
#include "author/vocabulary.h"
#include "author/words.h"

namespace assent::author {
namespace {

// The first service whose data serve more than this site; with a jurisdiction: of those that are exempt there. Null: none.
const ServiceFacts* find_sharing(const Document& document, const JurisdictionFacts* exempt_in = nullptr) {
    for (const ServiceFacts& service : document.services) {
        const CategoryFacts* category = document.category(service.category.value);
        if (exempt_in != nullptr && (category == nullptr || !category->exempt || !Document::applies(*category->exempt, exempt_in->id))) continue;
        for (const Name& name : service.purposes)
            if (const Purpose* purpose = document.purpose(name.value); purpose != nullptr && is_sharing(purpose->tag)) return &service;
    }
    return nullptr;
}

// What is on in spite of a refusal or a signal (an exempt category), what no control turns off, and where no one may turn it off.
void p031(const Check& check) {
    const Document& document = check.document;
    const ServiceFacts* sharing = find_sharing(document);
    if (sharing == nullptr) return;
    for (const JurisdictionFacts& one : document.jurisdictions) {
        if ((one.regimes & kUs) == 0) continue;
        if (one.mode == policy::Mode::inform)
            check.found(one.at->find("mode"),
                        say({"The service ", quote(sharing->id), " sells or shares data, and visitors in ", quote(one.id),
                             " are only informed of it."}),
                        "\"opt-out\" or \"opt-in\"", "Let them opt out, by the banner's control and by their browser's signal.");
        const ServiceFacts* deaf = find_sharing(document, &one);
        if (deaf != nullptr)
            check.found(deaf->category.at,
                        say({"The service ", quote(deaf->id), " sells or shares data, but its category is exempt in ", quote(one.id),
                             ": neither an opt-out nor Global Privacy Control would turn it off."}),
                        "a category that visitors can turn off", "Move the service, or limit the exemption by \"jurisdictions\".");
    }
    if (!document.banner.plain.reopen)
        check.found(document.tree->root()->find("banner")->find("reopen")->find("show"),
                    say({"The service ", quote(sharing->id), " sells or shares data, and no control lets visitors opt out later."}),
                    "\"show\": true", "Show the control; or say in \"lint\".\"silence\" where the page has its own (data-assent-open).");
}

void p032(const Check& check) {
    const ServiceFacts* sharing = find_sharing(check.document);
    if (sharing != nullptr && check.document.site.opt_out_url.at == nullptr)
        check.found(check.document.tree->root()->find("site"),
                    say({"The service ", quote(sharing->id), " sells or shares data, and the banner is the only way to opt out of that."}),
                    "\"optOutUrl\": a path or a URL",
                    "Offer a form behind a link \"Do Not Sell or Share My Personal Information\", and name it.");
}

// California lets visitors limit the use; most other states with such a law want their consent first.
void p033(const Check& check) {
    const Document& document = check.document;
    for (const Purpose& purpose : document.purposes) {
        if (!purpose.sensitive) continue;
        for (const JurisdictionFacts& one : document.jurisdictions) {
            if ((one.regimes & kUs) == 0 || one.mode == policy::Mode::opt_in) continue;
            const bool only_california =
                std::all_of(one.regions.begin(), one.regions.end(), [](const std::string& region) { return region == "US-CA"; });
            if (only_california && document.site.limit_url.at != nullptr) continue;
            check.found(purpose.at->find("sensitive"),
                        say({"The purpose ", quote(purpose.id), " needs sensitive data, which ", quote(one.id), " uses without asking",
                             (only_california ? " and without a way to limit that." : ".")}),
                        only_california ? "\"site\".\"limitUrl\": a path or a URL" : "the mode \"opt-in\"",
                        only_california ? "Offer a link \"Limit the Use of My Sensitive Personal Information\", and name it."
                                        : "Ask first; a jurisdiction of its own for US-CA may do with \"limitUrl\".");
        }
    }
}

constexpr std::array kRules = {
    Rule{"P031", Severity::error, kUs, "11 CCR 7025(b), 7025(c)(6) and 7026(a); Colo. Rev. Stat. 6-1-1306(1)(a)", p031},
    Rule{"P032", Severity::error, kUsCa, "11 CCR 7026(a)(4)", p032},
    Rule{"P033", Severity::warning, kUs, "Cal. Civ. Code 1798.121; Colo. Rev. Stat. 6-1-1308(7)", p033},
};

}  // namespace

std::span<const Rule> opt_out_rules() { return kRules; }

}  // namespace assent::author
