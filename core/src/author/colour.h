// Colours of a theme, as far as a policy can be judged by them before anything is drawn.
#pragma once

#include <string_view>

namespace assent::author {

// "#000" or "#fff", whichever reads better on `colour`; empty unless that is "#rrggbb". By WCAG 2.2's relative luminance the two meet at
// 0.179, where both have 4.6:1; the curve of sRGB is taken by a cubic that is off by less than 0.005, which leaves 4.5:1 either way.
std::string_view readable_on(std::string_view colour);

}  // namespace assent::author
