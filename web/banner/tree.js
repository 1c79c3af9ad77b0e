// Two trees make one picture. What a visitor sees is laid out in an open shadow tree, where the page's style sheets can't reach;
// words and controls are children of the element itself, where the page, a cookie scanner or a consent extension finds them.
// Every such light child is shown through a slot of its own (manual assignment: no names to collide), and base.css.js dresses it.
import { tokens } from "./theme.js";
import { sheet } from "./sheet.js";

/** An element with `attributes`; a string instead of them is its `part`, by which a page may style it. */
export function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  if (typeof attributes === "string") attributes = { part: attributes };
  for (const name in attributes) element.setAttribute(name, attributes[name]);
  element.append(...children);
  return element;
}

/** An element of ours, `name`, with its shadow tree; `type` becomes its class if the page has none by that name yet. */
export function raise(name, type) {
  customElements.get(name) || customElements.define(name, type);
  const element = document.createElement(name);
  element.attachShadow({ mode: "open", slotAssignment: "manual" });
  return element;
}

/** Gives such an element the language of `view`, and its tree the `sheets` and the tokens of `view`. */
export function dress(element, view, sheets) {
  element.lang = view.lang;
  element.dir = view.dir;
  element.shadowRoot.adoptedStyleSheets = [...sheets, tokens(view.theme)];
}

/** `light(child)` makes `child` a light child of `host` and answers the slot that shows it. */
export const lights = (host) => (child) => {
  host.append(child);
  const slot = document.createElement("slot");
  slot.assign(child);
  return slot;
};

/** Words. */
export const words = (light, text, attributes = {}) => light(make("span", attributes, text));

/** A button that does `action`, in a part whose looks it takes over whole. */
export const button = (light, part, action, text, attributes) =>
  make("span", `button ${part} ${action}`, light(make("button", { type: "button", "data-assent-action": action, ...attributes }, text)));

/** A link that tells its target nothing about this page. */
export const link = (light, text, href) =>
  make("span", "link", light(make("a", { href, target: "_blank", rel: "noopener noreferrer" }, text)));
