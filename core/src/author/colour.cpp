#include "author/colour.h"

#include <cstddef>

namespace assent::author {
namespace {

// The value of a hexadecimal digit, or -1.
int digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

double linear(double part) { return part * (part * (part * 0.305306011 + 0.682171111) + 0.012522878); }

}  // namespace

std::string_view readable_on(std::string_view colour) {
    constexpr double kWeights[] = {0.2126, 0.7152, 0.0722};
    if (colour.size() != 7 || colour.front() != '#') return {};
    double luminance = 0;
    for (std::size_t i = 0; i < 3; ++i) {
        const int high = digit(colour[1 + 2 * i]), low = digit(colour[2 + 2 * i]);
        if (high < 0 || low < 0) return {};
        luminance += kWeights[i] * linear((high * 16 + low) / 255.0);
    }
    return luminance > 0.179 ? "#000" : "#fff";
}

}  // namespace assent::author
