// Writes JSON (RFC 8259) into a std::string or a Buffer, front to back. It puts the commas and escapes the texts; that keys stand in objects
// and every begin has its end is the caller's part.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/buffer.h"
#include "base/text.h"

namespace assent::base {

template <class Out>
class BasicJsonWriter {
public:
    // Appends to `out`, which must outlive the writer.
    explicit BasicJsonWriter(Out& out) : out_(out) {}

    BasicJsonWriter& begin_object() { return begin('{'); }
    BasicJsonWriter& end_object() { return end('}'); }
    BasicJsonWriter& begin_array() { return begin('['); }
    BasicJsonWriter& end_array() { return end(']'); }

    BasicJsonWriter& key(const std::string_view& name);
    BasicJsonWriter& key(const char* name) { return key(Text(name)); }
    BasicJsonWriter& key(Text name);

    // `value` is UTF-8. Besides what JSON asks for, U+2028 and U+2029 are escaped: the text may stand in a script.
    BasicJsonWriter& text(const std::string_view& value);
    BasicJsonWriter& text(const char* value) { return text(Text(value)); }
    BasicJsonWriter& text(Text value);
    BasicJsonWriter& number(std::int64_t value);
    BasicJsonWriter& boolean(bool value);

private:
    BasicJsonWriter& begin(char bracket);
    BasicJsonWriter& end(char bracket);
    void separate();

    Out& out_;
};

extern template class BasicJsonWriter<std::string>;
extern template class BasicJsonWriter<Buffer>;

using JsonWriter = BasicJsonWriter<std::string>;

}  // namespace assent::base
