#include "consent/law.h"

#include "base/ascii.h"

namespace assent::consent {
namespace {

int find(const policy::Image& image, std::string_view region) {
    for (std::size_t i = 0; i < image.jurisdictions().size(); ++i) {
        for (const std::string_view listed : image.jurisdictions()[i].regions) {
            if (base::same_ignoring_case(listed, region)) return static_cast<int>(i);
        }
    }
    return -1;
}

policy::Mode mode_of(const policy::Image& image, int jurisdiction) {
    if (jurisdiction >= 0) return image.jurisdictions()[static_cast<std::size_t>(jurisdiction)].mode;
    policy::Mode strictest = policy::Mode::inform;
    for (const policy::Image::Jurisdiction& each : image.jurisdictions()) strictest = each.mode < strictest ? each.mode : strictest;
    return strictest;
}

}  // namespace

int find_jurisdiction(const policy::Image& image, std::string_view region) {
    if (region.empty()) return -1;
    int found = find(image, region);
    if (found < 0) found = find(image, region.substr(0, region.find('-')));
    return found < 0 ? find(image, "*") : found;
}

bool is_undescribed(const policy::Image& image, std::size_t category) {
    return image.categories()[category].id == "unclassified" && image.unclassified_category() != static_cast<int>(category);
}

Law::Law(const policy::Image& image, int jurisdiction, bool gpc)
    : image_(&image), jurisdiction_(jurisdiction), mode_(mode_of(image, jurisdiction)), gpc_(gpc) {}

bool Law::signalled(std::size_t category) const {
    return gpc_ && mode_ != policy::Mode::opt_in && !exempt(category) && image_->categories()[category].shared;
}

bool Law::on_at_first(std::size_t category) const {
    if (exempt(category)) return true;
    return mode_ != policy::Mode::opt_in && !image_->categories()[category].default_denied && !is_undescribed(*image_, category) && !signalled(category);
}

}  // namespace assent::consent
