#include "gate/gate.h"

#include "base/ascii.h"
#include "gate/name.h"
#include "gate/pattern.h"

namespace assent::gate {
namespace {

constexpr std::int32_t allow(Reason reason) { return pack(Verdict::allow, reason); }
constexpr std::int32_t hold(Reason reason) { return pack(Verdict::hold, reason); }

// What no service names can't have been granted: once the visitor has refused, it waits no longer.
std::int32_t withhold(Reason reason, const Standings& standings) {
    return pack(standings.all_refused ? Verdict::drop : Verdict::hold, reason);
}

std::int32_t answer_category(std::size_t category, const Standings& standings) {
    return static_cast<std::int32_t>(standings.categories[category] | (category + 1) << 7);
}

}  // namespace

// The service that most specifically names a subject. Of several equally specific ones the strictest answer counts, so that a
// thing that two services share runs only when both may.
struct Gate::Match {
    const policy::Image& image;
    const Standings& standings;
    std::size_t service = SIZE_MAX;
    std::size_t rank = 0;

    bool found() const { return service != SIZE_MAX; }

    void consider(std::size_t candidate, std::size_t candidate_rank) {
        if (found() && candidate_rank <= rank) {
            const Verdict has = verdict_of(standings.services[service]), other = verdict_of(standings.services[candidate]);
            if (candidate_rank < rank || other < has || (other == has && candidate > service)) return;
        }
        service = candidate;
        rank = candidate_rank;
    }

    std::int32_t answer() const {
        return static_cast<std::int32_t>(standings.services[service] | (image.services()[service].category + 1u) << 7 | (service + 1) << 15);
    }
};

std::int32_t Gate::decide(int kind, std::string_view subject, const Standings& standings) const {
    if (kind < 0 || kind > static_cast<int>(Kind::service)) return hold(Reason::unparsable);
    const Kind what = static_cast<Kind>(kind);
    if (what <= Kind::object) return decide_url(subject, standings);
    if (what == Kind::inline_script) return decide_script(subject, standings);
    if (image_ == nullptr) return hold(Reason::no_policy);
    if (what == Kind::cookie) {
        const std::string_view name = cookie_name(subject);
        if (name == image_->record_cookie()) return allow(Reason::own_record);
        return decide_name(Field::cookie, name, standings);
    }
    if (what < Kind::category) return decide_name(field_of(static_cast<policy::StorageType>(kind - static_cast<int>(Kind::local_storage))), subject, standings);

    const bool category = what == Kind::category;
    const std::size_t count = category ? image_->categories().size() : image_->services().size();
    for (std::size_t i = 0; i < count; ++i) {
        if (subject != (category ? image_->categories()[i].id : image_->services()[i].id)) continue;
        return category ? answer_category(i, standings) : Match{*image_, standings, i}.answer();
    }
    return withhold(Reason::unknown_id, standings);
}

std::int32_t Gate::decide_url(std::string_view subject, const Standings& standings) const {
    const Url url = parse_url(subject);
    if (url.reach == Url::Reach::nowhere) return hold(Reason::unparsable);
    if (url.reach == Url::Reach::local) return allow(Reason::local);
    if (image_ == nullptr) return is_own(url.host) ? allow(Reason::first_party) : hold(Reason::no_policy);

    Match match{*image_, standings};
    match_host(url, match);
    if (match.found()) return match.answer();
    if (is_own(url.host)) return allow(Reason::first_party);
    if (image_->unclassified_category() >= 0) return answer_category(static_cast<std::size_t>(image_->unclassified_category()), standings);
    return withhold(Reason::unclassified, standings);
}

// The longest host that any matching rule names wins, and among its rules the longest path.
void Gate::match_host(const Url& url, Match& match) const {
    const auto consider = [&](std::uint32_t hash, std::string_view host) {
        for (const Rule* rule = index_.first(hash); rule != nullptr; rule = index_.next(*rule)) {
            const UrlPattern pattern = parse_pattern(rule->pattern);
            if (!base::same_ignoring_case(pattern.host, host) || !matches_beside_host(pattern, url)) continue;
            const bool whole = host.empty() || host.size() == url.host.size();
            if (!whole && !pattern.below) continue;
            match.consider(rule->service, pattern.path.size() * 4 + (pattern.below ? 0u : 2u) + (pattern.port != 0 || !pattern.scheme.empty() ? 1u : 0u));
        }
    };

    // The hash of each suffix at a label's start, from the last label on. DNS allows 127 labels (RFC 1035 2.3.4).
    struct Suffix {
        std::uint32_t hash;
        std::size_t at;
    };
    Suffix suffixes[128];
    std::size_t count = 0;
    RollingHash hash(Field::url, true);
    const std::uint32_t own = hash.value();
    for (std::size_t i = url.host.size(); i-- > 0 && count < 128;) {
        hash.add(base::lower(url.host[i]));
        if (i == 0 || url.host[i - 1] == '.') suffixes[count++] = {hash.value(), i};
    }
    while (count > 0 && !match.found()) {
        --count;
        consider(suffixes[count].hash, url.host.substr(suffixes[count].at));
    }
    if (!match.found() && is_own(url.host)) consider(own, {});
}

bool Gate::is_own(std::string_view host) const {
    if (!own_host_.empty() && base::same_ignoring_case(host, own_host_)) return true;
    if (image_ == nullptr) return false;
    for (const std::string_view own : image_->own_hosts()) {
        if (matches_host(parse_pattern(own), host)) return true;
    }
    return false;
}

std::int32_t Gate::decide_script(std::string_view text, const Standings& standings) const {
    if (image_ == nullptr) return allow(Reason::first_party);
    // A script that several services recognise waits for all of them; the longest signature names it.
    Match match{*image_, standings};
    for (std::size_t i = 0; i < image_->services().size(); ++i) {
        for (const std::string_view signature : image_->services()[i].inline_signatures) {
            if (text.find(signature) == std::string_view::npos) continue;
            const std::size_t strictness = static_cast<std::size_t>(verdict_of(standings.services[i]));
            match.consider(i, strictness << 24 | signature.size());
        }
    }
    return match.found() ? match.answer() : allow(Reason::first_party);
}

std::int32_t Gate::decide_name(Field field, std::string_view name, const Standings& standings) const {
    Match match{*image_, standings};
    const std::size_t longest = name.size() < index_.longest_name() ? name.size() : index_.longest_name();
    // Forwards for exact names and prefixes, backwards for suffixes. Any literal text beats any shorter, an exact one an equally long one.
    for (const bool backwards : {false, true}) {
        RollingHash hash(field, backwards);
        for (std::size_t length = 1; length <= longest; ++length) {
            hash.add(backwards ? name[name.size() - length] : name[length - 1]);
            for (const Rule* rule = index_.first(hash.value()); rule != nullptr; rule = index_.next(*rule)) {
                const NamePattern pattern = parse_name(rule->pattern);
                if (pattern.literal.size() != length || !matches(pattern, name)) continue;
                match.consider(rule->service, length * 2 + (pattern.kind == NamePattern::Kind::exact));
            }
        }
    }
    if (match.found()) return match.answer();
    return image_->hold_undeclared() ? withhold(Reason::undeclared, standings) : allow(Reason::undeclared);
}

}  // namespace assent::gate
