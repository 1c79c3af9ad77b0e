// The runtime's own malloc: a visitor pays for every byte, and emmalloc would be 700 of them after brotli. Blocks are powers of two; a
// freed one goes to the list of its size and is never cut or joined. That suits a core that keeps one image and makes short texts.
#include <cstddef>
#include <cstdint>

extern "C" {
extern char __heap_base;  // the linker's: where the stack and the data end
void* malloc(std::size_t size);
void free(void* data);
void* memcpy(void* __restrict to, const void* __restrict from, std::size_t size);
void* memset(void* data, int value, std::size_t size);
int memcmp(const void* a, const void* b, std::size_t size);
std::size_t strlen(const char* text);
}

namespace {

constexpr std::size_t kHead = 8, kLargest = std::size_t{1} << 30;  // of a block's head, which holds its class; and of what can be asked for
constexpr int kSmallestClass = 4;                                   // 16 bytes

union Block {
    int size_class;  // while in use
    Block* next;     // while free
};

Block* free_blocks[31 - kSmallestClass];
std::uintptr_t heap_end;  // the first byte that was never handed out

}  // namespace

// Nothing is left of the 4 GB, or too much is asked at once: null. Aligned to 8 bytes.
void* malloc(std::size_t size) {
    if (size > kLargest - kHead) return nullptr;
    int size_class = kSmallestClass;
    while ((std::size_t{1} << size_class) < size + kHead) ++size_class;
    Block*& list = free_blocks[size_class - kSmallestClass];
    Block* block = list;
    if (block != nullptr) {
        list = block->next;
    } else {
        if (heap_end == 0) heap_end = (reinterpret_cast<std::uintptr_t>(&__heap_base) + 15) & ~std::uintptr_t{15};
        const std::uintptr_t end = heap_end + (std::uintptr_t{1} << size_class);
        const std::size_t pages = __builtin_wasm_memory_size(0), needed = (end + 65535) >> 16;
        if (end < heap_end || (needed > pages && __builtin_wasm_memory_grow(0, needed - pages) == SIZE_MAX)) return nullptr;
        block = reinterpret_cast<Block*>(heap_end);
        heap_end = end;
    }
    block->size_class = size_class;
    return reinterpret_cast<char*>(block) + kHead;
}

void free(void* data) {
    if (data == nullptr) return;
    Block* block = reinterpret_cast<Block*>(static_cast<char*>(data) - kHead);
    Block*& list = free_blocks[block->size_class - kSmallestClass];
    block->next = list;
    list = block;
}

// What a compiler calls without being asked. musl's would be another 400 bytes; nothing long comes their way.

void* memcpy(void* __restrict to, const void* __restrict from, std::size_t size) {
    for (std::size_t i = 0; i < size; ++i) static_cast<char*>(to)[i] = static_cast<const char*>(from)[i];
    return to;
}

void* memset(void* data, int value, std::size_t size) {
    for (std::size_t i = 0; i < size; ++i) static_cast<char*>(data)[i] = static_cast<char>(value);
    return data;
}

int memcmp(const void* a, const void* b, std::size_t size) {
    const unsigned char *one = static_cast<const unsigned char*>(a), *other = static_cast<const unsigned char*>(b);
    for (std::size_t i = 0; i < size; ++i) {
        if (one[i] != other[i]) return one[i] - other[i];
    }
    return 0;
}

std::size_t strlen(const char* text) {
    std::size_t size = 0;
    while (text[size] != '\0') ++size;
    return size;
}
