#include "gate/index.h"

#include "gate/name.h"
#include "gate/pattern.h"

namespace assent::gate {
namespace {

constexpr std::size_t kFields = 2 + policy::kStorageTypeNames.size();

const policy::Strings& patterns_of(const policy::Image::Service& service, std::size_t field) {
    return field == 0 ? service.urls : field == 1 ? service.cookies : service.storage[field - 2];
}

std::uint32_t hash_of(base::Text pattern, unsigned field) {
    std::string_view literal;
    bool from_end = true;
    if (field == 0) {
        literal = parse_pattern(pattern).host;
    } else {
        const NamePattern name = parse_name(pattern);
        literal = name.literal;
        from_end = name.kind == NamePattern::Kind::suffix;
    }
    RollingHash hash(field, from_end);
    for (std::size_t i = 0; i < literal.size(); ++i) hash.add(literal[from_end ? literal.size() - 1 - i : i]);
    return hash.value();
}

}  // namespace

void Index::build(const policy::Image& image) {
    std::size_t count = 0, size = 16;
    for (const policy::Image::Service& service : image.services()) {
        for (std::size_t field = 0; field < kFields; ++field) count += patterns_of(service, field).size();
    }
    while (size < count * 2) size *= 2;
    rules_ = base::Array<Rule>(count);
    buckets_ = base::Array<std::uint32_t>(size);

    std::uint32_t used = 0;
    for (std::size_t i = 0; i < image.services().size(); ++i) {
        for (unsigned field = 0; field < kFields; ++field) {
            for (const base::Text pattern : patterns_of(image.services()[i], field)) {
                Rule& rule = rules_[used++];
                rule.pattern = pattern;
                rule.hash = hash_of(pattern, field);
                rule.service = static_cast<std::uint16_t>(i);
                rule.field = static_cast<std::uint8_t>(field);
                std::uint32_t& bucket = buckets_[rule.hash & (size - 1)];
                rule.next = bucket;
                bucket = used;
            }
        }
    }
}

}  // namespace assent::gate
