// Cookie and storage names, and their patterns: exact, "prefix*", "*suffix". Case counts.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace assent::gate {

struct NamePattern {
    enum class Kind : std::uint8_t { exact, prefix, suffix };
    Kind kind = Kind::exact;
    std::string_view literal;
};

NamePattern parse_name(const std::string_view& text);

// How specifically the pattern `pattern` names `name`: 0 not at all; more for more literal text, and for exactly that name more than for others
// that begin or end like it.
std::size_t match_name(const std::string_view& pattern, const std::string_view& name);

// The name under which a cookie can be read back after `document.cookie = assignment` (RFC 6265bis 5.6). `assignment` may be a bare name, too.
// A cookie without a name has none, unless its value looks like a pair: "=a=b" is read back, and sent, as "a=b".
std::string_view cookie_name(std::string_view assignment);

}  // namespace assent::gate
