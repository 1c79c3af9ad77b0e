// Author time only: Policy -> bytes. image_reader.cpp mirrors every line of write().
#include "base/bytes.h"
#include "base/checksum.h"
#include "policy/image.h"

namespace assent::policy {
namespace {

class Writer {
public:
    void number(std::uint64_t value) { base::put_varint(facts_, value); }
    template <class Enum>
    void term(Enum value) {
        number(static_cast<std::uint64_t>(value));
    }
    void string(std::string_view text) { strings_.append(text).push_back('\0'); }
    void strings(const std::vector<std::string>& list) {
        number(list.size());
        for (const std::string& text : list) string(text);
    }

    void write(const Policy& policy);
    std::string finish(std::uint64_t fingerprint) const;

private:
    void write(const Service& service);
    void write_texts(const Policy& policy, std::size_t language);

    std::string facts_;
    std::string strings_;
};

void Writer::write(const Policy& policy) {
    string(policy.site.name);
    string(policy.site.url);
    string(policy.site.policy_url);
    string(policy.site.cookie_page_url);
    string(policy.record.cookie);
    string(policy.record.domain);
    string(policy.record.path);
    number(policy.record.lifetime);
    term(policy.gate.grade);
    number(static_cast<std::uint64_t>(policy.gate.unclassified + 1));
    number(policy.gate.hold_undeclared);
    strings(policy.site.hosts);

    number(policy.jurisdictions.size());
    for (const Jurisdiction& jurisdiction : policy.jurisdictions) {
        string(jurisdiction.id);
        strings(jurisdiction.regions);
        term(jurisdiction.mode);
    }
    number(policy.categories.size());
    for (const Category& category : policy.categories) {
        string(category.id);
        number(category.exempt);
        number((category.objectable ? 1u : 0u) | (category.default_denied ? 2u : 0u) | (category.shared ? 4u : 0u));
    }
    number(policy.services.size());
    for (const Service& service : policy.services) write(service);

    const Banner& banner = policy.banner;
    term(banner.layout);
    term(banner.position);
    term(banner.density);
    number(banner.actions.size());
    for (const Action action : banner.actions) term(action);
    for (const Action action : banner.preferences_actions) term(action);
    number(banner.reopen);
    term(banner.reopen_position);
    number(banner.links.size());
    for (const Link& link : banner.links) string(link.url);
    number(banner.theme.size());
    for (const auto& [name, value] : banner.theme) {
        string(name);
        string(value);
    }

    number(kTextKeyCount);
    number(policy.languages.size());
    for (const Language& language : policy.languages) string(language.tag);
    for (std::size_t i = 0; i < policy.languages.size(); ++i) write_texts(policy, i);
}

void Writer::write(const Service& service) {
    string(service.id);
    string(service.provider);
    string(service.privacy_url);
    number(static_cast<std::uint64_t>(service.category));
    strings(service.urls);
    strings(service.inline_signatures);
    strings(service.cookies);
    for (const auto& names : service.storage) strings(names);
    number(service.opt_outs.size());
    for (const OptOut& opt_out : service.opt_outs) string(opt_out.url);
}

// One slot after the other, so that a text needs no index: its place says which it is.
void Writer::write_texts(const Policy& policy, std::size_t language) {
    for (const std::string& text : policy.languages[language].texts) string(text);
    for (const Category& category : policy.categories) {
        string(category.title[language]);
        string(category.description[language]);
    }
    for (const Service& service : policy.services) {
        string(service.title[language]);
        string(service.description[language]);
    }
    for (const Service& service : policy.services)
        for (const OptOut& opt_out : service.opt_outs) string(opt_out.title[language]);
    for (const Link& link : policy.banner.links) string(link.title[language]);
}

std::string Writer::finish(std::uint64_t fingerprint) const {
    std::string body;
    base::put_le(body, fingerprint, 8);
    base::put_varint(body, facts_.size());
    body += facts_;
    body += strings_;

    std::string head = "asnt";
    base::put_le(head, kImageVersion, 4);
    base::put_le(head, head.size() + 8 + body.size(), 4);
    std::string image = head;
    base::put_le(image, base::crc32(body, base::crc32(head)), 4);
    return image + body;
}

}  // namespace

std::string encode(const Policy& policy) {
    Writer writer;
    writer.write(policy);
    return writer.finish(policy.fingerprint);
}

}  // namespace assent::policy
