// Any bytes as a policy image, as they are and with header and checksum made right: refused, or read within bounds everywhere.
#include <cstdint>
#include <string>
#include <string_view>

#include "base/bytes.h"
#include "base/checksum.h"
#include "policy/image.h"
#include "require.h"

namespace {

using namespace assent;

std::string sealed(std::string_view body) {
    std::string image = "asnt";
    base::put_le(image, policy::kImageVersion, 4);
    base::put_le(image, body.size() + 16, 4);
    base::put_le(image, base::crc32(body, base::crc32(image)), 4);
    return image.append(body);
}

void walk(std::string_view bytes) {
    policy::Image image;
    if (image.open(bytes) != policy::ImageError::none) {
        REQUIRE(image.categories().empty() && image.services().empty() && image.languages().empty());
        return;
    }
    std::size_t sum = 0;
    for (std::size_t l = 0; l < image.languages().size(); ++l) {
        for (std::size_t k = 0; k < policy::kTextKeyCount; ++k) sum += image.text(l, static_cast<policy::TextKey>(k)).size();
        for (std::size_t c = 0; c < image.categories().size(); ++c)
            sum += image.category_title(l, c).size() + image.category_description(l, c).size();
        for (std::size_t s = 0; s < image.services().size(); ++s) {
            sum += image.service_title(l, s).size() + image.service_description(l, s).size();
            for (std::size_t k = 0; k < image.services()[s].opt_out_urls.size(); ++k) sum += image.opt_out_title(l, s, k).size();
        }
        for (std::size_t k = 0; k < image.link_urls().size(); ++k) sum += image.link_title(l, k).size();
    }
    REQUIRE(sum <= bytes.size());
    for (const policy::Image::Service& service : image.services()) REQUIRE(service.category < image.categories().size());
    REQUIRE(image.unclassified_category() < static_cast<int>(image.categories().size()));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    walk(bytes);
    walk(sealed(bytes.substr(std::min<std::size_t>(bytes.size(), 16))));
    return 0;
}
