#include "base/json_writer.h"

#include "base/number.h"

namespace assent::base {

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
    quote(value);
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

void JsonWriter::quote(std::string_view value) {
    out_.push_back('"');
    for (std::size_t i = 0; i < value.size(); ++i) {
        const std::uint8_t c = static_cast<std::uint8_t>(value[i]);
        if (c == '"' || c == '\\') {
            out_.push_back('\\');
            out_.push_back(value[i]);
        } else if (c < 0x20) {
            out_.append("\\u00");
            append_hex(out_, c, 2);
        } else if (c == 0xe2 && (value.substr(i, 3) == "\u2028" || value.substr(i, 3) == "\u2029")) {
            out_.append("\\u20");
            append_hex(out_, static_cast<std::uint8_t>(value[i + 2]) - 0x80, 2);
            i += 2;
        } else {
            out_.push_back(value[i]);
        }
    }
    out_.push_back('"');
}

}  // namespace assent::base
