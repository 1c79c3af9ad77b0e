// runtime.wasm: one visit, and its functions under their names (docs/waist.md).
#include <emscripten/bind.h>

#include <cstring>

#include "assent/version.h"
#include "engine/visit.h"

namespace {

using assent::base::Buffer;
using assent::engine::Visit;

// A string that JavaScript sends, read where Embind put it: a script's text may be a megabyte, and decide only looks at it.
struct Sent {
    std::string_view text;
};

Visit* visit = new Visit;

Buffer version() {
    Buffer text;
    text.append(assent::kVersion);
    return text;
}
Buffer open(Sent image, Sent context) {
    delete visit;
    visit = new Visit;
    return visit->open(image.text, context.text);
}
Buffer send(Sent event) { return visit->send(event.text); }
int decide(int kind, Sent subject) { return visit->decide(kind, subject.text); }
Buffer view(Sent name) { return visit->view(name.text); }

}  // namespace

// Both are to Embind what std::string is: on the wire a length and that many bytes, which the receiver frees (emscripten/wire.h).
namespace emscripten::internal {

struct Wire {
    std::size_t length;
    char data[1];
};

template <>
struct BindingType<Sent> {
    using WireType = Wire*;
    static Sent fromWireType(Wire* wire) { return {{wire->data, wire->length}}; }
};

template <>
struct BindingType<Buffer> {
    using WireType = Wire*;
    static Wire* toWireType(const Buffer& text) {
        const std::string_view bytes = text;
        Wire* wire = static_cast<Wire*>(std::malloc(sizeof(std::size_t) + bytes.size()));
        wire->length = bytes.size();
        std::memcpy(wire->data, bytes.data(), bytes.size());
        return wire;
    }
};

}  // namespace emscripten::internal

EMSCRIPTEN_BINDINGS(assent) {
    using namespace emscripten::internal;
    _embind_register_std_string(TypeID<Sent>::get(), "");
    _embind_register_std_string(TypeID<Buffer>::get(), "");
    emscripten::function("version", &version);
    emscripten::function("open", &open);
    emscripten::function("send", &send);
    emscripten::function("decide", &decide);
    emscripten::function("view", &view);
}
