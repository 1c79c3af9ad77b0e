// What a visitor said yes to: one bit for each category and service, as the record carries them.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "policy/image.h"

namespace assent::consent {

inline constexpr std::size_t kMaxChoices = policy::kMaxCategories + policy::kMaxServices;

struct Choices {
    // `position` is below kMaxChoices; see Order.
    bool get(std::size_t position) const { return ((bytes[position / 8] >> (position % 8)) & 1) != 0; }
    void set(std::size_t position, bool yes) {
        const unsigned bit = 1u << (position % 8);
        bytes[position / 8] = static_cast<std::uint8_t>(yes ? bytes[position / 8] | bit : bytes[position / 8] & ~bit);
    }

    std::array<std::uint8_t, (kMaxChoices + 7) / 8> bytes{};
};

// Where each item of a policy (see Image::items) has its bit: first the categories, then the services, each sorted by id, so that moving
// things about in the policy file moves no bit.
class Order {
public:
    void open(const policy::Image& image) {
        for (std::size_t item = 0; item < image.items(); ++item) {
            // The place of each is the number of those before it. Quadratic, but of at most 200 short ids, and without a sort's code.
            std::uint8_t before = 0;
            for (std::size_t other = 0; other < image.items(); ++other) before = static_cast<std::uint8_t>(before + is_before(image, other, item));
            positions_[item] = before;
        }
    }
    std::size_t operator[](std::size_t item) const { return positions_[item]; }

private:
    static bool is_before(const policy::Image& image, std::size_t one, std::size_t other) {
        const bool service = one >= image.categories().size(), other_service = other >= image.categories().size();
        if (service != other_service) return other_service;
        const char* a = image.id_of(one).c_str();
        const char* b = image.id_of(other).c_str();
        while (*a != '\0' && *a == *b) ++a, ++b;
        return static_cast<std::uint8_t>(*a) < static_cast<std::uint8_t>(*b);
    }

    std::array<std::uint8_t, kMaxChoices> positions_{};
};

}  // namespace assent::consent
