// The types that our functions use, told to loader.js. Embind's own source (what --bind links) announces every type it knows, views and
// wide strings included, and would be half of the runtime's bytes.
#include <emscripten/bind.h>

#include <string>

namespace {

using namespace emscripten::internal;

const struct Types {
    Types() {
        _embind_register_void(TypeID<void>::get(), "");
        _embind_register_std_string(TypeID<std::string>::get(), "");
    }
} types;

}  // namespace
