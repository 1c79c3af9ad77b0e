// Assent at author time: policy text in, everything else out. Pure functions; they read no files, keep no state, and throw nothing.
//
// `policy`: the text of a policy file (docs/policy.md). `languages`: the files of web/languages as one JSON object, {"en": {…}, "de": {…}}.
// Every answer in JSON is described in docs/waist.md. Input of any kind is safe to hand in; what is wrong with it is in the report.
#pragma once

#include <string>
#include <string_view>

namespace assent {

struct Compiled {
    std::string image;   // the policy image, bytes; empty when the report has an error
    std::string report;  // JSON
};

Compiled compile(std::string_view policy, std::string_view languages);

// The report alone.
std::string lint(std::string_view policy, std::string_view languages);

// The cookie declaration in a language (BCP 47; one that the texts don't have falls back like any text), as JSON; and as static HTML, one
// <section> that needs no script. A policy that can't be read for what it says (errors E1 to E5) gives {"error": …}, or no HTML.
std::string declare(std::string_view policy, std::string_view languages, std::string_view language);
std::string declare_html(std::string_view policy, std::string_view languages, std::string_view language);

// The Content Security Policy for a consent state, as JSON {"strict": for the <meta> line, "header": for the response header}. `state`: the
// granted category ids, comma-separated; "" for none. Categories that are exempt everywhere are always let in.
std::string content_security_policy(std::string_view policy, std::string_view state);

// {"fingerprint": 16 hex digits, "parts": [the facts that it is made of, one line each, sorted]}.
std::string fingerprint(std::string_view policy);

}  // namespace assent
