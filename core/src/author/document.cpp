#include "author/document.h"

#include <algorithm>

#include "author/address.h"

namespace assent::author {

const std::string* Text::find(std::string_view language) const {
    for (const auto& [tag, text] : by_language)
        if (tag == language) return &text;
    return nullptr;
}

const Purpose* Document::purpose(std::string_view id) const {
    for (const Purpose& one : purposes)
        if (one.id == id) return &one;
    return nullptr;
}

std::size_t Document::category_index(std::string_view id) const {
    std::size_t i = 0;
    while (i < categories.size() && categories[i].id != id) ++i;
    return i;
}

const CategoryFacts* Document::category(std::string_view id) const {
    const std::size_t i = category_index(id);
    return i < categories.size() ? &categories[i] : nullptr;
}

Regimes Document::regimes() const {
    Regimes all = 0;
    for (const JurisdictionFacts& one : jurisdictions) all |= one.regimes;
    return all;
}

bool Document::applies(const Exemption& exemption, std::string_view jurisdiction) {
    if (exemption.jurisdictions.empty()) return true;
    return std::any_of(exemption.jurisdictions.begin(), exemption.jurisdictions.end(),
                       [&](const Name& one) { return one.value == jurisdiction; });
}

Regimes Document::exempt_in(const CategoryFacts& category) const {
    Regimes all = 0;
    if (!category.exempt) return all;
    for (const JurisdictionFacts& one : jurisdictions)
        if (applies(*category.exempt, one.id)) all |= one.regimes;
    return all;
}

bool Document::exempt_everywhere(const CategoryFacts& category) const {
    return category.exempt && std::all_of(jurisdictions.begin(), jurisdictions.end(),
                                          [&](const JurisdictionFacts& one) { return applies(*category.exempt, one.id); });
}

bool Document::third_party(const ServiceFacts& service) const {
    return std::any_of(service.urls.begin(), service.urls.end(), [&](const Name& url) { return !within_hosts(url.value, site.hosts); }) ||
           std::any_of(service.cookies.begin(), service.cookies.end(), [](const Cookie& cookie) { return cookie.third_party; });
}

}  // namespace assent::author
