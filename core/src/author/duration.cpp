#include "author/duration.h"

#include <array>

namespace assent::author {
namespace {

constexpr std::array<std::string_view, 7> kUnitNames = {"second", "minute", "hour", "day", "week", "month", "year"};

std::optional<Unit> parse_unit(std::string_view word) {
    for (std::size_t i = 0; i < kUnitNames.size(); ++i) {
        const std::string_view name = kUnitNames[i];
        const bool plural = word.size() == name.size() + 1 && word.back() == 's';
        if (word.substr(0, name.size()) == name && (plural || word.size() == name.size())) return static_cast<Unit>(i);
    }
    return std::nullopt;
}

}  // namespace

std::uint64_t seconds_of(std::uint64_t count, Unit unit) {
    switch (unit) {
        case Unit::second: return count;
        case Unit::minute: return count * 60;
        case Unit::hour: return count * 3600;
        case Unit::day: return count * kDay;
        case Unit::week: return count * 7 * kDay;
        case Unit::month: return (count * 304'375 + 5'000) / 10'000 * kDay;
        case Unit::year: return count * 365 * kDay;
    }
    return 0;
}

std::optional<Duration> parse_duration(std::string_view text) {
    if (text == "session") return Duration{.kind = Duration::Kind::session};
    if (text == "until deleted") return Duration{.kind = Duration::Kind::until_deleted};

    std::uint64_t count = 0;
    std::size_t at = 0;
    for (; at < text.size() && at < 10 && text[at] >= '0' && text[at] <= '9'; ++at)
        count = count * 10 + static_cast<unsigned>(text[at] - '0');
    if (at == 0 || at >= text.size() || text[at] != ' ') return std::nullopt;
    const std::optional<Unit> unit = parse_unit(text.substr(at + 1));
    if (!unit || count == 0 || count > kLongest) return std::nullopt;
    const std::uint64_t seconds = seconds_of(count, *unit);
    if (seconds > kLongest) return std::nullopt;
    return Duration{Duration::Kind::persistent, static_cast<std::uint32_t>(count), *unit, static_cast<std::uint32_t>(seconds)};
}

}  // namespace assent::author
