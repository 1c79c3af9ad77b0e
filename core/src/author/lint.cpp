#include "author/lint.h"

#include <algorithm>
#include <array>

#include "author/lint_rule.h"
#include "author/words.h"

namespace assent::author {
namespace {

std::array<std::span<const Rule>, 6> tables() {
    return {consent_rules(), storage_rules(), notice_rules(), wording_rules(), opt_out_rules(), file_rules()};
}

}  // namespace

void Check::found(const Node* at, const std::string& message, const char* expected, const char* fix) const {
    found(rule_.severity, at, message, expected, fix);
}

void Check::found(const Node* at, const char* message, const char* expected, const char* fix) const {
    found(at, std::string(message), expected, fix);
}

void Check::found(Severity severity, const Node* at, const std::string& message, const char* expected, const char* fix) const {
    Finding finding{std::string(rule_.id), severity, message, expected, fix, std::string(rule_.source), name_of(active_)};
    if (silence_ != nullptr) {
        finding.severity = Severity::info;
        finding.message += say({" (Silenced: ", silence_->reason, ")"});
    }
    report_.add(std::move(finding), at);
}

void lint(const Document& document, Report& report) {
    const Regimes here = document.regimes();
    for (const std::span<const Rule> table : tables()) {
        for (const Rule& rule : table) {
            const Regimes active = rule.regimes == kEverywhere ? kEverywhere : static_cast<Regimes>(rule.regimes & here);
            if (active == 0) continue;
            // M001 sees to it that a silence without a reason silences nothing.
            const auto silence = std::find_if(document.silences.begin(), document.silences.end(),
                                              [&](const Silence& one) { return one.rule == rule.id && !one.reason.empty(); });
            rule.check(Check(document, rule, active, silence == document.silences.end() ? nullptr : &*silence, report));
        }
    }
}

// Rules on the rendered banner (D) and on its behaviour (R) are looked at where there is a page, with the reasons of the same policy.
static bool is_page_rule(std::string_view id) {
    return id.size() == 4 && (id[0] == 'D' || id[0] == 'R') && std::all_of(id.begin() + 1, id.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_rule(std::string_view id) {
    if (is_page_rule(id)) return true;
    for (const std::span<const Rule> table : tables())
        if (std::any_of(table.begin(), table.end(), [&](const Rule& rule) { return rule.id == id; })) return true;
    return false;
}

}  // namespace assent::author
