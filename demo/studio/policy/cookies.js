// What providers set on a customer's own site, by the catalogue's names: the page of the provider's own that says so, and [name, lifetime, purpose] of each
// cookie. Where no such page was found for names and lifetimes both (looked for in November 2026), the source is empty, and the studio tells the designer to check. A beginning, not a
// finding: settings change it, and only the site itself shows what is set.

const ids = "Tells one browser from another.", visit = "Keeps what belongs to one visit together.", advertised = "Remembers that a visit came from an advertisement.", known = "Recognises the browser for advertising.";

const providers = {
  "Google Analytics": ["https://support.google.com/analytics/answer/11397207", ["_ga", "2 years", ids], ["_ga_*", "2 years", visit]],
  "Google/Doubleclick Ads": ["", ["_gcl_au", "90 days", advertised]],
  Facebook: ["", ["_fbp", "90 days", known], ["_fbc", "90 days", advertised]],
  Hotjar: ["", ["_hjSessionUser_*", "365 days", ids], ["_hjSession_*", "30 minutes", visit]],
  Clarity: ["", ["_clck", "1 year", ids], ["_clsk", "1 day", visit]],
  "Bing Ads": ["", ["_uetsid", "1 day", visit], ["_uetvid", "13 months", known]],
  "LinkedIn Ads": ["", ["li_fat_id", "30 days", "Recognises a member of LinkedIn, to measure advertising."]],
  TikTok: ["", ["_ttp", "13 months", known]],
  Hubspot: ["", ["__hstc", "6 months", "Counts this visitor’s visits."], ["hubspotutk", "6 months", ids], ["__hssc", "30 minutes", visit], ["__hssrc", "session", "Notices that the browser was closed in between."]],
  Matomo: ["https://matomo.org/faq/general/faq_146/", ["_pk_id*", "13 months", ids], ["_pk_ref*", "6 months", "Remembers which page a visitor first came from."], ["_pk_ses*", "30 minutes", visit]],
  Segment: ["https://segment.com/docs/connections/sources/catalog/libraries/website/javascript/cookie-validity-update/", ["ajs_anonymous_id", "1 year", ids], ["ajs_user_id", "1 year", "Remembers who has signed in."], ["ajs_group_id", "1 year", "Remembers which account a signed-in visitor belongs to."]],
  Mixpanel: ["https://github.com/mixpanel/mixpanel-js", ["mp_*", "365 days", ids]],
  Stripe: ["", ["__stripe_mid", "1 year", "Recognises the browser, to prevent fraud."], ["__stripe_sid", "30 minutes", "Recognises the visit, to prevent fraud."]],
  Intercom: ["https://www.intercom.com/help/en/articles/2361922", ["intercom-id-*", "9 months", ids], ["intercom-session-*", "7 days", "Keeps a conversation together."], ["intercom-device-id-*", "9 months", "Tells devices apart, to prevent abuse."]],
};

/** Names of the catalogue that something is known of. */
export const names = Object.keys(providers);

/** The cookies of a catalogue entry in the policy's form; an empty list where nothing is known here. */
export const cookiesOf = (name) => (providers[name]?.slice(1) ?? []).map(([cookie, lifetime, purpose]) => ({ name: cookie, lifetime, purpose }));

/** The provider's own page behind a cookie's name and lifetime; "" where it is still to be checked, undefined where it is none of these. */
export const sourceOf = ({ name, lifetime }) => Object.values(providers).find(([, ...cookies]) => cookies.some(([its, lasts]) => its === name && lasts === lifetime))?.[0];

/** The same for all of a catalogue entry. */
export const pageOf = (name) => providers[name]?.[0];
