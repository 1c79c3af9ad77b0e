#include "base/json_writer.h"

#include "base/number.h"

namespace assent::base {

// What stands last tells whether a value precedes: a string ends in its quote, so no text can be taken for a bracket or colon.
template <class Out>
void BasicJsonWriter<Out>::separate() {
    if (out_.empty()) return;
    const char last = out_.back();
    if (last != '{' && last != '[' && last != ':') out_.push_back(',');
}

template <class Out>
BasicJsonWriter<Out>& BasicJsonWriter<Out>::begin(char bracket) {
    separate();
    out_.push_back(bracket);
    return *this;
}

template <class Out>
BasicJsonWriter<Out>& BasicJsonWriter<Out>::end(char bracket) {
    out_.push_back(bracket);
    return *this;
}

template <class Out>
BasicJsonWriter<Out>& BasicJsonWriter<Out>::key(const std::string_view& name) {
    text(name);
    out_.push_back(':');
    return *this;
}

template <class Out>
BasicJsonWriter<Out>& BasicJsonWriter<Out>::key(Text name) {
    return key(std::string_view(name));
}

template <class Out>
BasicJsonWriter<Out>& BasicJsonWriter<Out>::text(Text value) {
    return text(std::string_view(value));
}

template <class Out>
BasicJsonWriter<Out>& BasicJsonWriter<Out>::boolean(bool value) {
    separate();
    out_.append(value ? "true" : "false");
    return *this;
}

template <class Out>
BasicJsonWriter<Out>& BasicJsonWriter<Out>::number(std::int64_t value) {
    separate();
    const std::uint64_t bits = static_cast<std::uint64_t>(value);
    if (value < 0) out_.push_back('-');
    append_decimal(out_, value < 0 ? 0 - bits : bits);
    return *this;
}

template <class Out>
BasicJsonWriter<Out>& BasicJsonWriter<Out>::text(const std::string_view& value) {
    separate();
    out_.push_back('"');
    for (std::size_t i = 0; i < value.size(); ++i) {
        const std::uint8_t c = static_cast<std::uint8_t>(value[i]);
        if (c == '"' || c == '\\') {
            out_.push_back('\\');
            out_.push_back(value[i]);
            continue;
        }
        // U+2028 and U+2029 are E2 80 A8 and E2 80 A9.
        const bool separator = c == 0xe2 && i + 2 < value.size() && value[i + 1] == '\x80' && (value[i + 2] | 1) == '\xa9';
        if (c >= 0x20 && !separator) {
            out_.push_back(value[i]);
            continue;
        }
        out_.append("\\u");
        append_hex(out_, separator ? 0x2028u + (value[i + 2] & 1) : c, 4);
        if (separator) i += 2;
    }
    out_.push_back('"');
    return *this;
}

template class BasicJsonWriter<std::string>;
template class BasicJsonWriter<Buffer>;

}  // namespace assent::base
