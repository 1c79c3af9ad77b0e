// The text of a file, and where in it an offset lies.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace assent::author {

struct Place {
    std::size_t line = 0;    // from 1; 0: not looked for
    std::size_t column = 0;  // from 1, in code points
};

class Source {
public:
    // `text` must outlive the source.
    explicit Source(std::string_view text) : text_(text) {}

    std::string_view text() const { return text_; }
    // An offset past the end is the place just after the last character.
    Place place(std::size_t offset) const;

private:
    void find_lines() const;

    std::string_view text_;
    mutable std::vector<std::size_t> line_starts_;  // found when first asked for: most files have nothing to complain about
    // Where the last answer was: the next is mostly further along, and a file may be one long line.
    mutable std::size_t last_offset_ = 0;
    mutable Place last_{1, 1};
};

}  // namespace assent::author
