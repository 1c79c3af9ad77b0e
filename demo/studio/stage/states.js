// Every state that a visitor can see, each with what brings it about in a real visit: nothing is drawn by hand.

const placeholderOf = (win) => win.document.querySelector("assent-placeholder");
/** `scrollIntoView` would scroll the studio as well. */
const toPlaceholder = (win) => { const box = placeholderOf(win)?.getBoundingClientRect(); if (box) win.scrollBy({ top: box.top - (win.innerHeight - box.height) / 2, behavior: "instant" }); };
const accept = (win) => win.assent?.acceptAll();
const open = (win, ...names) => { const details = win.document.querySelector("assent-banner")?.shadowRoot?.querySelectorAll("details") ?? []; for (const at of names) if (details[at]) details[at].open = true; };

/**
 * {id, title, about, size, visit (what of the visit is another), then(win): what the visitor does, pins, whole (show the page rather than the banner)}.
 * `before: "older"`: the visitor had chosen under an older policy.
 */
export const states = [
  { id: "first", title: "First layer", about: "Nobody has chosen yet" },
  { id: "hover", title: "First layer, hovered", about: "Each button under the mouse", pins: { states: ["hover"], actions: ["accept-all", "reject-all", "preferences"] } },
  { id: "focus", title: "First layer, focused", about: "Each button with the keyboard’s focus", pins: { states: ["focus"], actions: ["accept-all", "reject-all", "preferences"] } },
  { id: "disabled", title: "First layer, disabled", about: "As it is for a moment while a choice is stored", then: (win) => { for (const button of win.document.querySelectorAll("assent-banner button")) button.disabled = true; } },
  { id: "preferences", title: "Preferences", about: "Nothing is ticked", layer: "preferences", tall: true },
  { id: "services", title: "Preferences, services open", about: "Each service by itself", layer: "preferences", tall: true, then: (win) => open(win, 1, 2) },
  { id: "chosen", title: "Preferences, chosen before", about: "What was allowed is on", tall: true, then: (win) => { const id = Object.keys(win.assent?.state().categories ?? {})[2]; if (id) win.assent.save({ [id]: true }); win.assent?.show("preferences"); } },
  { id: "saved", title: "Saved", about: "A choice is confirmed", then: accept, patient: false },
  { id: "reopen", title: "Reopen control", about: "The way back, on every page", then: accept, quiet: true },
  { id: "withdrawn", title: "Withdrawn", about: "Consent is taken back", then: (win) => { accept(win); win.assent?.withdraw(); }, patient: false },
  { id: "again", title: "Asked again", about: "The policy has changed, and says what", before: "older" },
  { id: "gpc", title: "Privacy signal honoured", about: "The browser sends GPC", visit: { gpc: true } },
  { id: "held", title: "Held content", about: "An embed that waits", then: (win) => { win.assent?.rejectAll(); toPlaceholder(win); } },
  { id: "loading", title: "Held content, loading", about: "It was allowed and is on its way", then: (win) => { win.assent?.rejectAll(); placeholderOf(win)?.loading(); toPlaceholder(win); } },
  { id: "failed", title: "Held content, failed", about: "It was allowed and did not come", then: (win) => { win.assent?.rejectAll(); placeholderOf(win)?.failed(); toPlaceholder(win); } },
  { id: "cookies", title: "Cookie page", about: "What is stored, by whom, for how long", page: "cookies", then: accept, tall: true },
  { id: "failure", title: "The core failed", about: "The image is broken: nothing that needs consent loads, the page works on", broken: true },
];
