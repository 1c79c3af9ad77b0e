// The closed lists of the policy format that reach visit time. The numbers are stored in the image: append, never reorder.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace assent::policy {

// Ordered from the strictest, so that the least of several is the one to take when a region is unknown.
enum class Mode : std::uint8_t { opt_in, opt_out, inform };
enum class Grade : std::uint8_t { smooth, strict, markup };
enum class Layout : std::uint8_t { box, bar, inline_top, modal, sheet };
enum class Position : std::uint8_t { bottom_start, bottom_end, bottom, top, center };
enum class Density : std::uint8_t { comfortable, compact };
enum class Action : std::uint8_t { accept_all, reject_all, preferences, save };
enum class StorageType : std::uint8_t { local_storage, session_storage, indexed_db, cache };

// How the policy file and the views spell them, in the order of the enumerators.
inline constexpr std::array<std::string_view, 3> kModeNames = {"opt-in", "opt-out", "inform"};
inline constexpr std::array<std::string_view, 3> kGradeNames = {"smooth", "strict", "markup"};
inline constexpr std::array<std::string_view, 5> kLayoutNames = {"box", "bar", "inline", "modal", "sheet"};
inline constexpr std::array<std::string_view, 5> kPositionNames = {"bottom-start", "bottom-end", "bottom", "top", "center"};
inline constexpr std::array<std::string_view, 2> kDensityNames = {"comfortable", "compact"};
inline constexpr std::array<std::string_view, 4> kActionNames = {"accept-all", "reject-all", "preferences", "save"};
inline constexpr std::array<std::string_view, 4> kStorageTypeNames = {"local-storage", "session-storage", "indexed-db", "cache"};

// What a value of the lists above is called: name_of(kModeNames, Mode::opt_in) == "opt-in".
template <class Names, class Enum>
constexpr const std::string_view& name_of(const Names& names, Enum value) {
    return names[static_cast<std::size_t>(value)];
}

}  // namespace assent::policy
