#include "consent/state.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "sample.h"

namespace assent::consent {
namespace {

using namespace sample;
using S = Standing;

constexpr std::uint32_t kNow = 1764000000, kDay = 86400;

// A service's place among the items; a category's is its own.
constexpr std::size_t item_of(std::size_t service) { return 5 + service; }

Order order_of(const policy::Image& image) {
    Order order;
    order.open(image);
    return order;
}

// A visitor under the sample policy.
struct Visitor {
    explicit Visitor(int jurisdiction = kEu, bool gpc = false, const policy::Policy& p = sample::policy()) : opened(p) {
        state.open(opened.image, Law(opened.image, jurisdiction, gpc));
    }

    void accept(std::uint32_t now = kNow) { state.choose(Source::accept_all, state.everything(), now, 7); }
    void reject(std::uint32_t now = kNow) { state.choose(Source::reject_all, {}, now, 8); }
    void withdraw(std::uint32_t now = kNow) { state.choose(Source::withdraw, {}, now, 9); }
    void save(std::size_t category, bool on, std::uint32_t now = kNow) {
        Choices choices = state.current();
        state.set(choices, category, on);
        state.choose(Source::save, choices, now, 10);
    }
    void allow_service(std::size_t service, bool on) {
        Choices choices = state.current();
        state.set(choices, item_of(service), on);
        state.choose(Source::service, choices, kNow, 11);
    }
    // The same record met elsewhere, or by another policy.
    Visitor moved(int jurisdiction, bool gpc = false, std::uint32_t now = kNow, const policy::Policy& p = sample::policy()) const {
        Visitor there(jurisdiction, gpc, p);
        base::Buffer text;
        state.record().write(text);
        there.state.load(Record(text), now);
        return there;
    }
    std::vector<S> categories() const {
        std::vector<S> all;
        for (std::size_t i = 0; i < 5; ++i) all.push_back(state.standing(i));
        return all;
    }

