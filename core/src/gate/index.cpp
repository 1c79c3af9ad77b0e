#include "gate/index.h"

#include "base/ascii.h"
#include "gate/name.h"
#include "gate/pattern.h"

namespace assent::gate {
namespace {

// Calls visit(pattern, service, field) for every pattern of the policy.
template <class Visit>
void for_each_pattern(const policy::Image& image, Visit visit) {
    for (std::size_t i = 0; i < image.services().size(); ++i) {
        const policy::Image::Service& service = image.services()[i];
        for (const std::string_view pattern : service.urls) visit(pattern, i, Field::url);
        for (const std::string_view pattern : service.cookies) visit(pattern, i, Field::cookie);
        for (std::size_t type = 0; type < service.storage.size(); ++type) {
            for (const std::string_view pattern : service.storage[type]) visit(pattern, i, field_of(static_cast<policy::StorageType>(type)));
        }
    }
}

}  // namespace

Index::Index(const policy::Image& image) {
    std::size_t count = 0;
    for_each_pattern(image, [&](std::string_view, std::size_t, Field) { ++count; });
    std::size_t size = 16;
    while (size < count * 2) size *= 2;
    rules_ = base::Array<Rule>(count);
    buckets_ = base::Array<std::uint32_t>(size);
    mask_ = static_cast<std::uint32_t>(size - 1);
    for_each_pattern(image, [&](std::string_view pattern, std::size_t service, Field field) { add(pattern, service, field); });
}

void Index::add(std::string_view pattern, std::size_t service, Field field) {
    Rule& rule = rules_[used_++];
    rule.pattern = pattern;
    rule.service = static_cast<std::uint16_t>(service);
    if (field == Field::url) {
        RollingHash hash(field, true);
        const std::string_view host = parse_pattern(pattern).host;
        for (std::size_t i = host.size(); i-- > 0;) hash.add(base::lower(host[i]));
        rule.hash = hash.value();
    } else {
        const NamePattern name = parse_name(pattern);
        const bool backwards = name.kind == NamePattern::Kind::suffix;
        RollingHash hash(field, backwards);
        for (std::size_t i = 0; i < name.literal.size(); ++i) hash.add(name.literal[backwards ? name.literal.size() - 1 - i : i]);
        rule.hash = hash.value();
        if (name.literal.size() > longest_name_) longest_name_ = name.literal.size();
    }
    std::uint32_t& bucket = buckets_[rule.hash & mask_];
    rule.next = bucket;
    bucket = used_;
}

}  // namespace assent::gate
