#include "author/address.h"
#include "author/policy_reader.h"
#include "author/vocabulary.h"
#include "author/words.h"

namespace assent::author {

void PolicyReader::read_service(const Node& node) {
    const Fields service = fields(&node, {"id", "category", "purposes", "title", "description", "provider", "optOuts", "urls", "inline",
                                          "cookies", "storage", "retention"});
    ServiceFacts facts;
    facts.at = &node;
    facts.id = service.id("id");
    facts.category = service.name("category", Need::required);
    facts.purposes = service.names("purposes", 20);
    facts.title = service.text("title", Need::required);
    facts.description = service.text("description");

    const Fields provider = fields(service.member("provider"), {"name", "country", "address", "privacyUrl"});
    facts.provider = {{provider.node()},
                      provider.string("name", Need::required),
                      provider.string("country"),
                      provider.string("address"),
                      provider.url("privacyUrl", true)};
    for (const Node* item : service.list("optOuts", 20)) {
        const Fields opt_out = fields(item, {"title", "url"});
        facts.opt_outs.push_back({{item}, opt_out.text("title", Need::required), opt_out.url("url", true, Need::required).value});
    }
    read_urls(service, facts);
    read_inline_signatures(service, facts);
    for (const Node* item : service.list("cookies", 200)) read_cookie(*item, facts);
    for (const Node* item : service.list("storage", 200)) read_storage(*item, facts);
    for (const Node* item : service.list("retention", 20)) {
        const Fields retention = fields(item, {"what", "period", "remark"});
        retention.member("period", Need::required);
        facts.retention.push_back(
            {{item}, retention.text("what", Need::required), retention.text("remark"), retention.period("period", false, false)});
    }
    document_.services.push_back(std::move(facts));
}

void PolicyReader::read_urls(const Fields& service, ServiceFacts& facts) {
    for (Name& name : service.names("urls", 500)) {
        Canonical url = canonical_url_pattern(name.value);
        if (url.ok()) facts.urls.push_back({{name.at}, std::move(url.text)});
        else
            report_.error("E402", name.at, say({"This pattern ", url.wrong, "."}),
                          "\"host\", \"*.host\", \"host/path\" or \"/path\" on the site's own hosts",
                          "Write the address of what the service loads, without its changing parts.");
    }
}

void PolicyReader::read_inline_signatures(const Fields& service, ServiceFacts& facts) {
    constexpr std::size_t kShortest = 4;
    for (Name& name : service.names("inline", 50)) {
        if (name.value.size() >= kShortest) facts.inline_signatures.push_back(std::move(name.value));
        else
            report_.error("E404", name.at, say({quote(name.value), " stands in almost any script."}), "at least 4 characters",
                          "Choose a text that only this service's snippet holds, such as \"_gaq.push\".");
    }
}

void PolicyReader::read_cookie(const Node& node, ServiceFacts& facts) {
    const Fields fields_ = fields(&node, {"name", "lifetime", "renewed", "party", "domain", "purpose", "type", "remark", "configurable"});
    Cookie cookie;
    cookie.at = &node;
    if (const Name name = fields_.name("name", Need::required); !name.value.empty()) {
        Canonical pattern = canonical_name_pattern(name.value, NameKind::cookie);
        if (pattern.ok()) cookie.name = std::move(pattern.text);
        else
            report_.error("E403", name.at, say({"This name ", pattern.wrong, "."}), "a cookie's name, \"prefix*\" or \"*suffix\"",
                          "Write the name as the browser's developer tools show it.");
    }
    cookie.type = kCookieTypes[fields_.choice("type", kCookieTypes, 0)];
    cookie.lifetime = fields_.period("lifetime", true, false);
    cookie.renewed = fields_.boolean("renewed", false);
    cookie.third_party = fields_.choice("party", kParties, 0) == 1;
    if (const Name domain = fields_.name("domain"); !domain.value.empty()) {
        Canonical host = canonical_host_pattern(domain.value.substr(domain.value.front() == '.' ? 1 : 0));
        if (host.ok()) cookie.domain = std::move(host.text);
        else
            report_.error("E401", domain.at, say({"This domain ", host.wrong, "."}), "a host such as \"doubleclick.net\"",
                          "Write the domain that the cookie is set for.");
    }
    cookie.purpose = fields_.text("purpose");
    cookie.remark = fields_.text("remark");
    cookie.configurable = fields_.string("configurable");
    facts.cookies.push_back(std::move(cookie));
}

void PolicyReader::read_storage(const Node& node, ServiceFacts& facts) {
    const Fields fields_ = fields(&node, {"key", "type", "lifetime", "purpose", "remark"});
    StorageItem item;
    item.at = &node;
    if (const Name key = fields_.name("key", Need::required); !key.value.empty()) {
        Canonical pattern = canonical_name_pattern(key.value, NameKind::storage_key);
        if (pattern.ok()) item.key = std::move(pattern.text);
        else
            report_.error("E403", key.at, say({"This key ", pattern.wrong, "."}), "a key, \"prefix*\" or \"*suffix\"",
                          "Write the key as the browser's developer tools show it.");
    }
    item.type = static_cast<policy::StorageType>(fields_.choice("type", policy::kStorageTypeNames, 0, Need::required));
    item.lifetime = fields_.period("lifetime", true, true);
    item.purpose = fields_.text("purpose");
    item.remark = fields_.text("remark");
    facts.storage.push_back(std::move(item));
}

}  // namespace assent::author
