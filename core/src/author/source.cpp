#include "author/source.h"

#include <algorithm>

#include "base/utf8.h"

namespace assent::author {

void Source::find_lines() const {
    line_starts_.push_back(0);
    for (std::size_t at = 0; at < text_.size(); ++at) {
        const bool crlf = text_[at] == '\r' && at + 1 < text_.size() && text_[at + 1] == '\n';
        if (text_[at] == '\n' || (text_[at] == '\r' && !crlf)) line_starts_.push_back(at + 1);
    }
}

Place Source::place(std::size_t offset) const {
    if (offset == 0) return {1, 1};  // also of a file that is too big to be looked through
    if (line_starts_.empty()) find_lines();
    offset = std::min(offset, text_.size());
    const auto after = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
    const Place line_start{static_cast<std::size_t>(after - line_starts_.begin()), 1};
    if (last_.line != line_start.line || last_offset_ > offset) {
        last_ = line_start;
        last_offset_ = *(after - 1);
    }
    last_.column += base::count_utf8(text_.substr(last_offset_, offset - last_offset_));
    last_offset_ = offset;
    return last_;
}

}  // namespace assent::author
