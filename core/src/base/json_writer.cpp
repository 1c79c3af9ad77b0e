#include "base/json_writer.h"

#include "base/number.h"

namespace assent::base {

template <class Out>
void append_json_escaped(Out& out, const std::string_view& value) {
    for (std::size_t i = 0; i < value.size(); ++i) {
        const std::uint8_t c = static_cast<std::uint8_t>(value[i]);
        // U+2028 and U+2029 are E2 80 A8 and E2 80 A9.
        const bool separator = c == 0xe2 && i + 2 < value.size() && value[i + 1] == '\x80' && (value[i + 2] | 1) == '\xa9';
        if (c < 0x20 || separator) {
            out.append("\\u");
            append_hex(out, separator ? 0x2028u + (value[i + 2] & 1) : c, 4);
            if (separator) i += 2;
            continue;
        }
        if (c == '"' || c == '\\') out.push_back('\\');
        out.push_back(value[i]);
    }
}

template void append_json_escaped(std::string&, const std::string_view&);
template void append_json_escaped(Buffer&, const std::string_view&);

// What stands last tells whether a value precedes: a string ends in its quote, so no text can be taken for a bracket or colon.
void JsonWriter::separate() {
    if (out_.empty()) return;
    const char last = out_.back();
    if (last != '{' && last != '[' && last != ':') out_.push_back(',');
}

JsonWriter& JsonWriter::begin(char bracket) {
    separate();
    out_.push_back(bracket);
    return *this;
}

JsonWriter& JsonWriter::end(char bracket) {
    out_.push_back(bracket);
    return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
    text(name);
    out_.push_back(':');
    return *this;
}

JsonWriter& JsonWriter::text(std::string_view value) {
    separate();
    out_.push_back('"');
    append_json_escaped(out_, value);
    out_.push_back('"');
    return *this;
}

JsonWriter& JsonWriter::boolean(bool value) {
    separate();
    out_.append(value ? "true" : "false");
    return *this;
}

JsonWriter& JsonWriter::number(std::int64_t value) {
    separate();
    const std::uint64_t bits = static_cast<std::uint64_t>(value);
    if (value < 0) out_.push_back('-');
    append_decimal(out_, value < 0 ? 0 - bits : bits);
    return *this;
}

}  // namespace assent::base
