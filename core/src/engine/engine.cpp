#include "assent/engine.h"

#include <optional>

#include "base/flat_text.h"
#include "base/number.h"
#include "consent/cookie.h"
#include "engine/outcome.h"
#include "gate/gate.h"
#include "view/language.h"
#include "view/view.h"

namespace assent {
namespace {

using consent::Choices;
using consent::Source;
using consent::Standing;
using engine::Effects;
using engine::write_error;
using gate::Reason;
using gate::Verdict;

// Keys that contexts and events have in common; what a text does not say is left empty.
struct Said {
    std::optional<std::uint32_t> now;
    std::optional<std::uint64_t> nonce;
    std::optional<std::string_view> cookie;
    std::string_view url, lang, langs, region, view;
    bool gpc = false;

    explicit Said(std::string_view text) {
        base::FlatLine line;
        while (base::next_line(text, line)) {
            if (line.key == "now") now = base::parse_decimal(line.value);
            else if (line.key == "nonce") nonce = base::parse_hex16(line.value);
            else if (line.key == "cookie") cookie = line.value;
            else if (line.key == "url") url = line.value;
            else if (line.key == "lang") lang = line.value;
            else if (line.key == "langs") langs = line.value;
            else if (line.key == "region") region = line.value;
            else if (line.key == "view") view = line.value;
            else if (line.key == "gpc") gpc = line.value == "1";
        }
    }
};

constexpr std::uint8_t answer_of(Standing standing) {
    switch (standing) {
        case Standing::exempt: return pack(Verdict::allow, Reason::exempt);
        case Standing::granted: return pack(Verdict::allow, Reason::granted);
        case Standing::unobjected: return pack(Verdict::allow, Reason::unobjected);
        case Standing::refused: return pack(Verdict::drop, Reason::refused);
        case Standing::objected: return pack(Verdict::drop, Reason::objected);
        case Standing::not_asked: break;
    }
    return pack(Verdict::hold, Reason::not_asked);
}

constexpr bool allows(std::uint8_t answer) { return gate::verdict_of(answer) == Verdict::allow; }

std::string malformed(std::string_view message) { return write_error("event-malformed", message); }

}  // namespace

// One page under one policy.
struct Engine::Visit {
    std::string bytes, page, browser_languages;  // what the parts below point into
    policy::Image image;
    consent::State state;
    gate::Gate gate;
    std::size_t language = 0;
    base::Array<std::uint8_t> answers;  // of the categories, then of the services
    bool all_refused = false;
    bool is_open = false;

    gate::Standings standings() const {
        const std::size_t categories = image.categories().size();
        return {answers.all().first(categories), answers.all().subspan(categories), all_refused};
    }

    std::string outcome(const Effects& effects = {}) const { return write_outcome(image, state, language, effects); }

    // Works the answers out anew after the state has changed; tells what became allowed and what no longer is.
    struct Change {
        bool gained = false, lost = false;
    };
    Change refresh() {
        Change change;
        const std::size_t categories = image.categories().size();
        all_refused = state.answered();
        for (std::size_t i = 0; i < answers.size(); ++i) {
            const Standing standing = i < categories ? state.category(i) : state.service(i - categories);
            const std::uint8_t answer = answer_of(standing);
            if (is_on(standing) && standing != Standing::exempt) all_refused = false;
            change.gained = change.gained || (allows(answer) && !allows(answers[i]));
            change.lost = change.lost || (!allows(answer) && allows(answers[i]));
            answers[i] = answer;
        }
        return change;
    }

    // Whether something may be on the device that must not be.
    bool must_sweep() const {
        if (image.hold_undeclared()) return true;
        for (std::size_t i = 0; i < image.services().size(); ++i) {
            const policy::Image::Service& service = image.services()[i];
            bool stores = !service.cookies.empty();
            for (const policy::Strings& names : service.storage) stores = stores || !names.empty();
            if (stores && !is_on(state.service(i))) return true;
        }
        return false;
    }

