#include "author/declare.h"

#include <algorithm>
#include <array>

#include "author/fields.h"
#include "author/fingerprint.h"
#include "base/number.h"

namespace assent::author {
namespace {

constexpr std::string_view kPrefix = "declaration.";

class Maker {
public:
    Maker(const Document& document, const Languages& languages, std::string_view language)
        : document_(document),
          languages_(languages),
          words_(document, languages),
          language_(canonical_language(language).value_or(document.languages.fallback.value)) {}

    Declaration make() {
        Declaration out;
        // The language of the words themselves, which may be the one that the wanted one falls back to.
        const Words::Found direction = words_.find(language_, "language.dir");
        if (!languages_.covers(language_)) language_ = direction.language;
        out.language = language_;
        out.direction = direction.text == nullptr ? "ltr" : *direction.text;
        base::append_hex(out.fingerprint, fingerprint_of(consent_facts(document_)), 16);
        for (const std::string_view key : languages_.keys())
            if (key.substr(0, kPrefix.size()) == kPrefix) out.labels.push_back({std::string(key.substr(kPrefix.size())), message(key)});
        out.site_name = document_.site.name;
        out.site_url = document_.site.url.value;
        out.policy_url = document_.site.policy_url.value;
        out.cookie_page_url = document_.site.cookie_page_url.value;
        out.controller = document_.controller;
        for (const CategoryFacts& category : document_.categories) out.categories.push_back(make(category));
        return out;
    }

private:
    Message message(std::string_view key) const {
        const Words::Found found = words_.find(language_, key);
        return found.text == nullptr ? Message{} : parse_message(*found.text).message;
    }
    std::string say(const Text& text) const { return std::string(words_.find(language_, text)); }

    std::string provider_of(const ServiceFacts& service) const {
        if (!service.provider.name.empty()) return service.provider.name;
        return document_.controller.name.empty() ? document_.site.name : document_.controller.name;
    }

    std::string lifetime(const Period& period, bool renewed) const {
        if (!period.value) return {};
        const Duration& duration = *period.value;
        if (duration.kind == Duration::Kind::session) return message("declaration.session").text;
        if (duration.kind == Duration::Kind::until_deleted) return message("declaration.until-deleted").text;
        const std::string words = in_words(period);
        return renewed ? replace_argument(message("declaration.renewed").text, "lifetime", words) : words;
    }

    // "2 years", with the number and unit that the policy uses. Where the language has no words for the unit: as the policy spells it.
    std::string in_words(const Period& period) const {
        constexpr std::array<std::string_view, 7> kUnits = {"second", "minute", "hour", "day", "week", "month", "year"};
        const std::string key = "duration." + std::string(kUnits[static_cast<std::size_t>(period.value->unit)]);
        const Words::Found found = words_.find(language_, key);
        if (found.text == nullptr) return period.at->text;
        return parse_message(*found.text).message.format(found.language, period.value->count);
    }

    static std::string pattern_of(const std::string& name) {
        return name.back() == '*' ? "prefix" : name.front() == '*' ? "suffix" : "exact";
    }

    Declaration::Category make(const CategoryFacts& facts) const {
        Declaration::Category category;
        category.id = facts.id;
        category.title = words_.category_title(language_, facts);
        category.description = words_.category_description(language_, facts);
        category.exempt = facts.exempt.has_value();
        if (category.exempt) category.why = why(*facts.exempt);
        for (const ServiceFacts& service : document_.services)
            if (service.category.value == facts.id) add(service, category);
        return category;
    }

    // What the exemption rests on: the policy's own words first, then its source.
    std::string why(const Exemption& exempt) const {
        const std::string information = say(exempt.information);
        const std::string& source = exempt.source.empty() ? exempt.basis : exempt.source;
        return information.empty() ? source : information + " (" + source + ")";
    }

    void add(const ServiceFacts& service, Declaration::Category& category) const {
        const std::string provider = provider_of(service);
        for (const Cookie& cookie : service.cookies) {
            Declaration::Item item = make(cookie.name, service, cookie.lifetime, cookie.renewed, cookie.purpose, cookie.remark);
            item.type = cookie.type;
            item.domain = cookie.domain;
            item.configurable = cookie.configurable;
            item.third_party = cookie.third_party;
            category.items.push_back(std::move(item));
        }
        for (const StorageItem& stored : service.storage) {
            Declaration::Item item = make(stored.key, service, stored.lifetime, false, stored.purpose, stored.remark);
            item.type = policy::name_of(policy::kStorageTypeNames, stored.type);
            category.items.push_back(std::move(item));
        }
        for (const Retention& retention : service.retention)
            category.retention.push_back(
                {say(retention.what), in_words(retention.period), say(retention.remark), service.id, retention.period.value->seconds});

        Declaration::Service listed{service.id, say(service.title), provider, service.provider.privacy_url.value, say(service.description),
                                    {}, {}};
        for (const Name& name : service.purposes)
            if (const Purpose* purpose = document_.purpose(name.value))
                listed.purposes.push_back({say(purpose->title), say(purpose->description)});
        for (const OptOutFacts& opt_out : service.opt_outs) listed.opt_outs.push_back({say(opt_out.title), opt_out.url});
        category.services.push_back(std::move(listed));
    }

    Declaration::Item make(const std::string& name, const ServiceFacts& service, const Period& period, bool renewed, const Text& purpose,
                           const Text& remark) const {
        Declaration::Item item;
        item.name = name;
        item.pattern = pattern_of(name);
        item.provider = provider_of(service);
        item.service = service.id;
        item.purpose = say(purpose);
        item.remark = say(remark);
        item.renewed = renewed;
        item.lifetime = lifetime(period, renewed);
        if (period.value) item.duration = *period.value;
        return item;
    }

    const Document& document_;
    const Languages& languages_;
    Words words_;
    std::string language_;
};

}  // namespace

std::string_view Declaration::label(std::string_view key) const {
    for (const Label& one : labels)
        if (one.key == key) return one.text.text;
    return {};
}

Declaration make_declaration(const Document& document, const Languages& languages, std::string_view language) {
    return Maker(document, languages, language).make();
}

}  // namespace assent::author
