// The states gallery: everything that a visitor can see, all at once.
import { h } from "../base/tree.js";
import { removeAt } from "../project/json-text.js";
import { makeJar } from "../preview/jar.js";
import { deviceOf } from "./devices.js";
import { states } from "./states.js";
import { makeTiles } from "./tiles.js";
import { languageOf } from "./toolbar.js";
import { visitOf } from "./visit.js";

/** The policy as it may have been before: without its last service that needs consent, so that its visitors are asked again. */
function older(policy) {
  const { services = [], categories = [] } = JSON.parse(policy), exempt = new Set(categories.filter(({ exempt: its }) => its).map(({ id }) => id));
  const at = services.findLastIndex(({ category }) => !exempt.has(category));
  return at < 0 ? policy : removeAt(policy, ["services", at]);
}

export function makeGallery(app) {
  const visit = (more = {}) => visitOf(app, { page: app.ui.page === "site" ? "article" : app.ui.page, language: languageOf(app), region: app.ui.region, ...more });
  const tiles = makeTiles(async (frame, { state, scheme }) => {
    const made = await visit({ ...state.visit, ...(state.page && { page: state.page }), broken: state.broken });
    if (!made) return;
    const jar = makeJar();
    if (state.before === "older") {
      const past = await visit({ policy: older(app.variant.policy) });
      if (past) await frame.open({ ...past, scheme, jar, then: (win) => win.assent?.acceptAll() });
    }
    frame.live({ scheme, pins: state.pins });
    await frame.open({ ...made, scheme, jar, layer: state.layer ?? "", then: state.then });
    frame.live({ scheme, pins: state.pins, forced: app.ui.forced, still: app.ui.still, spacing: app.ui.spacing });
    if (state.quiet) setTimeout(() => { const status = frame.window?.document.querySelector("assent-banner")?.shadowRoot?.querySelector("[part~=status]"); if (status) status.textContent = ""; }, 250);
  });

  const specs = () => {
    const { ui, variant } = app, device = deviceOf(ui.device);
    const [width, height] = device.width && device.width < 700 ? [device.width, device.zoom ? 256 : 560] : [480, 560];
    return states.map((state) => ({ id: state.id, title: state.title, state, scheme: ui.scheme, patient: state.patient, pins: state.pins, width, height: state.tall && !device.zoom ? 680 : height,
      key: JSON.stringify([variant.policy, variant.css, languageOf(app), ui.page, ui.region]) }));
  };

  return {
    tiles,
    focus: () => document.querySelector(".gallery")?.focus(),
    draw() {
      tiles.want(specs());
      return h("div", { class: "gallery", tabindex: 0, role: "region", "aria-label": "States gallery" }, h("ul", { class: "tiles" }, states.map((state) => h("li", { class: "tile", key: state.id },
        h("div", { opaque: true, use: (element) => { element.append(tiles.element(state.id)); } }),
        h("div", { class: "caption" }, h("h3", null, state.title), h("p", { class: "soft small" }, state.about))))));
    },
    sync() {
      const { ui } = app;
      tiles.look({ scheme: ui.scheme, forced: ui.forced, still: ui.still, spacing: ui.spacing });
      const filter = ui.vision ? "url(#vision)" : "";
      for (const element of document.querySelectorAll(".gallery .frame")) element.style.filter = filter;
    },
    leave: () => tiles.clear(),
  };
}
