// Writes JSON (RFC 8259) into a string, front to back. It puts the commas and escapes the texts; that keys stand in objects and
// every begin has its end is the caller's part.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/text.h"

namespace assent::base {

class JsonWriter {
public:
    // Appends to `out`, which must outlive the writer.
    explicit JsonWriter(std::string& out) : out_(out) {}

    JsonWriter& begin_object() { return begin('{'); }
    JsonWriter& end_object() { return end('}'); }
    JsonWriter& begin_array() { return begin('['); }
    JsonWriter& end_array() { return end(']'); }

    JsonWriter& key(const std::string_view& name);
    JsonWriter& key(const char* name) { return key(Text(name)); }
    JsonWriter& key(Text name);

    // `value` is UTF-8. Besides what JSON asks for, U+2028 and U+2029 are escaped: the text may stand in a script.
    JsonWriter& text(const std::string_view& value);
    JsonWriter& text(const char* value) { return text(Text(value)); }
    JsonWriter& text(Text value) { return text(std::string_view(value)); }
    JsonWriter& number(std::int64_t value);
    JsonWriter& boolean(bool value);

private:
    JsonWriter& begin(char bracket);
    JsonWriter& end(char bracket);
    void separate();

    std::string& out_;
};

}  // namespace assent::base
