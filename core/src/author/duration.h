// How long something is kept, as a policy file says it: "30 minutes", "6 months", "session", "until deleted".
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace assent::author {

enum class Unit : std::uint8_t { second, minute, hour, day, week, month, year };

struct Duration {
    enum class Kind : std::uint8_t { persistent, session, until_deleted };

    Kind kind = Kind::persistent;
    std::uint32_t count = 0;  // as written, 1 to 9999 and more as seconds allow
    Unit unit = Unit::second;
    std::uint32_t seconds = 0;  // of a persistent one: 1 to kLongest
};

inline constexpr std::uint32_t kDay = 86'400;
inline constexpr std::uint32_t kLongest = 100u * 365u * kDay;

// Seconds of so many of a unit. Months have 30.4375 days, the sum rounded to whole days; years 365 days. `count` <= kLongest.
std::uint64_t seconds_of(std::uint64_t count, Unit unit);

// Nothing for what is not a duration, is zero, or is longer than 100 years.
std::optional<Duration> parse_duration(std::string_view text);

}  // namespace assent::author
