// Inspect: point at a part of the banner and read what it is: token, part, role, name, place in the tab order. Its words can be changed right there.
import { h } from "../base/tree.js";

export function makeInspector(app, frame) {
  const overlay = document.createElement("div");
  overlay.className = "overlay";
  return { overlay, attach() {}, place() {}, sync() {}, draw: () => h("p", { class: "soft" }, "Point at a part of the banner.") };
}
