// Words for messages, and for what else is put together from pieces.
#pragma once

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace assent::author {

// The parts one after the other.
std::string say(std::initializer_list<std::string_view> parts);

// What stands between the '|' of a list: "a|b" is {"a", "b"}. Lists of words that are looked for are written so.
std::vector<std::string_view> words_of(std::string_view list);

// With ASCII letters in lower case.
std::string lower(std::string_view text);

// The text in quotation marks, cut to a length that fits a message.
std::string quote(std::string_view text);

// "a, b or c".
std::string one_of(std::span<const std::string_view> options);

// The option that `word` was probably meant to be; empty when none is near.
std::string_view nearest(std::string_view word, std::span<const std::string_view> options);

// "Did you mean X?", or `otherwise` when nothing is near.
std::string did_you_mean(std::string_view word, std::span<const std::string_view> options, std::string_view otherwise);

}  // namespace assent::author
