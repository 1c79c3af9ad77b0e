#include <array>

#include "author/declare.h"
#include "base/json_writer.h"

namespace assent::author {
namespace {

class DeclarationWriter {
public:
    explicit DeclarationWriter(std::string& out) : json_(out) {}

    void write(const Declaration& declaration) {
        json_.begin_object();
        text("lang", declaration.language);
        text("dir", declaration.direction);
        json_.key("labels").begin_object();
        for (const Declaration::Label& label : declaration.labels) write(label);
        json_.end_object();
        json_.key("site").begin_object();
        text("name", declaration.site_name);
        text("url", declaration.site_url);
        text("policyUrl", declaration.policy_url);
        text("cookiePageUrl", declaration.cookie_page_url);
        json_.end_object();
        json_.key("controller").begin_object();
        text("name", declaration.controller.name);
        text("address", declaration.controller.address);
        text("email", declaration.controller.email);
        text("url", declaration.controller.url);
        json_.end_object();
        text("updated", declaration.fingerprint);
        json_.key("categories").begin_array();
        for (const Declaration::Category& category : declaration.categories) write(category);
        json_.end_array().end_object();
    }

private:
    void text(std::string_view key, std::string_view value) { json_.key(key).text(value); }

    void write(const Declaration::Label& label) {
        json_.key(label.key);
        if (label.text.forms.empty()) {
            json_.text(label.text.text);
            return;
        }
        json_.begin_object().key("forms").begin_object();
        for (const auto& [name, form] : label.text.forms) text(name, form);
        json_.end_object().end_object();
    }

    void write(const Declaration::Category& category) {
        json_.begin_object();
        text("id", category.id);
        text("title", category.title);
        text("description", category.description);
        json_.key("exempt").boolean(category.exempt);
        text("why", category.why);
        json_.key("retention").begin_array();
        for (const Declaration::Retention& retention : category.retention) {
            json_.begin_object();
            text("what", retention.what);
            json_.key("seconds").number(retention.seconds);
            text("text", retention.remark);
            text("service", retention.service);
            json_.end_object();
        }
        json_.end_array().key("items").begin_array();
        for (const Declaration::Item& item : category.items) write(item);
        json_.end_array().key("services").begin_array();
        for (const Declaration::Service& service : category.services) write(service);
        json_.end_array().end_object();
    }

    void write(const Declaration::Item& item) {
        constexpr std::array<std::string_view, 3> kKinds = {"persistent", "session", "until-deleted"};
        json_.begin_object();
        text("name", item.name);
        text("pattern", item.pattern);
        text("provider", item.provider);
        text("service", item.service);
        text("party", item.third_party ? "third" : "first");
        text("domain", item.domain);
        text("purpose", item.purpose);
        text("type", item.type);
        json_.key("lifetime").begin_object();
        text("kind", kKinds[static_cast<std::size_t>(item.duration.kind)]);
        json_.key("seconds").number(item.duration.seconds);
        json_.key("renewed").boolean(item.renewed);
        text("text", item.remark);
        text("configurable", item.configurable);
        json_.end_object().end_object();
    }

    void write(const Declaration::Service& service) {
        json_.begin_object();
        text("id", service.id);
        text("title", service.title);
        text("provider", service.provider);
        text("privacyUrl", service.privacy_url);
        text("description", service.description);
        json_.key("purposes").begin_array();
        for (const Declaration::Use& purpose : service.purposes) {
            json_.begin_object();
            text("title", purpose.title);
            text("description", purpose.description);
            json_.end_object();
        }
        json_.end_array().key("optOuts").begin_array();
        for (const Declaration::OptOut& opt_out : service.opt_outs) {
            json_.begin_object();
            text("title", opt_out.title);
            text("url", opt_out.url);
            json_.end_object();
        }
        json_.end_array().end_object();
    }

    base::JsonWriter json_;
};

}  // namespace

std::string to_json(const Declaration& declaration) {
    std::string out;
    DeclarationWriter(out).write(declaration);
    return out;
}

}  // namespace assent::author
