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

    // `rank`: how specific the rule is, up to 22 bits.
    void consider(std::size_t candidate, std::size_t rank) {
        const std::size_t its_weight = rank << 10 | (standings.of(gate.image_->categories().size() + candidate) & 3u) << 8 | (UINT8_MAX - candidate);
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
    if (what == Kind::inline_script) return decide_script(subject, standings);
    if (what < Kind::category) {
        if (what == Kind::cookie) {
            subject = cookie_name(subject);
            if (image_->record_cookie() == subject) return allow(Reason::own_record);
        }
        return decide_name(number - static_cast<unsigned>(Kind::local_storage), subject, standings);
    }
    const bool service = what == Kind::service;
    for (std::size_t item = service ? image_->categories().size() : 0; item < (service ? image_->items() : image_->categories().size()); ++item) {
        if (image_->id_of(item) == subject) return answer(item, standings);
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

std::int32_t Gate::decide_script(const std::string_view& text, const Standings& standings) const {
    // One pass over the text, which may be long: most characters begin no signature.
    bool begins[256] = {};
    const auto for_each_signature = [&](auto visit) {
        for (std::size_t i = 0; i < image_->services().size(); ++i) {
            for (const std::string_view signature : image_->services()[i].inline_signatures) visit(i, signature);
        }
    };
    for_each_signature([&](std::size_t, const std::string_view& signature) { begins[static_cast<std::uint8_t>(*signature.data())] = true; });

    // A script that several services recognise waits for all of them; the longest signature names it.
    Match match{*this, standings};
    for (std::string_view rest = text; !rest.empty(); rest.remove_prefix(1)) {
        if (!begins[static_cast<std::uint8_t>(rest[0])]) continue;
        for_each_signature([&](std::size_t i, const std::string_view& signature) {
            if (rest.size() < signature.size() || std::string_view(rest.data(), signature.size()) != signature) return;
            match.consider(i, (standings.of(image_->categories().size() + i) & 3u) << 20 | at_most(signature.size(), 0xfffff));
        });
    }
    return match.answer(allow(Reason::first_party));
}

// `list`: a storage type; all ones is the cookies.
std::int32_t Gate::decide_name(unsigned list, const std::string_view& name, const Standings& standings) const {
    Match match{*this, standings};
    for (std::size_t i = 0; i < image_->services().size(); ++i) {
        const policy::Image::Service& service = image_->services()[i];
        for (const base::Text pattern : list < service.storage.size() ? service.storage[list] : service.cookies) {
            const char first = *pattern.c_str();
            if (first != '*' && (name.empty() || first != name[0])) continue;  // by far the most, so at once
            if (const std::size_t rank = match_name(pattern, name); rank != 0) match.consider(i, at_most(rank, 0x3fffff));
        }
    }
    return match.answer(image_->hold_undeclared() ? withhold(Reason::undeclared, standings) : allow(Reason::undeclared));
}

}  // namespace assent::gate
