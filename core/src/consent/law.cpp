#include "consent/law.h"

#include "base/ascii.h"

namespace assent::consent {

int find_jurisdiction(const policy::Image& image, const std::string_view& region) {
    int found = -1;
    std::size_t best = 0;
    for (std::size_t i = 0; i < image.jurisdictions().size(); ++i) {
        for (const base::Text listed : image.jurisdictions()[i].regions) {
            // An even match is a part of the wanted country that is not the wanted part.
            std::size_t match = base::match_subtags(listed, region);
            if (match % 2 == 0) match = base::same("*", listed.c_str()) && !region.empty();
            if (match <= best) continue;
            best = match;
            found = static_cast<int>(i);
        }
    }
    return found;
}

bool is_undescribed(const policy::Image& image, std::size_t category) {
    return base::same("unclassified", image.categories()[category].id.c_str()) && image.unclassified_category() != static_cast<int>(category);
}

Law::Law(const policy::Image& image, int jurisdiction, bool gpc)
    : image_(&image), jurisdiction_(jurisdiction), mode_(policy::Mode::inform), gpc_(gpc) {
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
    return mode_ != policy::Mode::opt_in && !image_->categories()[category].default_denied && !is_undescribed(*image_, category) &&
           !signalled(category);
}

}  // namespace assent::consent
