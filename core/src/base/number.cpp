#include "base/number.h"

#include "base/ascii.h"

namespace assent::base {

template <class Out>
void append_decimal(Out& out, std::uint64_t value) {
    if (value >= 10) append_decimal(out, value / 10);
    out.push_back(static_cast<char>('0' + value % 10));
}

template <class Out>
void append_hex(Out& out, std::uint64_t value, int digits) {
    while (digits-- > 0) out.push_back("0123456789abcdef"[(value >> (4 * digits)) & 15]);
}

template void append_decimal(std::string&, std::uint64_t);
template void append_decimal(Buffer&, std::uint64_t);
template void append_hex(std::string&, std::uint64_t, int);
template void append_hex(Buffer&, std::uint64_t, int);

bool parse_decimal(const std::string_view& text, std::uint32_t& value) {
    std::uint64_t sum = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return false;
        sum = sum * 10 + static_cast<std::uint64_t>(c - '0');
    }
    value = static_cast<std::uint32_t>(sum);
    return !text.empty() && text.size() <= 10 && sum == value;
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
