#include "view/view.h"

#include "base/ascii.h"
#include "base/json_writer.h"
#include "base/number.h"
#include "gate/pattern.h"
#include "view/template.h"

namespace assent::view {
namespace {

using base::Text;
using policy::name_of;
using policy::TextKey;

constexpr const char* kViewNames[] = {"banner", "preferences", "placeholder", "status", "policy"};
enum ViewIndex : std::size_t { kBanner, kPreferences, kPlaceholder, kStatus, kPolicy };

// By ViewIndex.
constexpr const char* kViews[] = {
    kTemplate<R"({<face>,"layout":<layout>,"position":<position>,<look>,"actions":[<actions>],"title":<banner.title>,"body":<body>,)"
              R"("region":<banner.region>,"labels":{"accept-all":<banner.accept-all>,"reject-all":<banner.reject-all>,)"
              R"("preferences":<banner.preferences>},"links":[<links>],"reopen":{"show":<reopen>,"position":<reopen-position>,)"
              R"("label":<reopen.label>},"notice":<notice>,"status":<status>})">.data(),
    kTemplate<R"({<face>,<look>,"actions":[<actions>],"title":<preferences.title>,"intro":<preferences.intro>,"labels":{"save":<preferences.save>,)"
              R"("accept-all":<preferences.accept-all>,"reject-all":<preferences.reject-all>,"close":<preferences.close>,)"
              R"("on":<preferences.on>,"off":<preferences.off>,"always":<preferences.always>,"withdraw":<preferences.withdraw>,)"
              R"("privacy":<preferences.privacy>},"categories":[<categories>]})">.data(),
    kTemplate<R"({<face>,<look>,"labels":{"region":<placeholder.region>,"reason":<placeholder.reason>,"once":<placeholder.once>,)"
              R"("always":<placeholder.always>,"open":<placeholder.open>,"privacy":<placeholder.privacy>,"loading":<placeholder.loading>,)"
              R"("failed":<placeholder.failed>,"retry":<placeholder.retry>},"services":{<services>}})">.data(),
    kTemplate<R"({<face>,"saved":<status.saved>,"withdrawn":<status.withdrawn>,"loaded":<status.loaded>,"changed":<status.changed>})">.data(),
    kTemplate<R"({"site":{"name":<site-name>,"url":<site-url>,"policyUrl":<policy-url>,"cookiePageUrl":<cookie-page-url>},"grade":<grade>,)"
              R"("cookie":<cookie>,"ownHosts":[<own-hosts>],"necessaryHosts":[<necessary-hosts>],"holdHosts":[<hold-hosts>],)"
              R"("categories":[<categories>],"services":[<services>]})">.data(),
};
constexpr const char* kFace = kTemplate<R"("lang":<lang>,"dir":<language.dir>)">.data();
constexpr const char* kLook = kTemplate<R"("theme":{<theme>},"density":<density>)">.data();
constexpr const char* kFacts = kTemplate<R"("title":<title>,"provider":<provider>,"privacyUrl":<privacy-url>)">.data();
constexpr const char* kLink = kTemplate<R"({"title":<first>,"url":<second>})">.data();
constexpr const char* kMember = kTemplate<R"(<first>:<second>)">.data();
// A text that depends on a number, in all its forms: which one to take is the page's to say, it has the locale.
constexpr const char* kCount = kTemplate<R"({"n":<number>,"forms":{<forms>}})">.data();

// The categories and services of the views.
constexpr const char* kPreferencesCategory =
    kTemplate<R"({"id":<id>,"title":<title>,"description":<description>,"exempt":<always>,"granted":<granted>,"count":<count>,)"
              R"("services":[<services>]})">.data();
constexpr const char* kPreferencesService =
    kTemplate<R"({"id":<id>,<facts>,"description":<description>,"granted":<granted>,"optOuts":[<opt-outs>]})">.data();
constexpr const char* kPlaceholderService = kTemplate<R"(<id>:{<facts>})">.data();
constexpr const char* kPolicyCategory = kTemplate<R"({"id":<id>,"exempt":<exempt>})">.data();
constexpr const char* kPolicyService = kTemplate<R"({"id":<id>,<facts>,"category":<category>})">.data();

constexpr const char* kOutcome =
    kTemplate<R"({"state":{"status":<status>,"ask":<ask>,"source":<source>,"language":<lang>,"dir":<language.dir>,"mode":<mode>,)"
              R"("jurisdiction":<jurisdiction>,"gpc":<gpc>,"fingerprint":<fingerprint>,"record":<record>,"id":<record-id>,"at":<at>,)"
              R"("expires":<expires>,"categories":{<category-grants>},"services":{<service-grants>}},"effects":[<effects>]})">.data();
constexpr const char* kGrant = kTemplate<R"(<id>:<granted>)">.data();
// By the bits of Effect.
constexpr const char* kEffects[] = {
    kTemplate<R"({"do":"write-cookie","cookie":<first>})">.data(),
    R"({"do":"hide"})",
    R"({"do":"sweep"})",
    R"({"do":"release"})",
    R"({"do":"publish","event":"change"})",
    R"({"do":"status","key":"saved"})",
    R"({"do":"status","key":"withdrawn"})",
    R"({"do":"status","key":"changed"})",
    R"({"do":"reload","why":"accept"})",
    R"({"do":"reload","why":"withdraw"})",
    R"({"do":"show","view":"banner"})",
    R"({"do":"show","view":"preferences"})",
};

// Fills templates. What a hole says depends on the item (category or service) that is being written, or on what was last put into
// `number_`, `first` and `second`.
class Writer {
public:
    explicit Writer(const Subject& subject)
        : image_(subject.image), state_(subject.state), law_(subject.state.law()), language_(subject.language) {}

