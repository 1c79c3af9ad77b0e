// Policy text -> Document.
#pragma once

#include <optional>
#include <string_view>

#include "author/document.h"
#include "author/report.h"

namespace assent::author {

// Reads everything that can be read and puts every mistake in the report. Nothing when `text` is no JSON object at all; otherwise a document
// that is whole only if the report has no errors, but safe to look at in any case.
std::optional<Document> read_policy(std::string_view text, Report& report);

// Its second half: what one part says of another (ids, references, patterns that two services share). E3xx, E406.
void check_references(const Document& document, Report& report);

}  // namespace assent::author
