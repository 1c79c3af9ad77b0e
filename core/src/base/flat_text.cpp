#include "base/flat_text.h"

#include "base/ascii.h"

namespace assent::base {

bool next_line(std::string_view& text, FlatLine& line) {
    if (text.empty()) return false;
    cut(text, '\n', line.value);
    cut(line.value, '=', line.key);
    return true;
}

}  // namespace assent::base
