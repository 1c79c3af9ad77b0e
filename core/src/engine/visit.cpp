#include "engine/visit.h"

#include "base/ascii.h"
#include "consent/cookie.h"
#include "engine/said.h"
#include "view/language.h"
#include "view/view.h"

namespace assent::engine {
namespace {

using base::Buffer;
using consent::Choices;
using consent::Source;
using consent::Standing;
using gate::Reason;
using gate::Verdict;

// By Standing.
constexpr std::uint8_t kAnswers[] = {pack(Verdict::allow, Reason::exempt), pack(Verdict::allow, Reason::granted), pack(Verdict::allow, Reason::unobjected),
                                     pack(Verdict::drop, Reason::refused), pack(Verdict::drop, Reason::objected), pack(Verdict::hold, Reason::not_asked)};

Buffer malformed(const char* message) { return write_error("event-malformed", message); }
Buffer not_open() { return write_error("not-open", "No policy is open."); }

}  // namespace

Buffer Visit::outcome(const Effects& effects) const { return write_outcome(image_, state_, language_, effects); }

// Works the answers out anew after the state has changed.
Visit::Change Visit::refresh() {
    Change change;
    all_refused_ = state_.answered();
    for (std::size_t item = 0; item < answers_.size(); ++item) {
        const Standing standing = state_.standing(item);
        const std::uint8_t answer = kAnswers[static_cast<std::size_t>(standing)];
        const bool was_on = gate::verdict_of(answers_[item]) == Verdict::allow;
        if (is_on(standing) && standing != Standing::exempt) all_refused_ = false;
        if (is_on(standing) != was_on) (was_on ? change.lost : change.gained) = true;
        answers_[item] = answer;
    }
    return change;
}

// Whether something may be on the device that must not be.
bool Visit::must_sweep() const {
    if (image_.hold_undeclared()) return true;
    for (std::size_t i = 0; i < image_.services().size(); ++i) {
        const policy::Image::Service& service = image_.services()[i];
        std::size_t names = service.cookies.size();
        for (const policy::Strings& list : service.storage) names += list.size();
        if (names > 0 && !is_on(state_.standing(image_.categories().size() + i))) return true;
    }
    return false;
}

Buffer Visit::open(const std::string_view& image, const std::string_view& context) {
    bytes_.append(image);
    context_.append(context);
    const Said said(context_);
    page_ = gate::parse_url(said[Key::url]);
    gate_.set_own_host(page_.host);
    browser_languages_ = said[Key::langs];
    if (!said.has_time) return write_error("context-malformed", "`now` must be the seconds since 1970.");
    if (const policy::ImageError error = image_.open(bytes_); error != policy::ImageError::none) {
        return write_error(code_of(error).data(), "The policy image can't be used.");
    }

    gate_.open(image_);
    state_.open(image_, consent::Law(image_, consent::find_jurisdiction(image_, said[Key::region]), said[Key::gpc] == "1"));
    state_.load(consent::find_record(said[Key::cookie], image_.record_cookie()), said.now);
    language_ = view::pick_language(image_, said[Key::lang], browser_languages_);
    answers_ = base::Array<std::uint8_t>(image_.items());
    refresh();
    is_open_ = true;

    Effects effects;
    effects.sweep = must_sweep();
    if (state_.ask()) effects.show = "banner";
    return outcome(effects);
}

Buffer Visit::choose(Source source, const Choices& choices, const Said& said) {
    state_.choose(source, choices, said.now, said.nonce);
    const Change change = refresh();
    // What the strict grade keeps closed by a CSP opens with the next document only.
    const bool withdrawn = source == Source::withdraw, anew = change.gained && image_.grade() == policy::Grade::strict;

    Effects effects;
    effects.write_cookie = consent::assignment(image_, state_.record(), page_.host, page_.scheme == "https");
    effects.hide = state_.answered();
    effects.sweep = must_sweep();
    effects.release = !withdrawn && !anew;
    effects.publish = true;
    effects.status = withdrawn ? "withdrawn" : "saved";
    effects.reload = anew ? "accept" : withdrawn || change.lost ? "withdraw" : "";
    return outcome(effects);
}

// Categories first, whatever the order of the lines: a service's line beats its category's. What no line names stays as it is.
Buffer Visit::save(std::string_view event, const Said& said) {
    Choices choices = state_.current();
    bool named[2] = {};  // categories, services
    for (const bool service : {false, true}) {
        std::string_view text = event;
        base::FlatLine line;
        while (base::next_line(text, line)) {
            std::string_view kind;
            if (!base::cut(line.key, '.', kind) || kind != (service ? "service" : "category")) continue;
            std::size_t item = service ? image_.categories().size() : 0;
            const std::size_t end = service ? image_.items() : image_.categories().size();
            while (item < end && image_.id_of(item) != line.key) ++item;
            const bool on = line.value == "1";
            if (item == end || (!on && line.value != "0")) return malformed("A choice is a category or service of the policy, and 0 or 1.");
            state_.set(choices, item, on);
            named[service] = true;
        }
    }
    // Only single services, and the question not answered yet: it stays open.
    return choose(named[1] && !named[0] && !state_.answered() ? Source::service : Source::save, choices, said);
}

// Another tab may have chosen, or the record may have run out since.
Buffer Visit::sync(const Said& said) {
    if (!said.has_time || said[Key::cookie].data() == nullptr) return malformed("`now` and `cookie` must be given.");
    const consent::Status status = state_.status();
    const consent::Record record = state_.record();
    state_.load(consent::find_record(said[Key::cookie], image_.record_cookie()), said.now);
    Effects effects;
    if (status != state_.status() || !(record == state_.record())) {
        refresh();
        const bool ask = state_.ask();
        effects.hide = !ask;
        effects.sweep = must_sweep();
        effects.release = effects.publish = true;
        effects.status = "changed";
        if (ask) effects.show = "banner";
    }
    return outcome(effects);
}

Buffer Visit::send(const std::string_view& event) {
    if (!is_open_) return not_open();
    const Said said(event);
    std::string_view rest = event, name;
    base::cut(rest, '\n', name);
    const Event what = static_cast<Event>(find(kEvents, name));
    if (what <= Event::save && !(said.has_time && said.has_nonce)) {
        return malformed("`now` must be the seconds since 1970, `nonce` 16 hexadecimal digits.");
    }
    Effects effects;
    switch (what) {
        case Event::accept_all: return choose(Source::accept_all, state_.everything(), said);
        case Event::reject_all: return choose(Source::reject_all, {}, said);
        case Event::withdraw: return choose(Source::withdraw, {}, said);
        case Event::save: return save(event, said);
        case Event::sync: return sync(said);
        case Event::show:
            effects.show = said[Key::view];
            if (effects.show != "banner" && effects.show != "preferences") return malformed("`view` is banner or preferences.");
            break;
        case Event::close: effects.hide = true; break;
        case Event::language: language_ = view::pick_language(image_, said[Key::lang], browser_languages_); break;
        default: return write_error("event-unknown", "There is no such event.");
    }
    return outcome(effects);
}

std::int32_t Visit::decide(int kind, const std::string_view& subject) const { return gate_.decide(kind, subject, {answers_.all().data(), all_refused_}); }

Buffer Visit::view(const std::string_view& name) const {
    if (!is_open_) return not_open();
    Buffer text = view::write({image_, state_, language_}, name);
    return text.empty() ? write_error("view-unknown", "There is no such view.") : std::move(text);
}

}  // namespace assent::engine
