// Writes JSON (RFC 8259) into a string, front to back. It puts the commas and escapes the texts; that keys stand in objects and
// every begin has its end is the caller's part. The visit-time core fills templates instead (view/template.h) and shares the escapes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/buffer.h"

namespace assent::base {

// Appends `value`, UTF-8, as it stands in a JSON string, without the quotes. Besides what JSON asks for, U+2028 and U+2029 are escaped: the
// text may stand in a script. `Out` is std::string or Buffer.
template <class Out>
void append_json_escaped(Out& out, const std::string_view& value);

extern template void append_json_escaped(std::string&, const std::string_view&);
extern template void append_json_escaped(Buffer&, const std::string_view&);

class JsonWriter {
public:
    // Appends to `out`, which must outlive the writer.
    explicit JsonWriter(std::string& out) : out_(out) {}

    JsonWriter& begin_object() { return begin('{'); }
    JsonWriter& end_object() { return end('}'); }
    JsonWriter& begin_array() { return begin('['); }
    JsonWriter& end_array() { return end(']'); }

    JsonWriter& key(std::string_view name);
    JsonWriter& text(std::string_view value);
    JsonWriter& number(std::int64_t value);
    JsonWriter& boolean(bool value);

private:
    JsonWriter& begin(char bracket);
    JsonWriter& end(char bracket);
    void separate();

    std::string& out_;
};

}  // namespace assent::base
