#include "base/ascii.h"

namespace assent::base {

bool same(const std::string_view& a, const char* b) {
    for (const char c : a) {
        if (*b == '\0' || *b++ != c) return false;
    }
    return *b == '\0';
}

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

std::size_t find(const std::string_view& text, const std::string_view& part) {
    for (std::size_t at = 0; at + part.size() <= text.size(); ++at) {
        std::size_t i = 0;
        while (i < part.size() && text[at + i] == part[i]) ++i;
        if (i == part.size()) return at;
    }
    return std::string_view::npos;
}

std::size_t match_subtags(std::string_view tag, std::string_view wanted) {
    std::size_t shared = 0;
    while (!tag.empty()) {
        std::string_view one, other;
        cut(tag, '-', one);
        cut(wanted, '-', other);
        if (!same_ignoring_case(one, other)) return shared;
        shared += 2;
    }
    return shared + 1;
}

}  // namespace assent::base
