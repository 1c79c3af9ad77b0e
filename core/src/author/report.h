// What is wrong with a policy, in the words of someone who wants it mended: every finding of one run.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "author/source.h"

namespace assent::author {

struct Node;

inline constexpr std::string_view kRuleSet = "2026-11";
inline constexpr std::size_t kMaxFindings = 1000;  // the rest is counted, not listed

enum class Severity : unsigned char { error, warning, info };

struct Finding {
    std::string code;  // E1xx syntax, E2xx structure, E3xx references, E4xx patterns, E5xx texts, W5xx, P0xx and M0xx of the lint
    Severity severity = Severity::error;
    std::string message;
    std::string expected;  // may be empty
    std::string fix;       // may be empty
    std::string source;    // lint: whose rule it is
    std::string regime;    // lint: where it holds
    std::string pointer{};
    std::size_t offset = 0;
    Place place{};
};

class Report {
public:
    // `text` is the file that is reported on; it must outlive the report.
    explicit Report(std::string_view text) : source_(text) {}

    // At a value of the file; null: at the file as a whole, which is where it begins.
    void add(Finding finding, const Node* at);

    void error(std::string_view code, const Node* at, std::string_view message, std::string_view expected = {}, std::string_view fix = {});
    void warning(std::string_view code, const Node* at, std::string_view message, std::string_view expected = {},
                 std::string_view fix = {});
    // At the key of an object's member, when the key is what is wrong.
    void error_at_key(std::string_view code, const Node& member, std::string_view message, std::string_view expected, std::string_view fix);
    // Where there is no value yet.
    void error_at(std::string_view code, std::size_t offset, std::string_view message, std::string_view expected, std::string_view fix);

    // Nothing that is added from here on will be listed: no need to word it well.
    bool full() const { return findings_.size() == kMaxFindings; }
    bool has_errors() const { return errors_ != 0; }
    // As they were added.
    const std::vector<Finding>& findings() const { return findings_; }

    // The report as docs/waist.md describes it. `fingerprint`: 16 hex digits, or empty when the policy could not be read.
    std::string to_json(std::string_view fingerprint) const;

private:
    void add_at(Finding finding, std::size_t offset);
    void keep(Finding finding);
    std::vector<const Finding*> in_order() const;  // of the file; those at one place as they were added

    Source source_;
    std::vector<Finding> findings_;
    std::size_t errors_ = 0;
    std::size_t left_out_ = 0;
};

}  // namespace assent::author
