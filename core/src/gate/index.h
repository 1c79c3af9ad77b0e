// Finds the rules of a policy that speak of a host or a name, at a cost that hardly grows with their number: every rule lies under
// the hash of its literal text, and one pass over the subject makes the hash of each of its beginnings or endings.
#pragma once

#include <cstddef>
#include <cstdint>

#include "base/array.h"
#include "base/ascii.h"
#include "policy/image.h"

namespace assent::gate {

// What a rule is about; a storage type is the field after `cookie`, in its order.
enum class Field : std::uint8_t { url, cookie, storage };

// FNV-1a, one character at a time, whatever its case. Rules of different fields, and what is read from the end, start from other seeds.
class RollingHash {
public:
    RollingHash(unsigned field, bool from_end) : value_(0x811c9dc5u + field * 2 + from_end) {}
    void add(char c) { value_ = (value_ ^ static_cast<std::uint8_t>(base::lower(c))) * 0x01000193u; }
    std::uint32_t value() const { return value_ ^ (value_ >> 15); }

private:
    std::uint32_t value_;
};

struct Rule {
    base::Text pattern;
    std::uint32_t hash = 0;
    std::uint32_t next = 0;  // another rule in the same bucket: its index + 1, or 0
    std::uint16_t service = 0;
    std::uint8_t field = 0;
};

class Index {
public:
    // Reads every URL, cookie and storage pattern of the policy. `image` must outlive the index.
    void build(const policy::Image& image);

    // The rules under `hash`, each the one after another; null: there are no more. Hashes may collide: compare the pattern.
    const Rule* first(std::uint32_t hash) const { return buckets_.empty() ? nullptr : same(buckets_[hash & (buckets_.size() - 1)], hash); }
    const Rule* after(const Rule* rule) const { return same(rule->next, rule->hash); }

private:
    const Rule* same(std::uint32_t at, std::uint32_t hash) const {
        while (at != 0 && rules_[at - 1].hash != hash) at = rules_[at - 1].next;
        return at == 0 ? nullptr : &rules_[at - 1];
    }

    base::Array<Rule> rules_;
    base::Array<std::uint32_t> buckets_;  // as many as a power of two: the index + 1 of a bucket's first rule, or 0
};

}  // namespace assent::gate
