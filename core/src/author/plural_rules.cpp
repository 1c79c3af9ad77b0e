#include "author/plural_rules.h"

#include <string>

namespace assent::author {
namespace {

using Rule = Plural (*)(std::uint64_t);
using enum Plural;

constexpr bool within(std::uint64_t n, std::uint64_t low, std::uint64_t high) { return n >= low && n <= high; }

Plural never(std::uint64_t) { return other; }
Plural one_is_one(std::uint64_t n) { return n == 1 ? one : other; }
Plural none_is_one(std::uint64_t n) { return n <= 1 ? one : other; }
Plural ends_in_one(std::uint64_t n) { return n % 10 == 1 && n % 100 != 11 ? one : other; }
Plural hebrew(std::uint64_t n) { return n == 1 ? one : n == 2 ? two : other; }
Plural west_slavic(std::uint64_t n) { return n == 1 ? one : within(n, 2, 4) ? few : other; }
Plural south_slavic(std::uint64_t n) {
    if (n % 10 == 1 && n % 100 != 11) return one;
    return within(n % 10, 2, 4) && !within(n % 100, 12, 14) ? few : other;
}
Plural east_slavic(std::uint64_t n) {
    const Plural form = south_slavic(n);
    return form == other ? many : form;
}
Plural polish(std::uint64_t n) { return n == 1 ? one : within(n % 10, 2, 4) && !within(n % 100, 12, 14) ? few : many; }
Plural slovenian(std::uint64_t n) { return n % 100 == 1 ? one : n % 100 == 2 ? two : within(n % 100, 3, 4) ? few : other; }
Plural lithuanian(std::uint64_t n) {
    if (within(n % 100, 11, 19)) return other;
    return n % 10 == 1 ? one : n % 10 != 0 ? few : other;
}
Plural latvian(std::uint64_t n) { return n % 10 == 0 || within(n % 100, 11, 19) ? zero : n % 10 == 1 ? one : other; }
Plural romanian(std::uint64_t n) { return n == 1 ? one : n == 0 || within(n % 100, 1, 19) ? few : other; }
Plural irish(std::uint64_t n) { return n == 1 ? one : n == 2 ? two : within(n, 3, 6) ? few : within(n, 7, 10) ? many : other; }
Plural maltese(std::uint64_t n) {
    return n == 1 ? one : n == 2 ? two : n == 0 || within(n % 100, 3, 10) ? few : within(n % 100, 11, 19) ? many : other;
}
Plural welsh(std::uint64_t n) { return n == 0 ? zero : n == 1 ? one : n == 2 ? two : n == 3 ? few : n == 6 ? many : other; }
Plural arabic(std::uint64_t n) {
    return n == 0 ? zero : n == 1 ? one : n == 2 ? two : within(n % 100, 3, 10) ? few : within(n % 100, 11, 99) ? many : other;
}

struct Family {
    Rule rule;
    std::string_view languages;  // two or three letters each, blanks around
};

constexpr std::array kFamilies = {
    Family{never, " id ja km ko lo ms my th vi zh "},
    Family{one_is_one,
           " af az bg ca da de el en eo es et eu fi fo fy gl hu it ka kk ky lb mn nb ne nl nn no pt-PT sq sv sw ta te tr ur uz "},
    Family{none_is_one, " am bn fa fr gu hi hy kn pa pt zu "},
    Family{ends_in_one, " is mk "},
    Family{hebrew, " he iw "},
    Family{west_slavic, " cs sk "},
    Family{south_slavic, " bs hr sh sr "},
    Family{east_slavic, " be ru uk "},
    Family{polish, " pl "},
    Family{slovenian, " sl "},
    Family{lithuanian, " lt "},
    Family{latvian, " lv "},
    Family{romanian, " mo ro "},
    Family{irish, " ga "},
    Family{maltese, " mt "},
    Family{welsh, " cy "},
    Family{arabic, " ar "},
};

Rule rule_of(std::string_view language) {
    const std::string_view primary = language == "pt-PT" ? language : language.substr(0, language.find('-'));
    const std::string wanted = " " + std::string(primary) + " ";
    for (const Family& family : kFamilies)
        if (family.languages.find(wanted) != std::string_view::npos) return family.rule;
    return never;
}

}  // namespace

Plural plural_of(std::string_view language, std::uint64_t n) { return rule_of(language)(n); }

bool has_plural(std::string_view language, Plural form) {
    // Every rule above shows all its forms below 200.
    const Rule rule = rule_of(language);
    for (std::uint64_t n = 0; n < 200; ++n)
        if (rule(n) == form) return true;
    return form == Plural::other;
}

}  // namespace assent::author
