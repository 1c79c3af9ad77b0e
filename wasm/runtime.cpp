// runtime.wasm: one engine, and its functions under their names (docs/waist.md).
#include <emscripten/bind.h>

#include "assent/engine.h"
#include "assent/version.h"

namespace {

assent::Engine& engine() {
    static assent::Engine instance;
    return instance;
}

std::string version() { return std::string(assent::kVersion); }
std::string open(std::string image, const std::string& context) { return engine().open(std::move(image), context); }
std::string send(const std::string& event) { return engine().send(event); }
int decide(int kind, const std::string& subject) { return engine().decide(kind, subject); }
std::string view(const std::string& name) { return engine().view(name); }

}  // namespace

EMSCRIPTEN_BINDINGS(assent) {
    emscripten::function("version", &version);
    emscripten::function("open", &open);
    emscripten::function("send", &send);
    emscripten::function("decide", &decide);
    emscripten::function("view", &view);
}
