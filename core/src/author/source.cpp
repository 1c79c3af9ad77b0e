#include "author/source.h"

#include <algorithm>

#include "base/utf8.h"

namespace assent::author {

Source::Source(std::string_view text) : text_(text), line_starts_{0} {
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool crlf = text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n';
        if (text[at] == '\n' || (text[at] == '\r' && !crlf)) line_starts_.push_back(at + 1);
    }
}

Place Source::place(std::size_t offset) const {
    offset = std::min(offset, text_.size());
    const auto after = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
    const std::size_t start = *(after - 1);
    return {static_cast<std::size_t>(after - line_starts_.begin()), base::count_utf8(text_.substr(start, offset - start)) + 1};
}

}  // namespace assent::author
