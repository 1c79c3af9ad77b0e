#include "view/language.h"

#include "base/ascii.h"

namespace assent::view {
namespace {

// Tags that mean another one than their subtags say: CLDR's aliases and likely scripts, as far as interfaces are written in them.
constexpr const char* kAliases[][2] = {{"no", "nb"},         {"nn", "nb"},         {"zh", "zh-Hans"},    {"zh-CN", "zh-Hans"},
                                       {"zh-SG", "zh-Hans"}, {"zh-TW", "zh-Hant"}, {"zh-HK", "zh-Hant"}, {"zh-MO", "zh-Hant"}};

}  // namespace

std::size_t pick_language(const policy::Image& image, const std::string_view& page, const std::string_view& browser) {
    std::size_t picked = 0, best = 0;
    const auto consider = [&](const std::string_view& wanted) {
        for (std::size_t i = 0; i < image.languages().size(); ++i) {
            const std::size_t match = base::match_subtags(image.languages()[i], wanted);
            if (match <= best) continue;
            best = match;
            picked = i;
        }
    };
    for (std::string_view rest = page.empty() ? browser : page; !rest.empty() && best == 0;) {
        std::string_view tag;
        base::cut(rest, ',', tag);
        tag = base::trim(tag);
        consider(tag);
        for (const auto& alias : kAliases) {
            if (base::same_ignoring_case(tag, alias[0])) consider(alias[1]);
        }
    }
    return picked;
}

}  // namespace assent::view
