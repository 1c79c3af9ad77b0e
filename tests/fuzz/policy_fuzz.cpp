// Any bytes as a policy file: the report is JSON, there is an image exactly when it names no error, and that image opens.
#include <cstdint>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "assent/compiler.h"
#include "policy/image.h"
#include "require.h"

namespace {

const std::string& languages() {
    static const std::string texts = [] {
        std::ifstream file(ASSENT_FIXTURES "/../web/languages/en.json", std::ios::binary);
        return "{\"en\":" + std::string(std::istreambuf_iterator<char>(file), {}) + "}";
    }();
    return texts;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view policy(reinterpret_cast<const char*>(data), size);
    const assent::Compiled made = assent::compile(policy, languages());
    const nlohmann::json report = nlohmann::json::parse(made.report, nullptr, false);
    REQUIRE(report.is_object());
    REQUIRE(report["ok"].get<bool>() == !made.image.empty());
    if (!made.image.empty()) {
        assent::policy::Image image;
        REQUIRE(image.open(made.image) == assent::policy::ImageError::none);
        REQUIRE(image.languages().size() > 0);
        REQUIRE(nlohmann::json::accept(assent::declare(policy, languages(), "en")));
        REQUIRE(!assent::declare_html(policy, languages(), "en").empty());
    }
    REQUIRE(nlohmann::json::accept(assent::content_security_policy(policy, "")));
    REQUIRE(nlohmann::json::accept(assent::fingerprint(policy)));
    // The same bytes where the built-in texts should be.
    REQUIRE(nlohmann::json::accept(assent::lint("{\"assent\":1}", policy)));
    return 0;
}
