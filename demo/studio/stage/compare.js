// Two variants on the same page, one over the other, and a slider between them.
import { h } from "../base/tree.js";
import { createFrame } from "../preview/frame.js";
import { makeJar } from "../preview/jar.js";
import { deviceOf } from "./devices.js";
import { languageOf, underline } from "./toolbar.js";
import { visitOf } from "./visit.js";

export function makeCompare(app) {
  const frames = { left: createFrame({ title: "The variant on the left" }), right: createFrame({ title: "The variant on the right" }) };
  const keys = {};
  let busy = false, room = null;
  const chosen = () => {
    const { variants, current } = app.store.project, right = current;
    const left = variants.some(({ id }) => id === app.ui.compareWith) && app.ui.compareWith !== right ? app.ui.compareWith : variants.find(({ id }) => id !== right)?.id ?? right;
    return { left, right };
  };

  async function refresh() {
    if (busy) return;
    busy = true;
    const language = languageOf(app);
    for (const [side, id] of Object.entries(chosen())) {
      const { policy, css } = app.store.project.variants.find((variant) => variant.id === id);
      const key = JSON.stringify([policy, css, app.ui.page, language, app.ui.compareLayer]);
      if (keys[side] === key) continue;
      keys[side] = key;
      const visit = await visitOf(app, { policy, css, page: app.ui.page === "site" ? "article" : app.ui.page, language });
      if (visit) await frames[side].open({ ...visit, scheme: app.ui.scheme, jar: makeJar(), layer: app.ui.compareLayer === "preferences" ? "preferences" : "" });
    }
    busy = false;
    frames.left.live({ scheme: app.ui.scheme });
    frames.right.live({ scheme: app.ui.scheme });
  }

  function fit() {
    if (!room) return;
    const { width, height, zoom } = deviceOf(app.ui.device), space = { width: room.clientWidth - 48, height: room.clientHeight - 48 };
    const size = width ? { width, height } : { width: Math.max(320, space.width), height: Math.max(240, space.height) };
    const scale = Math.min(zoom ?? 1, space.width / size.width, space.height / size.height);
    const at = app.ui.compareAt ?? 50, both = room.firstElementChild;
    Object.assign(both.style, { inlineSize: `${size.width}px`, blockSize: `${size.height}px`, transform: `scale(${scale})`, margin: `${(size.height * (scale - 1)) / 2}px ${(size.width * (scale - 1)) / 2}px` });
    frames.left.element.style.clipPath = `inset(0 ${100 - at}% 0 0)`;
    both.style.setProperty("--at", `${at}%`);
  }

  return {
    focus: () => document.getElementById("compare-at")?.focus(),
    draw() {
      const { variants } = app.store.project, { left, right } = chosen(), name = (id) => variants.find((variant) => variant.id === id).name;
      if (variants.length < 2) return h("div", { class: "empty" }, h("p", null, "There is one variant so far. Copy it, change the copy, and see both here."), h("button", { class: "button primary", type: "button", onclick: () => app.addVariant(`${app.variant.name} copy`.slice(0, 40)) }, "Copy as a new variant"));
      return [
        h("div", { class: "canvas", key: "compare", opaque: true, use(canvas) {
          room = canvas;
          const both = Object.assign(document.createElement("div"), { className: "both" });
          const divide = Object.assign(document.createElement("div"), { className: "divide" });
          // The line itself can be drawn along; the slider below is the same for the keyboard.
          divide.addEventListener("pointerdown", (event) => { event.preventDefault(); divide.setPointerCapture(event.pointerId); });
          divide.addEventListener("pointermove", ({ clientX, pointerId }) => {
            if (!divide.hasPointerCapture(pointerId)) return;
            const { left, width } = both.getBoundingClientRect();
            app.show({ compareAt: Math.round(Math.min(100, Math.max(0, (100 * (clientX - left)) / width))) });
          });
          both.append(frames.right.element, frames.left.element, divide);
          canvas.append(both);
          const observer = new ResizeObserver(fit);
          observer.observe(canvas);
          return () => { observer.disconnect(); room = null; };
        } }),
        underline(app,
          h("label", { class: "row tight" }, h("span", { class: "soft small" }, "Left"), h("select", { class: "select quiet slim-select", value: left, onchange: (event) => app.show({ compareWith: event.target.value }) }, variants.filter(({ id }) => id !== right).map(({ id, name: its }) => h("option", { value: id, key: id }, its)))),
          h("label", { class: "row tight still grow" }, h("span", { class: "hidden" }, "How much of the left one"), h("input", { type: "range", id: "compare-at", min: 0, max: 100, value: app.ui.compareAt ?? 50, oninput: (event) => app.show({ compareAt: Number(event.target.value) }) })),
          h("span", null, h("span", { class: "soft small" }, "Right "), h("b", null, name(right))),
          h("label", { class: "check" }, h("input", { type: "checkbox", checked: app.ui.compareLayer === "preferences", onchange: (event) => app.show({ compareLayer: event.target.checked ? "preferences" : "" }) }), "Preferences")),
      ];
    },
    sync() { fit(); if (app.store.project.variants.length > 1) refresh(); },
    leave() {},
  };
}
