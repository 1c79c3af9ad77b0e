// A visitor's consent: unset -> chosen -> changed -> withdrawn, and stale when the record no longer answers what the policy asks. It knows
// the policy and the law, not the page: what it learns comes in as values, what is to be remembered is record().
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "consent/law.h"
#include "consent/record.h"
#include "policy/image.h"

namespace assent::consent {

enum class Status : std::uint8_t { unset, chosen, changed, withdrawn, stale };

inline constexpr std::array<std::string_view, 5> kStatusNames = {"unset", "chosen", "changed", "withdrawn", "stale"};
inline constexpr std::array<std::string_view, 6> kSourceNames = {"", "accept-all", "reject-all", "save", "withdraw", "service"};

// How an item (a category or service) stands, and why.
enum class Standing : std::uint8_t {
    exempt,      // on: needs no consent here
    granted,     // on: the visitor said yes
    unobjected,  // on: may be until the visitor objects
    refused,     // off: the visitor said no
    objected,    // off: the visitor, or a privacy signal, objected
    not_asked,   // off: the visitor has not said
};

constexpr bool is_on(Standing standing) { return standing <= Standing::unobjected; }

class State {
public:
    // Unset. `image` must outlive the state.
    void open(const policy::Image& image, const Law& law);

    // Takes the record that the page's cookies hold, or none, as of `now`, in seconds since 1970.
    void load(const Record& record, std::uint32_t now);

    // Choices to build on: what is on now, and everything that "accept all" means. Fresh ones are all off.
    Choices current() const;
    Choices everything() const;

    // Turns an item on or off in `choices`, a category with all its services. What is always on stays as it is.
    void set(Choices& choices, std::size_t item, bool on) const;

    // The visitor's choice, made at `now`; `nonce` becomes the record's id, unless a record stands: then that keeps its own.
    void choose(Source source, const Choices& choices, std::uint32_t now, std::uint64_t nonce);

    Standing standing(std::size_t item) const;

    Status status() const { return status_; }
    // Whether a record stands.
    bool stands() const { return status_ != Status::unset && status_ != Status::stale; }
    // Whether a record stands that answers for everything.
    bool answered() const { return stands() && record_.source() != Source::service; }
    // Whether there is something to ask that is not answered.
    bool ask() const;
    // Whether the record does not stand because the policy asks for something else than it answers.
    bool policy_changed() const { return status_ == Status::stale && !of_this_policy(); }
    // Whether a privacy signal keeps something off that would be on.
    bool signal_honoured() const;

    const Law& law() const { return law_; }
    // None when unset; when stale, the one that no longer stands.
    const Record& record() const { return record_; }

private:
    bool of_this_policy() const { return record_.fingerprint() == fingerprint_; }
    bool presumes() const;
    void settle(bool stale);

    const policy::Image* image_ = nullptr;
    Law law_;
    Order order_;
    Record record_;
    std::uint32_t fingerprint_ = 0;  // the policy's, as far as a record has it
    Status status_ = Status::unset;
};

}  // namespace assent::consent
