#include "view/language.h"

#include "base/ascii.h"

namespace assent::view {
namespace {

using base::same_ignoring_case;

// Tags that mean another one than their subtags say: CLDR's aliases and likely scripts, as far as interfaces are written in them.
struct Alias {
    std::string_view tag, means;
};
constexpr Alias kAliases[] = {{"no", "nb"}, {"nn", "nb"}, {"zh-TW", "zh-Hant"}, {"zh-HK", "zh-Hant"}, {"zh-MO", "zh-Hant"}, {"zh", "zh-Hans"}};

constexpr std::string_view primary(std::string_view tag) { return tag.substr(0, tag.find('-')); }

int find(const policy::Image& image, std::string_view tag, std::string_view (*part)(std::string_view)) {
    for (std::size_t i = 0; i < image.languages().size(); ++i) {
        if (same_ignoring_case(part(image.languages()[i]), tag)) return static_cast<int>(i);
    }
    return -1;
}

int look_up(const policy::Image& image, std::string_view tag) {
    const auto whole = [](std::string_view each) { return each; };
    for (std::string_view range = tag; !range.empty(); range = range.substr(0, range.rfind('-'))) {
        int found = find(image, range, whole);
        for (const Alias& alias : kAliases) {
            if (found < 0 && same_ignoring_case(range, alias.tag)) found = find(image, alias.means, whole);
        }
        if (found >= 0) return found;
        if (range.find('-') == std::string_view::npos) break;
    }
    return find(image, primary(tag), [](std::string_view each) { return primary(each); });
}

}  // namespace

std::size_t pick_language(const policy::Image& image, std::string_view page, std::string_view browser) {
    std::string_view rest = page.empty() ? browser : page;
    while (!rest.empty()) {
        const std::size_t comma = rest.find(',');
        const int found = look_up(image, base::trim(rest.substr(0, comma)));
        if (found >= 0) return static_cast<std::size_t>(found);
        rest = comma == std::string_view::npos ? std::string_view{} : rest.substr(comma + 1);
    }
    return 0;
}

}  // namespace assent::view
