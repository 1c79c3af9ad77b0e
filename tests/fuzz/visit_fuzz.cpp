// Any bytes where a visit takes text from outside: records, cookie lines, addresses, patterns.
#include <cstdint>
#include <string>
#include <string_view>

#include "consent/record.h"
#include "gate/name.h"
#include "gate/pattern.h"
#include "gate/url.h"
#include "require.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace assent;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    if (const consent::Record record(text); record) {
        base::Buffer again;
        record.write(again);
        REQUIRE(std::string_view(again) == text);
    }
    const gate::Url url = gate::parse_url(text);
    REQUIRE(url.reach != gate::Url::Reach::network || !url.host.empty());
    const std::size_t half = text.size() / 2;
    const gate::UrlPattern pattern = gate::parse_pattern(text.substr(0, half));
    gate::matches_beside_host(pattern, gate::parse_url(text.substr(half)));
    gate::matches_host(pattern, url.host);
    REQUIRE(gate::cookie_name(text).size() <= text.size());
    return 0;
}
