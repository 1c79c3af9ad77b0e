// A block of values whose number is known when it is made: a vector without growth, and without the code growth costs in wasm.
#pragma once

#include <cstddef>
#include <memory>
#include <span>

namespace assent::base {

template <class T>
class Array {
public:
    Array() = default;
    explicit Array(std::size_t size) : values_(new T[size]()), size_(size) {}

    std::size_t size() const { return size_; }
    bool empty() const { return size_ == 0; }
    T* begin() { return values_.get(); }
    T* end() { return values_.get() + size_; }
    T& operator[](std::size_t i) { return values_[i]; }
    const T& operator[](std::size_t i) const { return values_[i]; }
    std::span<const T> all() const { return {values_.get(), size_}; }

private:
    std::unique_ptr<T[]> values_;
    std::size_t size_ = 0;
};

}  // namespace assent::base
