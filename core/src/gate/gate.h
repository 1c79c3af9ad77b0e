// The one question the page asks: may this be fetched, run, or written? docs/waist.md, decide.
#pragma once

#include <cstdint>
#include <string_view>

#include "gate/index.h"
#include "gate/url.h"
#include "policy/image.h"

namespace assent::gate {

// The numbers are the contract with the page: fixed, never reused.
enum class Kind : std::uint8_t {
    script, frame, image, style, font, media, connect, worker, hint, form, object,  // subject: a URL
    inline_script,                                                                // its text
    cookie, local_storage, session_storage, database, cache,                      // the name (cookie: or a whole assignment)
    category, service,                                                            // an id from markup
};

enum class Verdict : std::uint8_t { allow, hold, drop };

enum class Reason : std::uint8_t {
    none, first_party, local, exempt, granted, refused, not_asked, unclassified, unparsable, no_policy, undeclared, own_record, unknown_id, objected, unobjected,
};

// The low seven bits of an answer.
constexpr std::uint8_t pack(Verdict verdict, Reason reason) {
    return static_cast<std::uint8_t>(static_cast<unsigned>(verdict) | static_cast<unsigned>(reason) << 2);
}
constexpr Verdict verdict_of(unsigned answer) { return static_cast<Verdict>(answer & 3); }

// How the policy's categories and services stand at the moment: the packed verdict and reason of each item (Image::items).
struct Standings {
    const std::uint8_t* items = nullptr;
    bool all_refused = false;  // the visitor has chosen, and nothing that needs consent is on

    std::uint8_t of(std::size_t item) const { return items[item]; }
};

class Gate {
public:
    // Without a policy: what the page has of its own is allowed, everything else held. With one, once it is open; `image` must outlive
    // the gate.
    void open(const policy::Image& image) {
        image_ = &image;
        index_.build(image);
    }

    // The page's own host. It must outlive the gate's use.
    void set_own_host(const std::string_view& host) { own_host_ = host; }

    // The packed answer: bits 0-1 verdict, 2-6 reason, 7-14 category + 1, 15-30 service + 1. Never fails, never allocates. `kind` is a Kind's
    // number; of any other the answer is to hold.
    std::int32_t decide(int kind, std::string_view subject, const Standings& standings) const;

private:
    struct Match;
    static std::int32_t withhold(Reason reason, const Standings& standings);
    std::int32_t answer(std::size_t item, const Standings& standings) const;
    std::int32_t decide_url(const std::string_view& subject, const Standings& standings) const;
    std::int32_t decide_listed(Kind kind, const std::string_view& subject, const Standings& standings) const;
    bool is_own(const std::string_view& host) const;

    const policy::Image* image_ = nullptr;
    Index index_;
    std::string_view own_host_;
};

}  // namespace assent::gate
