// A block of values whose number is known when it is made: a vector without growth, and without the code growth costs in wasm.
#pragma once

#include <cstddef>
#include <span>
#include <type_traits>
#include <utility>

namespace assent::base {

// `size` bytes of zero; to be given back to operator delete.
void* make_zeros(std::size_t size);

// The values begin as zeros, which must be a valid value of T.
template <class T>
class Array {
    static_assert(std::is_trivially_copyable_v<T> && std::is_trivially_destructible_v<T>);

public:
    Array() = default;
    explicit Array(std::size_t size) : values_(static_cast<T*>(make_zeros(size * sizeof(T)))), size_(size) {}
    Array(Array&& other) noexcept : values_(std::exchange(other.values_, nullptr)), size_(std::exchange(other.size_, 0)) {}
    Array& operator=(Array&& other) noexcept {
        std::swap(values_, other.values_);
        std::swap(size_, other.size_);
        return *this;
    }
    ~Array() { ::operator delete(values_); }

    // Other ones, instead of those there were.
    void reset(std::size_t size) { *this = Array(size); }

    std::size_t size() const { return size_; }
    bool empty() const { return size_ == 0; }
    T* begin() { return values_; }
    T* end() { return values_ + size_; }
    T& operator[](std::size_t i) { return values_[i]; }
    const T& operator[](std::size_t i) const { return values_[i]; }
    std::span<const T> all() const { return {values_, size_}; }

private:
    T* values_ = nullptr;
    std::size_t size_ = 0;
};

}  // namespace assent::base
