// What a row of the lint's table is made of. The tables: lint_storage.cpp (what is stored, by whom, how long), lint_consent.cpp (what is
// exempt, asked, and on what basis), lint_notice.cpp (what visitors are told), lint_wording.cpp (in which words), lint_opt_out.cpp (what is
// sold or shared, in the United States), lint_file.cpp (what the file itself must not hold).
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "author/document.h"
#include "author/report.h"

namespace assent::author {

struct Rule;

// One rule's look at one document.
class Check {
public:
    Check(const Document& policy, const Rule& rule, Regimes active, const Silence* silence, Report& report)
        : document(policy), rule_(rule), active_(active), silence_(silence), report_(report) {}

    const Document& document;

    // Where the rule is to be looked at: its regimes that are active here.
    Regimes regimes() const { return active_; }
    // Reports what was found, with the rule's severity or another. (Plain pointers, because each call is half as long with them: the rules
    // are most of compiler.wasm's texts.)
    void found(const Node* at, const std::string& message, const char* expected, const char* fix) const;
    void found(const Node* at, const char* message, const char* expected, const char* fix) const;
    void found(Severity severity, const Node* at, const std::string& message, const char* expected, const char* fix) const;

private:
    const Rule& rule_;
    Regimes active_;
    const Silence* silence_;
    Report& report_;
};

struct Rule {
    std::string_view id;
    Severity severity;
    Regimes regimes;  // kEverywhere: wherever the site is
    std::string_view source;
    void (*check)(const Check& check);
};

std::span<const Rule> consent_rules();
std::span<const Rule> storage_rules();
std::span<const Rule> notice_rules();
std::span<const Rule> wording_rules();
std::span<const Rule> opt_out_rules();
std::span<const Rule> file_rules();

// Every text of the policy but those of "texts"; names of services that are the same in every language are none.
void for_each_text(const Document& document, const std::function<void(const Text&)>& look);

}  // namespace assent::author
