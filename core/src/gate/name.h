// Patterns of cookie and storage names: exact, "prefix*", "*suffix". Case counts.
#pragma once

#include <cstdint>
#include <string_view>

namespace assent::gate {

struct NamePattern {
    enum class Kind : std::uint8_t { exact, prefix, suffix };
    Kind kind = Kind::exact;
    std::string_view literal;
};

constexpr NamePattern parse_name(std::string_view text) {
    if (!text.empty() && text.back() == '*') return {NamePattern::Kind::prefix, text.substr(0, text.size() - 1)};
    if (!text.empty() && text.front() == '*') return {NamePattern::Kind::suffix, text.substr(1)};
    return {NamePattern::Kind::exact, text};
}

constexpr bool matches(const NamePattern& pattern, std::string_view name) {
    if (name.size() < pattern.literal.size()) return false;
    if (pattern.kind == NamePattern::Kind::prefix) return name.substr(0, pattern.literal.size()) == pattern.literal;
    if (pattern.kind == NamePattern::Kind::suffix) return name.substr(name.size() - pattern.literal.size()) == pattern.literal;
    return name == pattern.literal;
}

// The name under which a cookie can be read back after `document.cookie = assignment` (RFC 6265bis 5.6). `assignment` may be a bare name, too.
// A cookie without a name has none, unless its value looks like a pair: "=a=b" is read back, and sent, as "a=b".
std::string_view cookie_name(std::string_view assignment);

}  // namespace assent::gate
