// Which form of a plural message a number takes in a language: the cardinal rules of CLDR (supplemental/plurals.xml), for whole numbers.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace assent::author {

enum class Plural : std::uint8_t { zero, one, two, few, many, other };
inline constexpr std::array<std::string_view, 6> kPluralNames = {"zero", "one", "two", "few", "many", "other"};

// The form for `n` in the language (a BCP 47 tag; what follows the first '-' counts only for pt-PT). A language that is not in the
// table takes `other` for everything. "many" of Spanish, French, Italian, Portuguese and Catalan, which is for whole millions, is left out.
Plural plural_of(std::string_view language, std::uint64_t n);

// Whether some whole number takes that form in the language.
bool has_plural(std::string_view language, Plural form);

}  // namespace assent::author
