// What is looked at and how: above the stage view, page, scheme, language, and what the visitor brings along; below it the screen.
import { h } from "../base/tree.js";
import { icon } from "../base/icons.js";
import { anchored } from "../bar.js";
import { pages } from "../preview/pages.js";
import { visions } from "../colour/vision.js";
import { devices } from "./devices.js";
import { views } from "./stage.js";

const radios = (name, label, options, value, choose, wide) => h("div", { class: `choice ${wide ?? ""}`, role: "radiogroup", "aria-label": label },
  options.map(({ id, title, short, icon: sign }) => h("label", { key: id, title }, h("input", { type: "radio", class: "hidden", name, value: id, checked: id === value, "aria-label": title, onchange: () => choose(id) }), sign ? icon(sign) : h("span", null, short ?? title), sign && wide === "told" && h("span", { class: "if-room" }, title))));

const languages = (app) => {
  const { tags } = app.now, { names } = app.core;
  const option = (tag) => h("option", { value: tag, key: tag }, `${names[tag] ?? tag} (${tag})`);
  return [h("optgroup", { label: "In the policy" }, tags.map(option)), h("optgroup", { label: "Built in, to look at" }, Object.keys(names).filter((tag) => !tags.includes(tag)).map(option)), h("optgroup", { label: "Made up" }, h("option", { value: "en-XA" }, "Long words (en-XA)"), h("option", { value: "en-XB" }, "English from right to left (en-XB)"))];
};

export function toolbar(app) {
  const { ui } = app, look = (change) => app.show(change);
  const check = (key, title) => h("label", { class: "check" }, h("input", { type: "checkbox", checked: !!ui[key], onchange: (event) => look({ [key]: event.target.checked }) }), title);
  const simulated = ["forced", "still", "spacing"].filter((key) => ui[key]).length + Number(!!ui.vision);
  const visitor = Number(!!ui.gpc) + Number(!!ui.region);
  const preview = ui.view === "preview";
  return h("div", { class: "toolbar", role: "group", "aria-label": "How to look at it" },
    h("div", { class: "row tight" },
      radios("view", "View", views.map(({ id, title, icon: sign }) => ({ id, title, icon: sign })), ui.view, (view) => look({ view }), "told"),
      preview && h("label", { class: "slim" }, h("span", { class: "hidden" }, "Page"), h("select", { class: "select quiet", value: ui.page, onchange: (event) => look({ page: event.target.value }) },
        pages.filter(({ id }) => id !== "site" || ui.served).map(({ id, title }) => h("option", { value: id, key: id }, title))))),
    h("div", { class: "row tight" },
      radios("scheme", "Scheme of the page", [{ id: "light", title: "Light", icon: "sun" }, { id: "dark", title: "Dark", icon: "moon" }], ui.scheme, (scheme) => look({ scheme })),
      h("label", { class: "slim" }, h("span", { class: "hidden" }, "Language"), h("select", { class: "select quiet", value: languageOf(app), onchange: (event) => look({ language: event.target.value }) }, languages(app))),
      h("button", { class: "button", type: "button", "aria-label": "Simulate", title: "Simulate", popovertarget: "simulate-menu" }, icon("sliders"), h("span", { class: "may-go" }, "Simulate"), simulated > 0 && h("span", { class: "badge tint" }, simulated)),
      h("div", { class: "popover", id: "simulate-menu", popover: "auto", role: "group", "aria-label": "Simulate", use: anchored },
        h("label", { class: "check" }, h("input", { type: "checkbox", checked: ui.language === "en-XB", onchange: (event) => look({ language: event.target.checked ? "en-XB" : "" }) }), "Right to left"),
        check("forced", "Forced colours"), check("still", "Less motion"), check("spacing", "Wider text (WCAG 1.4.12)"), h("hr"),
        h("label", { class: "field" }, h("span", null, "Colour vision"), h("select", { class: "select", value: ui.vision ?? "", onchange: (event) => look({ vision: event.target.value }) },
          h("option", { value: "" }, "As it is"), Object.keys(visions).map((name) => h("option", { value: name, key: name }, name[0].toUpperCase() + name.slice(1)))))),
      h("button", { class: "button", type: "button", "aria-label": "Visitor", title: "Visitor", popovertarget: "visitor-menu" }, icon("person"), h("span", { class: "may-go" }, "Visitor"), visitor > 0 && h("span", { class: "badge tint" }, visitor)),
      h("div", { class: "popover stack tight", id: "visitor-menu", popover: "auto", role: "group", "aria-label": "Visitor", use: anchored },
        h("label", { class: "field" }, h("span", null, "Region (ISO 3166, empty: unknown)"), h("input", { value: ui.region, placeholder: "DE, GB, US-CA …", maxlength: 6, onchange: (event) => look({ region: event.target.value.trim().toUpperCase() }) })),
        check("gpc", "Sends the privacy signal (GPC)"),
        h("button", { class: "button wide", type: "button", onclick: () => { app.stage.preview.newVisitor(); document.getElementById("visitor-menu").hidePopover(); } }, icon("fresh"), "Begin as a new visitor"))));
}

/** The bar below the stage: the screen, and what the view has to say or to ask. */
export const underline = (app, ...more) => h("div", { class: "underline", key: "underline" },
  radios("device", "Screen", devices, app.ui.device, (device) => app.show({ device })), more);

/** The language that is looked at: the chosen one, else the policy's default. */
export const languageOf = (app) => (app.core.names[app.ui.language] || /^en-X[AB]$/.test(app.ui.language) || app.now.tags.includes(app.ui.language) ? app.ui.language : app.now.tags[0]);
