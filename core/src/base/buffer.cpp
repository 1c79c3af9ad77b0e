#include "base/buffer.h"

namespace assent::base {

void Buffer::push_back(char c) {
    if (size_ == room_) {
        const std::size_t room = room_ * 2 + 64;
        char* data = new char[room];
        for (std::size_t i = 0; i < size_; ++i) data[i] = data_[i];
        delete[] data_;
        data_ = data;
        room_ = room;
    }
    data_[size_++] = c;
}

Buffer& Buffer::append(const std::string_view& text) {
    for (const char c : text) push_back(c);
    return *this;
}

Buffer& Buffer::append(const char* text) {
    while (*text != '\0') push_back(*text++);
    return *this;
}

}  // namespace assent::base
