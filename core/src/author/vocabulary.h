// The closed lists of the policy format that only author time knows. policy/terms.h has those that a visit needs as well.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace assent::author {

// What a purpose is about, for the lint. The order is that of the schema.
inline constexpr std::array<std::string_view, 17> kPurposeTags = {
    "necessary",   "security",  "payment",   "functional", "personalisation", "support",          "audience-measurement", "call-tracking", "ab-test",
    "session-replay", "advertising", "marketing", "remarketing", "profiling",  "social", "embedded-content", "unclassified"};

// Of these, the ones whose services use data for more than this site: what a privacy signal such as GPC objects to, what the laws of
// American states call sale or sharing.
constexpr bool is_sharing(std::string_view tag) {
    constexpr std::array<std::string_view, 6> kTags = {"advertising", "marketing", "remarketing", "profiling", "social", "embedded-content"};
    return std::find(kTags.begin(), kTags.end(), tag) != kTags.end();
}

inline constexpr std::array<std::string_view, 7> kLegalBases = {"consent",     "strictly-necessary", "legitimate-interest", "contract", "legal-obligation",
                                                                "public-task", "vital-interests"};

inline constexpr std::array<std::string_view, 6> kExemptionBases = {"strictly-necessary", "transmission",  "security",
                                                                    "uk-statistics",      "uk-appearance", "cnil-audience"};

// The buttons of the preferences; those of the first layer are all but the last of policy::kActionNames.
inline constexpr std::array<std::string_view, 3> kPreferencesActions = {"accept-all", "reject-all", "save"};

inline constexpr std::array<std::string_view, 2> kDefaults = {"denied", "granted"};
inline constexpr std::array<std::string_view, 2> kCookieTypes = {"http-cookie", "pixel"};
inline constexpr std::array<std::string_view, 2> kParties = {"first", "third"};
inline constexpr std::array<std::string_view, 2> kUndeclaredWrites = {"allow", "hold"};

// Categories that web/languages/ have words for.
inline constexpr std::array<std::string_view, 6> kBuiltInCategories = {"necessary", "functional", "analytics", "marketing", "social", "unclassified"};

}  // namespace assent::author
