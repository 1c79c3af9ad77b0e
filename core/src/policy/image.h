// The policy image: what travels to every visitor instead of the policy file.
//
// Layout, little-endian:  "asnt" | u32 version | u32 length of all | u32 CRC-32 of all but these four bytes | u64 fingerprint |
//                         varint size of facts | facts | strings
// Facts are counts, small numbers and enumerators as varints; strings are NUL-terminated UTF-8 in the order in which the facts call
// for them, so that nothing needs an offset. Both must be used up exactly. One policy gives one sequence of bytes.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "base/array.h"
#include "base/text.h"
#include "policy/plural_forms.h"
#include "policy/policy.h"

namespace assent::policy {

inline constexpr std::uint32_t kImageVersion = 2;

// Author time. `policy` must hold to the limits and promises of policy.h and to no text with a NUL in it; the compiler sees to that.
std::string encode(const Policy& policy);

enum class ImageError : std::uint8_t {
    none,
    truncated,  // shorter than a header, or its length is not the one it names
    foreign,    // not a policy image at all
    version,    // of another version of Assent
    checksum,   // a byte is not as it was written
    malformed,  // sums up but does not read: made by something else
};

// "image-truncated", "image-foreign", ...; empty for none.
std::string_view code_of(ImageError error);

using base::Text;
using Strings = std::span<const Text>;

// Visit time: reads an image in place. Every text it gives points into the bytes it was opened on, which must outlive it. What
// is allocated is the index, at open and never after. Nothing else can fail: after open() says none, every accessor below holds for
// every index within the counts.
class Image {
public:
    struct Jurisdiction {
        Text id;
        Strings regions;
        Mode mode = Mode::opt_in;
    };
    struct Category {
        Text id;
        std::uint16_t exempt = 0;  // see policy::Category
        bool objectable = false;
        bool default_denied = false;
        bool shared = false;
    };
    struct Service {
        Text id;
        Text provider;
        Text privacy_url;
        Strings urls;
        Strings inline_signatures;
        Strings cookies;
        std::array<Strings, 4> storage;  // by StorageType
        Strings opt_out_urls;
        std::uint16_t category = 0;
        std::uint16_t first_opt_out = 0;  // among the opt-outs of all services
    };

    Image() = default;
    Image(Image&&) = default;
    Image& operator=(Image&&) = default;
    Image(const Image&) = delete;
    Image& operator=(const Image&) = delete;

    // Reads `bytes`. After any error the image is empty: no categories, no services, no languages.
    ImageError open(std::string_view bytes);

    std::uint64_t fingerprint() const { return fingerprint_; }

    Text site_name() const { return site_[0]; }
    Text site_url() const { return site_[1]; }
    Text policy_url() const { return site_[2]; }
    Text cookie_page_url() const { return site_[3]; }
    Strings own_hosts() const { return own_hosts_; }

    Text record_cookie() const { return site_[4]; }
    Text record_domain() const { return site_[5]; }
    Text record_path() const { return site_[6]; }
    std::uint32_t record_lifetime() const { return record_lifetime_; }  // seconds

    Grade grade() const { return grade_; }
    int unclassified_category() const { return unclassified_; }  // -1: none
    bool hold_undeclared() const { return hold_undeclared_; }

    std::span<const Jurisdiction> jurisdictions() const { return jurisdictions_.all(); }
    std::span<const Category> categories() const { return categories_.all(); }
    std::span<const Service> services() const { return services_.all(); }

    // Categories and services in one row, the categories first: what a visitor has a say in, each an *item*.
    std::size_t items() const { return categories_.size() + services_.size(); }
    Text id_of(std::size_t item) const { return item < categories_.size() ? categories_[item].id : services_[item - categories_.size()].id; }
    std::size_t category_of(std::size_t item) const { return item < categories_.size() ? item : services_[item - categories_.size()].category; }

    // Whether the category needs no consent in that jurisdiction; -1: the region is unknown, then only what is exempt in all of them.
    bool exempt(std::size_t category, int jurisdiction) const;

    Layout layout() const { return layout_; }
    Position position() const { return position_; }
    Density density() const { return density_; }
    std::span<const Action> actions() const { return {actions_.data(), action_count_}; }
    std::span<const Action> preferences_actions() const { return preferences_actions_; }
    Strings link_urls() const { return link_urls_; }
    bool reopen() const { return reopen_; }
    Position reopen_position() const { return reopen_position_; }
    Strings theme() const { return theme_; }  // name, value, name, value, ...

    // BCP 47 tags of the languages in the image; the first is the default.
    Strings languages() const { return languages_; }

    // Texts, by index of the language. A text the policy does not give is empty. Plural messages: see plural_forms.h.
    Text text(std::size_t language, TextKey key) const { return slot(language, static_cast<std::size_t>(key)); }
    Text title_of(std::size_t language, std::size_t item) const { return slot(language, kTextKeyCount + 2 * item); }
    Text description_of(std::size_t language, std::size_t item) const { return slot(language, kTextKeyCount + 2 * item + 1); }
    Text category_title(std::size_t language, std::size_t category) const;
    Text category_description(std::size_t language, std::size_t category) const;
    Text service_title(std::size_t language, std::size_t service) const;
    Text service_description(std::size_t language, std::size_t service) const;
    Text opt_out_title(std::size_t language, std::size_t service, std::size_t opt_out) const;
    Text link_title(std::size_t language, std::size_t link) const;

private:
    ImageError read(std::string_view bytes);
    bool read_facts(std::string_view facts);
    Text slot(std::size_t language, std::size_t index) const { return texts_[language * slots_ + index]; }

    base::Array<Text> strings_;
    base::Array<Jurisdiction> jurisdictions_;
    base::Array<Category> categories_;
    base::Array<Service> services_;
    std::array<Text, 7> site_;
    Strings own_hosts_, link_urls_, theme_, languages_, texts_;
    std::size_t slots_ = 0;  // texts per language
    std::size_t opt_outs_ = 0;
    std::array<Action, 3> actions_{}, preferences_actions_{};
    std::uint64_t fingerprint_ = 0;
    std::uint32_t record_lifetime_ = 0;
    int unclassified_ = 0;  // every member begins as zeros: the whole is one fill then
    std::uint8_t action_count_ = 0;
    Grade grade_ = Grade::smooth;
    Layout layout_ = Layout::box;
    Position position_ = Position::bottom_start, reopen_position_ = Position::bottom_start;
    Density density_ = Density::comfortable;
    bool hold_undeclared_ = false, reopen_ = false;
};

}  // namespace assent::policy
