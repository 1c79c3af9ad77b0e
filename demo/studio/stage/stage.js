// The stage: the views of the design, the toolbar above them, and the side where what is known about them is told.
import { h } from "../base/tree.js";
import { icon } from "../base/icons.js";
import { filterValues } from "../colour/vision.js";
import { toolbar } from "./toolbar.js";
import { makeLog } from "./log.js";
import { makePreview } from "./preview.js";
import { makeGallery } from "./gallery.js";
import { makeLanguages } from "./languages.js";
import { makeCompare } from "./compare.js";

export const views = [{ id: "preview", title: "Preview", icon: "eye" }, { id: "states", title: "States", icon: "grid" }, { id: "languages", title: "Languages", icon: "globe" }, { id: "compare", title: "Compare", icon: "compare" }];

export function makeStage(app) {
  const log = makeLog(app);
  const made = { preview: makePreview(app, log), states: makeGallery(app), languages: makeLanguages(app), compare: makeCompare(app) };
  let before = "";
  const current = () => made[app.ui.view] ?? made.preview;
  const sides = [{ id: "inspect", title: "Inspect" }, { id: "left", title: "Requests" }, { id: "events", title: "Events" }];

  return {
    log,
    preview: made.preview,
    gallery: made.states,
    languages: made.languages,
    draw() {
      // A view that is left lets its frames go.
      if (before && before !== app.ui.view) made[before]?.leave?.();
      before = app.ui.view;
      const { view, vision } = app.ui;
      return [toolbar(app), h("div", { class: "view", key: view, "data-view": view, "data-vision": vision || false }, current().draw()),
        vision && h("svg", { class: "hidden", "aria-hidden": "true", key: "vision" }, h("filter", { id: "vision", "color-interpolation-filters": "linearRGB" }, h("feColorMatrix", { type: "matrix", values: filterValues(vision) })))];
    },
    /** After the page has been drawn: what the frames show is brought up to date. */
    sync: () => current().sync(),
    focus: () => current().focus(),
    drawSide() {
      const { side, sideOpen } = app.ui;
      return h("aside", { class: "side", hidden: !sideOpen, "aria-label": "Inspector" },
        h("header", null,
          h("h2", { class: "hidden" }, "Inspector"),
          h("div", { class: "choice wide", role: "tablist", "aria-label": "Inspector" }, sides.map(({ id, title }) => h("button", { type: "button", role: "tab", id: `side-${id}`, "aria-selected": String(id === side), "aria-controls": "side-body", onclick: () => app.show({ side: id }) }, title))),
          h("button", { class: "icon-button", type: "button", "aria-label": "Close the inspector", title: "Close the inspector", onclick: () => app.show({ sideOpen: false }) }, icon("close"))),
        h("div", { class: "body", id: "side-body", role: "tabpanel", "aria-labelledby": `side-${side}`, tabindex: 0, key: side }, side === "inspect" ? made.preview.drawInspector() : log.draw(side)));
    },
  };
}
