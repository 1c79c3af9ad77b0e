// What the page shows, as JSON: words in the visitor's language, and the facts beside them (docs/waist.md, views).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "consent/state.h"
#include "policy/image.h"

namespace assent::view {

struct Subject {
    const policy::Image& image;
    const consent::State& state;
    std::size_t language = 0;
};

// The view called `name`: "banner", "preferences", "placeholder", "status", "policy". Empty for any other name.
std::string write(const Subject& subject, std::string_view name);

}  // namespace assent::view
