#include "engine/outcome.h"

#include "base/json_writer.h"
#include "base/number.h"

namespace assent::engine {
namespace {

using Json = base::BasicJsonWriter<base::Buffer>;

void put_hex(Json& json, const char* key, std::uint64_t value) {
    base::Buffer text;
    base::append_hex(text, value, 16);
    json.key(key).text(std::string_view(text));
}

void write_state(Json& json, const policy::Image& image, const consent::State& state, std::size_t language) {
    const consent::Law& law = state.law();
    const consent::Record record = state.stands() ? state.record() : consent::Record{};
    json.key("status").text(policy::name_of(consent::kStatusNames, state.status()));
    json.key("ask").boolean(state.ask());
    json.key("source").text(policy::name_of(consent::kSourceNames, record ? record.source() : consent::Source::none));
    json.key("language").text(image.languages()[language]);
    json.key("dir").text(image.text(language, policy::TextKey::language_dir));
    json.key("mode").text(policy::name_of(policy::kModeNames, law.mode()));
    json.key("jurisdiction").text(law.jurisdiction() < 0 ? "" : image.jurisdictions()[static_cast<std::size_t>(law.jurisdiction())].id);
    json.key("gpc").boolean(law.gpc());
    put_hex(json, "fingerprint", image.fingerprint());
    base::Buffer text;
    record.write(text);
    json.key("record").text(std::string_view(text));
    if (record) put_hex(json, "id", record.id());
    else json.key("id").text("");
    json.key("at").number(record.at());
    json.key("expires").number(static_cast<std::int64_t>(record.expires()));
    json.key("categories").begin_object();
    for (std::size_t item = 0; item < image.items(); ++item) {
        if (item == image.categories().size()) json.end_object().key("services").begin_object();
        json.key(image.id_of(item)).boolean(is_on(state.standing(item)));
    }
    if (image.services().empty()) json.end_object().key("services").begin_object();
    json.end_object();
}

}  // namespace

base::Buffer write_outcome(const policy::Image& image, const consent::State& state, std::size_t language, const Effects& effects) {
    base::Buffer out;
    Json json(out);
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

base::Buffer write_error(const char* code, const char* message) {
    base::Buffer out;
    Json(out).begin_object().key("error").begin_object().key("code").text(code).key("message").text(message).end_object().end_object();
    return out;
}

}  // namespace assent::engine
