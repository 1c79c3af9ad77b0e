#include "consent/law.h"

#include "base/ascii.h"

namespace assent::consent {

int find_jurisdiction(const policy::Image& image, const std::string_view& region) {
    std::string_view rest = region, country;
    base::cut(rest, '-', country);
    int found = -1, found_how = 0;
    for (std::size_t i = 0; i < image.jurisdictions().size(); ++i) {
        for (const std::string_view listed : image.jurisdictions()[i].regions) {
            const int how = region.empty() ? 0 : base::same_ignoring_case(listed, region) ? 3 : base::same_ignoring_case(listed, country) ? 2 : listed == "*" ? 1 : 0;
            if (how <= found_how) continue;
            found = static_cast<int>(i);
            found_how = how;
        }
    }
    return found;
}

bool is_undescribed(const policy::Image& image, std::size_t category) {
    return image.categories()[category].id == "unclassified" && image.unclassified_category() != static_cast<int>(category);
}

Law::Law(const policy::Image& image, int jurisdiction, bool gpc) : image_(&image), jurisdiction_(jurisdiction), mode_(policy::Mode::inform), gpc_(gpc) {
    for (std::size_t i = 0; i < image.jurisdictions().size(); ++i) {
        const policy::Mode mode = image.jurisdictions()[i].mode;
        if ((jurisdiction < 0 || static_cast<int>(i) == jurisdiction) && mode < mode_) mode_ = mode;
    }
}

bool Law::signalled(std::size_t category) const {
    return gpc_ && mode_ != policy::Mode::opt_in && !exempt(category) && image_->categories()[category].shared;
}

bool Law::on_at_first(std::size_t category) const {
    if (exempt(category)) return true;
    return mode_ != policy::Mode::opt_in && !image_->categories()[category].default_denied && !is_undescribed(*image_, category) && !signalled(category);
}

}  // namespace assent::consent
