#include "author/fingerprint.h"

#include <algorithm>

#include "author/words.h"
#include "base/hash.h"

namespace assent::author {
namespace {

std::string join(std::vector<std::string> words) {
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    std::string out;
    for (const std::string& word : words) out += (out.empty() ? "" : ",") + word;
    return out;
}

std::vector<std::string> values(const std::vector<Name>& names) {
    std::vector<std::string> out;
    for (const Name& name : names) out.push_back(name.value);
    return out;
}

std::string words_for(const Period& period) {
    if (!period.value) return "unknown";
    switch (period.value->kind) {
        case Duration::Kind::session: return "session";
        case Duration::Kind::until_deleted: return "until-deleted";
        case Duration::Kind::persistent: break;
    }
    return say({std::to_string(period.value->seconds), "s"});
}

class Facts {
public:
    explicit Facts(const Document& document) : document_(document) {}

    std::vector<std::string> all() {
        for (const CategoryFacts& category : document_.categories) add(category);
        for (const ServiceFacts& service : document_.services) add(service);
        std::sort(lines_.begin(), lines_.end());
        lines_.erase(std::unique(lines_.begin(), lines_.end()), lines_.end());
        return std::move(lines_);
    }

private:
    void add(const CategoryFacts& category) {
        const std::string head = say({"category ", category.id});
        lines_.push_back(head);
        if (!category.exempt) return;
        const Exemption& exempt = *category.exempt;
        lines_.push_back(
            say({head, " exempt ", exempt.basis, (exempt.objection ? " objectable" : ""), (exempt.shared_for_own_purposes ? " shared" : ""),
                 (exempt.jurisdictions.empty() ? "" : say({" in ", join(values(exempt.jurisdictions))}))}));
    }

    // Free text comes last in a line, so that it can't be taken for something else.
    void add(const ServiceFacts& service) {
        const std::string head = say({"service ", service.id, " "});
        lines_.push_back(say({head, "category ", service.category.value}));
        lines_.push_back(say({head, "provider ", service.provider.name}));
        for (const Name& name : service.purposes) {
            const Purpose* purpose = document_.purpose(name.value);
            lines_.push_back(say({head, "purpose ", name.value,
                                  (purpose == nullptr ? ""
                                                      : say({" ", purpose->tag, " ", join(values(purpose->legal_bases)),
                                                             (purpose->sensitive ? " sensitive" : "")}))}));
        }
        for (const Name& url : service.urls) lines_.push_back(say({head, "url ", url.value}));
        for (const Cookie& cookie : service.cookies)
            lines_.push_back(
                say({head, cookie.type, " ", (cookie.third_party ? "third" : "first"), " ", words_for(cookie.lifetime),
                     (cookie.renewed ? " renewed" : ""), (cookie.domain.empty() ? "" : say({" ", cookie.domain})), " ", cookie.name}));
        for (const StorageItem& item : service.storage)
            lines_.push_back(
                say({head, policy::name_of(policy::kStorageTypeNames, item.type), " ", words_for(item.lifetime), " ", item.key}));
    }

    const Document& document_;
    std::vector<std::string> lines_;
};

}  // namespace

std::vector<std::string> consent_facts(const Document& document) { return Facts(document).all(); }

std::uint64_t fingerprint_of(const std::vector<std::string>& facts) {
    std::string text;
    for (const std::string& fact : facts) text += fact + '\n';
    return base::hash64(text);
}

}  // namespace assent::author
