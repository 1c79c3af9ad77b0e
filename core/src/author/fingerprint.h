// What a visitor agrees to, as a number: when it changes, earlier choices no longer hold and the visitor is asked again.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "author/document.h"

namespace assent::author {

// The consent-relevant facts, one line each, sorted: the categories with what exempts them; per service its category, provider, purposes
// with their tags and legal bases, URL patterns, cookies and storage with their lifetimes. Texts, links, theme, order and the spelling of
// the file are not among them. Two lists compared say what changed.
std::vector<std::string> consent_facts(const Document& document);

std::uint64_t fingerprint_of(const std::vector<std::string>& facts);

}  // namespace assent::author
