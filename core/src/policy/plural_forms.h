// A message that depends on a number, compiled to one string: for each form its name (a CLDR category, or "=N"), U+001E, its text
// ('#' is where the number goes), U+001F. A message without forms holds neither character.
#pragma once

#include <string>
#include <string_view>

namespace assent::policy {

inline constexpr char kFormName = '\x1e';
inline constexpr char kFormEnd = '\x1f';

inline void put_form(std::string& message, std::string_view name, std::string_view text) {
    message.append(name).push_back(kFormName);
    message.append(text).push_back(kFormEnd);
}

struct PluralForm {
    std::string_view name;
    std::string_view text;
};

// Takes the first form off `message`; false when there is none left (or the message has no forms).
inline bool next_form(std::string_view& message, PluralForm& form) {
    const std::size_t name_end = message.find(kFormName);
    if (name_end == std::string_view::npos) return false;
    const std::size_t text_end = message.find(kFormEnd, name_end);
    if (text_end == std::string_view::npos) return false;
    form = {message.substr(0, name_end), message.substr(name_end + 1, text_end - name_end - 1)};
    message.remove_prefix(text_end + 1);
    return true;
}

}  // namespace assent::policy
