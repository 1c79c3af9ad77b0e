// compiler.wasm: the functions of docs/waist.md for author time. Strings in, strings out; no logic here.
#include <emscripten/bind.h>

#include "assent/compiler.h"
#include "assent/version.h"

namespace {

std::string last_report;  // of the last compile()

std::string version() { return std::string(assent::kVersion); }

// The answer is bytes, not UTF-8: the loader hands them on as they are (loader.js, `raw`).
std::string compile(std::string policy, std::string languages) {
    assent::Compiled made = assent::compile(policy, languages);
    last_report = std::move(made.report);
    return std::move(made.image);
}
std::string report() { return last_report; }
std::string lint(std::string policy, std::string languages) { return assent::lint(policy, languages); }
std::string declare(std::string policy, std::string languages, std::string language) { return assent::declare(policy, languages, language); }
std::string declare_html(std::string policy, std::string languages, std::string language) { return assent::declare_html(policy, languages, language); }
std::string csp(std::string policy, std::string state) { return assent::content_security_policy(policy, state); }
std::string fingerprint(std::string policy) { return assent::fingerprint(policy); }

}  // namespace

// Emscripten's own word to its glue; loader.js looks at the memory anew each time.
extern "C" void emscripten_notify_memory_growth(std::size_t) {}

EMSCRIPTEN_BINDINGS(assent_compiler) {
    emscripten::function("version", &version);
    emscripten::function("compile", &compile);
    emscripten::function("report", &report);
    emscripten::function("lint", &lint);
    emscripten::function("declare", &declare);
    emscripten::function("declare_html", &declare_html);
    emscripten::function("csp", &csp);
    emscripten::function("fingerprint", &fingerprint);
}
