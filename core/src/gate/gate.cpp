#include "gate/gate.h"

#include "base/ascii.h"
#include "gate/name.h"
#include "gate/pattern.h"

namespace assent::gate {
namespace {

constexpr std::int32_t allow(Reason reason) { return pack(Verdict::allow, reason); }
constexpr std::int32_t hold(Reason reason) { return pack(Verdict::hold, reason); }

constexpr std::size_t at_most(std::size_t value, std::size_t limit) { return value < limit ? value : limit; }

}  // namespace

// The service that most specifically names a subject. Of several equally specific ones the strictest answer counts, so that a
// thing that two services share runs only when both may.
struct Gate::Match {
    const Gate& gate;
    const Standings& standings;
    std::size_t service = SIZE_MAX;
    std::size_t weight = 0;

    std::size_t strictness(std::size_t candidate) const { return standings.of(gate.image_->categories().size() + candidate) & 3u; }

    // `rank`: how specific the rule is, up to 22 bits.
    void consider(std::size_t candidate, std::size_t rank) {
        const std::size_t its_weight = rank << 10 | strictness(candidate) << 8 | (UINT8_MAX - candidate);
        if (service != SIZE_MAX && its_weight < weight) return;
        service = candidate;
        weight = its_weight;
    }

    // `otherwise`, when no service was found.
    std::int32_t answer(std::int32_t otherwise) const {
        return service == SIZE_MAX ? otherwise : gate.answer(gate.image_->categories().size() + service, standings);
    }
};

// What no service names can't have been granted: once the visitor has refused, it waits no longer.
std::int32_t Gate::withhold(Reason reason, const Standings& standings) {
    return pack(standings.all_refused ? Verdict::drop : Verdict::hold, reason);
}

std::int32_t Gate::answer(std::size_t item, const Standings& standings) const {
    const std::size_t categories = image_->categories().size(), service = item < categories ? 0 : item - categories + 1;
    return static_cast<std::int32_t>(standings.of(item) | (image_->category_of(item) + 1) << 7 | service << 15);
}

std::int32_t Gate::decide(int kind, std::string_view subject, const Standings& standings) const {
    const unsigned number = static_cast<unsigned>(kind);
    const Kind what = static_cast<Kind>(number);
    if (number > static_cast<unsigned>(Kind::service)) return hold(Reason::unparsable);
    if (what <= Kind::object) return decide_url(subject, standings);
    if (image_ == nullptr) return what == Kind::inline_script ? allow(Reason::first_party) : hold(Reason::no_policy);
    if (what < Kind::category) {
        if (what == Kind::cookie) {
            subject = cookie_name(subject);
            if (base::same(subject, image_->record_cookie().c_str())) return allow(Reason::own_record);
        }
        return decide_listed(what, subject, standings);
    }
    const bool service = what == Kind::service;
    for (std::size_t item = service ? image_->categories().size() : 0; item < (service ? image_->items() : image_->categories().size()); ++item) {
        if (base::same(subject, image_->id_of(item).c_str())) return answer(item, standings);
    }
    return withhold(Reason::unknown_id, standings);
}

std::int32_t Gate::decide_url(const std::string_view& subject, const Standings& standings) const {
    const Url url = parse_url(subject);
    if (url.reach == Url::Reach::nowhere) return hold(Reason::unparsable);
    if (url.reach == Url::Reach::local) return allow(Reason::local);
    const bool own = is_own(url.host);
    const std::int32_t unnamed = own ? allow(Reason::first_party) : withhold(Reason::unclassified, standings);
    if (image_ == nullptr) return own ? unnamed : hold(Reason::no_policy);

    // The longest host that a matching rule names wins, of its rules the longest path, then the host itself before all below, and one that
    // names a port or scheme. A rule without a host is about a path on the site's own hosts.
    Match match{*this, standings};
    for (std::string_view host = url.host;;) {
        for (const Index::Rule* rule = index_.bucket(host); rule != nullptr; rule = rule->next) {
            const UrlPattern pattern = parse_pattern(rule->pattern);
            if (pattern.host.size() != host.size() || !(host.empty() ? own : matches_host(pattern, url.host)) || !matches_beside_host(pattern, url)) continue;
            match.consider(rule->service, host.size() << 14 | at_most(pattern.path.size(), 4095) << 2 | (pattern.below ? 0u : 2u) |
                                              (pattern.port != 0 || !pattern.scheme.empty()));
        }
        if (host.empty()) break;
        std::string_view label;
        base::cut(host, '.', label);
    }
    if (!own && image_->unclassified_category() >= 0) return match.answer(answer(static_cast<std::size_t>(image_->unclassified_category()), standings));
    return match.answer(unnamed);
}

bool Gate::is_own(const std::string_view& host) const {
    if (base::same_ignoring_case(host, own_host_)) return true;
    if (image_ != nullptr) {
        for (const base::Text own : image_->own_hosts()) {
            if (matches_host(parse_pattern(own), host)) return true;
        }
    }
    return false;
}

// What a service lists in so many words: signatures of its scripts, patterns of its cookies' and keys' names.
std::int32_t Gate::decide_listed(Kind kind, const std::string_view& subject, const Standings& standings) const {
    const bool script = kind == Kind::inline_script;
    Match match{*this, standings};
    for (std::size_t i = 0; i < image_->services().size(); ++i) {
        const policy::Image::Service& service = image_->services()[i];
        const std::size_t type = static_cast<std::size_t>(kind) - static_cast<std::size_t>(Kind::local_storage);
        for (const std::string_view pattern : script ? service.inline_signatures : kind == Kind::cookie ? service.cookies : service.storage[type]) {
            std::size_t rank = 0;
            // A script that several services recognise waits for all of them; the longest signature names it.
            if (!script) rank = match_name(pattern, subject);
            else if (base::find(subject, pattern) != std::string_view::npos) rank = match.strictness(i) << 20 | at_most(pattern.size(), 0xfffff);
            if (rank != 0) match.consider(i, at_most(rank, 0x3fffff));
        }
    }
    if (script) return match.answer(allow(Reason::first_party));
    return match.answer(image_->hold_undeclared() ? withhold(Reason::undeclared, standings) : allow(Reason::undeclared));
}

}  // namespace assent::gate
