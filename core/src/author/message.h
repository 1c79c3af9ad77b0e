// Messages: the subset of ICU MessageFormat that the texts of a banner need. Literal text, {name}, and one
// {name, plural, =0 {…} one {…} other {… # …}} with {name} inside its forms. Apostrophes quote as in ICU: '' is one, '{ … ' is literal.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "author/plural_rules.h"

namespace assent::author {

struct Message {
    std::string number;                                      // the argument that the forms depend on; empty: no forms, `text` is all
    std::string text;                                        // literal text with {name} where an argument goes
    std::vector<std::pair<std::string, std::string>> forms;  // "one", "=0", ... and the whole text, '#' where the number goes
    std::vector<std::string> arguments;                      // each once, in the order of first use, without `number`

    // The form for n in the language, with the number put in.
    std::string format(std::string_view language, std::uint64_t n) const;
    // For the image: see policy/plural_forms.h.
    std::string encoded() const;
    // Whether there is a form of that name.
    bool has_form(std::string_view name) const;
};

// What the text says, or in `wrong` why it is no message: a sentence, with the offset (in bytes) at which it stands.
struct ParsedMessage {
    Message message;
    std::string wrong;
    std::size_t offset = 0;

    bool ok() const { return wrong.empty(); }
};

ParsedMessage parse_message(std::string_view text);

// "Hello {name}" with `value` for {name}.
std::string replace_argument(std::string_view text, std::string_view name, std::string_view value);

}  // namespace assent::author
