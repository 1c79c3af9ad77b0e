#include "assent/engine.h"

#include <iterator>
#include <span>

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

// What a context or an event says, by key.
enum class Key : std::size_t { now, nonce, cookie, url, lang, langs, region, gpc, view };
constexpr const char* kKeys[] = {"now", "nonce", "cookie", "url", "lang", "langs", "region", "gpc", "view"};

enum class Event { accept_all, reject_all, withdraw, save, sync, show, close, language };
constexpr const char* kEvents[] = {"accept-all", "reject-all", "withdraw", "save", "sync", "show", "close", "language"};

// The place of `word` in a list, or the list's length.
std::size_t find(std::span<const char* const> list, const std::string_view& word) {
    std::size_t i = 0;
    while (i < list.size() && list[i] != word) ++i;
    return i;
}

struct Said {
    explicit Said(std::string_view text) {
        base::FlatLine line;
        while (base::next_line(text, line)) {
            if (const std::size_t key = find(kKeys, line.key); key < std::size(kKeys)) values[key] = line.value;
        }
        has_time = base::parse_decimal((*this)[Key::now], now);
        has_nonce = base::parse_hex16((*this)[Key::nonce], nonce);
    }

    const std::string_view& operator[](Key key) const { return values[static_cast<std::size_t>(key)]; }

    std::string_view values[std::size(kKeys)];  // null: not said
    std::uint32_t now = 0;
    std::uint64_t nonce = 0;
    bool has_time, has_nonce;
};

// By Standing.
constexpr std::uint8_t kAnswers[] = {pack(Verdict::allow, Reason::exempt), pack(Verdict::allow, Reason::granted), pack(Verdict::allow, Reason::unobjected),
                                     pack(Verdict::drop, Reason::refused), pack(Verdict::drop, Reason::objected), pack(Verdict::hold, Reason::not_asked)};

constexpr bool allows(std::uint8_t answer) { return gate::verdict_of(answer) == Verdict::allow; }

std::string malformed(const char* message) { return write_error("event-malformed", message); }

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
            const std::uint8_t answer = kAnswers[static_cast<std::size_t>(standing)];
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
    page = said[Key::url];
    browser_languages = said[Key::langs];
    gate.set_page(page);
    if (!said.has_time) return write_error("context-malformed", "`now` must be the seconds since 1970.");
    if (const policy::ImageError error = image.open(bytes); error != policy::ImageError::none) {
        return write_error(code_of(error).data(), "The policy image can't be used. Whatever is not plainly the page's own stays held.");
    }

    gate.open(image);
    state = consent::State(image, consent::Law(image, consent::find_jurisdiction(image, said[Key::region]), said[Key::gpc] == "1"));
    state.load(consent::find_record(said[Key::cookie], image.record_cookie()), said.now);
    language = view::pick_language(image, said[Key::lang], browser_languages);
    answers = base::Array<std::uint8_t>(image.categories().size() + image.services().size());
    refresh();
    is_open = true;

    Effects effects;
    effects.sweep = must_sweep();
    if (state.ask()) effects.show = "banner";
    return outcome(effects);
}

std::string Engine::Visit::choose(Source source, const Choices& choices, const Said& said) {
    state.choose(source, choices, said.now, said.nonce);
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
    if (!said.has_time || said[Key::cookie].data() == nullptr) return malformed("`now` and `cookie` must be given.");
    const consent::Status status = state.status();
    const std::string record = consent::encode(state.record());
    state.load(consent::find_record(said[Key::cookie], image.record_cookie()), said.now);
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
    const Said said(event);
    const Event what = static_cast<Event>(find(kEvents, event.substr(0, event.find('\n'))));
    if (what <= Event::save && !(said.has_time && said.has_nonce)) {
        return malformed("`now` must be the seconds since 1970, `nonce` 16 hexadecimal digits.");
    }
    Effects effects;
    switch (what) {
        case Event::accept_all: return visit.choose(Source::accept_all, visit.state.everything(), said);
        case Event::reject_all: return visit.choose(Source::reject_all, {}, said);
        case Event::withdraw: return visit.choose(Source::withdraw, {}, said);
        case Event::save: return visit.save(event, said);
        case Event::sync: return visit.sync(said);
        case Event::show:
            effects.show = said[Key::view];
            if (effects.show != "banner" && effects.show != "preferences") return malformed("`view` is banner or preferences.");
            break;
        case Event::close: effects.hide = true; break;
        case Event::language: visit.language = view::pick_language(visit.image, said[Key::lang], visit.browser_languages); break;
        default: return write_error("event-unknown", "There is no such event.");
    }
    return visit.outcome(effects);
}

std::int32_t Engine::decide(int kind, std::string_view subject) const { return visit_->gate.decide(kind, subject, visit_->standings()); }

std::string Engine::view(std::string_view name) const {
    if (!visit_->is_open) return write_error("not-open", "No policy is open.");
    std::string text = view::write({visit_->image, visit_->state, visit_->language}, name);
    return text.empty() ? write_error("view-unknown", "There is no such view.") : text;
}

}  // namespace assent
