// What a visitor said yes to: one bit for each category and one for each service, as the record carries them.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "policy/image.h"

namespace assent::consent {

inline constexpr std::size_t kMaxChoices = policy::kMaxCategories + policy::kMaxServices;

class Choices {
public:
    static constexpr std::size_t kBytes = (kMaxChoices + 7) / 8;

    // `position` is below kMaxChoices; see Order.
    bool get(std::size_t position) const { return ((bytes_[position / 8] >> (position % 8)) & 1) != 0; }
    void set(std::size_t position, bool yes) {
        const std::uint8_t bit = static_cast<std::uint8_t>(1u << (position % 8));
        std::uint8_t& byte = bytes_[position / 8];
        byte = static_cast<std::uint8_t>(yes ? byte | bit : byte & ~bit);
    }

    // The bytes as they stand in the record: position 0 is the lowest bit of byte 0.
    std::uint8_t byte(std::size_t index) const { return bytes_[index]; }
    void set_byte(std::size_t index, std::uint8_t value) { bytes_[index] = value; }

    bool operator==(const Choices&) const = default;

private:
    std::array<std::uint8_t, kBytes> bytes_{};
};

// Where each category and service of a policy has its bit: first the categories, then the services, each sorted by id, so that
// moving things about in the policy file moves no bit.
class Order {
public:
    Order() = default;
    explicit Order(const policy::Image& image);

    std::size_t category(std::size_t index) const { return positions_[index]; }
    std::size_t service(std::size_t index) const { return positions_[categories_ + index]; }
    std::size_t size() const { return size_; }

private:
    std::array<std::uint8_t, kMaxChoices> positions_{};
    std::size_t categories_ = 0;
    std::size_t size_ = 0;
};

}  // namespace assent::consent
