// Document + built-in texts -> the policy as a visit needs it.
#pragma once

#include "author/document.h"
#include "author/languages.h"
#include "author/report.h"
#include "policy/policy.h"

namespace assent::author {

// Checks every wording the policy has of its own, and that each included language has all words a visit can show. E5xx, W5xx.
void check_texts(const Document& document, const Languages& languages, Report& report);

// Call it only when the report has no errors: it takes the document for whole.
policy::Policy compile_policy(const Document& document, const Languages& languages);

}  // namespace assent::author
