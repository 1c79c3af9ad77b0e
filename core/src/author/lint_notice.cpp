// What visitors are told, and whether they can understand it.
#include <algorithm>
#include <array>

#include "author/address.h"
#include "author/languages.h"
#include "author/lint_rule.h"
#include "author/words.h"
#include "base/utf8.h"

namespace assent::author {
namespace {

// Fewer characters than that describe nothing; Chinese, Japanese and Korean say as much in fewer.
std::size_t shortest_description(std::string_view language) {
    const std::string_view primary = language.substr(0, 2);
    return primary == "zh" || primary == "ja" || primary == "ko" ? 8 : 20;
}

void check_description(const Check& check, const Text& title, const Text& description, const std::string& what, const Node* at) {
    if (!description.given()) {
        check.found(at, say({what, " has no description."}), "\"description\": at least a sentence",
                    "Say in plain words what is done and why.");
        return;
    }
    for (const auto& [language, text] : description.by_language) {
        const std::string* name = title.find(language);
        if (base::count_utf8(text) < shortest_description(language) || (name != nullptr && *name == text))
            check.found(description.at, say({what, " is not described in plain words (", language, "): ", quote(text), "."}),
                        "a sentence of at least 20 characters that is not the title", "Say in plain words what is done and why.");
    }
}

void p009(const Check& check) {
    for (const Purpose& purpose : check.document.purposes)
        check_description(check, purpose.title, purpose.description, say({"The purpose ", quote(purpose.id)}), purpose.at);
    for (const CategoryFacts& category : check.document.categories)
        if (category.description.given())
            check_description(check, category.title, category.description, say({"The category ", quote(category.id)}), category.at);
    for (const ServiceFacts& service : check.document.services)
        if (service.purposes.empty())
            check.found(service.at, say({"The service ", quote(service.id), " names no purpose."}), "\"purposes\": [ids of purposes]",
                        "Say what the service is for.");
}

void p022(const Check& check) {
    for_each_text(check.document, [&](const Text& text) {
        if (!text.given()) return;
        std::string missing;
        for (const Name& language : check.document.languages.include)
            if (!Words::has(language.value, text)) missing += (missing.empty() ? "" : ", ") + language.value;
        if (!missing.empty())
            check.found(text.at, say({"This text is missing in ", missing, "; visitors would read it in another language than the rest."}),
                        "the text in every language of \"languages\"", "Add it, or leave the language out.");
    });
}

void p023(const Check& check) {
    const Document& document = check.document;
    const Node* site = document.tree->root()->find("site");
    if (document.site.policy_url.value.empty())
        check.found(site, "There is no link to the site's privacy policy.", "\"policyUrl\": a path or an https URL", "Add it to \"site\".");
    else if (!is_rooted_path(document.site.policy_url.value) && !is_https_url(document.site.policy_url.value))
        check.found(document.site.policy_url.at, "The link to the site's privacy policy is not https.", "a path or an https URL",
                    "Use https.");
    if (document.controller.at == nullptr)
        check.found(document.tree->root(), "It is not said who is responsible for the site.", "\"controller\": { \"name\": …, \"email\" or \"url\": … }",
                    "Name the controller and a way to reach it.");
}

void p029(const Check& check) {
    constexpr std::size_t kManyCategories = 6, kManyServices = 60;
    const Node* root = check.document.tree->root();
    if (check.document.categories.size() > kManyCategories)
        check.found(root->find("categories"),
                    say({"There are ", std::to_string(check.document.categories.size()), " categories to choose from."}), "at most 6",
                    "Put together what belongs together.");
    if (check.document.services.size() > kManyServices)
        check.found(root->find("services"),
                    say({"There are ", std::to_string(check.document.services.size()), " services to choose from."}), "at most 60",
                    "Ask which of them the site needs.");
}

constexpr std::array kRules = {
    Rule{"P009", Severity::error, kEverywhere, "GDPR art 4(11), 12, 13", p009},
    Rule{"P022", Severity::error, kEverywhere, "EDPB Guidelines 03/2022, language discontinuity", p022},
    Rule{"P023", Severity::error, kEu | kUk, "GDPR art 13(1)(a); CNIL recommendation 2020-092", p023},
    Rule{"P029", Severity::info, kEverywhere, "EDPB Guidelines 03/2022, overloading", p029},
};

}  // namespace

void for_each_text(const Document& document, const std::function<void(const Text&)>& look) {
    for (const Purpose& purpose : document.purposes) {
        look(purpose.title);
        look(purpose.description);
    }
    for (const CategoryFacts& category : document.categories) {
        look(category.title);
        look(category.description);
        if (category.exempt) look(category.exempt->information);
    }
    for (const ServiceFacts& service : document.services) {
        if (!service.title.plain) look(service.title);
        look(service.description);
        for (const OptOutFacts& opt_out : service.opt_outs) look(opt_out.title);
        for (const Cookie& cookie : service.cookies) {
            look(cookie.purpose);
            look(cookie.remark);
        }
        for (const StorageItem& item : service.storage) {
            look(item.purpose);
            look(item.remark);
        }
        for (const Retention& retention : service.retention) {
            look(retention.what);
            look(retention.remark);
        }
    }
    for (const LinkFacts& link : document.banner.links) look(link.title);
    look(document.banner.reopen_label);
}

std::span<const Rule> notice_rules() { return kRules; }

}  // namespace assent::author
