// What a visitor may have told their system, told to one preview only: forced colours, less motion, wider text (WCAG 2.2, 1.4.12), and states of
// a control that can't be held with a mouse. Media queries are switched in the style sheets themselves; the colours are those of two of
// Windows 11's contrast themes. It is a simulation: a real system may still do otherwise.

const palettes = {
  dark: { Canvas: "#202020", CanvasText: "#ffffff", LinkText: "#75e9fc", ButtonFace: "#202020", ButtonText: "#ffffff", Highlight: "#8ee3f0" }, // Aquatic
  light: { Canvas: "#fffaef", CanvasText: "#3d3d3d", LinkText: "#1c5e75", ButtonFace: "#fffaef", ButtonText: "#202020", Highlight: "#903909" }, // Desert
};

const forcedPage = ({ Canvas, CanvasText, LinkText, ButtonText }) => `
*, ::before, ::after { color: ${CanvasText} !important; background-color: transparent !important; background-image: none !important; border-color: ${CanvasText} !important; box-shadow: none !important; text-shadow: none !important }
:root, body { background: ${Canvas} !important } a { color: ${LinkText} !important } button, input { border: 1px solid ${ButtonText} !important; background: ${Canvas} !important }
assent-banner, assent-banner *, assent-placeholder, assent-placeholder * { background: unset; border-color: unset }`;
const forcedBanner = ({ Canvas, CanvasText, LinkText, ButtonFace, ButtonText }) => `
:host { --_surface: ${Canvas} !important; --_text: ${CanvasText} !important; --_muted: ${CanvasText} !important; --_line: ${CanvasText} !important; --_edge: ${ButtonText} !important; --_accent: ${ButtonFace} !important; --_on: ${ButtonText} !important }
* { box-shadow: none !important } [part~=panel], [part~=button] { border-color: ${CanvasText} !important } [part~=link] { color: ${LinkText} !important } [part~=links] { background: ${Canvas} !important }`;
const SPACING = `*, ::slotted(*) { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }`;

const media = new WeakMap();
/** Every media rule in `sheets`, at any depth. */
function* mediaRules(sheets) {
  const queue = [...sheets];
  while (queue.length) {
    let rules;
    try { rules = queue.pop().cssRules; } catch { continue; } // another origin's
    for (const rule of rules ?? []) {
      if (rule.media?.mediaText !== undefined) yield rule;
      if (rule.cssRules) queue.push(rule);
    }
  }
}
const wanted = (condition, { forced, still }) => {
  if (condition.includes("forced-colors")) return forced ? "all" : null;
  if (condition.includes("prefers-reduced-motion")) return still ? (condition.includes("no-preference") ? "not all" : "all") : null;
  return undefined;
};

/** A sheet that shows `states` ("hover", "focus") as if they were there on the controls whose `data-assent-action` is in `actions`. */
function pinned(sheets, states, actions) {
  const marks = { hover: ":hover", focus: ":focus-visible" };
  const rules = [];
  for (const sheet of sheets) for (const rule of sheet.cssRules) for (const state of states) {
    if (!rule.selectorText?.includes(marks[state])) continue;
    const at = actions.map((action) => rule.selectorText.replaceAll(`::slotted(${marks[state]})`, `::slotted([data-assent-action="${action}"])`).replaceAll(marks[state], `[part~="${action}"]`)).join(", ");
    rules.push(`${at} { ${rule.style.cssText} }`);
  }
  return rules.join("\n");
}

/** By document: a window stays the same when its frame loads again. */
const simulations = new WeakMap();

/**
 * Makes the page in `win` be seen under `options`: {forced, still, spacing, scheme: "light"|"dark", pins: {states, actions}}. To be called again for a change of
 * options; what the banner draws later is seen to.
 */
export function simulate(win, options) {
  let its = simulations.get(win.document);
  if (!its) {
    const sheetOf = () => new win.CSSStyleSheet();
    simulations.set(win.document, (its = { page: sheetOf(), banner: sheetOf() }));
    // A new drawing of the banner brings new style sheets.
    its.observer = new win.MutationObserver(() => apply(win, its));
    its.watched = new Set();
  }
  its.options = options;
  apply(win, its);
}

function apply(win, its) {
  const { options, page, banner } = its, doc = win.document;
  const palette = palettes[options.scheme === "dark" ? "dark" : "light"];
  const hosts = [...doc.querySelectorAll("assent-banner, assent-placeholder")].filter(({ shadowRoot }) => shadowRoot);
  const add = (root, sheet) => { if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet]; };
  page.replaceSync((options.forced ? forcedPage(palette) : "") + (options.spacing ? SPACING : ""));
  const pins = options.pins && hosts[0] ? pinned(hosts[0].shadowRoot.adoptedStyleSheets.filter((sheet) => sheet !== banner), options.pins.states, options.pins.actions) : "";
  banner.replaceSync((options.forced ? forcedBanner(palette) : "") + (options.spacing ? SPACING : "") + pins);
  add(doc, page);
  for (const host of hosts) {
    add(host.shadowRoot, banner);
    if (!its.watched.has(host)) {
      its.watched.add(host);
      its.observer.observe(host, { attributes: true, attributeFilter: ["data-layer", "data-layout", "dir"], childList: true });
    }
  }
  for (const rule of mediaRules([...doc.styleSheets, ...doc.adoptedStyleSheets, ...hosts.flatMap(({ shadowRoot }) => [...shadowRoot.adoptedStyleSheets])])) {
    if (!media.has(rule)) media.set(rule, rule.media.mediaText);
    const original = media.get(rule), wish = wanted(original, options);
    if (wish === undefined) continue;
    const next = wish ?? original;
    if (rule.media.mediaText !== next) rule.media.mediaText = next;
  }
}
