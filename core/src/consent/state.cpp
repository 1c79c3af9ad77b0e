#include "consent/state.h"

namespace assent::consent {

void State::open(const policy::Image& image, const Law& law) {
    image_ = &image;
    law_ = law;
    order_.open(image);
    fingerprint_ = static_cast<std::uint32_t>(image.fingerprint() & 0xffffff);
}

void State::settle(bool stale) {
    if (!record_) status_ = Status::unset;
    else if (stale) status_ = Status::stale;
    else if (record_.source() == Source::withdraw) status_ = Status::withdrawn;
    else status_ = record_.changed() ? Status::changed : Status::chosen;
}

void State::load(const Record& record, std::uint32_t now) {
    record_ = record;
    const bool ours = of_this_policy();
    if (ours && !record_.fits(image_->items())) record_ = {};  // damaged, and as good as none
    settle(!ours || now >= record_.expires() || presumes());
}

// Whether the record holds something on that was on unasked where it was made and needs consent here: left on is no yes
// (GDPR recital 32). "Accept all" is one anywhere.
bool State::presumes() const {
    if (record_.source() != Source::save && record_.source() != Source::service) return false;
    const unsigned place = record_.jurisdiction();
    const Law there(*image_, place < image_->jurisdictions().size() ? static_cast<int>(place) : -1, record_.signal());
    for (std::size_t item = 0; item < image_->items(); ++item) {
        const std::size_t category = image_->category_of(item);
        if (record_.choice(order_[item]) && there.on_at_first(category) && law_.needs_consent(category)) return true;
    }
    return false;
}

Standing State::standing(std::size_t item) const {
    const std::size_t category = image_->category_of(item);
    if (law_.always_on(category)) return Standing::exempt;
    const bool signalled = law_.signalled(category), consent = law_.needs_consent(category);
    const Standing off = consent ? Standing::refused : Standing::objected;
    Standing on = Standing::granted;
    if (stands() && record_.choice(order_[item])) {
        // A yes given in sight of the signal is newer than the signal; one given without it is not.
        if (signalled && !record_.signal()) return off;
    } else {
        if (answered()) return off;
        // A stale no is still an objection; only a stale "accept all" says nothing. A single service that is not on was turned off.
        const bool at_first = law_.on_at_first(category);
        const bool said_no = status_ == Status::stale ? record_.source() != Source::accept_all : stands() && at_first;
        if (!consent && (said_no || signalled)) return off;
        if (!at_first) return Standing::not_asked;
        on = Standing::unobjected;
    }
    return law_.exempt(category) ? Standing::exempt : on;
}

Choices State::current() const {
    Choices choices;
    for (std::size_t item = 0; item < image_->items(); ++item) {
        choices.set(order_[item], is_on(standing(item)) && !law_.always_on(image_->category_of(item)));
    }
    return choices;
}

Choices State::everything() const {
    Choices choices;
    for (std::size_t i = 0; i < image_->categories().size(); ++i) set(choices, i, !is_undescribed(*image_, i));
    return choices;
}

// What is always on has no bit: the visitor was not asked for it, and has to be where it is not exempt.
void State::set(Choices& choices, std::size_t item, bool on) const {
    for (std::size_t each = 0; each < image_->items(); ++each) {
        const std::size_t category = image_->category_of(each);
        if ((each == item || category == item) && !law_.always_on(category)) choices.set(order_[each], on);
    }
}

void State::choose(Source source, const Choices& choices, std::uint32_t now, std::uint64_t nonce) {
    const unsigned place = law_.jurisdiction() < 0 ? kUnknownJurisdiction : static_cast<unsigned>(law_.jurisdiction());
    const Record before = stands() ? record_ : Record{};
    record_ = Record({source, law_.gpc(), fingerprint_, place, now, lifetime_bits(image_->record_lifetime()), image_->items()}, choices, before, nonce);
    settle(false);
}

bool State::ask() const {
    if (answered()) return false;
    for (std::size_t i = 0; i < image_->categories().size(); ++i) {
        if (!law_.exempt(i) && !is_undescribed(*image_, i)) return true;
    }
    return false;
}

bool State::signal_honoured() const {
    for (std::size_t i = 0; i < image_->categories().size(); ++i) {
        if (law_.signalled(i) && !is_on(standing(i))) return true;
    }
    return false;
}

}  // namespace assent::consent
