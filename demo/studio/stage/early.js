// What a change looks like, on the visit that is there, until the visit that has it in its image comes a tenth of a second later: tokens, words, place,
// shape and order. It says to the banner's tree what web/banner/ui.js would, and the new visit has the last word.
import { orderOf } from "../policy/buttons.js";
import { cssOf } from "../tokens/css.js";

/** Gives the first layer the shape, the place and the order of `banner` (the policy's). */
function shape(host, banner) {
  const { layout = "box", position = "bottom-start", density = "comfortable" } = banner;
  const root = host.shadowRoot, panel = root.querySelector("[part~=banner]"), wide = /bar|inline/.test(layout), inFlow = layout === "inline";
  if (!panel) return;
  const tag = layout === "modal" ? "dialog" : "section";
  Object.assign(host.dataset, { layout, position, density });
  if (wide) host.dataset.wide = "true"; else delete host.dataset.wide;
  if (panel.localName !== tag) {
    const next = host.ownerDocument.createElement(tag);
    for (const { name, value } of panel.attributes) if (name !== "open") next.setAttribute(name, value);
    next.append(...panel.childNodes);
    panel.replaceWith(next);
  }
  host.popover = inFlow ? null : "manual";
  if (!inFlow && !host.matches(":popover-open")) host.showPopover();
  if (tag === "dialog" && panel.localName !== tag) root.querySelector("dialog").showModal();
  put(root.querySelector("[part~=banner] > [part~=actions]"), orderOf(banner, "actions"));
}

/** Puts the buttons that stand in `row` into that order; what the order leaves out, or the row doesn't have, is for the new visit. */
function put(row, order) {
  row?.append(...order.map((name) => row.querySelector(`:scope > [part~="${CSS.escape(name)}"]`)).filter(Boolean));
}

export function makeEarly(app, frame) {
  let said = new Map(); // the words that are on show, by their key
  const wordsOf = (language) => {
    const deck = app.deck();
    return new Map(deck.entries.filter(({ key }) => key).map((entry) => [entry.key, deck.read(entry, language).text]));
  };
  return {
    /** The visit on show has everything. */
    caughtUp(language) {
      said = wordsOf(language);
      frame.live({ css: app.variant.css, tokens: "" });
    },
    /** It has not. */
    show(language) {
      const { banner, theme } = app.now, host = frame.window?.document.querySelector("assent-banner");
      frame.live({ css: app.variant.css, tokens: cssOf(theme) });
      if (!host) return;
      if (host.dataset.layer === "banner") shape(host, banner);
      else if (host.dataset.layer === "preferences") put(host.shadowRoot.querySelector("[part~=dialog] > [part~=actions]"), orderOf(banner, "preferencesActions"));
      const next = wordsOf(language), texts = [...host.children].filter(({ childElementCount }) => !childElementCount);
      for (const [key, before] of said) {
        const now = next.get(key);
        if (before && now && now !== before && !/[{}]/.test(before + now)) for (const element of texts) if (element.textContent === before) element.textContent = now;
      }
      said = next;
    },
  };
}
