// Visit time: bytes -> Image. Mirrors image_writer.cpp line by line.
#include "base/bytes.h"
#include "base/checksum.h"
#include "policy/image.h"

namespace assent::policy {
namespace {

constexpr std::string_view kMark = "asnt";
constexpr std::size_t kChecksumAt = 12;
constexpr std::size_t kHeaderSize = 24;

// Hands out numbers and strings in the order in which they were written, and fails for good at the first that isn't there.
class Cursor {
public:
    Cursor(std::string_view facts, Strings strings) : facts_(facts), strings_(strings) {}

    // A number up to `limit`.
    std::uint32_t number(std::uint32_t limit = UINT32_MAX) {
        const std::uint32_t value = facts_.varint();
        if (value > limit) ok_ = false;
        return ok_ ? value : 0;
    }
    bool flag() { return number(1) != 0; }
    template <class Enum, std::size_t N>
    void term(Enum& value, const std::array<std::string_view, N>&) {
        value = static_cast<Enum>(number(N - 1));
    }

    void take(Strings& list, std::size_t count) {
        if (count > strings_.size()) ok_ = false;
        if (!ok_) count = 0;
        list = strings_.first(count);
        strings_ = strings_.subspan(count);
    }
    void list(Strings& list) { take(list, number()); }
    void text(Text& text) {
        Strings one;
        take(one, 1);
        if (!one.empty()) text = one[0];
    }

