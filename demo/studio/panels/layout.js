// Where the banner stands, how dense it is, in which order its buttons lie, and where the way back is.
import { h } from "../base/tree.js";
import { icon } from "../base/icons.js";
import { buttons, orderOf } from "../policy/buttons.js";
import { section } from "./design.js";

const layouts = [
  { id: "box", title: "Box", shape: "M6 22h20v12H6z" },
  { id: "bar", title: "Bar", shape: "M2 27h52v9H2z" },
  { id: "inline", title: "In the page", shape: "M2 2h52v9H2z" },
  { id: "modal", title: "Modal", shape: "M16 11h24v16H16z" },
  { id: "sheet", title: "Sheet", shape: "M13 21h30v15H13z" },
];
const positions = ["bottom-start", "bottom", "bottom-end", "center", "top"];
const titles = { "bottom-start": "Bottom, start", bottom: "Bottom", "bottom-end": "Bottom, end", center: "Centre", top: "Top" };
/** Positions that make sense for a layout. */
const fits = { box: positions, bar: ["bottom", "top"], inline: ["top"], modal: ["center", "bottom", "top"], sheet: ["bottom"] };
const actions = { "accept-all": "Accept all", "reject-all": "Reject all", preferences: "Preferences", save: "Save" };
/** The order of a layer's buttons. */
function orderField(app, key, layer) {
  const order = orderOf(app.now.banner, key);
  const move = (at, step) => {
    const next = [...order], [one] = next.splice(at, 1);
    next.splice(at + step, 0, one);
    app.set(`Order of the buttons, ${layer}`, ["banner", key], String(next) === String(buttons[key]) ? undefined : next);
  };
  const mover = (id, at, step, word) => h("button", { class: "icon-button small-button", type: "button", disabled: !(at + step in order), "aria-label": `${actions[id] ?? id}, ${layer}: one ${word}`, title: `One ${word}`, onclick: () => move(at, step) }, icon(step < 0 ? "up" : "down"));
  return h("div", { class: "field", key }, h("span", { id: `order-${key}` }, `Buttons of the ${layer}, in order`), h("ol", { class: "order", "aria-labelledby": `order-${key}` }, order.map((id, at) => h("li", { key: id },
    h("span", { class: "numbers soft" }, at + 1), h("span", { class: "grow" }, actions[id] ?? id), mover(id, at, -1, "earlier"), mover(id, at, 1, "later")))));
}

export function layoutSection(app) {
  const { banner, theme } = app.now;
  const layout = banner.layout ?? "box", position = banner.position ?? "bottom-start", density = banner.density ?? "comfortable";
  const reopen = banner.reopen ?? {}, scheme = theme.scheme ?? "";
  const put = (label, key, value) => app.set(label, ["banner", key], value);
  const choose = (id) => app.write(`Layout: ${id}`, (text) => app.textWith(text, [["banner", "layout"], id], ...(fits[id].includes(position) ? [] : [[["banner", "position"], fits[id][0]]])));

  return section("Layout", true,
    h("div", { class: "layouts", role: "radiogroup", "aria-label": "Layout of the first layer" }, layouts.map(({ id, title, shape }) =>
      h("label", { key: id }, h("input", { type: "radio", class: "hidden", name: "layout", value: id, checked: layout === id, onchange: () => choose(id) }),
        h("svg", { viewBox: "0 0 56 38", "aria-hidden": "true" }, h("rect", { x: 1.5, y: 1.5, width: 53, height: 35, rx: 4 }), h("path", { d: shape })), h("span", null, title)))),
    h("label", { class: "field" }, h("span", null, "Position"), h("select", { class: "select", value: position, onchange: (event) => put("Position", "position", event.target.value) },
      positions.map((id) => h("option", { value: id, key: id, disabled: !fits[layout]?.includes(id) && id !== position }, titles[id])))),
    h("div", { class: "field" }, h("span", null, "Density"), h("div", { class: "choice wide", role: "radiogroup", "aria-label": "Density" }, ["comfortable", "compact"].map((id) =>
      h("label", { key: id }, h("input", { type: "radio", class: "hidden", name: "density", checked: density === id, onchange: () => put("Density", "density", id) }), id[0].toUpperCase() + id.slice(1))))),
    orderField(app, "actions", "first layer"), orderField(app, "preferencesActions", "preferences"),
    h("label", { class: "field" }, h("span", null, "Follows the scheme of"), h("select", { class: "select", value: scheme, onchange: (event) => app.setTheme("Scheme that is followed", { scheme: event.target.value || undefined }) },
      h("option", { value: "" }, "the visitor, or the page’s data-theme"), h("option", { value: "light" }, "nobody: always light"), h("option", { value: "dark" }, "nobody: always dark"))),
    h("div", { class: "two" },
      h("label", { class: "check" }, h("input", { type: "checkbox", checked: reopen.show !== false, onchange: (event) => app.set("Reopen control", ["banner", "reopen", "show"], event.target.checked ? undefined : false) }), "Reopen control"),
      h("select", { class: "select", "aria-label": "Position of the reopen control", disabled: reopen.show === false, value: reopen.position ?? "bottom-start", onchange: (event) => app.set("Position of the reopen control", ["banner", "reopen", "position"], event.target.value) },
        ["bottom-start", "bottom-end"].map((id) => h("option", { value: id, key: id }, titles[id])))));
}
