// A frame with a visit in it. A new visit is opened behind the one that is seen and takes its place when it is ready: nothing blinks, and
// what the designer had open stays open.
import { makeJar } from "./jar.js";
import { simulate } from "./simulate.js";
import { makeVisit, visitHtml, visitScript } from "./visitor.js";

/** The banner's part draws in the turn after it is told to. */
export const settle = () => new Promise((done) => { setTimeout(done); });

const bannerOf = (frame) => frame?.contentDocument?.querySelector("assent-banner") ?? null;

/** Where a visitor is in the banner: {layer, opened: [which groups of services], scroll, top}. */
function standing(frame) {
  const banner = bannerOf(frame), root = banner?.shadowRoot;
  return { layer: banner?.dataset.layer ?? "", opened: [...root?.querySelectorAll("details") ?? []].map(({ open }) => open), scroll: root?.querySelector("[part~=categories]")?.scrollTop ?? 0, top: frame?.contentWindow?.scrollY ?? 0 };
}
async function stand(frame, { layer, opened, scroll, top }) {
  const { assent } = frame.contentWindow;
  if (layer === "preferences") { assent?.show("preferences"); await settle(); }
  const root = bannerOf(frame)?.shadowRoot;
  root?.querySelectorAll("details").forEach((details, i) => { details.open = opened[i] ?? false; });
  const categories = root?.querySelector("[part~=categories]");
  if (categories) categories.scrollTop = scroll;
  frame.contentWindow.scrollTo(0, top);
  for (const animation of root?.getAnimations?.() ?? []) animation.finish();
}

/**
 * `createFrame({title, tell, patient, webdriver, soon})` -> {element, open(visit), live(look), window, jar, destroy()}.
 * `open` takes what visitor.js takes, and `consent` and `declaration` (the texts of the site's scripts), `gpc`, `jar` (a new visitor's; left out: the one who is there stays),
 * `layer` (to be shown at once), `then(window)` (what the visitor does next). It resolves with its window when the visit is seen, with null when a later call has taken its place.
 * With `soon` that is as soon as the page is parsed and the banner drawn, whatever is still loading.
 * `live` changes what needs no new visit: {scheme, css, forced, still, spacing, pins, tokens (CSS of tokens being dragged)}.
 */
export function createFrame({ title, tell = () => {}, patient = true, webdriver = false, soon = false }) {
  const element = document.createElement("div");
  element.className = "frame";
  let shown = null, coming = null, jar = makeJar(), look = {};

  function dress(frame) {
    const doc = frame?.contentDocument;
    if (!doc?.documentElement) return;
    const { scheme = "", css, tokens = "" } = look;
    if (scheme && doc.documentElement.dataset.theme !== scheme) doc.documentElement.dataset.theme = scheme;
    const own = doc.getElementById("own-css");
    const text = `${css ?? ""}\n${tokens}`;
    if (own && css !== undefined && own.textContent !== text) own.textContent = text;
    simulate(frame.contentWindow, look);
  }

  function discard(frame) {
    if (!frame) return;
    for (const url of frame.urls) URL.revokeObjectURL(url);
    frame.remove();
    if (frame === coming) coming = null;
    frame.gone();
  }

  return {
    element,
    get window() { return shown?.contentWindow ?? null; },
    get iframe() { return shown; },
    get jar() { return jar; },
    open({ consent, declaration = "", jar: visitor, gpc = false, layer, then, ...visit }) {
      if (visitor) jar = visitor;
      discard(coming);
      const frame = document.createElement("iframe");
      coming = frame;
      frame.title = title;
      frame.className = "coming";
      const [src, declarationSrc] = frame.urls = [visitScript(consent), new Blob([declaration], { type: "text/javascript" })].map((blob) => URL.createObjectURL(blob));
      frame.visit = makeVisit({ jar, gpc, patient, webdriver, tell(what, detail) {
        if (what === "opened" && soon) frame.contentDocument.addEventListener("DOMContentLoaded", frame.begin);
        tell(what, detail, frame.contentWindow);
      } });
      frame.srcdoc = visitHtml({ ...visit, src, declarationSrc });
      return new Promise((resolve) => {
        let begun = false;
        frame.gone = () => resolve(null);
        frame.begin = async () => {
          if (begun) {
            // Loaded by now; or loaded again, by itself in the strict grade, or because the studio has put the frame elsewhere.
            await settle();
            if (!frame.contentWindow) return;
            dress(frame);
            return void (frame === shown && tell("again", null, frame.contentWindow));
          }
          begun = true;
          await settle();
          if (!frame.contentWindow) return void (begun = false); // its view was left meanwhile; it loads again when it comes back
          const where = shown && !visitor ? standing(shown) : { layer: "", opened: [], scroll: 0, top: 0 };
          look = { ...look, css: visit.css ?? "", tokens: "" };
          dress(frame);
          await stand(frame, { ...where, layer: layer ?? where.layer });
          await then?.(frame.contentWindow);
          if (frame.parentNode !== element) return; // another took its place meanwhile
          if (coming === frame) coming = null;
          frame.className = "";
          discard(shown);
          shown = frame;
          tell("shown", null, frame.contentWindow);
          resolve(frame.contentWindow);
        };
        frame.addEventListener("load", frame.begin);
        element.append(frame);
      });
    },
    live(change) {
      look = { ...look, ...change };
      dress(shown);
    },
    destroy() { discard(coming); discard(shown); element.remove(); },
  };
}
