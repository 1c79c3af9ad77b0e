// A look at the banner as several visitors meet it, in frames that nobody sees: each size, both schemes, both layers, and what a few
// presses lead to. The outcome is facts; rules.js judges them.
import { createFrame } from "../preview/frame.js";
import { makeJar } from "../preview/jar.js";
import { hiddenFocus, screenOf } from "./measure.js";

export const sizes = ["1280x720", "640x360", "360x640", "390x844", "320x568", "320x256"];
const pause = (ms = 0) => new Promise((done) => { setTimeout(done, ms); });

/** `visit`: what visitOf makes. Resolves with the facts; with null when `stale()` says that they are not wanted any more. */
export async function probe(visit, stale = () => false) {
  const room = document.createElement("div");
  room.className = "probe";
  room.setAttribute("aria-hidden", "true");
  room.inert = true;
  document.body.append(room);
  let left = [];
  const frame = createFrame({ title: "Checks", tell: (what, detail, win) => { if (what === "left") left.push({ ...detail, win }); }, webdriver: true });
  room.append(frame.element);
  /** Resolves when the page in the frame has that size. */
  const size = async (name) => {
    const [width, height] = name.split("x");
    Object.assign(frame.element.style, { inlineSize: `${width}px`, blockSize: `${height}px` });
    for (let i = 0; i < 50 && frame.window && frame.window.innerWidth !== Number(width); i++) await pause(10);
    await pause();
  };
  const press = async (action) => { const control = frame.window.document.querySelector(`assent-banner [data-assent-action="${action}"]`); control?.click(); await pause(); return !!control; };
  const state = () => frame.window.assent?.state();
  const granted = () => Object.values(state()?.categories ?? {}).filter(Boolean).length;
  const fresh = async () => { left = []; await frame.open({ ...visit, scheme: "light", jar: makeJar() }); };

  /** How many presses lead from where the visitor is to `action`, carried out; Infinity when none do. */
  const clicksTo = async (action) => {
    if (await press(action)) return 1;
    return await press("preferences") && await press(action) ? 2 : Infinity;
  };

  try {
    await size(sizes[0]);
    await fresh();
    if (stale()) return null;
    const facts = { first: {}, dark: null, preferences: {}, preferencesDark: null, clicks: {}, asked: state()?.ask ?? false, mode: state()?.mode ?? "" };
    // Before any choice nothing that needs one may have come as far as the door.
    facts.leaked = left.filter(({ url, kind, win }) => { try { return win.assent.explain(url, kind).verdict !== "allow"; } catch { return false; } }).map(({ url }) => url);
    for (const name of sizes) { await size(name); facts.first[name] = screenOf(frame.window); }
    await size("390x844");
    facts.hidden = await hiddenFocus(frame.window);
    await size(sizes[0]);
    frame.live({ scheme: "dark" });
    await pause();
    facts.dark = screenOf(frame.window);
    frame.live({ scheme: "light" });
    await pause();

    facts.escape = { before: frame.jar.line() };
    frame.window.document.querySelector("assent-banner")?.dispatchEvent(new frame.window.KeyboardEvent("keydown", { key: "Escape", bubbles: true, composed: true }));
    await pause();
    facts.escape.after = frame.jar.line();
    frame.window.assent.show("preferences");
    await pause();
    for (const name of [sizes[0], "320x568"]) { await size(name); facts.preferences[name] = screenOf(frame.window); }
    await size(sizes[0]);
    frame.live({ scheme: "dark" });
    await pause();
    facts.preferencesDark = screenOf(frame.window);
    frame.live({ scheme: "light" });
    if (stale()) return null;

    await fresh();
    facts.clicks.accept = await clicksTo("accept-all");
    const most = granted();
    await pause(160);
    facts.saved = screenOf(frame.window);
    // Whether the site's own pages have a way back nobody knows here: only Assent's counts.
    facts.reopen = !!frame.window.document.querySelector('assent-banner [data-assent-action="preferences"]');
    facts.clicks.withdraw = Infinity;
    if (await press("preferences")) {
      // The control at the corner opens the preferences; there "withdraw" or "reject all" ends it.
      const ended = await press("withdraw") || await press("reject-all");
      facts.clicks.withdraw = ended && granted() < most ? 2 : Infinity;
    }
    if (stale()) return null;

    await fresh();
    facts.clicks.reject = await clicksTo("reject-all");
    await pause(160);
    facts.refused = screenOf(frame.window);
    facts.afterRefusal = { granted: granted(), ask: state()?.ask ?? true };
    return facts;
  } finally {
    frame.destroy();
    room.remove();
  }
}
