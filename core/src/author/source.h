// The text of a file, and where in it an offset lies.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace assent::author {

struct Place {
    std::size_t line = 0;    // from 1; 0: nowhere in particular
    std::size_t column = 0;  // from 1, in code points
};

class Source {
public:
    // `text` must outlive the source.
    explicit Source(std::string_view text);

    std::string_view text() const { return text_; }
    // An offset past the end is the place just after the last character.
    Place place(std::size_t offset) const;

private:
    std::string_view text_;
    std::vector<std::size_t> line_starts_;
};

}  // namespace assent::author
