// One page under one policy: joins record, gate and views. assent/engine.h is its public face and says what each function promises; here they
// take and give views and buffers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/array.h"
#include "base/buffer.h"
#include "consent/state.h"
#include "gate/gate.h"
#include "policy/image.h"
#include "view/view.h"

namespace assent::engine {

struct Said;

class Visit {
public:
    // Once per visit.
    base::Buffer open(const std::string_view& image, const std::string_view& context);
    base::Buffer send(const std::string_view& event);
    std::int32_t decide(int kind, const std::string_view& subject) const;
    base::Buffer view(const std::string_view& name) const;

private:
    // What became allowed, and what no longer is.
    struct Change {
        bool gained = false, lost = false;
    };
    Change refresh();
    bool must_sweep() const;
    base::Buffer outcome(unsigned effects, const std::string_view& assignment = {}) const;
    base::Buffer choose(consent::Source source, const consent::Choices& choices, const Said& said);
    base::Buffer save(std::string_view event, const Said& said);
    base::Buffer sync(const Said& said);

    base::Buffer bytes_, context_;  // what the parts below point into
    policy::Image image_;
    consent::State state_;
    gate::Gate gate_;
    gate::Url page_;
    std::string_view browser_languages_;
    std::size_t language_ = 0;
    base::Array<std::uint8_t> answers_;  // of the image's items
    bool all_refused_ = false;
    bool is_open_ = false;
};

}  // namespace assent::engine
