// What is stored on the visitor's device, by whom, and for how long.
#include <algorithm>
#include <array>

#include "author/address.h"
#include "author/lint_rule.h"
#include "author/words.h"

namespace assent::author {
namespace {

const std::uint32_t kThirteenMonths = static_cast<std::uint32_t>(seconds_of(13, Unit::month));
const std::uint32_t kTwentyFourMonths = static_cast<std::uint32_t>(seconds_of(24, Unit::month));

// A cookie or a storage item, as far as the rules see no difference.
struct Item {
    const ServiceFacts& service;
    const Located& located;
    std::string_view name;
    const Period& lifetime;
    const Text& purpose;
};

template <class Look>
void for_each_item(const Document& document, Look look) {
    for (const ServiceFacts& service : document.services) {
        for (const Cookie& cookie : service.cookies) look(Item{service, cookie, cookie.name, cookie.lifetime, cookie.purpose});
        for (const StorageItem& item : service.storage) look(Item{service, item, item.key, item.lifetime, item.purpose});
    }
}

// The regimes of the check in which the service needs consent.
Regimes consent_regimes(const Check& check, const ServiceFacts& service) {
    const CategoryFacts* category = check.document.category(service.category.value);
    return static_cast<Regimes>(check.regimes() & ~(category == nullptr ? 0 : check.document.exempt_in(*category)));
}

void p005(const Check& check) {
    constexpr std::uint32_t kDataLimit = 760 * kDay;  // 25 months
    for (const ServiceFacts& service : check.document.services) {
        const CategoryFacts* category = check.document.category(service.category.value);
        if (category == nullptr || !category->exempt || category->exempt->basis != "cnil-audience") continue;
        for (const Cookie& cookie : service.cookies) {
            if (cookie.lifetime.value && cookie.lifetime.value->seconds > kThirteenMonths)
                check.found(cookie.lifetime.at,
                            say({"The cookie ", quote(cookie.name), " of exempt audience measurement lives longer than 13 months."}),
                            "at most \"13 months\"", "Shorten its life.");
            if (cookie.renewed)
                check.found(cookie.at->find("renewed"),
                            say({"The cookie ", quote(cookie.name), " of exempt audience measurement is prolonged on each visit."}),
                            "\"renewed\": false", "Let it end where it would have ended.");
        }
        for (const Retention& retention : service.retention)
            if (retention.period.value && retention.period.value->seconds > kDataLimit)
                check.found(retention.period.at, "Data of exempt audience measurement are kept longer than 25 months.",
                            "at most \"25 months\"", "Keep them shorter.");
    }
}

void p010(const Check& check) {
    for_each_item(check.document, [&](const Item& item) {
        if (!item.lifetime.given())
            check.found(item.located.at, say({"It is not said how long ", quote(item.name), " is kept."}), "\"lifetime\": a duration",
                        "Add its lifetime: \"session\", or as set by whoever writes it.");
        if (!item.purpose.given())
            check.found(item.located.at, say({"It is not said what ", quote(item.name), " is for."}), "\"purpose\": a text",
                        "Say in plain words what it does.");
        if (item.service.provider.name.empty() && item.service.provider.at == nullptr && check.document.controller.name.empty())
            check.found(item.located.at, say({"It is not said whose ", quote(item.name), " is."}),
                        "a \"provider\" of the service, or the site's \"controller\"", "Name the provider.");
    });
}

void p011(const Check& check) {
    for_each_item(check.document, [&](const Item& item) {
        if (!item.lifetime.value || item.lifetime.value->seconds <= kThirteenMonths || consent_regimes(check, item.service) == 0) return;
        const bool far = item.lifetime.value->seconds > kTwentyFourMonths;
        check.found(far ? Severity::error : Severity::warning, item.lifetime.at,
                    say({quote(item.name), " is kept longer than ", (far ? "24" : "13"), " months."}), "at most \"13 months\"",
                    "Shorten its life where its provider lets you, or ask the provider.");
    });
}

void p012(const Check& check) {
    for (const ServiceFacts& service : check.document.services) {
        for (const StorageItem& item : service.storage) {
            if (!item.lifetime.value) continue;
            const bool ends = item.lifetime.value->kind == Duration::Kind::session;
            if (item.type == policy::StorageType::session_storage && !ends)
                check.found(item.lifetime.at, say({"Session storage ends with its tab, but ", quote(item.key), " is said to last."}),
                            "\"session\"", "Write \"session\", or correct the type.");
            if (item.type != policy::StorageType::session_storage && ends)
                check.found(item.lifetime.at,
                            say({quote(item.key), " is said to end with the session, but this kind of storage lasts until it is deleted."}),
                            "\"until deleted\", or a duration after which the service deletes it", "Correct the lifetime or the type.");
        }
    }
}

void p013(const Check& check) {
    for (const ServiceFacts& service : check.document.services) {
        if (!check.document.third_party(service)) continue;
        const Node* at = service.provider.at != nullptr ? service.provider.at : service.at;
        if (service.provider.name.empty() && service.provider.at == nullptr)
            check.found(at, say({"The service ", quote(service.id), " is another party's, and it is not said whose."}),
                        "\"provider\": { \"name\": legal name, \"privacyUrl\": https URL }", "Name the company that receives the data.");
        else if (!is_https_url(service.provider.privacy_url.value))
            check.found(service.provider.privacy_url.at != nullptr ? service.provider.privacy_url.at : at,
                        say({"The service ", quote(service.id), " is another party's, and has no https link to its privacy notice."}),
                        "\"privacyUrl\": an https URL", "Link the provider's privacy notice.");
    }
}

void p015(const Check& check) {
    struct Own {
        const ServiceFacts* service;
        const Cookie* cookie;
    };
    std::vector<Own> cookies;
    for (const ServiceFacts& service : check.document.services)
        for (const Cookie& cookie : service.cookies)
            if (!cookie.third_party && !cookie.name.empty()) cookies.push_back({&service, &cookie});
    for (std::size_t i = 0; i < cookies.size(); ++i) {
        const auto& [service, cookie] = cookies[i];
        // Declaring the record itself is right; a wider pattern, or a service that needs consent for it, is not.
        const std::string& record = check.document.record.plain.cookie;
        const CategoryFacts* category = check.document.category(service->category.value);
        const bool declares_it = cookie->name == record && category != nullptr && category->exempt;
        if (!declares_it && names_meet(cookie->name, record))
            check.found(cookie->at, say({"The pattern ", quote(cookie->name), " covers the cookie that remembers the visitor's choice."}),
                        say({"a pattern that leaves ", quote(record), " alone"}).c_str(), "Make it narrower.");
        for (std::size_t j = 0; j < i; ++j) {
            const auto& [other_service, other] = cookies[j];
            if (other_service->category.value == service->category.value || !names_meet(cookie->name, other->name)) continue;
            check.found(cookie->at,
                        say({"The pattern ", quote(cookie->name), " meets ", quote(other->name), " of the service ",
                             quote(other_service->id), ", which is in another category."}),
                        "patterns that don't meet across categories", "Make one of the two narrower.");
        }
    }
}

void p016(const Check& check) {
    for (const CategoryFacts& category : check.document.categories) {
        const bool used = std::any_of(check.document.services.begin(), check.document.services.end(),
                                      [&](const ServiceFacts& service) { return service.category.value == category.id; });
        if (!used && check.document.gate.unclassified.value != category.id)
            check.found(category.at, say({"No service is in the category ", quote(category.id), "."}), "at least one service",
                        "Remove the category, or add what is missing.");
    }
    for (const Purpose& purpose : check.document.purposes) {
        const bool used = std::any_of(check.document.services.begin(), check.document.services.end(), [&](const ServiceFacts& service) {
            return std::any_of(service.purposes.begin(), service.purposes.end(),
                               [&](const Name& name) { return name.value == purpose.id; });
        });
        if (!used)
            check.found(purpose.at, say({"No service has the purpose ", quote(purpose.id), "."}), "at least one service",
                        "Remove the purpose, or add what is missing.");
    }
}

void p024(const Check& check) {
    if (check.document.record.plain.lifetime > seconds_of(12, Unit::month))
        check.found(check.document.record.lifetime.at, "The choice is remembered for more than 12 months.",
                    "at most \"12 months\"; 6 are good practice", "Shorten \"record\".\"lifetime\".");
}

void p025(const Check& check) {
    // To the Garante it is a rule, to the CNIL good practice.
    if (check.document.record.plain.lifetime < seconds_of(6, Unit::month))
        check.found((check.regimes() & kIt) != 0 ? Severity::error : Severity::warning, check.document.record.lifetime.at,
                    "Visitors who refused are asked again after less than 6 months.", "at least \"6 months\"",
                    "Lengthen \"record\".\"lifetime\".");
}

constexpr std::array kRules = {
    Rule{"P005", Severity::warning, kFr, "CNIL 4 July 2025: 13 months without prolonging, data 25 months", p005},
    Rule{"P010", Severity::error, kEverywhere, "CJEU C-673/17 Planet49 para 81; PECR reg 6(2)(a)", p010},
    Rule{"P011", Severity::warning, kEu | kUk, "CNIL guidelines 2020-091; GDPR art 5(1)(e)", p011},
    Rule{"P012", Severity::warning, kEu | kUk, "CJEU C-673/17 Planet49 para 81", p012},
    Rule{"P013", Severity::error, kEverywhere, "GDPR art 13(1)(e)", p013},
    Rule{"P015", Severity::warning, kEverywhere, "Assent: one name, one answer", p015},
    Rule{"P016", Severity::warning, kEverywhere, "Assent: nothing declared that is not there", p016},
    Rule{"P024", Severity::warning, kEu, "CNIL recommendation 2020-092 para 39", p024},
    Rule{"P025", Severity::error, kFr | kIt, "CNIL recommendation 2020-092 para 39; Garante 10 June 2021 section 6.1", p025},
};

}  // namespace

std::span<const Rule> storage_rules() { return kRules; }

}  // namespace assent::author
