// What the page shows, as JSON: words in the visitor's language, and the facts beside them (docs/waist.md, views).
#pragma once

#include <cstddef>
#include <string_view>

#include "base/buffer.h"
#include "consent/state.h"
#include "policy/image.h"

namespace assent::view {

struct Subject {
    const policy::Image& image;
    const consent::State& state;
    std::size_t language = 0;
};

// The view called `name`: "banner", "preferences", "placeholder", "status", "policy". Empty for any other name.
base::Buffer write(const Subject& subject, const std::string_view& name);

}  // namespace assent::view
