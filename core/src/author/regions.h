// Regions of the world as ISO 3166 codes them, and the bodies of law (regimes) that hold in them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace assent::author {

// The regions that a code of a policy file stands for: "EU" and "EEA" their members, any other code itself. Empty: no such code
// ("FR" of ISO 3166-1, "US-CA" of ISO 3166-2, upper case, or "*"). Country codes are checked for their shape, not against a list.
std::vector<std::string> expand_region(std::string_view code);

using Regimes = std::uint16_t;
inline constexpr Regimes kEu = 1, kUk = 2, kFr = 4, kIt = 8, kUsCa = 16, kUsCo = 32, kUs = 64;
inline constexpr Regimes kEverywhere = 0xffff;

// The regimes whose law holds in an expanded region. "*" (everywhere else) brings none of its own.
Regimes regimes_of(std::string_view region);

// "eu, uk": the names of the regimes in the set, as LINT spells them; "all" for kEverywhere.
std::string name_of(Regimes regimes);

}  // namespace assent::author
