// Finds the URL rules of a policy that speak of a host, at a cost that hardly grows with their number: every rule lies under the hash
// of its host.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/array.h"
#include "policy/image.h"

namespace assent::gate {

class Index {
public:
    // Reads every URL pattern of the policy. `image` must outlive the index.
    void build(const policy::Image& image);

    struct Rule {
        base::Text pattern;
        const Rule* next = nullptr;  // another one in the same bucket
        std::size_t service = 0;
    };

    // The first rule of the bucket that holds all rules about `host`; null: there is none. Others may lie in it, too: compare the pattern.
    const Rule* bucket(const std::string_view& host) const { return buckets_[hash(host) & (buckets_.size() - 1)]; }

private:
    static std::uint32_t hash(const std::string_view& host);

    base::Array<Rule> rules_;
    base::Array<const Rule*> buckets_;  // as many as a power of two
};

}  // namespace assent::gate
