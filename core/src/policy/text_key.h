// The built-in texts that a visit may show, by key as in web/languages/*.json. Their order is the order in the image, so a
// change here raises kImageVersion. Left out, because nothing at visit time reads them: declaration.* (author time),
// category.* (resolved into each category's own title and description), banner.policy and banner.cookies (into links).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace assent::policy {

#define ASSENT_TEXT_KEYS(X)                          \
    X(language_name, "language.name")                \
    X(language_dir, "language.dir")                  \
    X(banner_region, "banner.region")                \
    X(banner_title, "banner.title")                  \
    X(banner_body, "banner.body")                    \
    X(banner_body_opt_out, "banner.body-opt-out")    \
    X(banner_accept_all, "banner.accept-all")        \
    X(banner_reject_all, "banner.reject-all")        \
    X(banner_preferences, "banner.preferences")      \
    X(banner_changed, "banner.changed")              \
    X(banner_gpc, "banner.gpc")                      \
    X(preferences_title, "preferences.title")        \
    X(preferences_intro, "preferences.intro")        \
    X(preferences_save, "preferences.save")          \
    X(preferences_accept_all, "preferences.accept-all") \
    X(preferences_reject_all, "preferences.reject-all") \
    X(preferences_close, "preferences.close")        \
    X(preferences_on, "preferences.on")              \
    X(preferences_off, "preferences.off")            \
    X(preferences_always, "preferences.always")      \
    X(preferences_services, "preferences.services")  \
    X(preferences_withdraw, "preferences.withdraw")  \
    X(preferences_privacy, "preferences.privacy")    \
    X(reopen_label, "reopen.label")                  \
    X(status_saved, "status.saved")                  \
    X(status_withdrawn, "status.withdrawn")          \
    X(status_loaded, "status.loaded")                \
    X(status_changed, "status.changed")              \
    X(placeholder_region, "placeholder.region")      \
    X(placeholder_reason, "placeholder.reason")      \
    X(placeholder_once, "placeholder.once")          \
    X(placeholder_always, "placeholder.always")      \
    X(placeholder_open, "placeholder.open")          \
    X(placeholder_privacy, "placeholder.privacy")    \
    X(placeholder_loading, "placeholder.loading")    \
    X(placeholder_failed, "placeholder.failed")      \
    X(placeholder_retry, "placeholder.retry")

enum class TextKey : std::uint8_t {
#define ASSENT_X(name, key) name,
    ASSENT_TEXT_KEYS(ASSENT_X)
#undef ASSENT_X
};

inline constexpr std::array kTextKeyNames = {
#define ASSENT_X(name, key) std::string_view{key},
    ASSENT_TEXT_KEYS(ASSENT_X)
#undef ASSENT_X
};

inline constexpr std::size_t kTextKeyCount = kTextKeyNames.size();

}  // namespace assent::policy
