// The law, as far as a policy file can show that it is broken. Each rule is one row of a table: what it is called, how grave, where it holds,
// whose rule it is, and the function that looks.
#pragma once

#include <string_view>

#include "author/document.h"
#include "author/report.h"

namespace assent::author {

// Runs every rule whose regime is active (Document::regimes). A rule that the policy silences with a reason is still reported, as "info".
void lint(const Document& document, Report& report);

// Whether a policy may be silent about a rule of that id: it is in a table here, or one that a page is looked at with (D, R).
bool is_rule(std::string_view id);

}  // namespace assent::author