    bool used_up() const { return ok_ && facts_.ok() && facts_.at_end() && strings_.empty(); }

private:
    base::ByteReader facts_;
    Strings strings_;
    bool ok_ = true;
};

// The strings that the NULs end; none when the last one has none.
base::Array<Text> split(const std::string_view& block) {
    if (block.empty() || block.back() != '\0') return {};
    std::size_t count = 0;
    for (const char c : block) count += c == '\0';
    base::Array<Text> strings(count);
    const char* at = block.data();
    for (Text& text : strings) {
        text = at;
        while (*at++ != '\0') {}
    }
    return strings;
}

ImageError check_header(const std::string_view& bytes) {
    for (std::size_t i = 0; i < kMark.size() && i < bytes.size(); ++i) {
        if (bytes[i] != kMark[i]) return ImageError::foreign;
    }
    if (bytes.size() < kHeaderSize) return ImageError::truncated;
    base::ByteReader header({bytes.data() + kMark.size(), kHeaderSize - kMark.size()});
    const std::uint64_t version = header.le(4), length = header.le(4), checksum = header.le(4);
    // The sum comes before the version: a flipped bit in the version is damage, not another version.
    if (length != bytes.size()) return ImageError::truncated;
    const std::uint32_t head = base::crc32({bytes.data(), kChecksumAt});
    if (checksum != base::crc32({bytes.data() + kChecksumAt + 4, bytes.size() - kChecksumAt - 4}, head)) return ImageError::checksum;
    return version == kImageVersion ? ImageError::none : ImageError::version;
}

}  // namespace

std::string_view code_of(ImageError error) {
    static constexpr std::array<std::string_view, 6> kCodes = {
        "", "image-truncated", "image-foreign", "image-version", "image-checksum", "image-malformed"};
    return name_of(kCodes, error);
}

ImageError Image::open(std::string_view bytes) {
    const ImageError error = read(bytes);
    if (error != ImageError::none) {
        categories_ = {};
        services_ = {};
        languages_ = {};
    }
    return error;
}

ImageError Image::read(std::string_view bytes) {
    if (const ImageError error = check_header(bytes); error != ImageError::none) return error;

    base::ByteReader body({bytes.data() + kHeaderSize - 8, bytes.size() - kHeaderSize + 8});
    fingerprint_ = body.le(8);
    const std::uint32_t facts_size = body.varint();
    const char* facts = bytes.data() + kHeaderSize - 8 + body.position();
    const std::size_t rest = static_cast<std::size_t>(bytes.data() + bytes.size() - facts);
    if (!body.ok() || facts_size > rest) return ImageError::malformed;

    strings_ = split({facts + facts_size, rest - facts_size});
    return read_facts({facts, facts_size}) ? ImageError::none : ImageError::malformed;
}

bool Image::read_facts(std::string_view facts) {
    Cursor in(facts, strings_.all());

    for (Text& text : site_) in.text(text);
    record_lifetime_ = in.number();
    in.term(grade_, kGradeNames);
    unclassified_ = static_cast<int>(in.number(kMaxCategories)) - 1;
    hold_undeclared_ = in.flag();
    in.list(own_hosts_);

    jurisdictions_.reset(in.number(kMaxJurisdictions));
    for (Jurisdiction& jurisdiction : jurisdictions_) {
        in.text(jurisdiction.id);
        in.list(jurisdiction.regions);
        in.term(jurisdiction.mode, kModeNames);
    }
    categories_.reset(in.number(kMaxCategories));
    for (Category& category : categories_) {
        in.text(category.id);
        category.exempt = static_cast<std::uint16_t>(in.number((1u << jurisdictions_.size()) - 1));
        const std::uint32_t flags = in.number(7);
        category.objectable = (flags & 1) != 0;
        category.default_denied = (flags & 2) != 0;
        category.shared = (flags & 4) != 0;
    }
    if (unclassified_ >= static_cast<int>(categories_.size()) || categories_.empty() || jurisdictions_.empty()) return false;

    services_.reset(in.number(kMaxServices));
    opt_outs_ = 0;
    for (Service& service : services_) {
        in.text(service.id);
        in.text(service.provider);
        in.text(service.privacy_url);
        service.category = static_cast<std::uint16_t>(in.number(static_cast<std::uint32_t>(categories_.size() - 1)));
        in.list(service.urls);
        in.list(service.inline_signatures);
        in.list(service.cookies);
        for (Strings& names : service.storage) in.list(names);
        in.list(service.opt_out_urls);
        service.first_opt_out = static_cast<std::uint16_t>(opt_outs_);
        opt_outs_ += service.opt_out_urls.size();
    }

    in.term(layout_, kLayoutNames);
    in.term(position_, kPositionNames);
    in.term(density_, kDensityNames);
    action_count_ = static_cast<std::uint8_t>(in.number(static_cast<std::uint32_t>(actions_.size())));
    for (std::size_t i = 0; i < action_count_; ++i) in.term(actions_[i], kActionNames);
    for (Action& action : preferences_actions_) in.term(action, kActionNames);
    reopen_ = in.flag();
    in.term(reopen_position_, kPositionNames);
    in.list(link_urls_);
    in.take(theme_, 2 * std::size_t{in.number()});

    if (in.number() != kTextKeyCount) return false;
    in.take(languages_, in.number(kMaxLanguages));
    slots_ = kTextKeyCount + 2 * (categories_.size() + services_.size()) + opt_outs_ + link_urls_.size();
    in.take(texts_, languages_.size() * slots_);
    return in.used_up() && !languages_.empty() && opt_outs_ <= UINT16_MAX;
}

bool Image::exempt(std::size_t category, int jurisdiction) const {
    const unsigned mask = categories_[category].exempt;
    if (jurisdiction < 0) return mask == (1u << jurisdictions_.size()) - 1;
    return ((mask >> jurisdiction) & 1) != 0;
}

Text Image::category_title(std::size_t language, std::size_t category) const { return slot(language, kTextKeyCount + 2 * category); }
Text Image::category_description(std::size_t language, std::size_t category) const {
    return slot(language, kTextKeyCount + 2 * category + 1);
}
Text Image::service_title(std::size_t language, std::size_t service) const {
    return slot(language, kTextKeyCount + 2 * (categories_.size() + service));
}
Text Image::service_description(std::size_t language, std::size_t service) const {
    return slot(language, kTextKeyCount + 2 * (categories_.size() + service) + 1);
}
Text Image::opt_out_title(std::size_t language, std::size_t service, std::size_t opt_out) const {
    return slot(language, kTextKeyCount + 2 * (categories_.size() + services_.size()) + services_[service].first_opt_out + opt_out);
}
Text Image::link_title(std::size_t language, std::size_t link) const { return slot(language, slots_ - link_urls_.size() + link); }

}  // namespace assent::policy
