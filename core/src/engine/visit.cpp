#include "engine/visit.h"

#include "base/ascii.h"
#include "consent/cookie.h"
#include "engine/said.h"
#include "gate/pattern.h"
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

Buffer malformed(const char* message) { return view::write_error("event-malformed", message); }
Buffer not_open() { return view::write_error("not-open", "No policy."); }
unsigned when(bool condition, unsigned effect) { return condition ? effect : 0; }

}  // namespace

Buffer Visit::outcome(unsigned effects, const std::string_view& assignment) const {
    return view::write_outcome({image_, state_, language_}, effects, assignment);
}

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
    if (!said.has_time) return view::write_error("context-malformed", "Needs now, nonce or cookie.");
    if (const policy::ImageError error = image_.open(bytes_); error != policy::ImageError::none) {
        return view::write_error(code_of(error).data(), "The policy image can't be used.");
    }

    gate_.open(image_);
    state_.open(image_, consent::Law(image_, consent::find_jurisdiction(image_, said[Key::region]), base::same(said[Key::gpc], "1")));
    state_.load(consent::find_record(said[Key::cookie], image_.record_cookie().c_str()), said.now);
    language_ = view::pick_language(image_, said[Key::lang], browser_languages_);
    answers_.reset(image_.items());
    refresh();
    is_open_ = true;

    return outcome(when(must_sweep(), view::kSweep) | when(state_.ask(), view::kShowBanner));
}

Buffer Visit::choose(Source source, const Choices& choices, const Said& said) {
    state_.choose(source, choices, said.now, said.nonce);
    const Change change = refresh();
    // What the strict grade keeps closed by a CSP opens with the next document only.
    const bool withdrawn = source == Source::withdraw, anew = change.gained && image_.grade() == policy::Grade::strict;
    const unsigned effects = view::kWriteCookie | when(state_.answered(), view::kHide) | when(must_sweep(), view::kSweep) |
                             when(!anew, view::kRelease) | view::kPublish | (withdrawn ? view::kWithdrawn : view::kSaved) |
                             (anew ? view::kReloadToAccept : when(withdrawn || change.lost, view::kReloadAfterWithdrawal));

    // RFC 6265 5.1.3: a cookie's domain is the host or what it ends in behind a dot.
    gate::UrlPattern domain;
    domain.host = image_.record_domain();
    domain.below = true;
    const bool on_domain = !domain.host.empty() && matches_host(domain, page_.host);
    return outcome(effects, consent::assignment(image_, state_.record(), on_domain, base::same(page_.scheme, "https")));
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
            if (!base::cut(line.key, '.', kind) || !base::same(kind, service ? "service" : "category")) continue;
            std::size_t item = service ? image_.categories().size() : 0;
            const std::size_t end = service ? image_.items() : image_.categories().size();
            while (item < end && !base::same(line.key, image_.id_of(item).c_str())) ++item;
            const bool on = base::same(line.value, "1");
            if (item == end || (!on && !base::same(line.value, "0"))) return malformed("No such choice.");
            state_.set(choices, item, on);
            named[service] = true;
        }
    }
    // Only single services, and the question not answered yet: it stays open.
    return choose(named[1] && !named[0] && !state_.answered() ? Source::service : Source::save, choices, said);
}

// Another tab may have chosen, or the record may have run out since.
Buffer Visit::sync(const Said& said) {
    if (!said.has_time || said[Key::cookie].data() == nullptr) return malformed("Needs now, nonce or cookie.");
    const consent::Status status = state_.status();
    const consent::Record record = state_.record();
    state_.load(consent::find_record(said[Key::cookie], image_.record_cookie().c_str()), said.now);
    if (status == state_.status() && record == state_.record()) return outcome(0);
    refresh();
    return outcome((state_.ask() ? view::kShowBanner : view::kHide) | when(must_sweep(), view::kSweep) | view::kRelease | view::kPublish |
                   view::kChanged);
}

Buffer Visit::send(const std::string_view& event) {
    if (!is_open_) return not_open();
    const Said said(event);
    std::string_view rest = event, name;
    base::cut(rest, '\n', name);
    const Event what = static_cast<Event>(find(kEvents, name));
    if (what <= Event::save && !(said.has_time && said.has_nonce)) {
        return malformed("Needs now, nonce or cookie.");
    }
    unsigned effects = 0;
    switch (what) {
        case Event::accept_all: return choose(Source::accept_all, state_.everything(), said);
        case Event::reject_all: return choose(Source::reject_all, {}, said);
        case Event::withdraw: return choose(Source::withdraw, {}, said);
        case Event::save: return save(event, said);
        case Event::sync: return sync(said);
        case Event::show:
            effects = when(base::same(said[Key::view], "banner"), view::kShowBanner) |
                      when(base::same(said[Key::view], "preferences"), view::kShowPreferences);
            if (effects == 0) return malformed("No such view.");
            break;
        // To look closer and close again answers nothing: who has not been answered to is still asked.
        case Event::close: effects = state_.ask() ? view::kShowBanner : view::kHide; break;
        case Event::language: language_ = view::pick_language(image_, said[Key::lang], browser_languages_); break;
        default: return view::write_error("event-unknown", "No such event.");
    }
    return outcome(effects);
}

std::int32_t Visit::decide(int kind, const std::string_view& subject) const { return gate_.decide(kind, subject, {answers_.all().data(), all_refused_}); }

Buffer Visit::view(const std::string_view& name) const {
    if (!is_open_) return not_open();
    Buffer text = view::write_view({image_, state_, language_}, name);
    return text.empty() ? view::write_error("view-unknown", "No such view.") : std::move(text);
}

}  // namespace assent::engine
