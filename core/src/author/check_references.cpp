#include <algorithm>
#include <map>

#include "author/lint.h"
#include "author/read_policy.h"
#include "author/words.h"

namespace assent::author {
namespace {

using Ids = std::vector<std::string_view>;

// The ids of a list, each reported that another entry has already.
template <class Entries>
Ids unique_ids(const Entries& entries, std::string_view what, Report& report) {
    Ids ids;
    for (const auto& entry : entries) {
        if (entry.id.empty()) continue;
        if (std::find(ids.begin(), ids.end(), entry.id) == ids.end()) ids.push_back(entry.id);
        else
            report.error("E302", entry.at->find("id"), say({"Another ", what, " has the id ", quote(entry.id), " already."}),
                         "each id once", "Choose another id.");
    }
    return ids;
}

void check_known(const Name& name, const Ids& ids, std::string_view what, Report& report) {
    if (name.value.empty() || std::find(ids.begin(), ids.end(), name.value) != ids.end()) return;
    report.error("E301", name.at, say({"No ", what, " has the id ", quote(name.value), "."}),
                 ids.empty() ? "an id that exists" : one_of(ids), did_you_mean(name.value, ids, "Choose one of these, or add it."));
}

// Who had it first: the entry of the file by what may stand in one entry only.
using First = std::map<std::string_view, const Node*>;

std::string id_of(const Node& entry) {
    const Node* id = entry.find("id");
    return id == nullptr ? std::string{} : id->text;
}

void check_regions(const Document& document, Report& report) {
    First first;
    for (const JurisdictionFacts& one : document.jurisdictions) {
        const Node* told = nullptr;  // two groups share many regions: say it once
        for (const std::string& region : one.regions) {
            const auto [other, is_new] = first.emplace(region, one.at);
            if (is_new || other->second == told) continue;
            told = other->second;
            report.error("E304", one.at->find("regions"),
                         say({"The region ", quote(region), " is in the jurisdiction ", quote(id_of(*told)), " already."}),
                         "each region in one jurisdiction", "Remove it from one of the two.");
        }
    }
}

// Two services with the same pattern: which of them a request belongs to would hang on their order.
void check_patterns(const Document& document, Report& report) {
    First first;
    for (const ServiceFacts& service : document.services) {
        for (const Name& url : service.urls) {
            const auto [other, is_new] = first.emplace(url.value, service.at);
            if (is_new) continue;
            const bool same = other->second == service.at;
            report.error("E406", url.at,
                         same ? "This pattern stands twice."
                              : say({"The service ", quote(id_of(*other->second)), " has the pattern ", quote(url.value), " already."}),
                         "each pattern in one service",
                         same ? "Remove one of the two." : "Make one of the two narrower, with a path, or remove it.");
        }
    }
}

}  // namespace

void check_references(const Document& document, Report& report) {
    const Ids purposes = unique_ids(document.purposes, "purpose", report);
    const Ids categories = unique_ids(document.categories, "category", report);
    unique_ids(document.services, "service", report);
    Ids jurisdictions;
    if (document.jurisdictions.front().at != nullptr) jurisdictions = unique_ids(document.jurisdictions, "jurisdiction", report);

    for (const CategoryFacts& category : document.categories) {
        if (!category.exempt) continue;
        for (const Name& name : category.exempt->jurisdictions) check_known(name, jurisdictions, "jurisdiction", report);
    }
    for (const ServiceFacts& service : document.services) {
        if (!document.categories.empty()) check_known(service.category, categories, "category", report);
        for (const Name& name : service.purposes) check_known(name, purposes, "purpose", report);
    }
    check_known(document.gate.unclassified, categories, "category", report);
    for (const Silence& silence : document.silences) {
        if (silence.rule.empty() || is_rule(silence.rule)) continue;
        report.error("E303", silence.at->find("rule"),
                     say({"There is no rule ", quote(silence.rule), " that a policy file is checked against."}),
                     "the id of a rule, such as \"P011\"", "Write the id as the report shows it.");
    }
    check_regions(document, report);
    check_patterns(document, report);
}

}  // namespace assent::author
