// The cookie declaration: what a site may store, why, for how long, and who else is in it, in one language.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "author/document.h"
#include "author/languages.h"
#include "author/message.h"

namespace assent::author {

struct Declaration {
    struct Item {
        std::string name, pattern, provider, service, domain, purpose, type, remark, configurable;
        std::string lifetime;  // in words
        bool third_party = false, renewed = false;
        Duration duration;
    };
    struct Retention {
        std::string what, period, remark, service;
        std::uint32_t seconds = 0;
    };
    struct OptOut {
        std::string title, url;
    };
    struct Use {
        std::string title, description;
    };
    struct Service {
        std::string id, title, provider, privacy_url, description;
        std::vector<Use> purposes;
        std::vector<OptOut> opt_outs;
    };
    struct Category {
        std::string id, title, description, why;
        bool exempt = false;
        std::vector<Item> items;
        std::vector<Retention> retention;
        std::vector<Service> services;
    };
    struct Label {
        std::string key;  // what follows "declaration."
        Message text;
    };

    std::string language, direction, fingerprint;
    std::vector<Label> labels;
    std::string site_name, site_url, policy_url, cookie_page_url;
    Controller controller;
    std::vector<Category> categories;

    // The label's words, without arguments; empty when there is none of that key.
    std::string_view label(std::string_view key) const;
};

// The document must be without errors.
Declaration make_declaration(const Document& document, const Languages& languages, std::string_view language);

// As docs/waist.md describes it.
std::string to_json(const Declaration& declaration);
// One <section lang dir class="assent-declaration">: headings, and per category a table with caption and scoped headers.
std::string to_html(const Declaration& declaration);

}  // namespace assent::author
