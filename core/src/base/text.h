// A text that ends in a NUL and lives elsewhere, as literals and the strings of a policy image do. One word wide where a string_view is
// two: what is handed on as often as texts are in the visit-time core is worth that.
#pragma once

#include <string_view>

namespace assent::base {

class Text {
public:
    constexpr Text() = default;  // none: to be set before anything is asked of it
    constexpr Text(const char* text) : text_(text) {}

    constexpr operator std::string_view() const { return text_; }
    constexpr const char* c_str() const { return text_; }
    constexpr bool empty() const { return *text_ == '\0'; }
    constexpr std::size_t size() const { return std::string_view(text_).size(); }

    friend constexpr bool operator==(Text a, std::string_view b) { return std::string_view(a) == b; }
    friend constexpr bool operator==(Text a, Text b) { return std::string_view(a) == std::string_view(b); }
    friend constexpr bool operator==(Text a, const char* b) { return std::string_view(a) == b; }

private:
    const char* text_ = nullptr;
};

}  // namespace assent::base