    void fill(const char* source) {
        for (; *source != '\0'; ++source) {
            const unsigned char byte = static_cast<unsigned char>(*source);
            if (byte >= kFirstText) put(words(static_cast<TextKey>(byte - kFirstText)));
            else if (byte >= kFirstSlot) put_slot(static_cast<Slot>(byte - kFirstSlot));
            else out.push_back(*source);
        }
    }

    base::Buffer out;
    std::size_t view = SIZE_MAX;  // a ViewIndex, or none
    unsigned effects = 0;
    std::string_view first, second;

private:
    void put_slot(Slot slot);
    void put(const std::string_view& text) {
        out.push_back('"');
        base::append_json_escaped(out, text);
        out.push_back('"');
    }
    void put(Text text) { put(std::string_view(text)); }
    void put_flag(bool flag) { out.append(flag ? "true" : "false"); }
    void put_hex(std::uint64_t value);
    void put_pair(const char* source, const std::string_view& one, const std::string_view& other);
    void put_items(std::size_t from, std::size_t to, const char* source);
    void put_hosts(bool exempt);
    void put_notice();
    void put_count(std::size_t count);
    void comma() {
        if (out.back() != '[' && out.back() != '{') out.push_back(',');
    }

    Text words(TextKey key) const { return image_.text(language_, key); }
    std::size_t categories() const { return image_.categories().size(); }
    const policy::Image::Service& service() const { return image_.services()[item_ - categories()]; }
    std::size_t services_in(std::size_t category) const;
    bool leaves_out(std::size_t owner) const;

