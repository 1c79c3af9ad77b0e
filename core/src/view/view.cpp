#include "view/view.h"

#include "base/json_writer.h"

namespace assent::view {
namespace {

using policy::name_of;
using policy::TextKey;

class Writer {
public:
    Writer(const Subject& subject, base::Buffer& out)
        : image_(subject.image), state_(subject.state), law_(subject.state.law()), language_(subject.language), json_(out) {}

    void banner();
    void preferences();
    void placeholder();
    void status();
    void policy();

private:
    base::Text words(TextKey key) const { return image_.text(language_, key); }
    std::size_t services_in(std::size_t category) const;

    void put(const char* key, base::Text text) { json_.key(key).text(text); }
    void put(const char* key, const std::string_view& text) { json_.key(key).text(text); }
    void put(const char* key, TextKey text) { put(key, words(text)); }
    void put_flag(const char* key, bool flag) { json_.key(key).boolean(flag); }
    void put_index(const char* key, std::size_t n) { json_.key(key).number(static_cast<std::int64_t>(n)); }
    void put_link(base::Text title, base::Text url);
    void put_count(const char* key, std::size_t n, std::string_view message);
    void put_words(TextKey first, TextKey last);
    void put_face();
    void put_theme();
    void put_notice();
    void put_hosts(const char* key, bool exempt);
    void put_category(std::size_t category);
    void put_service_facts(std::size_t service);
    void put_service(std::size_t service);

