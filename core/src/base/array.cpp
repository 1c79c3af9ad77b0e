#include "base/array.h"

#include <new>

namespace assent::base {

void* make_zeros(std::size_t size) {
    char* bytes = static_cast<char*>(::operator new(size));
    for (std::size_t i = 0; i < size; ++i) bytes[i] = 0;
    return bytes;
}

}  // namespace assent::base
