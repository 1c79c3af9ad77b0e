#include "consent/choices.h"

namespace assent::consent {

Order::Order(const policy::Image& image) : categories_(image.categories().size()), size_(categories_ + image.services().size()) {
    const auto id = [&](std::size_t i) -> std::string_view { return i < categories_ ? image.categories()[i].id : image.services()[i - categories_].id; };
    // The place of each is the number of those before it. Quadratic, but of at most 200 short ids, and without a sort's code.
    for (std::size_t i = 0; i < size_; ++i) {
        const std::size_t first = i < categories_ ? 0 : categories_;
        const std::size_t end = i < categories_ ? categories_ : size_;
        std::size_t before = first;
        for (std::size_t j = first; j < end; ++j) before += id(j) < id(i);
        positions_[i] = static_cast<std::uint8_t>(before);
    }
}

}  // namespace assent::consent
