// The public face (assent/compiler.h), made of the rooms behind it. The order of the steps is the order in which a policy is judged.
#include "assent/compiler.h"

#include "author/compile.h"
#include "author/csp.h"
#include "author/declare.h"
#include "author/fingerprint.h"
#include "author/lint.h"
#include "author/read_policy.h"
#include "author/words.h"
#include "base/json_writer.h"
#include "base/number.h"
#include "policy/image.h"

namespace assent {
namespace {

using author::Document;

std::string hex(std::uint64_t value) {
    std::string out;
    base::append_hex(out, value, 16);
    return out;
}

std::string error(std::string_view code, std::string_view message) {
    std::string out;
    base::JsonWriter json(out);
    json.begin_object().key("error").begin_object();
    json.key("code").text(code);
    json.key("message").text(message);
    json.end_object().end_object();
    return out;
}

// The first error says where to look; the whole list is the report's.
std::string unreadable(const author::Report& report) {
    for (const author::Finding& finding : report.findings()) {
        if (finding.severity != author::Severity::error) continue;
        return error(finding.code, author::say({"Line ", std::to_string(finding.place.line), ", column ",
                                                std::to_string(finding.place.column), ": ", finding.message}));
    }
    return error("E100", "The policy can't be read.");
}

struct Read {
    explicit Read(std::string_view policy, std::string_view languages)
        : report(policy), texts(languages, report), document(author::read_policy(policy, report)) {
        if (document) author::check_texts(*document, texts, report);
    }

    author::Report report;
    author::Languages texts;
    std::optional<Document> document;
};

std::string render(std::string_view policy, std::string_view languages, std::string_view language, bool html) {
    const Read read(policy, languages);
    if (!read.document || read.report.has_errors()) return html ? std::string{} : unreadable(read.report);
    const author::Declaration declaration = author::make_declaration(*read.document, read.texts, language);
    return html ? author::to_html(declaration) : author::to_json(declaration);
}

}  // namespace

Compiled compile(std::string_view policy, std::string_view languages) {
    Read read(policy, languages);
    if (!read.document) return {{}, read.report.to_json({})};
    author::lint(*read.document, read.report);
    const std::string fingerprint = hex(author::fingerprint_of(author::consent_facts(*read.document)));
    if (read.report.has_errors()) return {{}, read.report.to_json(fingerprint)};
    return {policy::encode(author::compile_policy(*read.document, read.texts)), read.report.to_json(fingerprint)};
}

std::string lint(std::string_view policy, std::string_view languages) { return compile(policy, languages).report; }

std::string declare(std::string_view policy, std::string_view languages, std::string_view language) {
    return render(policy, languages, language, false);
}

std::string declare_html(std::string_view policy, std::string_view languages, std::string_view language) {
    return render(policy, languages, language, true);
}

std::string content_security_policy(std::string_view policy, std::string_view state) {
    author::Report report(policy);
    const std::optional<Document> document = author::read_policy(policy, report);
    if (!document || report.has_errors()) return unreadable(report);
    std::vector<std::string_view> granted;
    while (!state.empty()) {
        const std::string_view id = state.substr(0, state.find(','));
        if (document->category(id) == nullptr) return error("E301", author::say({"No category has the id \"", id, "\"."}));
        granted.push_back(id);
        state.remove_prefix(std::min(id.size() + 1, state.size()));
    }
    const author::SecurityPolicy made = author::security_policy(*document, granted);
    std::string out;
    base::JsonWriter json(out);
    json.begin_object();
    json.key("strict").text(made.meta);
    json.key("header").text(made.header);
    json.end_object();
    return out;
}

std::string fingerprint(std::string_view policy) {
    author::Report report(policy);
    const std::optional<Document> document = author::read_policy(policy, report);
    if (!document || report.has_errors()) return unreadable(report);
    const std::vector<std::string> facts = author::consent_facts(*document);
    std::string out;
    base::JsonWriter json(out);
    json.begin_object();
    json.key("fingerprint").text(hex(author::fingerprint_of(facts)));
    json.key("parts").begin_array();
    for (const std::string& fact : facts) json.text(fact);
    json.end_array().end_object();
    return out;
}

}  // namespace assent
