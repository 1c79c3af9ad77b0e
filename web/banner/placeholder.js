// What stands in the place of a held embed: who is held, why, and three ways on. It asks nobody for anything: no poster, no icon, no hint.
import css from "./placeholder.css.js";
import { fill } from "./text.js";
import { sheet } from "./sheet.js";
import { button, dress, lights, link, make, raise, words } from "./tree.js";

/** What of a held element's computed style makes its box and its place. */
const BOX = ("width height min-width min-height max-width max-height aspect-ratio box-sizing margin padding border position inset float vertical-align " +
  "align-self justify-self flex order grid-area").split(" ");

class Placeholder extends HTMLElement {
  connectedCallback() { this.draw(""); }
  /** The content is on its way. */
  loading() { this.draw("loading"); }
  /** The content did not come; the visitor may try again. */
  failed() { this.draw("failed"); }
}

/** The box of a held element as declarations: as its style has it, else its `width` and `height`, else 300 by 150 (CSS 2.2, 10.3.2). */
function box({ element, width = 300, height = 150 }) {
  if (element?.isConnected) {
    // The typed map still knows "100%" where getComputedStyle has only pixels.
    const map = element.computedStyleMap?.();
    const used = getComputedStyle(element);
    const all = Object.fromEntries(BOX.map((name) => [name, String(map?.get(name) ?? used[name])]));
    if (all.width === "auto") all.width = used.width;
    if (all.height === "auto" && all["aspect-ratio"] === "auto") all.height = used.height;
    return { ...all, "border-color": "transparent", display: { inline: "inline-grid", block: "grid" }[used.display] ?? used.display };
  }
  const [w, h] = [width, height].map((value) => (isNaN(value) ? value : value + "px"));
  return { display: "inline-grid", width: w, "max-width": "100%", ...(isNaN(width + height) ? { height: h } : { "aspect-ratio": `${width} / ${height}` }) };
}

/**
 * `base`: the sheet shared with the banner. `status(key, values)` says a status. Answers { make(info) -> element, refresh() }; `info.element`, if given, is
 * the held element.
 */
export function placeholders(host, base, status) {
  const style = sheet(css);

  function draw(element, info, values, phase) {
    const view = host.view("placeholder");
    const text = (key) => fill(view.labels[key], values);
    const light = lights(element);
    const focused = element.contains(document.activeElement);

    const actions = phase === "loading" ? [] : phase === "failed" ? [["once", "retry"]] : [["once", "once"], ["always", "always"]];
    element.replaceChildren();
    const region = make("section", { part: "placeholder", "aria-label": text("region"), title: text("reason"), "aria-busy": phase === "loading", tabindex: -1 },
      make("p", "title", words(light, values.title)),
      make("p", { part: "body", role: "status" }, words(light, text(phase || "reason"))),
      make("div", "actions", ...actions.filter(([action]) => info[action]).map(([action, label]) => button(light, "quiet", action, text(label)))),
      make("div", "links", link(light, text("open"), info.url), ...(info.privacyUrl && !phase ? [link(light, text("privacy"), info.privacyUrl)] : [])),
      make("p", "address", info.url));
    element.shadowRoot.replaceChildren(region);
    dress(element, view, [base, style, element.place]);
    if (focused) region.focus();
  }

  return {
    make(info) {
      const element = raise("assent-placeholder", Placeholder), held = info.element;
      const values = { service: info.serviceTitle, provider: info.provider, host: new URL(info.url, document.baseURI).hostname, title: info.title || info.serviceTitle };
      element.place = sheet(":host{}");
      const place = box(info);
      for (const name in place) element.place.cssRules[0].style.setProperty(name, place[name], "important");
      element.draw = (phase) => draw(element, info, values, (element.phase = phase));
      element.addEventListener("click", ({ target }) => {
        const act = info[target.dataset.assentAction];
        if (!act) return;
        // What failed has been let go before: it only has to try again.
        if (element.phase) held?.load();
        element.loading();
        act();
      });
      // The held element may live: `show` takes the placeholder away, at once, or, if the visitor asked for it here, when it has come.
      element.giveWay = (show) => {
        if (!element.phase) return show();
        Object.assign(held, { loading: "eager", preload: "auto" }); // what is covered is not in view, and yet wanted
        held.addEventListener(held.load ? "loadeddata" : "load", () => {
          if (!element.phase) return; // withdrawn meanwhile
          show();
          held.focus();
          status("loaded", values);
        }, { once: true });
        if (held.load) held.addEventListener("error", () => element.failed(), true);
      };
      return element;
    },
    refresh() { for (const element of document.querySelectorAll("assent-placeholder")) element.draw(element.phase); },
  };
}