    const policy::Image& image_;
    const consent::State& state_;
    const consent::Law& law_;
    const std::size_t language_;
    std::size_t item_ = 0, number_ = 0;
};

std::size_t Writer::services_in(std::size_t category) const {
    std::size_t count = 0;
    for (const policy::Image::Service& each : image_.services()) count += each.category == category;
    return count;
}

void Writer::put_hex(std::uint64_t value) {
    out.push_back('"');
    base::append_hex(out, value, 16);
    out.push_back('"');
}

void Writer::put_pair(const char* source, const std::string_view& one, const std::string_view& other) {
    comma();
    first = one;
    second = other;
    fill(source);
}

// Preferences show services in their category. A category that nothing is in and "accept all" leaves off would be a question without
// a meaning.
bool Writer::leaves_out(std::size_t owner) const {
    if (view != kPreferences) return false;
    if (item_ >= categories()) return image_.category_of(item_) != owner;
    return consent::is_undescribed(image_, item_) && services_in(item_) == 0;
}

void Writer::put_items(std::size_t from, std::size_t to, const char* source) {
    const std::size_t owner = item_;
    for (item_ = from; item_ < to; ++item_) {
        if (leaves_out(owner)) continue;
        comma();
        fill(source);
    }
    item_ = owner;
}

// The hosts of URL patterns as patterns, with "*." and port, without scheme and path. One may come more than once.
void Writer::put_hosts(bool exempt) {
    for (const policy::Image::Service& each : image_.services()) {
        if (law_.exempt(each.category) != exempt) continue;
        for (const Text pattern : each.urls) {
            const std::string_view host = gate::parse_pattern(pattern).authority;
            if (host.empty()) continue;
            comma();
            put(host);
        }
    }
}

// Why the visitor is asked again, and that a privacy signal was honoured (11 CCR 7025(c)(6) wants its status displayed).
void Writer::put_notice() {
    const bool changed = state_.policy_changed(), signal = state_.signal_honoured();
    out.push_back('"');
    if (changed) base::append_json_escaped(out, words(TextKey::banner_changed));
    if (changed && signal) out.push_back(' ');
    if (signal) base::append_json_escaped(out, words(TextKey::banner_gpc));
    out.push_back('"');
}

void Writer::put_count(std::size_t count) {
    number_ = count;
    fill(kCount);
}

void Writer::put_slot(Slot slot) {
    static constexpr consent::Record kNone;
    const consent::Record& record = state_.stands() ? state_.record() : kNone;
    switch (slot) {
        case Slot::face: return fill(kFace);
        case Slot::look: return fill(kLook);
        case Slot::facts: return fill(kFacts);
        case Slot::first: return put(first);
        case Slot::second: return put(second);
        case Slot::number: return base::append_decimal(out, number_);

        case Slot::lang: return put(image_.languages()[language_]);
        case Slot::layout: return put(name_of(policy::kLayoutNames, image_.layout()));
        case Slot::position: return put(name_of(policy::kPositionNames, image_.position()));
        case Slot::density: return put(name_of(policy::kDensityNames, image_.density()));
        case Slot::reopen: return put_flag(image_.reopen());
        case Slot::reopen_position: return put(name_of(policy::kPositionNames, image_.reopen_position()));
        // Permission is asked for where nothing happens before it is given; elsewhere what happens goes on until it is refused.
        case Slot::body: return put(words(law_.mode() == policy::Mode::opt_in ? TextKey::banner_body : TextKey::banner_body_opt_out));
        case Slot::notice: return put_notice();
        case Slot::site_name: return put(image_.site_name());
        case Slot::site_url: return put(image_.site_url());
        case Slot::policy_url: return put(image_.policy_url());
        case Slot::cookie_page_url: return put(image_.cookie_page_url());
        case Slot::grade: return put(name_of(policy::kGradeNames, image_.grade()));
        case Slot::cookie: return put(image_.record_cookie());
        case Slot::own_hosts:
            for (const Text host : image_.own_hosts()) {
                comma();
                put(host);
            }
            return;
        case Slot::necessary_hosts: return put_hosts(true);
        case Slot::hold_hosts: return put_hosts(false);
        case Slot::theme:
            for (std::size_t i = 0; i + 1 < image_.theme().size(); i += 2) put_pair(kMember, image_.theme()[i], image_.theme()[i + 1]);
            return;
        case Slot::actions:
            for (const policy::Action action : view == kPreferences ? image_.preferences_actions() : image_.actions()) {
                comma();
                put(name_of(policy::kActionNames, action));
            }
            return;
        case Slot::links:
            for (std::size_t i = 0; i < image_.link_urls().size(); ++i) put_pair(kLink, image_.link_title(language_, i), image_.link_urls()[i]);
            return;

        case Slot::categories: return put_items(0, categories(), view == kPreferences ? kPreferencesCategory : kPolicyCategory);
        case Slot::services:
            return put_items(categories(), image_.items(),
                             view == kPreferences ? kPreferencesService : view == kPlaceholder ? kPlaceholderService : kPolicyService);
        case Slot::category_grants: return put_items(0, categories(), kGrant);
        case Slot::service_grants: return put_items(categories(), image_.items(), kGrant);

        case Slot::id: return put(image_.id_of(item_));
        case Slot::title: return put(image_.title_of(language_, item_));
        case Slot::description: return put(image_.description_of(language_, item_));
        case Slot::granted: return put_flag(is_on(state_.standing(item_)));
        case Slot::always: return put_flag(law_.always_on(item_));
        case Slot::exempt: return put_flag(law_.exempt(item_));
        case Slot::count: return put_count(services_in(item_));
        case Slot::forms: {
            std::string_view message = words(TextKey::preferences_services);
            policy::PluralForm form;
            while (policy::next_form(message, form)) put_pair(kMember, form.name, form.text);
            return;
        }
        case Slot::provider: return put(service().provider);
        case Slot::privacy_url: return put(service().privacy_url);
        case Slot::category: return base::append_decimal(out, service().category);
        case Slot::opt_outs:
            for (std::size_t i = 0; i < service().opt_out_urls.size(); ++i) {
                put_pair(kLink, image_.opt_out_title(language_, item_ - categories(), i), service().opt_out_urls[i]);
            }
            return;

        case Slot::status: return put(name_of(consent::kStatusNames, state_.status()));
        case Slot::ask: return put_flag(state_.ask());
        case Slot::source: return put(name_of(consent::kSourceNames, record ? record.source() : consent::Source::none));
        case Slot::mode: return put(name_of(policy::kModeNames, law_.mode()));
        case Slot::jurisdiction:
            return put(law_.jurisdiction() < 0 ? Text("") : image_.jurisdictions()[static_cast<std::size_t>(law_.jurisdiction())].id);
        case Slot::gpc: return put_flag(law_.gpc());
        case Slot::fingerprint: return put_hex(image_.fingerprint());
        case Slot::record:
            out.push_back('"');
            record.write(out);
            return out.push_back('"');
        case Slot::record_id: return record ? put_hex(record.id()) : put(Text(""));
        case Slot::at: return base::append_decimal(out, record.at());
        case Slot::expires: return base::append_decimal(out, record.expires());
        case Slot::effects:
            for (std::size_t i = 0; i < std::size(kEffects); ++i) {
                if ((effects >> i & 1) == 0) continue;
                comma();
                fill(kEffects[i]);
            }
            return;
    }
}

}  // namespace

base::Buffer write_view(const Subject& subject, const std::string_view& name) {
    Writer writer(subject);
    for (std::size_t i = 0; i < std::size(kViews); ++i) {
        if (!base::same(name, kViewNames[i])) continue;
        writer.view = i;
        writer.fill(kViews[i]);
    }
    return std::move(writer.out);
}

base::Buffer write_outcome(const Subject& subject, unsigned effects, const std::string_view& assignment) {
    Writer writer(subject);
    writer.effects = effects;
    writer.first = assignment;
    writer.fill(kOutcome);
    return std::move(writer.out);
}

base::Buffer write_error(const char* code, const char* message) {
    base::Buffer out;
    out.append(R"({"error":{"code":")").append(code).append(R"(","message":")").append(message).append(R"("}})");
    return out;
}

}  // namespace assent::view
