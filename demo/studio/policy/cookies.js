// What providers themselves document of the cookies that they set on a customer's own site, as of 2026: [name, lifetime, purpose], by the catalogue's names.
// A beginning, not a finding: settings change it, and only the site itself shows what is set.

const ids = "Tells one browser from another.", visit = "Keeps what belongs to one visit together.";

export const documented = {
  "Google Analytics": [["_ga", "2 years", ids], ["_ga_*", "2 years", visit]],
  "Google/Doubleclick Ads": [["_gcl_au", "90 days", "Remembers that a visit came from an advertisement."]],
  Facebook: [["_fbp", "90 days", "Recognises the browser for advertising."], ["_fbc", "90 days", "Remembers that a visit came from an advertisement."]],
  Hotjar: [["_hjSessionUser_*", "365 days", ids], ["_hjSession_*", "30 minutes", visit]],
  Clarity: [["_clck", "1 year", ids], ["_clsk", "1 day", visit]],
  "Bing Ads": [["_uetsid", "1 day", visit], ["_uetvid", "13 months", "Recognises the browser for advertising."]],
  "LinkedIn Ads": [["li_fat_id", "30 days", "Recognises a member of LinkedIn, to measure advertising."]],
  TikTok: [["_ttp", "13 months", "Recognises the browser for advertising."]],
  Hubspot: [["__hstc", "6 months", "Counts this visitor’s visits."], ["hubspotutk", "6 months", ids], ["__hssc", "30 minutes", visit], ["__hssrc", "session", "Notices that the browser was closed in between."]],
  Matomo: [["_pk_id*", "13 months", ids], ["_pk_ses*", "30 minutes", visit]],
  Segment: [["ajs_anonymous_id", "1 year", ids], ["ajs_user_id", "1 year", "Remembers who has signed in."]],
  Mixpanel: [["mp_*", "1 year", ids]],
  Stripe: [["__stripe_mid", "1 year", "Recognises the browser, to prevent fraud."], ["__stripe_sid", "30 minutes", "Recognises the visit, to prevent fraud."]],
  Intercom: [["intercom-id-*", "9 months", ids], ["intercom-session-*", "7 days", "Keeps a conversation together."]],
};

/** The cookies of a catalogue entry in the policy's form; an empty list where nothing is documented here. */
export const cookiesOf = (name) => (documented[name] ?? []).map(([cookie, lifetime, purpose]) => ({ name: cookie, lifetime, purpose }));
