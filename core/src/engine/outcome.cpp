#include "engine/outcome.h"

#include "base/json_writer.h"
#include "base/number.h"

namespace assent::engine {
namespace {

std::string hex16(std::uint64_t value) {
    std::string text;
    base::append_hex(text, value, 16);
    return text;
}

void write_state(base::JsonWriter& json, const policy::Image& image, const consent::State& state, std::size_t language) {
    const consent::Law& law = state.law();
    const bool stands = state.stands();
    const consent::Record& record = state.record();
    json.key("status").text(policy::name_of(consent::kStatusNames, state.status()));
    json.key("ask").boolean(state.ask());
    json.key("source").text(policy::name_of(consent::kSourceNames, stands ? record.source : consent::Source::none));
    json.key("language").text(image.languages()[language]);
    json.key("dir").text(image.text(language, policy::TextKey::language_dir));
    json.key("mode").text(policy::name_of(policy::kModeNames, law.mode()));
    json.key("jurisdiction").text(law.jurisdiction() < 0 ? "" : image.jurisdictions()[static_cast<std::size_t>(law.jurisdiction())].id);
    json.key("gpc").boolean(law.gpc());
    json.key("fingerprint").text(hex16(image.fingerprint()));
    json.key("record").text(stands ? consent::encode(record) : std::string());
    json.key("id").text(stands ? hex16(record.id) : std::string());
    json.key("at").number(stands ? record.at : 0);
    json.key("expires").number(stands ? static_cast<std::int64_t>(record.expires()) : 0);
    json.key("categories").begin_object();
    for (std::size_t i = 0; i < image.categories().size(); ++i) json.key(image.categories()[i].id).boolean(is_on(state.category(i)));
    json.end_object().key("services").begin_object();
    for (std::size_t i = 0; i < image.services().size(); ++i) json.key(image.services()[i].id).boolean(is_on(state.service(i)));
    json.end_object();
}

}  // namespace

std::string write_outcome(const policy::Image& image, const consent::State& state, std::size_t language, const Effects& effects) {
    std::string out;
    base::JsonWriter json(out);
    json.begin_object().key("state").begin_object();
    write_state(json, image, state, language);
    json.end_object().key("effects").begin_array();
    const auto put = [&](bool wanted, const char* what, const char* key, const std::string_view& value) {
        if (!wanted) return;
        json.begin_object().key("do").text(what);
        if (key != nullptr) json.key(key).text(value);
        json.end_object();
    };
    put(!effects.write_cookie.empty(), "write-cookie", "cookie", effects.write_cookie);
    put(effects.hide, "hide", nullptr, {});
    put(effects.sweep, "sweep", nullptr, {});
    put(effects.release, "release", nullptr, {});
    put(effects.publish, "publish", "event", "change");
    put(!effects.status.empty(), "status", "key", effects.status);
    put(!effects.reload.empty(), "reload", "why", effects.reload);
    put(!effects.show.empty(), "show", "view", effects.show);
    json.end_array().end_object();
    return out;
}

std::string write_error(const char* code, const char* message) {
    std::string out;
    base::JsonWriter(out).begin_object().key("error").begin_object().key("code").text(code).key("message").text(message).end_object().end_object();
    return out;
}

}  // namespace assent::engine
