#include "base/number.h"

#include "base/ascii.h"

namespace assent::base {

void append_decimal(std::string& out, std::uint64_t value) {
    char digits[20];
    int count = 0;
    do {
        digits[count++] = static_cast<char>('0' + value % 10);
        value /= 10;
    } while (value != 0);
    while (count > 0) out.push_back(digits[--count]);
}

bool parse_decimal(const std::string_view& text, std::uint32_t& value) {
    std::uint64_t sum = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return false;
        sum = sum * 10 + static_cast<std::uint64_t>(c - '0');
    }
    value = static_cast<std::uint32_t>(sum);
    return !text.empty() && text.size() <= 10 && sum == value;
}

void append_hex(std::string& out, std::uint64_t value, int digits) {
    while (digits-- > 0) out.push_back("0123456789abcdef"[(value >> (4 * digits)) & 15]);
}

bool parse_hex16(const std::string_view& text, std::uint64_t& value) {
    value = 0;
    for (const char c : text) {
        const char d = lower(c);
        const int digit = d >= '0' && d <= '9' ? d - '0' : d >= 'a' && d <= 'f' ? d - 'a' + 10 : -1;
        if (digit < 0) return false;
        value = (value << 4) | static_cast<std::uint64_t>(digit);
    }
    return text.size() == 16;
}

}  // namespace assent::base
