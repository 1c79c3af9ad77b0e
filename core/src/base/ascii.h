// ASCII without a locale: scheme and host names, language tags, region codes, header fields. And the ways of taking texts apart that the
// visit-time core has: few, and none of them makes a copy.
#pragma once

#include <cstddef>
#include <string_view>

namespace assent::base {

constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

// `b` ends in a NUL.
bool same(const std::string_view& a, const char* b);
bool same_ignoring_case(const std::string_view& a, const std::string_view& b);

// Without the spaces and tabs at both ends.
std::string_view trim(const std::string_view& text);

// Moves what stands before the first `separator` of `text` into `head` and drops the separator; all of it, when there is none. Says
// whether there was one.
bool cut(std::string_view& text, char separator, std::string_view& head);

// Where `part` begins in `text` for the first time; npos: nowhere.
std::size_t find(const std::string_view& text, const std::string_view& part);

// How well a tag of subtags with '-' between them (a language, BCP 47; a region, ISO 3166) answers a wanted one, whatever the case: twice the
// number of first subtags that they share, and one more when `tag` says nothing else. 0: another language, another country.
std::size_t match_subtags(std::string_view tag, std::string_view wanted);

}  // namespace assent::base