    Opened opened;
    State state;
};

TEST(ConsentOrder, FollowsTheIdsNotTheFile) {
    policy::Policy p = sample::policy();
    const Opened one(p);
    std::reverse(p.categories.begin(), p.categories.end());
    std::reverse(p.services.begin(), p.services.end());
    for (policy::Service& service : p.services) service.category = 4 - service.category;
    const Opened other(p);
    const Order a = order_of(one.image), b = order_of(other.image);
    std::vector<bool> taken(11);
    for (std::size_t i = 0; i < 5; ++i) {
        EXPECT_EQ(a[i], b[4 - i]);
        taken.at(a[i]) = true;
    }
    for (std::size_t i = 0; i < 6; ++i) {
        EXPECT_EQ(a[item_of(i)], b[item_of(5 - i)]);
        taken.at(a[item_of(i)]) = true;
    }
    EXPECT_EQ(std::count(taken.begin(), taken.end(), true), 11) << "each has a place of its own";
    EXPECT_EQ(a[kMarketing], 0u);
    EXPECT_EQ(a[item_of(kAds)], 5u);
}

TEST(Jurisdiction, IsFoundBySubdivisionThenCountryThenElsewhere) {
    const Opened o;
    EXPECT_EQ(find_jurisdiction(o.image, "DE"), kEu);
    EXPECT_EQ(find_jurisdiction(o.image, "fr"), kEu);
    EXPECT_EQ(find_jurisdiction(o.image, "GB-SCT"), kUk);
    EXPECT_EQ(find_jurisdiction(o.image, "US-CA"), kCalifornia);
    EXPECT_EQ(find_jurisdiction(o.image, "US-TX"), kElsewhere);
    EXPECT_EQ(find_jurisdiction(o.image, "US"), kElsewhere);
    EXPECT_EQ(find_jurisdiction(o.image, ""), kUnknown);

    policy::Policy p = sample::policy();
    p.jurisdictions.pop_back();
    for (policy::Category& category : p.categories) category.exempt = category.exempt & 0b0111;
    EXPECT_EQ(find_jurisdiction(Opened(p).image, "JP"), kUnknown) << "no '*', and no one names it";
}

TEST(Jurisdiction, UnknownIsTheStrictest) {
    const Opened o;
    const Law law(o.image, kUnknown, false);
    EXPECT_EQ(law.mode(), policy::Mode::opt_in);
    EXPECT_TRUE(law.exempt(kNecessary));
    EXPECT_FALSE(law.exempt(kStatistics)) << "exempt in one of them only";

    policy::Policy p = sample::policy();
    p.jurisdictions[kUk].mode = p.jurisdictions[kEu].mode = policy::Mode::inform;
    EXPECT_EQ(Law(Opened(p).image, kUnknown, false).mode(), policy::Mode::opt_out);
}

TEST(ConsentState, UnsetHasNothingOnThatNeedsConsent) {
    const Visitor eu;
    EXPECT_EQ(eu.state.status(), Status::unset);
    EXPECT_TRUE(eu.state.ask());
    EXPECT_EQ(eu.categories(), (std::vector{S::exempt, S::not_asked, S::not_asked, S::not_asked, S::not_asked}));
    EXPECT_EQ(eu.state.standing(item_of(kShop)), S::exempt);
    EXPECT_EQ(eu.state.standing(item_of(kAds)), S::not_asked);
}

TEST(ConsentState, UnsetIsAsTheJurisdictionSays) {
    EXPECT_EQ(Visitor(kUk).categories(), (std::vector{S::exempt, S::exempt, S::not_asked, S::not_asked, S::not_asked}));
    EXPECT_EQ(Visitor(kCalifornia).categories(), (std::vector{S::exempt, S::unobjected, S::unobjected, S::not_asked, S::not_asked}))
        << "default denied and undescribed stay off";
    EXPECT_EQ(Visitor(kElsewhere).categories(), Visitor(kCalifornia).categories());
    EXPECT_EQ(Visitor(kUnknown).categories(), Visitor(kEu).categories());
}

TEST(ConsentState, ASignalSwitchesOffWhatIsSharedWhereThingsAreOnUnasked) {
    const Visitor california(kCalifornia, true);
    EXPECT_EQ(california.categories(), (std::vector{S::exempt, S::unobjected, S::objected, S::not_asked, S::not_asked}));
    EXPECT_TRUE(california.state.signal_honoured());
    EXPECT_FALSE(Visitor(kCalifornia, false).state.signal_honoured());
    const Visitor eu(kEu, true);
    EXPECT_EQ(eu.categories(), Visitor(kEu).categories());
    EXPECT_FALSE(eu.state.signal_honoured()) << "nothing was on that it switched off";
}

TEST(ConsentState, AYesInSightOfTheSignalBeatsIt) {
    Visitor with(kCalifornia, true), without(kCalifornia, false);
    with.accept();
    without.accept();
    EXPECT_EQ(with.state.standing(kMarketing), S::granted);
    EXPECT_FALSE(with.state.signal_honoured());
    EXPECT_EQ(with.moved(kCalifornia, true).state.standing(kMarketing), S::granted);
    EXPECT_EQ(without.moved(kCalifornia, false).state.standing(kMarketing), S::granted);
    const Visitor later = without.moved(kCalifornia, true);
    EXPECT_EQ(later.state.standing(kMarketing), S::objected) << "the signal came after the yes";
    EXPECT_EQ(later.state.standing(kStatistics), S::granted) << "and speaks of sharing only";
    EXPECT_TRUE(later.state.signal_honoured());
}

TEST(ConsentState, AcceptAllGrantsWhatIsDescribed) {
    Visitor v;
    v.accept();
    EXPECT_EQ(v.state.status(), Status::chosen);
    EXPECT_FALSE(v.state.ask());
    EXPECT_EQ(v.categories(), (std::vector{S::exempt, S::granted, S::granted, S::granted, S::refused}));
    EXPECT_EQ(v.state.standing(item_of(kVideo)), S::granted);
    EXPECT_EQ(v.state.standing(item_of(kMystery)), S::refused);
}

TEST(ConsentState, AcceptAllGrantsUnclassifiedWhereThePolicySaysItCarriesTheUnknown) {
    policy::Policy p = sample::policy();
    p.gate.unclassified = kUnclassified;
    Visitor v(kEu, false, p);
    v.accept();
    EXPECT_EQ(v.state.standing(kUnclassified), S::granted);
    EXPECT_EQ(v.state.standing(item_of(kMystery)), S::granted);
}

TEST(ConsentState, RejectAllRefusesAndObjects) {
    for (const auto& [place, off] : {std::pair{kEu, S::refused}, std::pair{kCalifornia, S::objected}, std::pair{kElsewhere, S::objected}}) {
        Visitor v(place);
        v.reject();
        EXPECT_EQ(v.state.status(), Status::chosen);
        EXPECT_FALSE(v.state.ask());
        EXPECT_EQ(v.categories(), (std::vector{S::exempt, off, off, off, off})) << place;
    }
    Visitor uk(kUk);
    uk.reject();
    EXPECT_EQ(uk.categories(), (std::vector{S::exempt, S::objected, S::refused, S::refused, S::refused})) << "what is exempt subject to objection is objected to";
}

TEST(ConsentState, AServiceBeatsItsCategory) {
    Visitor v;
    Choices choices;
    v.state.set(choices, kStatistics, true);
    v.state.set(choices, item_of(kAnalytics), false);
    v.state.set(choices, item_of(kAds), true);
    v.state.choose(Source::save, choices, kNow, 1);
    EXPECT_EQ(v.state.standing(kStatistics), S::granted);
    EXPECT_EQ(v.state.standing(item_of(kMatomo)), S::granted);
    EXPECT_EQ(v.state.standing(item_of(kAnalytics)), S::refused);
    EXPECT_EQ(v.state.standing(kMarketing), S::refused);
    EXPECT_EQ(v.state.standing(item_of(kAds)), S::granted);
}

TEST(ConsentState, WhatIsAlwaysOnHasNoBitToTurn) {
    Visitor v;
    v.save(kNecessary, false);
    EXPECT_EQ(v.state.standing(kNecessary), S::exempt);
    v.accept();
    EXPECT_FALSE(v.state.record().choice(order_of(v.opened.image)[kNecessary]));
}

TEST(ConsentState, ASingleServiceLeavesTheQuestionOpen) {
    Visitor v;
    v.allow_service(kVideo, true);
    EXPECT_TRUE(v.state.ask());
    EXPECT_FALSE(v.state.answered());
    EXPECT_EQ(v.state.standing(item_of(kVideo)), S::granted);
    EXPECT_EQ(v.state.standing(kSocial), S::not_asked);
    EXPECT_EQ(v.state.standing(item_of(kAds)), S::not_asked);
    const Visitor later = v.moved(kEu);
    EXPECT_EQ(later.state.standing(item_of(kVideo)), S::granted);
    EXPECT_TRUE(later.state.ask());
    v.reject();
    EXPECT_FALSE(v.state.ask());
    EXPECT_EQ(v.state.standing(item_of(kVideo)), S::refused);

    Visitor california(kCalifornia);
    california.allow_service(kAds, false);
    EXPECT_EQ(california.state.standing(item_of(kAds)), S::objected);
    EXPECT_EQ(california.state.standing(item_of(kMatomo)), S::granted);
    EXPECT_EQ(california.state.standing(item_of(kVideo)), S::not_asked);
}

TEST(ConsentState, GoesFromUnsetToChosenToChangedToWithdrawnAndBack) {
    Visitor v;
    v.accept(kNow);
    EXPECT_EQ(v.state.status(), Status::chosen);
    v.save(kMarketing, false, kNow + 2 * kDay);
    EXPECT_EQ(v.state.status(), Status::changed);
    EXPECT_EQ(v.state.standing(kMarketing), S::refused);
    EXPECT_EQ(v.state.standing(kStatistics), S::granted) << "what is not named stays";
    v.withdraw(kNow + 3 * kDay);
    EXPECT_EQ(v.state.status(), Status::withdrawn);
    EXPECT_EQ(v.state.standing(item_of(kMatomo)), S::refused);
    EXPECT_FALSE(v.state.ask());
    const Record& record = v.state.record();
    EXPECT_EQ(record.id(), 7u) << "one record, one id";
    EXPECT_EQ(record.first_day(), kNow / kDay);
    EXPECT_EQ(record.at(), kNow + 3 * kDay);
    EXPECT_EQ(v.moved(kEu, false, kNow + 4 * kDay).state.status(), Status::withdrawn);
    v.accept(kNow + 5 * kDay);
    EXPECT_EQ(v.state.status(), Status::changed);
}

TEST(ConsentState, IsAsItWasAfterEachReload) {
    Visitor v;
    v.save(kSocial, true);
    const Visitor later = v.moved(kEu, false, kNow + 100 * kDay);
    EXPECT_EQ(later.state.status(), Status::chosen);
    EXPECT_EQ(later.categories(), v.categories());
    EXPECT_FALSE(later.state.ask());
}

TEST(ConsentState, IsNotAskedAgainBeforeTheRecordEnds) {
    Visitor v;
    v.reject();
    const std::uint32_t end = kNow + 183 * kDay;
    EXPECT_FALSE(v.moved(kEu, false, end - 1).state.ask());
    const Visitor after = v.moved(kEu, false, end);
    EXPECT_EQ(after.state.status(), Status::stale);
    EXPECT_TRUE(after.state.ask());
    EXPECT_EQ(after.state.standing(kMarketing), S::not_asked);
}

TEST(ConsentState, ARefusalLastsAsLongAsConsent) {
    Visitor yes, no;
    yes.accept();
    no.reject();
    EXPECT_EQ(yes.state.record().expires(), no.state.record().expires());
    EXPECT_EQ(no.state.record().expires(), kNow + 183u * kDay);
}

TEST(ConsentState, IsStaleUnderAnotherFingerprint) {
    policy::Policy p = sample::policy();
    p.fingerprint += 1;
    Visitor v;
    v.accept();
    const Visitor later = v.moved(kEu, false, kNow, p);
    EXPECT_EQ(later.state.status(), Status::stale);
    EXPECT_TRUE(later.state.ask());
    EXPECT_EQ(later.state.standing(item_of(kAds)), S::not_asked);

    Visitor again = v.moved(kEu, false, kNow, p);
    again.reject(kNow + kDay);
    EXPECT_EQ(again.state.status(), Status::chosen) << "another question's first answer";
    EXPECT_EQ(again.state.record().id(), 8u);
}

TEST(ConsentState, AStaleNoIsStillAnObjectionAStaleYesIsNothing) {
    policy::Policy p = sample::policy();
    p.fingerprint += 1;
    Visitor yes(kCalifornia), no(kCalifornia), some(kCalifornia);
    yes.accept();
    no.reject();
    some.save(kMarketing, false);
    EXPECT_EQ(yes.moved(kCalifornia, false, kNow, p).state.standing(kMarketing), S::unobjected);
    EXPECT_EQ(no.moved(kCalifornia, false, kNow, p).state.standing(kMarketing), S::objected);
    EXPECT_EQ(some.moved(kCalifornia, false, kNow, p).state.standing(kStatistics), S::objected) << "the bits mean nothing now: assume the no";
    EXPECT_TRUE(no.moved(kCalifornia, false, kNow, p).state.ask());
}

TEST(ConsentState, WhatWasOnlyLeftOnIsNoConsentElsewhere) {
    Visitor saved(kCalifornia);
    saved.save(kSocial, true);
    EXPECT_EQ(saved.moved(kCalifornia).state.status(), Status::chosen);
    EXPECT_EQ(saved.moved(kElsewhere).state.standing(kMarketing), S::granted);
    const Visitor eu = saved.moved(kEu);
    EXPECT_EQ(eu.state.status(), Status::stale);
    EXPECT_EQ(eu.state.standing(kMarketing), S::not_asked);

    Visitor careful(kCalifornia);
    careful.save(kMarketing, false);
    careful.save(kStatistics, false);
    careful.save(kSocial, true);
    EXPECT_EQ(careful.moved(kEu).state.status(), Status::changed) << "all that is on was turned on";
    EXPECT_EQ(careful.moved(kEu).state.standing(kSocial), S::granted);

    Visitor uk(kUk);
    uk.save(kMarketing, true);
    EXPECT_EQ(uk.moved(kUk).state.status(), Status::chosen);
    EXPECT_EQ(uk.moved(kEu).state.status(), Status::stale) << "statistics were left on under an exemption of the UK";

    Visitor all(kCalifornia);
    all.accept();
    EXPECT_EQ(all.moved(kEu).state.standing(kMarketing), S::granted) << "accept all is a yes anywhere";
}

TEST(ConsentState, WithoutAnythingToAskDoesNotAsk) {
    policy::Policy p = sample::policy();
    p.categories.resize(1);
    p.services.resize(1);
    EXPECT_FALSE(Visitor(kEu, false, p).state.ask());
}

TEST(ConsentState, ARecordWithTheWrongNumberOfChoicesIsAsGoodAsNone) {
    Visitor v;
    v.accept();
    const Record& whole = v.state.record();
    const Record brief({Source::accept_all, false, whole.fingerprint(), 1, kNow, lifetime_bits(86400), 3}, {}, {}, 7);
    v.state.load(brief, kNow);
    EXPECT_EQ(v.state.status(), Status::unset);
    EXPECT_EQ(v.state.record().id(), 0u);
    v.state.load({}, kNow);
    EXPECT_EQ(v.state.status(), Status::unset);
}

}  // namespace
}  // namespace assent::consent
