// Every state that a visitor can see, each with what brings it about in a real visit: nothing is drawn by hand.

/** After a refusal: `act` on the placeholder of the page's embed, which is drawn some turns later, and have it in view. */
const held = (act = () => {}) => async (win) => {
  win.assent?.rejectAll();
  let placeholder;
  for (let turn = 0; turn < 100 && !(placeholder = win.document.querySelector("assent-placeholder")); turn++) await new Promise((done) => { setTimeout(done, 10); });
  if (!placeholder) return; // the policy has no service that is embedded
  act(placeholder);
  // `scrollIntoView` would scroll the studio as well.
  const { top, height } = placeholder.getBoundingClientRect();
  win.scrollBy({ top: top - (win.innerHeight - height) / 2, behavior: "instant" });
};
const accept = (win) => win.assent?.acceptAll();
const open = (win, ...names) => { const details = win.document.querySelector("assent-banner")?.shadowRoot?.querySelectorAll("details") ?? []; for (const at of names) if (details[at]) details[at].open = true; };

/**
 * {id, group, title, about, tall, visit (what of the visit is another), then(win): what the visitor does, pins, quiet (without the message after a choice)}.
 * `before: "older"`: the visitor had chosen under an older policy.
 */
export const states = [
  { id: "first", group: "First layer", title: "First layer", about: "Nobody has chosen yet" },
  { id: "hover", group: "First layer", title: "First layer, hovered", about: "Each button under the mouse", pins: { states: ["hover"], actions: ["accept-all", "reject-all", "preferences"] } },
  { id: "focus", group: "First layer", title: "First layer, focused", about: "Each button with the keyboard’s focus", pins: { states: ["focus"], actions: ["accept-all", "reject-all", "preferences"] } },
  { id: "disabled", group: "First layer", title: "First layer, disabled", about: "Assent never disables them; where a page does, they look so", then: (win) => { for (const button of win.document.querySelectorAll("assent-banner button")) button.disabled = true; } },
  { id: "preferences", group: "Preferences", title: "Preferences", about: "Nothing is ticked", layer: "preferences", tall: true },
  { id: "services", group: "Preferences", title: "Preferences, services open", about: "Each service by itself", layer: "preferences", tall: true, then: (win) => open(win, 1, 2) },
  { id: "chosen", group: "Preferences", title: "Preferences, chosen before", about: "What was allowed is on", tall: true, then: (win) => { const id = Object.keys(win.assent?.state().categories ?? {})[1]; if (id) win.assent.save({ [id]: true }); win.assent?.show("preferences"); } },
  { id: "saved", group: "After the choice", title: "Saved", about: "A choice is confirmed", then: accept, patient: false },
  { id: "reopen", group: "After the choice", title: "Reopen control", about: "The way back, on every page", then: accept, quiet: true },
  { id: "withdrawn", group: "After the choice", title: "Withdrawn", about: "Consent is taken back", then: (win) => { accept(win); win.assent?.withdraw(); }, patient: false },
  { id: "again", group: "Asked, and not asked", title: "Asked again", about: "The policy has changed since the last choice, and the notice says what is new", before: "older" },
  { id: "gpc", group: "Asked, and not asked", title: "Privacy signal honoured", about: "The browser sends GPC, from where one may opt out", visit: { gpc: true } },
  { id: "held", group: "Held content", title: "Held content", about: "An embed that waits", then: held(), quiet: true },
  { id: "loading", group: "Held content", title: "Held content, loading", about: "It was allowed and is on its way", then: held((placeholder) => placeholder.loading()), quiet: true },
  { id: "failed", group: "Held content", title: "Held content, failed", about: "It was allowed and did not come", then: held((placeholder) => placeholder.failed()), quiet: true },
  { id: "cookies", group: "Cookie page, and when it fails", title: "Cookie page", about: "What is stored, by whom, for how long", page: "cookies", then: accept, tall: true, quiet: true },
  { id: "failure", group: "Cookie page, and when it fails", title: "The core failed", about: "The image is broken: nothing that needs consent loads, the page works on", broken: true },
];
