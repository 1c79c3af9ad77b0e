#include "base/flat_text.h"

namespace assent::base {

bool next_line(std::string_view& text, FlatLine& line) {
    if (text.empty()) return false;
    const std::size_t end = text.find('\n');
    const std::string_view whole = text.substr(0, end);
    text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
    const std::size_t equals = whole.find('=');
    line.key = whole.substr(0, equals);
    line.value = equals == std::string_view::npos ? std::string_view{} : whole.substr(equals + 1);
    return true;
}

}  // namespace assent::base
