// The Content Security Policy that lets through what a consent state lets through (CSP Level 3), and nothing beyond.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "author/document.h"

namespace assent::author {

struct SecurityPolicy {
    std::string meta;    // for <meta http-equiv>: the line that the gate lifts
    std::string header;  // for the response header, for a server that knows the visitor's state
};

// `granted`: ids of categories. Exempt everywhere: let in without being named.
SecurityPolicy security_policy(const Document& document, std::span<const std::string_view> granted);

}  // namespace assent::author