    const policy::Image& image_;
    const consent::State& state_;
    const consent::Law& law_;
    const std::size_t language_;
    base::BasicJsonWriter<base::Buffer> json_;
};

std::size_t Writer::services_in(std::size_t category) const {
    std::size_t count = 0;
    for (const policy::Image::Service& service : image_.services()) count += service.category == category;
    return count;
}

void Writer::put_link(base::Text title, base::Text url) {
    json_.begin_object();
    put("title", title);
    put("url", url);
    json_.end_object();
}

// A text that depends on a number, in all its forms: which one to take is the page's to say, it has the locale.
void Writer::put_count(const char* key, std::size_t n, std::string_view message) {
    json_.key(key).begin_object();
    put_index("n", n);
    json_.key("forms").begin_object();
    policy::PluralForm form;
    while (policy::next_form(message, form)) json_.key(form.name).text(form.text);
    json_.end_object().end_object();
}

// The built-in texts from `first` to `last`, whose keys are "group.word", by their word.
void Writer::put_words(TextKey first, TextKey last) {
    for (std::size_t i = static_cast<std::size_t>(first); i <= static_cast<std::size_t>(last); ++i) {
        const char* word = policy::kTextKeyNames[i].data();
        while (*word++ != '.') {}
        const TextKey text = static_cast<TextKey>(i);
        if (text == TextKey::preferences_services) put_count(word, image_.services().size(), words(text));
        else put(text == TextKey::preferences_opt_out ? "optOut" : word, text);
    }
}

void Writer::put_face() {
    put("lang", image_.languages()[language_]);
    put("dir", TextKey::language_dir);
}

void Writer::put_theme() {
    json_.key("theme").begin_object();
    for (std::size_t i = 0; i + 1 < image_.theme().size(); i += 2) put(image_.theme()[i].c_str(), image_.theme()[i + 1]);
    json_.end_object();
    put("density", name_of(policy::kDensityNames, image_.density()));
}

// Why the visitor is asked again, and that a privacy signal was honoured (11 CCR 7025(c)(6) wants its status displayed).
void Writer::put_notice() {
    base::Buffer notice;
    if (state_.policy_changed()) notice.append(words(TextKey::banner_changed));
    if (state_.signal_honoured()) {
        if (!notice.empty()) notice.push_back(' ');
        notice.append(words(TextKey::banner_gpc));
    }
    put("notice", std::string_view(notice));
}

void Writer::banner() {
    put_face();
    put("layout", name_of(policy::kLayoutNames, image_.layout()));
    put("position", name_of(policy::kPositionNames, image_.position()));
    put_theme();
    json_.key("actions").begin_array();
    for (const policy::Action action : image_.actions()) json_.text(name_of(policy::kActionNames, action));
    json_.end_array();
    put("title", TextKey::banner_title);
    put("body", TextKey::banner_body);
    put("region", TextKey::banner_region);
    json_.key("labels").begin_object();
    put_words(TextKey::banner_accept_all, TextKey::banner_preferences);
    json_.end_object().key("links").begin_array();
    for (std::size_t i = 0; i < image_.link_urls().size(); ++i) put_link(image_.link_title(language_, i), image_.link_urls()[i]);
    json_.end_array().key("reopen").begin_object();
    put_flag("show", image_.reopen());
    put("position", name_of(policy::kPositionNames, image_.reopen_position()));
    put("label", TextKey::reopen_label);
    json_.end_object();
    put_notice();
    put("status", name_of(consent::kStatusNames, state_.status()));
}

void Writer::preferences() {
    put_face();
    put_theme();
    put("title", TextKey::preferences_title);
    put("intro", TextKey::preferences_intro);
    json_.key("labels").begin_object();
    put_words(TextKey::preferences_save, TextKey::preferences_opt_out);
    json_.end_object().key("categories").begin_array();
    for (std::size_t i = 0; i < image_.categories().size(); ++i) {
        // A switch that nothing hangs on, and that "accept all" leaves off, would ask a question without a meaning.
        if (services_in(i) > 0 || !consent::is_undescribed(image_, i)) put_category(i);
    }
    json_.end_array();
}

void Writer::put_category(std::size_t category) {
    json_.begin_object();
    put("id", image_.categories()[category].id);
    put("title", image_.category_title(language_, category));
    put("description", image_.category_description(language_, category));
    put_flag("exempt", law_.always_on(category));
    put_flag("granted", is_on(state_.standing(category)));
    put_count("count", services_in(category), words(TextKey::preferences_services));
    json_.key("services").begin_array();
    for (std::size_t i = 0; i < image_.services().size(); ++i) {
        if (image_.services()[i].category == category) put_service(i);
    }
    json_.end_array().end_object();
}

void Writer::put_service_facts(std::size_t service) {
    put("title", image_.service_title(language_, service));
    put("provider", image_.services()[service].provider);
    put("privacyUrl", image_.services()[service].privacy_url);
}

void Writer::put_service(std::size_t service) {
    const policy::Image::Service& facts = image_.services()[service];
    json_.begin_object();
    put("id", facts.id);
    put_service_facts(service);
    put("description", image_.service_description(language_, service));
    put_flag("granted", is_on(state_.standing(image_.categories().size() + service)));
    json_.key("optOuts").begin_array();
    for (std::size_t i = 0; i < facts.opt_out_urls.size(); ++i) put_link(image_.opt_out_title(language_, service, i), facts.opt_out_urls[i]);
    json_.end_array().end_object();
}

void Writer::placeholder() {
    put_face();
    put_theme();
    json_.key("labels").begin_object();
    put_words(TextKey::placeholder_region, TextKey::placeholder_retry);
    json_.end_object().key("services").begin_object();
    for (std::size_t i = 0; i < image_.services().size(); ++i) {
        json_.key(image_.services()[i].id).begin_object();
        put_service_facts(i);
        json_.end_object();
    }
    json_.end_object();
}

void Writer::status() {
    put_face();
    put_words(TextKey::status_saved, TextKey::status_failed);
}

// The hosts of URL patterns as patterns, with "*." and port, without scheme and path. One may come more than once.
void Writer::put_hosts(const char* key, bool exempt) {
    json_.key(key).begin_array();
    for (const policy::Image::Service& service : image_.services()) {
        if (law_.exempt(service.category) != exempt) continue;
        for (std::string_view pattern : service.urls) {
            if (const std::size_t scheme = pattern.find("://"); scheme < pattern.find('/')) pattern.remove_prefix(scheme + 3);
            if (const std::string_view host = pattern.substr(0, pattern.find('/')); !host.empty()) json_.text(host);
        }
    }
    json_.end_array();
}

void Writer::policy() {
    json_.key("site").begin_object();
    put("name", image_.site_name());
    put("url", image_.site_url());
    put("policyUrl", image_.policy_url());
    put("cookiePageUrl", image_.cookie_page_url());
    json_.end_object();
    put("grade", name_of(policy::kGradeNames, image_.grade()));
    put("cookie", image_.record_cookie());
    json_.key("ownHosts").begin_array();
    for (const base::Text host : image_.own_hosts()) json_.text(host);
    json_.end_array();
    put_hosts("necessaryHosts", true);
    put_hosts("holdHosts", false);
    json_.key("categories").begin_array();
    for (std::size_t i = 0; i < image_.categories().size(); ++i) {
        json_.begin_object();
        put("id", image_.categories()[i].id);
        put_flag("exempt", law_.exempt(i));
        json_.end_object();
    }
    json_.end_array().key("services").begin_array();
    for (std::size_t i = 0; i < image_.services().size(); ++i) {
        json_.begin_object();
        put("id", image_.services()[i].id);
        put_service_facts(i);
        put_index("category", image_.services()[i].category);
        json_.end_object();
    }
    json_.end_array();
}

struct Named {
    const char* name;
    void (Writer::*write)();
};
constexpr Named kViews[] = {{"banner", &Writer::banner}, {"preferences", &Writer::preferences}, {"placeholder", &Writer::placeholder}, {"status", &Writer::status}, {"policy", &Writer::policy}};

}  // namespace

base::Buffer write(const Subject& subject, const std::string_view& name) {
    base::Buffer out;
    for (const Named& view : kViews) {
        if (name != view.name) continue;
        out.push_back('{');
        (Writer(subject, out).*view.write)();
        out.push_back('}');
    }
    return out;
}

}  // namespace assent::view
