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

// How a category or service stands, and why.
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
    State() = default;
    // Unset. `image` must outlive it.
    State(const policy::Image& image, const Law& law) : image_(&image), law_(law), order_(image) {}

    // Takes the record that the page's cookies hold (of Source::none: there is none) as of `now`, in seconds since 1970.
    void load(const Record& record, std::uint32_t now);

    // Choices to build on: what is on now, and everything that "accept all" means. Fresh ones are all off.
    Choices current() const;
    Choices everything() const;

    // Turns a category with all its services, or one service, on or off in `choices`. What is always on stays as it is.
    void set_category(Choices& choices, std::size_t category, bool on) const;
    void set_service(Choices& choices, std::size_t service, bool on) const;

    // The visitor's choice, made at `now`; `nonce` becomes the record's id, unless a record stands: then that keeps its own.
    void choose(Source source, const Choices& choices, std::uint32_t now, std::uint64_t nonce);

    Standing category(std::size_t index) const { return standing(index, order_.category(index)); }
    Standing service(std::size_t index) const { return standing(category_of(index), order_.service(index)); }

    Status status() const { return status_; }
    // Whether a record stands.
    bool stands() const { return status_ != Status::unset && status_ != Status::stale; }
    // Whether a record stands that answers for everything.
    bool answered() const { return stands() && record_.source != Source::service; }
    // Whether there is something to ask that is not answered.
    bool ask() const;
    // Whether the record does not stand because the policy asks for something else than it answers.
    bool policy_changed() const;
    // Whether a privacy signal keeps something off that would be on.
    bool signal_honoured() const;

    const Law& law() const { return law_; }
    // All zero when unset; when stale, the one that no longer stands.
    const Record& record() const { return record_; }

private:
    std::size_t category_of(std::size_t service) const { return image_->services()[service].category; }
    Standing standing(std::size_t category, std::size_t position) const;
    bool is_stale(std::uint32_t now) const;
    bool presumes() const;

    const policy::Image* image_ = nullptr;
    Law law_;
    Order order_;
    Record record_;
    Status status_ = Status::unset;
};

}  // namespace assent::consent
