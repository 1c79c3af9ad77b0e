// What holds for a visitor from the place they come from: which of the policy's jurisdictions, what needs consent there, and what is on
// or off before they have said anything.
#pragma once

#include <cstddef>
#include <string_view>

#include "policy/image.h"

namespace assent::consent {

// The jurisdiction that `region` falls under, ISO 3166-1 ("DE") or -2 ("US-CA"): the subdivision is asked for before its country, "*" last.
// -1: unknown, because there is no region or none of the policy's jurisdictions names it.
int find_jurisdiction(const policy::Image& image, const std::string_view& region);

// What nobody has described yet can't be agreed to in general, unless the policy says that this category carries it.
bool is_undescribed(const policy::Image& image, std::size_t category);

class Law {
public:
    Law() = default;
    // Of an unknown jurisdiction (-1): the strictest mode that the policy lists, and exempt only what is so everywhere.
    // `gpc`: the browser sends a privacy signal (Global Privacy Control).
    Law(const policy::Image& image, int jurisdiction, bool gpc);

    int jurisdiction() const { return jurisdiction_; }
    policy::Mode mode() const { return mode_; }
    bool gpc() const { return gpc_; }

    // No consent is needed for the category.
    bool exempt(std::size_t category) const { return image_->exempt(category, jurisdiction_); }
    // On whatever the visitor says: exempt, and not subject to objection.
    bool always_on(std::size_t category) const { return exempt(category) && !image_->categories()[category].objectable; }
    // May not be on without a yes.
    bool needs_consent(std::size_t category) const { return !exempt(category) && mode_ == policy::Mode::opt_in; }
    // The privacy signal objects to it: it speaks of sale and sharing, where those may be on unasked (11 CCR 7025).
    bool signalled(std::size_t category) const;
    // On until the visitor says something.
    bool on_at_first(std::size_t category) const;

private:
    const policy::Image* image_ = nullptr;
    int jurisdiction_ = 0;
    policy::Mode mode_ = policy::Mode::opt_in;
    bool gpc_ = false;
};

}  // namespace assent::consent
