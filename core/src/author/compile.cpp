#include "author/compile.h"

#include <algorithm>

#include "author/fingerprint.h"
#include "author/message.h"
#include "author/vocabulary.h"

namespace assent::author {
namespace {

class Compiler {
public:
    Compiler(const Document& document, const Languages& languages) : document_(document), words_(document, languages) {}

    policy::Policy compile() {
        const auto& site = document_.site;
        policy_.fingerprint = fingerprint_of(consent_facts(document_));
        policy_.site = {site.name, site.url.value, site.policy_url.value, site.cookie_page_url.value, site.hosts};
        policy_.record = document_.record.plain;
        policy_.gate = {document_.gate.grade, -1, document_.gate.hold_undeclared};
        if (!document_.gate.unclassified.value.empty()) policy_.gate.unclassified = category_index(document_.gate.unclassified.value);
        for (const JurisdictionFacts& one : document_.jurisdictions) policy_.jurisdictions.push_back({one.id, one.regions, one.mode});
        for (const CategoryFacts& category : document_.categories) add(category);
        for (const ServiceFacts& service : document_.services) add(service);
        add_banner();
        for (const Name& language : document_.languages.include) add_language(language.value);
        return std::move(policy_);
    }

private:
    int category_index(std::string_view id) const { return static_cast<int>(document_.category_index(id)); }

    template <class Find>
    policy::Texts each_language(Find find) const {
        policy::Texts texts;
        for (const Name& language : document_.languages.include) texts.emplace_back(find(language.value));
        return texts;
    }
    policy::Texts in_each_language(const Text& text) const {
        return each_language([&](std::string_view language) { return words_.find(language, text); });
    }

    bool is_shared(const CategoryFacts& category) const {
        for (const ServiceFacts& service : document_.services) {
            if (service.category.value != category.id) continue;
            for (const Name& name : service.purposes) {
                const Purpose* purpose = document_.purpose(name.value);
                if (purpose != nullptr && is_sharing(purpose->tag)) return true;
            }
        }
        return false;
    }

    void add(const CategoryFacts& facts) {
        policy::Category category;
        category.id = facts.id;
        for (std::size_t i = 0; facts.exempt && i < document_.jurisdictions.size(); ++i)
            if (Document::applies(*facts.exempt, document_.jurisdictions[i].id))
                category.exempt = static_cast<std::uint16_t>(category.exempt | (1u << i));
        category.objectable = facts.exempt && facts.exempt->objection;
        category.default_denied = facts.by_default.value == "denied";
        category.shared = is_shared(facts);
        category.title = each_language([&](std::string_view language) { return words_.category_title(language, facts); });
        category.description = each_language([&](std::string_view language) { return words_.category_description(language, facts); });
        policy_.categories.push_back(std::move(category));
    }

    void add(const ServiceFacts& facts) {
        policy::Service service;
        service.id = facts.id;
        service.category = category_index(facts.category.value);
        const std::string& own_name = document_.controller.name.empty() ? document_.site.name : document_.controller.name;
        service.provider = facts.provider.name.empty() ? own_name : facts.provider.name;
        service.privacy_url = facts.provider.privacy_url.value;
        service.title = in_each_language(facts.title);
        service.description = in_each_language(facts.description);
        for (const OptOutFacts& opt_out : facts.opt_outs) service.opt_outs.push_back({in_each_language(opt_out.title), opt_out.url});
        for (const Name& url : facts.urls) service.urls.push_back(url.value);
        service.inline_signatures = facts.inline_signatures;
        for (const Cookie& cookie : facts.cookies)
            if (!cookie.third_party && cookie.type == "http-cookie") add_once(service.cookies, cookie.name);
        for (const StorageItem& item : facts.storage) add_once(service.storage[static_cast<std::size_t>(item.type)], item.key);
        policy_.services.push_back(std::move(service));
    }

    static void add_once(std::vector<std::string>& list, const std::string& text) {
        if (std::find(list.begin(), list.end(), text) == list.end()) list.push_back(text);
    }

    void add_banner() {
        policy_.banner = document_.banner.plain;
        for (const LinkFacts& link : document_.banner.links) policy_.banner.links.push_back({in_each_language(link.title), link.url});
        if (document_.banner.links_given) return;
        add_own_link("banner.policy", document_.site.policy_url.value);
        add_own_link("banner.cookies", document_.site.cookie_page_url.value);
    }

    void add_own_link(std::string_view key, const std::string& url) {
        if (!url.empty())
            policy_.banner.links.push_back(
                {each_language([&](std::string_view language) { return *words_.find(language, key).text; }), url});
    }

    void add_language(const std::string& tag) {
        policy::Language language{tag, {}};
        for (std::size_t i = 0; i < policy::kTextKeyCount; ++i)
            language.texts[i] = parse_message(*words_.find(tag, policy::kTextKeyNames[i]).text).message.encoded();
        // Of the two bodies none is carried that no jurisdiction shows.
        for (const bool asks : {true, false})
            if (std::none_of(policy_.jurisdictions.begin(), policy_.jurisdictions.end(),
                             [&](const policy::Jurisdiction& one) { return (one.mode == policy::Mode::opt_in) == asks; }))
                language.texts[static_cast<std::size_t>(asks ? policy::TextKey::banner_body : policy::TextKey::banner_body_opt_out)].clear();
        if (document_.banner.reopen_label.given())
            language.texts[static_cast<std::size_t>(policy::TextKey::reopen_label)] = words_.find(tag, document_.banner.reopen_label);
        policy_.languages.push_back(std::move(language));
    }

    const Document& document_;
    Words words_;
    policy::Policy policy_;
};

}  // namespace

policy::Policy compile_policy(const Document& document, const Languages& languages) { return Compiler(document, languages).compile(); }

}  // namespace assent::author
