#include "author/report.h"

#include <array>
#include <utility>

#include "author/json_tree.h"
#include "base/json_writer.h"

namespace assent::author {

void Report::keep(Finding finding) {
    if (finding.severity == Severity::error) ++errors_;
    if (full()) ++left_out_;
    else findings_.push_back(std::move(finding));
}

void Report::add_at(Finding finding, std::size_t offset) {
    finding.offset = offset;
    if (!full()) finding.place = source_.place(offset);
    keep(std::move(finding));
}

void Report::add(Finding finding, const Node* at) {
    if (at == nullptr) return add_at(std::move(finding), 0);
    finding.pointer = at->pointer();
    add_at(std::move(finding), at->offset);
}

namespace {

Finding finding_of(std::string_view code, Severity severity, std::string_view message, std::string_view expected, std::string_view fix) {
    return {std::string(code), severity, std::string(message), std::string(expected), std::string(fix), {}, {}};
}

}  // namespace

void Report::error(std::string_view code, const Node* at, std::string_view message, std::string_view expected, std::string_view fix) {
    add(finding_of(code, Severity::error, message, expected, fix), at);
}

void Report::warning(std::string_view code, const Node* at, std::string_view message, std::string_view expected, std::string_view fix) {
    add(finding_of(code, Severity::warning, message, expected, fix), at);
}

void Report::error_at_key(std::string_view code, const Node& member, std::string_view message, std::string_view expected,
                          std::string_view fix) {
    Finding finding = finding_of(code, Severity::error, message, expected, fix);
    finding.pointer = member.pointer();
    add_at(std::move(finding), member.key_offset);
}

void Report::error_at(std::string_view code, std::size_t offset, std::string_view message, std::string_view expected,
                      std::string_view fix) {
    add_at(finding_of(code, Severity::error, message, expected, fix), offset);
}

std::vector<const Finding*> Report::in_order() const {
    std::vector<const Finding*> order;
    for (const Finding& finding : findings_) {
        order.push_back(&finding);
        for (std::size_t i = order.size() - 1; i > 0 && order[i]->offset < order[i - 1]->offset; --i) std::swap(order[i], order[i - 1]);
    }
    return order;
}

std::string Report::to_json(std::string_view fingerprint) const {
    constexpr std::array<std::string_view, 3> kSeverities = {"error", "warning", "info"};
    std::string out;
    base::JsonWriter json(out);
    json.begin_object();
    json.key("ok").boolean(!has_errors());
    json.key("ruleSet").text(kRuleSet);
    json.key("fingerprint").text(fingerprint);
    json.key("findings").begin_array();
    for (const Finding* listed : in_order()) {
        const Finding& finding = *listed;
        json.begin_object();
        json.key("code").text(finding.code);
        json.key("severity").text(kSeverities[static_cast<std::size_t>(finding.severity)]);
        json.key("pointer").text(finding.pointer);
        json.key("line").number(static_cast<std::int64_t>(finding.place.line));
        json.key("column").number(static_cast<std::int64_t>(finding.place.column));
        json.key("message").text(finding.message);
        json.key("expected").text(finding.expected);
        json.key("fix").text(finding.fix);
        json.key("source").text(finding.source);
        json.key("regime").text(finding.regime);
        json.end_object();
    }
    json.end_array();
    json.key("leftOut").number(static_cast<std::int64_t>(left_out_));
    json.end_object();
    return out;
}

}  // namespace assent::author
