// ASCII without a locale: scheme and host names, language tags, region codes, header fields. And the one way of taking texts apart.
#pragma once

#include <string_view>

namespace assent::base {

constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

bool same_ignoring_case(const std::string_view& a, const std::string_view& b);

// Without the spaces and tabs at both ends.
std::string_view trim(const std::string_view& text);

// Moves what stands before the first `separator` of `text` into `head` and drops the separator; all of it, when there is none. Says
// whether there was one. Neither makes a copy.
bool cut(std::string_view& text, char separator, std::string_view& head);

}  // namespace assent::base
