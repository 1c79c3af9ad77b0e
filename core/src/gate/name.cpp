#include "gate/name.h"

#include "base/ascii.h"

namespace assent::gate {

NamePattern parse_name(const std::string_view& text) {
    NamePattern pattern{NamePattern::Kind::exact, text};
    if (text.empty()) return pattern;
    if (text.back() == '*') {
        pattern.kind = NamePattern::Kind::prefix;
        pattern.literal.remove_suffix(1);
    } else if (text.front() == '*') {
        pattern.kind = NamePattern::Kind::suffix;
        pattern.literal.remove_prefix(1);
    }
    return pattern;
}

std::size_t match_name(const std::string_view& pattern, const std::string_view& name) {
    const NamePattern parsed = parse_name(pattern);
    const std::size_t size = parsed.literal.size();
    const bool exact = parsed.kind == NamePattern::Kind::exact;
    if (exact ? name.size() != size : name.size() < size) return 0;
    const std::size_t from = parsed.kind == NamePattern::Kind::suffix ? name.size() - size : 0;
    for (std::size_t i = 0; i < size; ++i) {
        if (name[from + i] != parsed.literal[i]) return 0;
    }
    return size * 2 + exact;
}

std::string_view cookie_name(std::string_view assignment) {
    std::string_view pair, name;
    const bool bare = !base::cut(assignment, ';', pair);
    if (!base::cut(pair, '=', name)) return bare ? base::trim(name) : std::string_view{};
    name = base::trim(name);
    std::string_view second;
    return name.empty() && base::cut(pair, '=', second) ? base::trim(second) : name;
}

}  // namespace assent::gate
