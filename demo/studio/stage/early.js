// What a change looks like, on the visit that is there, until the visit that has it in its image comes a tenth of a second later: tokens, place and
// words. What can't be had by these (another order of buttons, a modal first layer) waits for it.
import { cssOf } from "../tokens/css.js";

/** Layouts between which the banner's element stays the same. */
const AFLOAT = ["box", "bar", "sheet"];

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
      const { layout = "box", position = "bottom-start", density = "comfortable" } = banner;
      if (host.dataset.layer === "banner" && AFLOAT.includes(layout) && AFLOAT.includes(host.dataset.layout)) Object.assign(host.dataset, { layout, position, density });
      const next = wordsOf(language), texts = [...host.children].filter(({ childElementCount }) => !childElementCount);
      for (const [key, before] of said) {
        const now = next.get(key);
        if (before && now && now !== before && !/[{}]/.test(before + now)) for (const element of texts) if (element.textContent === before) element.textContent = now;
      }
      said = next;
    },
  };
}
