// A message that depends on a number, compiled to one string: for each form its name (a CLDR category, or "=N"), U+001E, its text
// ('#' is where the number goes), U+001F. A message without forms holds neither character.
#pragma once

#include <string>
#include <string_view>

#include "base/ascii.h"

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
    return base::cut(message, kFormName, form.name) && base::cut(message, kFormEnd, form.text);
}

}  // namespace assent::policy
