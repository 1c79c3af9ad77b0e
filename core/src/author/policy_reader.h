// The parts of read_policy: one function per part of the file, spread over read_policy.cpp, read_service.cpp and read_settings.cpp.
#pragma once

#include <initializer_list>
#include <string_view>

#include "author/document.h"
#include "author/fields.h"
#include "author/report.h"

namespace assent::author {

class PolicyReader {
public:
    PolicyReader(Document& document, Report& report) : document_(document), report_(report) {}
    void read(const Node& root);

private:
    Fields fields(const Node* node, std::initializer_list<std::string_view> known) const {
        return {node, known, document_.languages.fallback.value, report_};
    }

    void read_languages(const Node* node);
    void read_site(const Node* node);
    void read_jurisdictions(const Fields& file);
    void read_purpose(const Node& node);
    void read_category(const Node& node);
    void read_texts(const Node* node);

    void read_service(const Node& node);
    void read_urls(const Fields& service, ServiceFacts& facts);
    void read_inline_signatures(const Fields& service, ServiceFacts& facts);
    void read_cookie(const Node& node, ServiceFacts& facts);
    void read_storage(const Node& node, ServiceFacts& facts);

    void read_banner(const Node* node);
    void read_theme(const Node* node);
    void read_record(const Node* node);
    void read_gate(const Node* node);

    Document& document_;
    Report& report_;
};

}  // namespace assent::author
