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

std::optional<std::uint32_t> parse_count(std::string_view text) {
    if (text.empty() || text.size() > 10) return std::nullopt;
    std::uint64_t value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + static_cast<std::uint64_t>(c - '0');
    }
    if (value > UINT32_MAX) return std::nullopt;
    return static_cast<std::uint32_t>(value);
}

}  // namespace assent::base
