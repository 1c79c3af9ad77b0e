// The bar at the top: which variant, steps back and forth, the studio's own scheme, the link, help, and the way home.
import { h } from "./base/tree.js";
import { icon } from "./base/icons.js";
import { shortcuts } from "./keys.js";

const iconButton = (name, label, props) => h("button", { class: "icon-button", type: "button", "aria-label": label, title: label, ...props }, icon(name));

function variants(app) {
  const { variants: all, current } = app.store.project;
  const go = (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const at = all.findIndex(({ id }) => id === current), next = all[(at + step + all.length) % all.length];
    app.store.select(next.id);
    requestAnimationFrame(() => document.getElementById(`variant-${next.id}`)?.focus());
  };
  return [
    h("div", { class: "variants", role: "tablist", "aria-label": "Variants", onkeydown: go },
      all.map(({ id, name }) => h("button", { key: id, id: `variant-${id}`, role: "tab", "aria-selected": String(id === current), "aria-controls": "panel", tabindex: id === current ? 0 : -1, onclick: () => app.store.select(id) }, name))),
    h("button", { class: "icon-button", type: "button", "aria-label": "Variant: name, copy, remove", title: "Variant: name, copy, remove", popovertarget: "variant-menu" }, icon("down")),
    h("div", { class: "popover stack tight", id: "variant-menu", popover: "auto", "aria-label": "Variant", role: "group", use: anchored }, variantMenu(app)),
  ];
}

/** A menu is drawn under the button that opens it. */
export const anchored = (menu) => {
  const put = (event) => {
    if (event.newState !== "open") return;
    const button = document.querySelector(`[popovertarget="${menu.id}"]`)?.getBoundingClientRect();
    if (!button) return;
    const width = Math.max(menu.offsetWidth, 240), height = menu.offsetHeight || 320;
    const left = Math.min(button.left, innerWidth - width - 8), below = button.bottom + 6;
    menu.style.left = `${Math.max(8, left)}px`;
    menu.style.top = `${Math.max(8, Math.min(below, innerHeight - height - 8))}px`;
  };
  menu.addEventListener("toggle", put);
  return () => menu.removeEventListener("toggle", put);
};

function variantMenu(app) {
  const { variants: all } = app.store.project, { name } = app.variant;
  const close = () => document.getElementById("variant-menu")?.hidePopover();
  return [
    h("label", { class: "field" }, h("span", null, "Name"), h("input", { value: name, maxlength: 40, oninput: (event) => event.target.value.trim() && app.renameVariant(event.target.value) })),
    h("button", { class: "button wide", type: "button", onclick: () => { app.addVariant(`${name} copy`.slice(0, 40)); close(); app.say("A copy to change freely. Compare the two in the Compare view."); } }, icon("plus"), "Copy as a new variant"),
    h("button", { class: "button wide", type: "button", disabled: all.length < 2, onclick: () => { app.removeVariant(); close(); } }, icon("bin"), "Remove this variant"),
  ];
}

export function bar(app) {
  const { store, ui } = app;
  const scheme = ui.studioScheme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
  return h("header", { class: "bar" },
    h("h1", { class: "brand" }, h("svg", { viewBox: "0 0 32 32", "aria-hidden": "true" }, h("rect", { width: 32, height: 32, fill: "#4f46c8" }), h("path", { d: "M9 16.5l5 5 9.5-11", fill: "none", stroke: "#fff", "stroke-width": 3, "stroke-linecap": "round", "stroke-linejoin": "round" })), "Assent Studio"),
    variants(app),
    h("div", { class: "space" }),
    iconButton("undo", store.undoLabel ? `Take back: ${store.undoLabel}` : "Nothing to take back", { disabled: !store.undoLabel, onclick: () => store.undo() }),
    iconButton("redo", store.redoLabel ? `Do again: ${store.redoLabel}` : "Nothing to do again", { disabled: !store.redoLabel, onclick: () => store.redo() }),
    iconButton(scheme === "dark" ? "sun" : "moon", `Show the studio ${scheme === "dark" ? "light" : "dark"}`, { onclick: () => app.show({ studioScheme: scheme === "dark" ? "light" : "dark" }) }),
    iconButton("side", "Inspector at the side", { "aria-pressed": String(!!ui.sideOpen), onclick: () => app.show({ sideOpen: !ui.sideOpen }) }),
    iconButton("help", "Keys and help", { onclick: () => document.getElementById("help").showModal() }),
    h("button", { class: "button", type: "button", "aria-label": "Share", title: "Copy a link to all of this", onclick: app.share }, icon("link"), h("span", { class: "may-go" }, "Share")),
    h("button", { class: "button primary", type: "button", onclick: () => app.show({ panel: "export" }) }, icon("export"), h("span", null, "Export")),
    help());
}

const help = () => h("dialog", { class: "sheet", id: "help", "aria-labelledby": "help-title", onclick: (event) => event.target === event.currentTarget && event.target.close() },
  h("div", null,
    h("div", { class: "row apart" }, h("h2", { id: "help-title" }, "Keys and help"), h("form", { method: "dialog" }, h("button", { class: "icon-button", "aria-label": "Close", title: "Close" }, icon("close")))),
    h("p", null, "Everything here runs in this page: the preview is the runtime that visitors get, the checks are the compiler’s own. Nothing is uploaded; your draft stays in this browser until you share a link."),
    h("dl", { class: "keys" }, shortcuts.map(([keys, what]) => [h("dt", null, keys.split(" ").map((key) => [h("kbd", null, key), " "])), h("dd", null, what)]))));
