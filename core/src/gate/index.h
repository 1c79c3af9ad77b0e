// Finds the rules of a policy that speak of a host or a name, at a cost that hardly grows with their number: every rule lies under
// the hash of its literal text, and one pass over the subject makes the hash of each of its suffixes or prefixes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/array.h"
#include "policy/image.h"

namespace assent::gate {

// What a rule is about. Storage types follow in their order.
enum class Field : std::uint8_t { url, cookie, storage };

constexpr Field field_of(policy::StorageType type) { return static_cast<Field>(static_cast<int>(Field::storage) + static_cast<int>(type)); }

// FNV-1a, one character at a time. Host and name rules of different fields, and what is read forwards and backwards, start from
// different seeds.
class RollingHash {
public:
    RollingHash(Field field, bool backwards) : value_((0x811c9dc5u ^ static_cast<std::uint32_t>(field)) + (backwards ? 0x9e3779b9u : 0u)) {}
    void add(char c) { value_ = (value_ ^ static_cast<std::uint8_t>(c)) * 0x01000193u; }
    std::uint32_t value() const { return value_ ^ (value_ >> 15); }

private:
    std::uint32_t value_;
};

struct Rule {
    std::string_view pattern;
    std::uint32_t hash = 0;
    std::uint16_t service = 0;
    std::uint32_t next = 0;  // another rule in the same bucket: its index + 1, or 0
};

class Index {
public:
    Index() = default;
    // Reads every URL, cookie and storage pattern of the policy. `image` must outlive the index.
    explicit Index(const policy::Image& image);

    // The first rule under `hash`, or null; then the next one after `rule`, or null. Hashes may collide: compare the pattern.
    const Rule* first(std::uint32_t hash) const { return buckets_.empty() ? nullptr : same(buckets_[hash & mask_], hash); }
    const Rule* next(const Rule& rule) const { return same(rule.next, rule.hash); }

    // The longest literal of a name rule: no longer prefix or suffix of a name needs to be looked for.
    std::size_t longest_name() const { return longest_name_; }

private:
    void add(std::string_view pattern, std::size_t service, Field field);
    const Rule* same(std::uint32_t at, std::uint32_t hash) const {
        while (at != 0 && rules_[at - 1].hash != hash) at = rules_[at - 1].next;
        return at == 0 ? nullptr : &rules_[at - 1];
    }

    base::Array<Rule> rules_;
    base::Array<std::uint32_t> buckets_;  // the index + 1 of a bucket's first rule, or 0
    std::uint32_t used_ = 0;
    std::uint32_t mask_ = 0;
    std::size_t longest_name_ = 0;
};

}  // namespace assent::gate
