#include "base/ascii.h"

namespace assent::base {

bool same_ignoring_case(const std::string_view& a, const std::string_view& b) {
    if (a.size() != b.size()) return false;
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (lower(a[i]) != lower(b[i])) return false;
    }
    return true;
}

std::string_view trim(const std::string_view& text) {
    const char* begin = text.data();
    const char* end = begin + text.size();
    while (begin < end && (*begin == ' ' || *begin == '\t')) ++begin;
    while (begin < end && (end[-1] == ' ' || end[-1] == '\t')) --end;
    return {begin, static_cast<std::size_t>(end - begin)};
}

bool cut(std::string_view& text, char separator, std::string_view& head) {
    std::size_t length = 0;
    while (length < text.size() && text[length] != separator) ++length;
    const bool found = length < text.size();
    head = {text.data(), length};
    text.remove_prefix(length + found);
    return found;
}

}  // namespace assent::base
