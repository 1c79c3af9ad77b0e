// Flat text: UTF-8 lines `key=value` with '\n' between them. The value runs to the end of its line; there are no escapes.
// It is what the page tells the core (docs/waist.md), because it needs no parser to speak of.
#pragma once

#include <string_view>

namespace assent::base {

struct FlatLine {
    std::string_view key;  // the whole line when it has no '='
    std::string_view value;
};

// Takes the first line off `text` into `line`; false when none is left. Both point into `text`.
bool next_line(std::string_view& text, FlatLine& line);

}  // namespace assent::base
