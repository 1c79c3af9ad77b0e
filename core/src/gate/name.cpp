#include "gate/name.h"

#include "base/ascii.h"

namespace assent::gate {
std::string_view cookie_name(std::string_view assignment) {
    std::string_view pair = assignment.substr(0, assignment.find(';'));
    const bool bare = pair.size() == assignment.size();
    for (int equals = 0; equals < 2; ++equals) {
        const std::size_t at = pair.find('=');
        if (at == std::string_view::npos) return equals == 0 && bare ? base::trim(pair) : std::string_view{};
        if (const std::string_view name = base::trim(pair.substr(0, at)); !name.empty()) return name;
        pair.remove_prefix(at + 1);
    }
    return {};
}

}  // namespace assent::gate
