// Languages side by side: the same layer in each, to see what long words, other scripts and the other direction do to it.
import { h } from "../base/tree.js";
import { makeJar } from "../preview/jar.js";
import { deviceOf } from "./devices.js";
import { tileWidth } from "./gallery.js";
import { makeTiles } from "./tiles.js";
import { underline } from "./toolbar.js";
import { visitOf } from "./visit.js";

/** Shown beside the policy's own: long words, the longest script, right to left, no blanks between words, and one made up. */
const hard = ["de", "fi", "ar", "ja", "en-XA"];

export function makeLanguages(app) {
  const layers = [{ id: "banner", title: "First layer" }, { id: "preferences", title: "Preferences" }];
  const layerNow = () => app.ui.languageLayer ?? "banner";
  const shown = () => app.ui.sideLanguages ?? [...new Set([...app.now.tags, ...hard])];
  const tiles = makeTiles(async (frame, { language, layer, scheme }) => {
    const made = await visitOf(app, { page: app.ui.page === "site" ? "article" : app.ui.page, language });
    if (made) await frame.open({ ...made, scheme, jar: makeJar(), layer: layer === "preferences" ? layer : "" });
    frame.live({ scheme, forced: app.ui.forced, still: app.ui.still, spacing: app.ui.spacing });
  });
  const nameOf = (tag) => (tag === "en-XA" ? "Long words" : app.core.names[tag] ?? tag);

  return {
    tiles,
    focus: () => document.querySelector(".gallery")?.focus(),
    draw() {
      const layer = layerNow(), tags = shown(), { width = 400, height: tall, zoom } = deviceOf(app.ui.device), height = zoom ? tall : width > 700 ? Math.min(tall, 800) : layer === "preferences" ? 640 : 460;
      tiles.want(tags.map((language) => ({ id: language, title: `${nameOf(language)}, ${layer}`, language, layer, scheme: app.ui.scheme, width, height, key: JSON.stringify([app.variant.policy, app.variant.css, layer, app.ui.page]) })));
      return [h("div", { class: "gallery", key: "gallery", tabindex: 0, role: "region", "aria-label": "Languages side by side" },
        h("div", { class: "row apart gallery-bar" },
          h("div", { class: "choice", role: "radiogroup", "aria-label": "Layer" }, layers.map(({ id, title }) => h("label", { key: id }, h("input", { type: "radio", class: "hidden", name: "language-layer", checked: layer === id, onchange: () => app.show({ languageLayer: id }) }), title))),
          h("select", { class: "select quiet slim-select", "aria-label": "Add a language to look at", value: "", onchange: (event) => { app.show({ sideLanguages: [...tags, event.target.value] }); event.target.value = ""; } },
            h("option", { value: "" }, "Add a language …"), [...Object.keys(app.core.names), "en-XA"].filter((tag) => !tags.includes(tag)).map((tag) => h("option", { value: tag, key: tag }, `${nameOf(tag)} (${tag})`)))),
        h("ul", { class: "tiles", style: tileWidth(app) }, tags.map((tag) => h("li", { class: "tile", key: tag },
          h("div", { opaque: true, use: (element) => { element.append(tiles.element(tag)); } }),
          h("div", { class: "caption row apart still" }, h("h3", { class: "clip" }, nameOf(tag), h("span", { class: "soft" }, ` ${tag}`)),
            !app.now.tags.includes(tag) && h("button", { class: "button plain mini", type: "button", "aria-label": `Hide ${nameOf(tag)}`, onclick: () => app.show({ sideLanguages: tags.filter((other) => other !== tag) }) }, "Hide")))))), underline(app)];
    },
    sync() {
      const { ui } = app;
      tiles.look({ scheme: ui.scheme, forced: ui.forced, still: ui.still, spacing: ui.spacing });
    },
    leave: () => tiles.clear(),
  };
}
