// Bytes that grow at their end: what the visit-time core writes its answers into. It says no more than it is asked: std::string would say it
// in three times the code.
#pragma once

#include <cstddef>
#include <string_view>
#include <utility>

namespace assent::base {

class Buffer {
public:
    Buffer() = default;
    Buffer(Buffer&& other) noexcept : data_(other.data_), size_(other.size_), room_(other.room_) { other.data_ = nullptr; }
    Buffer& operator=(Buffer&& other) noexcept {
        std::swap(data_, other.data_);
        std::swap(size_, other.size_);
        std::swap(room_, other.room_);
        return *this;
    }
    ~Buffer() { delete[] data_; }

    void push_back(char c);
    Buffer& append(const std::string_view& text);
    Buffer& append(const char* text);

    bool empty() const { return size_ == 0; }
    char back() const { return data_[size_ - 1]; }
    operator std::string_view() const { return {data_, size_}; }

private:
    char* data_ = nullptr;
    std::size_t size_ = 0;
    std::size_t room_ = 0;
};

}  // namespace assent::base
