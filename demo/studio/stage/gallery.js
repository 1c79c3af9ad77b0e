// The states gallery: everything that a visitor can see, all at once.
import { h } from "../base/tree.js";
import { CHANGED, noticesFor } from "../policy/what-changed.js";
import { removeAt, setAt } from "../project/json-text.js";
import { makeJar } from "../preview/jar.js";
import { deviceOf } from "./devices.js";
import { states } from "./states.js";
import { makeTiles } from "./tiles.js";
import { languageOf, underline } from "./toolbar.js";
import { visitOf } from "./visit.js";

/** How wide a tile should be at least for the screen that is shown in it. */
export const tileWidth = (app) => `--tile: ${{ 768: 24, 1280: 30 }[app.ui.device] ?? 19}rem`;

/** The place of the last service that needs consent; -1 where there is none. */
function lastAsked({ services = [], categories = [] }) {
  const exempt = new Set(categories.filter(({ exempt: its }) => its).map(({ id }) => id));
  return services.findLastIndex(({ category }) => !exempt.has(category));
}
/**
 * The policy under which the visitor of "asked again" has chosen, and the one that is met now: the live one and the design where they ask for different things;
 * else the design without its last service, as if that were new, and the design with the notice that would name it.
 */
function beforeAndNow(app, language) {
  const { policy } = app.variant, { live } = app.store.project;
  if (live && app.core.fingerprint(live).fingerprint !== app.core.fingerprint(policy).fingerprint) return [live, policy];
  const at = lastAsked(JSON.parse(policy));
  if (at < 0) return [policy, policy];
  const before = removeAt(policy, ["services", at]);
  return [before, setAt(policy, ["texts", language, CHANGED.key], noticesFor(app, before, [language])[language])];
}

/** Where a privacy signal has something to turn off: a region in which the policy lets visitors opt out; else California, and the policy as if it did so there. */
function whereOptedOut(policy) {
  const { jurisdictions } = JSON.parse(policy), list = Array.isArray(jurisdictions) ? jurisdictions : [{ id: "elsewhere", regions: ["*"], mode: "opt-in" }];
  const region = list.filter(({ mode }) => mode === "opt-out").flatMap(({ regions = [] }) => regions).find((code) => /^[A-Z]{2}(-\w+)?$/.test(code) && code !== "EU");
  return region ? { policy, region } : { region: "US-CA", policy: setAt(policy, ["jurisdictions"], [...list.map((one) => ({ ...one, regions: (one.regions ?? []).filter((code) => code !== "US-CA") })).filter(({ regions }) => regions.length), { id: "signal", regions: ["US-CA"], mode: "opt-out" }]) };
}

export function makeGallery(app) {
  const visit = (more = {}) => visitOf(app, { page: app.ui.page === "site" ? "article" : app.ui.page, language: languageOf(app), region: app.ui.region, ...more });
  const tiles = makeTiles(async (frame, { state, scheme }) => {
    const [before, policy] = state.before === "older" ? beforeAndNow(app, languageOf(app)) : [null, app.variant.policy];
    const made = await visit({ policy, ...state.visit, ...(state.visit?.gpc && whereOptedOut(policy)), ...(state.page && { page: state.page }), broken: state.broken });
    if (!made) return;
    const jar = makeJar();
    if (before) {
      const past = await visit({ policy: before });
      if (past) await frame.open({ ...past, scheme, jar, then: (win) => win.assent?.acceptAll() });
    }
    frame.live({ scheme, pins: state.pins });
    await frame.open({ ...made, scheme, jar, layer: state.layer ?? "", then: state.then });
    frame.live({ scheme, pins: state.pins, forced: app.ui.forced, still: app.ui.still, spacing: app.ui.spacing });
    if (state.quiet) setTimeout(() => { const status = frame.window?.document.querySelector("assent-banner")?.shadowRoot?.querySelector("[part~=status]"); if (status) status.textContent = ""; }, 250);
  });

  const specs = () => {
    const { ui, variant } = app, device = deviceOf(ui.device), { width = 480 } = device, height = device.zoom ? device.height : Math.min(device.height ?? 560, width < 700 ? 560 : 800);
    return states.map((state) => ({ id: state.id, title: state.title, state, scheme: ui.scheme, patient: state.patient, pins: state.pins, width, height: state.tall && width < 700 && !device.zoom ? 680 : height,
      key: JSON.stringify([variant.policy, state.before && app.store.project.live, variant.css, languageOf(app), ui.page, ui.region]) }));
  };

  return {
    tiles,
    focus: () => document.querySelector(".gallery")?.focus(),
    draw() {
      tiles.want(specs());
      const groups = [...new Set(states.map(({ group }) => group))];
      return [
        h("div", { class: "gallery stack loose", key: "gallery", tabindex: 0, role: "region", "aria-label": "States gallery" }, groups.map((group, i) => h("section", { class: "stack", key: group, "aria-labelledby": `states-${i}` },
          h("h2", { id: `states-${i}` }, group),
          h("ul", { class: "tiles", style: tileWidth(app) }, states.filter((state) => state.group === group).map((state) => h("li", { class: "tile", key: state.id },
            h("div", { opaque: true, use: (element) => { element.append(tiles.element(state.id)); } }),
            h("div", { class: "caption" }, h("h3", null, state.title), h("p", { class: "soft small" }, state.about)))))))),
        underline(app),
      ];
    },
    sync() {
      const { ui } = app;
      tiles.look({ scheme: ui.scheme, forced: ui.forced, still: ui.still, spacing: ui.spacing });
    },
    leave: () => tiles.clear(),
  };
}
