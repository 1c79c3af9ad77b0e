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
    std::size_t weight = 0;

    bool found() const { return service != SIZE_MAX; }

    // `rank`: how specific the rule is, up to 22 bits.
    void consider(std::size_t candidate, std::size_t rank) {
        const std::size_t its_weight = rank << 10 | (standings.services[candidate] & 3u) << 8 | (UINT8_MAX - candidate);
        if (found() && its_weight < weight) return;
        service = candidate;
        weight = its_weight;
    }

    std::int32_t answer() const {
        return static_cast<std::int32_t>(standings.services[service] | (image.services()[service].category + 1u) << 7 | (service + 1) << 15);
    }

    // All rules about `field` whose literal is a beginning of `subject`, or an ending.
    template <class Consider>
    static void look_up(const Index& index, unsigned field, const std::string_view& subject, bool from_end, Consider consider) {
        RollingHash hash(field, from_end);
        for (std::size_t length = 0;; ++length) {
            for (const Rule* rule = index.first(hash.value()); rule != nullptr; rule = index.after(rule)) {
                if (rule->field == field) consider(*rule, length);
            }
            if (length == subject.size()) return;
            hash.add(subject[from_end ? subject.size() - 1 - length : length]);
        }
    }
};

std::int32_t Gate::decide(int kind, std::string_view subject, const Standings& standings) const {
    if (kind < 0 || kind > static_cast<int>(Kind::service)) return hold(Reason::unparsable);
    const Kind what = static_cast<Kind>(kind);
    if (what <= Kind::object) return decide_url(subject, standings);
    if (what == Kind::inline_script) return decide_script(subject, standings);
    if (image_ == nullptr) return hold(Reason::no_policy);
    if (what < Kind::category) {
        if (what == Kind::cookie) {
            subject = cookie_name(subject);
            if (image_->record_cookie() == subject) return allow(Reason::own_record);
        }
        return decide_name(static_cast<unsigned>(kind) - static_cast<unsigned>(Kind::cookie) + 1, subject, standings);
    }
    if (what == Kind::category) {
        for (std::size_t i = 0; i < image_->categories().size(); ++i) {
            if (image_->categories()[i].id == subject) return answer_category(i, standings);
        }
    } else {
        for (std::size_t i = 0; i < image_->services().size(); ++i) {
            if (image_->services()[i].id == subject) return Match{*image_, standings, i}.answer();
        }
    }
    return withhold(Reason::unknown_id, standings);
}

std::int32_t Gate::decide_url(const std::string_view& subject, const Standings& standings) const {
    const Url url = parse_url(subject);
    if (url.reach == Url::Reach::nowhere) return hold(Reason::unparsable);
    if (url.reach == Url::Reach::local) return allow(Reason::local);
    const bool own = is_own(url.host);
    if (image_ == nullptr) return own ? allow(Reason::first_party) : hold(Reason::no_policy);

    // The longest host that a matching rule names wins, of its rules the longest path, then the host itself before all below, and one
    // that names a port or scheme.
    Match match{*image_, standings};
    Match::look_up(index_, static_cast<unsigned>(Field::url), url.host, true, [&](const Rule& rule, std::size_t length) {
        const UrlPattern pattern = parse_pattern(rule.pattern);
        // A rule without a host is about a path on the site's own hosts.
        if (pattern.host.size() != length || !(length == 0 ? own : matches_host(pattern, url.host)) || !matches_beside_host(pattern, url)) return;
        const std::size_t path = pattern.path.size() < 4095 ? pattern.path.size() : 4095;
        match.consider(rule.service, length << 14 | path << 2 | (pattern.below ? 0u : 2u) | (pattern.port != 0 || !pattern.scheme.empty()));
    });
    if (match.found()) return match.answer();
    if (own) return allow(Reason::first_party);
    if (image_->unclassified_category() >= 0) return answer_category(static_cast<std::size_t>(image_->unclassified_category()), standings);
    return withhold(Reason::unclassified, standings);
}

bool Gate::is_own(const std::string_view& host) const {
    if (!own_host_.empty() && base::same_ignoring_case(host, own_host_)) return true;
    if (image_ == nullptr) return false;
    for (const base::Text own : image_->own_hosts()) {
        if (matches_host(parse_pattern(own), host)) return true;
    }
    return false;
}

std::int32_t Gate::decide_script(const std::string_view& text, const Standings& standings) const {
    if (image_ == nullptr) return allow(Reason::first_party);
    // A script that several services recognise waits for all of them; the longest signature names it.
    Match match{*image_, standings};
    for (std::size_t i = 0; i < image_->services().size(); ++i) {
        for (const std::string_view signature : image_->services()[i].inline_signatures) {
            if (text.find(signature) == std::string_view::npos) continue;
            const std::size_t length = signature.size() < 0xfffff ? signature.size() : 0xfffff;
            match.consider(i, (standings.services[i] & 3u) << 20 | length);
        }
    }
    return match.found() ? match.answer() : allow(Reason::first_party);
}

std::int32_t Gate::decide_name(unsigned field, const std::string_view& name, const Standings& standings) const {
    Match match{*image_, standings};
    for (const bool from_end : {false, true}) {
        Match::look_up(index_, field, name, from_end, [&](const Rule& rule, std::size_t length) {
            const NamePattern pattern = parse_name(rule.pattern);
            if (pattern.literal.size() != length || !matches(pattern, name)) return;
            match.consider(rule.service, (length < 0xfffff ? length : 0xfffff) << 1 | (pattern.kind == NamePattern::Kind::exact));
        });
    }
    if (match.found()) return match.answer();
    return image_->hold_undeclared() ? withhold(Reason::undeclared, standings) : allow(Reason::undeclared);
}

}  // namespace assent::gate
