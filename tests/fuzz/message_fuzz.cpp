// Any text as a message: parsed whole, or refused with a reason and a place within it. What is compiled comes apart again.
#include <cstdint>
#include <string_view>

#include "author/message.h"
#include "base/utf8.h"
#include "policy/plural_forms.h"
#include "require.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace assent;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const author::ParsedMessage parsed = author::parse_message(text);
    if (!parsed.ok()) {
        REQUIRE(parsed.offset <= text.size());
        return 0;
    }
    REQUIRE(parsed.message.forms.empty() || parsed.message.has_form("other"));
    for (const std::uint64_t n : {0u, 1u, 5u}) parsed.message.format("ar", n);
    // The marks of the image's forms are control characters, which no policy text holds.
    if (text.find_first_of("\x1e\x1f") != std::string_view::npos) return 0;
    const std::string encoded = parsed.message.encoded();
    std::string_view rest = encoded;
    policy::PluralForm form;
    std::size_t forms = 0;
    while (policy::next_form(rest, form)) ++forms;
    REQUIRE(forms == parsed.message.forms.size());
    return 0;
}
