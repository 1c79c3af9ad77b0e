#include "gate/index.h"

#include "base/ascii.h"
#include "gate/pattern.h"

namespace assent::gate {

// FNV-1a, whatever the case.
std::uint32_t Index::hash(const std::string_view& host) {
    std::uint32_t hash = 0x811c9dc5;
    for (const char c : host) hash = (hash ^ static_cast<std::uint8_t>(base::lower(c))) * 0x01000193;
    return hash ^ hash >> 15;
}

void Index::build(const policy::Image& image) {
    std::size_t count = 0, size = 1;
    for (const policy::Image::Service& service : image.services()) count += service.urls.size();
    while (size < count * 2) size *= 2;
    rules_.reset(count);
    buckets_.reset(size);

    Rule* rule = rules_.begin();
    for (std::size_t i = 0; i < image.services().size(); ++i) {
        for (const base::Text pattern : image.services()[i].urls) {
            const Rule*& bucket = buckets_[hash(parse_pattern(pattern).host) & (size - 1)];
            *rule = {pattern, bucket, i};
            bucket = rule++;
        }
    }
}

}  // namespace assent::gate