    std::string open(std::string_view context);
    std::string choose(Source source, const Choices& choices, const Said& said);
    std::string save(std::string_view event, const Said& said);
    std::string sync(const Said& said);
};

std::string Engine::Visit::open(std::string_view context) {
    const Said said(context);
    page = said.url;
    browser_languages = said.langs;
    gate.set_page(page);
    if (!said.now) return write_error("context-malformed", "`now` must be the seconds since 1970.");
    if (const policy::ImageError error = image.open(bytes); error != policy::ImageError::none) {
        return write_error(code_of(error), "The policy image can't be used. Whatever is not plainly the page's own stays held.");
    }

    gate = gate::Gate(image);
    gate.set_page(page);
    state = consent::State(image, consent::Law(image, consent::find_jurisdiction(image, said.region), said.gpc));
    state.load(consent::find_record(said.cookie.value_or(""), image.record_cookie()), *said.now);
    language = view::pick_language(image, said.lang, browser_languages);
    answers = base::Array<std::uint8_t>(image.categories().size() + image.services().size());
    refresh();
    is_open = true;

    Effects effects;
    effects.sweep = must_sweep();
    if (state.ask()) effects.show = "banner";
    return outcome(effects);
}

std::string Engine::Visit::choose(Source source, const Choices& choices, const Said& said) {
    state.choose(source, choices, *said.now, *said.nonce);
    const Change change = refresh();
    const gate::Url url = gate::parse_url(page);
    const consent::Record& record = state.record();
    // What the strict grade keeps closed by a CSP opens with the next document only.
    const bool withdrawn = source == Source::withdraw, anew = change.gained && image.grade() == policy::Grade::strict;

    Effects effects;
    effects.write_cookie = consent::assignment(image, consent::encode(record), record.lifetime.seconds(), {url.host, url.scheme == "https"});
    effects.hide = state.answered();
    effects.sweep = must_sweep();
    effects.release = !withdrawn && !anew;
    effects.publish = true;
    effects.status = withdrawn ? "withdrawn" : "saved";
    effects.reload = anew ? "accept" : withdrawn || change.lost ? "withdraw" : "";
    return outcome(effects);
}

// Categories first, whatever the order of the lines: a service's line beats its category's. What no line names stays as it is.
std::string Engine::Visit::save(std::string_view event, const Said& said) {
    Choices choices = state.current();
    bool categories = false, services = false;
    for (const bool service : {false, true}) {
        const std::string_view prefix = service ? "service." : "category.";
        std::string_view text = event;
        base::FlatLine line;
        while (base::next_line(text, line)) {
            if (line.key.substr(0, prefix.size()) != prefix) continue;
            if (line.value != "0" && line.value != "1") return malformed("A choice is 0 or 1.");
            const std::string_view id = line.key.substr(prefix.size());
            const std::size_t count = service ? image.services().size() : image.categories().size();
            std::size_t i = 0;
            while (i < count && id != (service ? image.services()[i].id : image.categories()[i].id)) ++i;
            if (i == count) return malformed("The policy has no such category or service.");
            if (service) state.set_service(choices, i, line.value == "1");
            else state.set_category(choices, i, line.value == "1");
            (service ? services : categories) = true;
        }
    }
    // Only single services, and the question not answered yet: it stays open.
    return choose(services && !categories && !state.answered() ? Source::service : Source::save, choices, said);
}

// Another tab may have chosen, or the record may have run out since.
std::string Engine::Visit::sync(const Said& said) {
    const consent::Status status = state.status();
    const std::string record = consent::encode(state.record());
    state.load(consent::find_record(*said.cookie, image.record_cookie()), *said.now);
    if (status == state.status() && record == consent::encode(state.record())) return outcome();
    refresh();

    Effects effects;
    effects.hide = !state.ask();
    effects.sweep = must_sweep();
    effects.release = effects.publish = true;
    effects.status = "changed";
    if (state.ask()) effects.show = "banner";
    return outcome(effects);
}

Engine::Engine() : visit_(new Visit) {}
Engine::~Engine() = default;

std::string Engine::open(std::string image, std::string_view context) {
    visit_.reset(new Visit);
    visit_->bytes = std::move(image);
    return visit_->open(context);
}

std::string Engine::send(std::string_view event) {
    Visit& visit = *visit_;
    if (!visit.is_open) return write_error("not-open", "No policy is open.");
    const std::string_view name = event.substr(0, event.find('\n'));
    const Said said(event);

    if (name == "language") {
        visit.language = view::pick_language(visit.image, said.lang, visit.browser_languages);
        return visit.outcome();
    }
    if (name == "close") {
        Effects effects;
        effects.hide = true;
        return visit.outcome(effects);
    }
    if (name == "show") {
        if (said.view != "banner" && said.view != "preferences") return malformed("`view` is banner or preferences.");
        Effects effects;
        effects.show = said.view;
        return visit.outcome(effects);
    }
    if (name == "sync") {
        if (!said.now || !said.cookie) return malformed("`now` and `cookie` must be given.");
        return visit.sync(said);
    }
    const bool accept = name == "accept-all", reject = name == "reject-all", withdraw = name == "withdraw", save = name == "save";
    if (!accept && !reject && !withdraw && !save) return write_error("event-unknown", "There is no such event.");
    if (!said.now || !said.nonce) return malformed("`now` must be the seconds since 1970, `nonce` 16 hexadecimal digits.");
    if (save) return visit.save(event, said);
    const Source source = accept ? Source::accept_all : reject ? Source::reject_all : Source::withdraw;
    return visit.choose(source, accept ? visit.state.everything() : Choices{}, said);
}

std::int32_t Engine::decide(int kind, std::string_view subject) const { return visit_->gate.decide(kind, subject, visit_->standings()); }

std::string Engine::view(std::string_view name) const {
    if (!visit_->is_open) return write_error("not-open", "No policy is open.");
    std::string text = view::write({visit_->image, visit_->state, visit_->language}, name);
    return text.empty() ? write_error("view-unknown", "There is no such view.") : text;
}

}  // namespace assent
