#include "author/regions.h"

#include <algorithm>
#include <array>

namespace assent::author {
namespace {

constexpr std::array<std::string_view, 30> kEea = {"AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI",
                                                   "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU", "LV", "MT",
                                                   "NL", "PL", "PT", "RO", "SE", "SI", "SK", "IS", "LI", "NO"};
constexpr std::size_t kEuMembers = 27;  // the three at the end are in the EEA only

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

}  // namespace

std::vector<std::string> expand_region(std::string_view code) {
    if (code == "EU") return {kEea.begin(), kEea.begin() + kEuMembers};
    if (code == "EEA") return {kEea.begin(), kEea.end()};
    if (code == "*") return {"*"};
    const bool country = code.size() >= 2 && is_upper(code[0]) && is_upper(code[1]);
    const bool subdivision = code.size() >= 4 && code.size() <= 6 && code[2] == '-' &&
                             std::all_of(code.begin() + 3, code.end(), [](char c) { return is_upper(c) || (c >= '0' && c <= '9'); });
    if (!country || (code.size() != 2 && !subdivision)) return {};
    if (code.substr(0, 2) == "UK") return {};  // ISO's code for it is GB
    return {std::string(code)};
}

Regimes regimes_of(std::string_view region) {
    const std::string_view country = region.substr(0, 2);
    Regimes regimes = 0;
    // ePrivacy holds in the whole EEA (incorporated by Joint Committee Decision 80/2003), as does the GDPR (154/2018).
    if (std::find(kEea.begin(), kEea.end(), country) != kEea.end()) regimes |= kEu;
    if (country == "FR") regimes |= kFr;
    if (country == "IT") regimes |= kIt;
    if (country == "GB") regimes |= kUk;
    if (country == "US") regimes |= kUs;
    if (region == "US" || region == "US-CA") regimes |= kUsCa;
    if (region == "US" || region == "US-CO") regimes |= kUsCo;
    return regimes;
}

std::string name_of(Regimes regimes) {
    constexpr std::array<std::string_view, 7> kNames = {"eu", "uk", "fr", "it", "us-ca", "us-co", "us"};
    if (regimes == kEverywhere) return "all";
    std::string out;
    for (std::size_t i = 0; i < kNames.size(); ++i) {
        if ((regimes >> i & 1) == 0) continue;
        if (!out.empty()) out += ", ";
        out.append(kNames[i]);
    }
    return out;
}

}  // namespace assent::author
