// What an event comes to, as the page is told: the state of things, and what is to be done, in its order (docs/waist.md, outcome).
#pragma once

#include <cstddef>
#include <string_view>

#include "base/buffer.h"
#include "consent/state.h"
#include "policy/image.h"

namespace assent::engine {

// What is to be done in the page. The order of the members is the order in which it is done.
struct Effects {
    base::Buffer write_cookie;  // the assignment; empty: none
    bool hide = false;          // banner and preferences
    bool sweep = false;         // erase what is stored and may not be
    bool release = false;       // ask again for all that is held
    bool publish = false;       // tell the page that the state has changed
    std::string_view status;    // a word of the status view
    std::string_view reload;    // why
    std::string_view show;      // a view
};

base::Buffer write_outcome(const policy::Image& image, const consent::State& state, std::size_t language, const Effects& effects);

base::Buffer write_error(const char* code, const char* message);

}  // namespace assent::engine
