// The one door to everything a visitor sees. It draws one layer at a time, hands every press to `host.act`, and looks after the
// focus: it comes back to where it was after a choice, and what the page focuses is never left under the banner.
import base from "./base.css.js";
import firstLayer from "./banner.css.js";
import secondLayer from "./preferences.css.js";
import { banner, reopen } from "./banner.js";
import { preferences } from "./preferences.js";
import { placeholders } from "./placeholder.js";
import { keepClear } from "./clear.js";
import { fill } from "./text.js";
import { sheet } from "./sheet.js";
import { dress, lights, make, raise } from "./tree.js";

class Banner extends HTMLElement {
  disconnectedCallback() { this.lost?.(); }
}

/**
 * `host`: { view(name), act(action, detail?), documentReady(fn) }. The document is not touched before `documentReady` calls back.
 * Answers { show(layer), hide(), refresh(), status(key, values?), placeholder(info), destroy() }.
 */
export function createUI(host) {
  let element, root, panel, status, timer;
  let layer = "";       // what is shown: "", "banner" or "preferences"
  let choice;           // what stands in the preferences, while they are shown
  let pageFocus;        // the page's element that last had the focus
  let fromCorner;       // the preferences were opened by the reopen control
  let lives = 9;        // how often the element comes back when a page throws it away
  const styles = [base, firstLayer, secondLayer].map(sheet);
  // In the page's tree, so that `data-theme` works on <html>, on any part of the page and on our elements, now and later.
  // What a placeholder stands for is not shown.
  const schemes = sheet("[data-theme=dark]{--assent-scheme:dark}[data-theme=light]{--assent-scheme:light}[data-assent-covered]{display:none!important}");
  const held = placeholders(host, styles[0], tell);
  const undo = [];

  function press(action) {
    if (action === "preferences") {
      fromCorner = !layer;
      host.act("show", { view: "preferences" });
    } else host.act(action, action === "save" ? choice() : undefined);
  }

  const find = (action) => element.querySelector(`[data-assent-action="${action}"]`);

  /** Draws `next` in the place of what is shown. */
  function draw(next) {
    const before = layer;
    layer = next;
    if (!element) return;
    const { activeElement } = document;
    const focused = element.contains(activeElement);
    const view = host.view("banner");
    const first = layer === "banner" && view;
    const light = lights(element);

    element.replaceChildren();
    panel?.remove();
    const unsaved = before === layer && choice?.();
    panel = choice = undefined;
    if (first) panel = banner(view, light);
    else if (layer) {
      ({ dialog: panel, choice } = preferences(host.view("preferences"), light, unsaved));
      panel.addEventListener("cancel", (event) => { event.preventDefault(); press("close"); });
    } else if (view.reopen.show) panel = reopen(view, light);
    if (panel) root.prepend(panel);

    const set = (name, value) => value ? element.dataset[name] = value : delete element.dataset[name];
    set("layer", layer);
    set("layout", first.layout);
    set("wide", /bar|inline/.test(first.layout));
    set("density", view.density);
    set("position", (first || view.reopen).position);
    dress(element, view, styles);
    rise(first.layout === "inline");

    if (focused) refocus(activeElement, before);
  }

  /** Into the top layer: above every `z-index`, outside every transform, filter and overflow of the page. */
  function rise(inFlow) {
    element.popover = inFlow ? null : "manual";
    if (!inFlow && !element.matches(":popover-open")) element.showPopover();
    if (panel?.showModal) {
      panel.showModal();
      // Not left to the browser: Firefox looks for what to focus in the shadow tree only, and no choice must be one Enter away.
      (layer === "banner" ? panel : find("close")).focus();
    }
  }

  /** After a new drawing that took `was` away: the same control if the layer is the same, else where the visitor came from. */
  function refocus(was, before) {
    if (before === layer) (was.id ? document.getElementById(was.id) : find(was.dataset.assentAction))?.focus();
    else if (layer !== "preferences") {
      const control = layer || fromCorner || !pageFocus?.isConnected ? find("preferences") : pageFocus;
      control?.focus({ preventScroll: true });
      if (!layer) fromCorner = false;
    }
  }

  function tell(key, values) { if (element) say(fill(host.view("status")[key], values)); }

  function say(text) {
    clearTimeout(timer);
    status.textContent = "";
    // A live region speaks when it changes, so the words come a moment after the region; they go when they have been read.
    timer = setTimeout(() => {
      status.textContent = text;
      timer = setTimeout(() => { status.textContent = ""; }, 4000 + 80 * text.length);
    }, 100);
  }

  /** A region that comes by itself is said; a dialog takes the focus, which says it. */
  function announce() { if (layer === "banner" && !panel.showModal) say(host.view("banner").title); }

  function mount() {
    element = raise("assent-banner", Banner);
    element.setAttribute("data-nosnippet", "");
    root = element.shadowRoot;
    status = make("div", { part: "status", role: "status" });
    root.append(status);

    const listen = (target, type, heard) => {
      target.addEventListener(type, heard);
      undo.push(() => target.removeEventListener(type, heard));
    };
    const language = new MutationObserver(refresh);
    language.observe(document.documentElement, { attributeFilter: ["lang"] });
    listen(element, "click", ({ target }) => { if (target.dataset.assentAction) press(target.dataset.assentAction); });
    listen(document, "focusin", ({ target }) => { if (!element.contains(target)) pageFocus = target; });
    listen(document, "click", (event) => {
      const opener = event.target.closest?.("[data-assent-open]");
      if (!opener) return;
      event.preventDefault();
      pageFocus = opener;
      fromCorner = false;
      host.act("show", { view: "preferences" });
    });
    const room = sheet("");
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, schemes, room];

    const insert = () => { document.body.prepend(element); draw(layer); };
    element.lost = () => setTimeout(() => { if (!element.isConnected && lives-- > 0) insert(); });
    insert();
    announce();
    undo.push(keepClear(element, room), () => {
      language.disconnect();
      element.lost = null;
      element.remove();
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => schemes !== one && one !== room);
    });
  }

  /** Draws all that is shown anew, in the language that the page has now. */
  function refresh() {
    host.act("language", { lang: document.documentElement.lang });
    draw(layer);
    held.refresh();
  }

  host.documentReady(mount);

  return {
    show(next) {
      if (next === layer) return;
      draw(next);
      if (element) announce();
    },
    hide() { if (layer) draw(""); },
    refresh,
    status: tell,
    placeholder: held.make,
    destroy() { clearTimeout(timer); undo.forEach((back) => back()); },
  };
}
