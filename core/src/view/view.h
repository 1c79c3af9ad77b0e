// What leaves the core as JSON (docs/waist.md): what the page shows, words in the visitor's language and the facts beside them; and what an
// event comes to.
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
base::Buffer write_view(const Subject& subject, const std::string_view& name);

// What is to be done in the page, in the order in which it is done.
enum Effect : unsigned {
    kWriteCookie = 1u << 0,
    kHide = 1u << 1,     // banner and preferences
    kSweep = 1u << 2,    // erase what is stored and may not be
    kRelease = 1u << 3,  // ask again for all that is held
    kPublish = 1u << 4,  // tell the page that the state has changed
    kSaved = 1u << 5,    // say so
    kWithdrawn = 1u << 6,
    kChanged = 1u << 7,
    kReloadToAccept = 1u << 8,
    kReloadAfterWithdrawal = 1u << 9,  // an advice
    kShowBanner = 1u << 10,
    kShowPreferences = 1u << 11,
};

// The state of things and what is to be done. `assignment`: the text of the cookie to write, if that is among `effects`.
base::Buffer write_outcome(const Subject& subject, unsigned effects, const std::string_view& assignment);

// `code` and `message` hold nothing that JSON would escape.
base::Buffer write_error(const char* code, const char* message);

}  // namespace assent::view
