#include "consent/state.h"

namespace assent::consent {
namespace {

std::uint32_t short_fingerprint(const policy::Image& image) { return static_cast<std::uint32_t>(image.fingerprint() & 0xffffff); }

Status status_of(const Record& record) {
    if (record.source == Source::withdraw) return Status::withdrawn;
    return record.changed ? Status::changed : Status::chosen;
}

}  // namespace

void State::load(const Record& record, std::uint32_t now) {
    record_ = record;
    const bool of_this_policy = record_.fingerprint == short_fingerprint(*image_);
    if (record_.source == Source::none || (of_this_policy && !record_.fits(order_.size()))) {  // none, or a damaged one
        record_ = {};
        status_ = Status::unset;
        return;
    }
    status_ = !of_this_policy || is_stale(now) ? Status::stale : status_of(record_);
}

// Of a record that was made for this policy.
bool State::is_stale(std::uint32_t now) const { return now >= record_.expires() || presumes(); }

// Whether the record holds something on that was on unasked where it was made and needs consent here: left on is no yes
// (GDPR recital 32). "Accept all" is one anywhere.
bool State::presumes() const {
    if (record_.source != Source::save && record_.source != Source::service) return false;
    const bool known = record_.jurisdiction < image_->jurisdictions().size();
    const Law there(*image_, known ? record_.jurisdiction : -1, record_.signal);
    const auto presumed = [&](std::size_t category, std::size_t position) {
        return record_.choices.get(position) && there.on_at_first(category) && law_.needs_consent(category);
    };
    for (std::size_t i = 0; i < image_->categories().size(); ++i) {
        if (presumed(i, order_.category(i))) return true;
    }
    for (std::size_t i = 0; i < image_->services().size(); ++i) {
        if (presumed(category_of(i), order_.service(i))) return true;
    }
    return false;
}

Standing State::standing(std::size_t category, std::size_t position) const {
    if (law_.always_on(category)) return Standing::exempt;
    if (stands() && record_.choices.get(position)) {
        // A yes given in sight of the signal is newer than the signal; one given without it is not.
        if (law_.signalled(category) && !record_.signal) return Standing::objected;
        return law_.exempt(category) ? Standing::exempt : Standing::granted;
    }
    const bool consent = law_.needs_consent(category);
    if (answered()) return consent ? Standing::refused : Standing::objected;
    // A stale no is still an objection; only a stale "accept all" says nothing. A single service that is not on was turned off.
    const bool said_no = status_ == Status::stale ? record_.source != Source::accept_all : stands() && law_.on_at_first(category);
    if (!consent && (said_no || law_.signalled(category))) return Standing::objected;
    if (!law_.on_at_first(category)) return Standing::not_asked;
    return law_.exempt(category) ? Standing::exempt : Standing::unobjected;
}

Choices State::current() const {
    Choices choices;
    for (std::size_t i = 0; i < image_->categories().size(); ++i) choices.set(order_.category(i), !law_.always_on(i) && is_on(category(i)));
    for (std::size_t i = 0; i < image_->services().size(); ++i) set_service(choices, i, is_on(service(i)));
    return choices;
}

Choices State::everything() const {
    Choices choices;
    for (std::size_t i = 0; i < image_->categories().size(); ++i) set_category(choices, i, !is_undescribed(*image_, i));
    return choices;
}

// What is always on has no bit: the visitor was not asked for it, and has to be where it is not exempt.
void State::set_category(Choices& choices, std::size_t category, bool on) const {
    if (law_.always_on(category)) return;
    choices.set(order_.category(category), on);
    for (std::size_t i = 0; i < image_->services().size(); ++i) {
        if (category_of(i) == category) choices.set(order_.service(i), on);
    }
}

void State::set_service(Choices& choices, std::size_t service, bool on) const {
    if (!law_.always_on(category_of(service))) choices.set(order_.service(service), on);
}

void State::choose(Source source, const Choices& choices, std::uint32_t now, std::uint64_t nonce) {
    const bool again = stands();
    if (!again) {
        record_ = {};
        record_.id = nonce;
        record_.first_day = static_cast<std::uint16_t>(now / 86400);
    }
    record_.version = kRecordVersion;
    record_.source = source;
    record_.changed = again;
    record_.signal = law_.gpc();
    record_.jurisdiction = static_cast<std::uint8_t>(law_.jurisdiction() < 0 ? kUnknownJurisdiction : law_.jurisdiction());
    record_.fingerprint = short_fingerprint(*image_);
    record_.at = now;
    record_.lifetime = Lifetime::of(image_->record_lifetime());
    record_.choice_bytes = static_cast<std::uint8_t>((order_.size() + 7) / 8);
    record_.choices = choices;
    status_ = status_of(record_);
}

bool State::ask() const {
    if (answered()) return false;
    for (std::size_t i = 0; i < image_->categories().size(); ++i) {
        if (!law_.exempt(i) && !is_undescribed(*image_, i)) return true;
    }
    return false;
}

bool State::policy_changed() const { return status_ == Status::stale && record_.fingerprint != short_fingerprint(*image_); }

bool State::signal_honoured() const {
    for (std::size_t i = 0; i < image_->categories().size(); ++i) {
        if (law_.signalled(i) && !is_on(category(i))) return true;
    }
    return false;
}

}  // namespace assent::consent
