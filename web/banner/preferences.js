// The second layer: a native modal dialog with a checkbox per category and per service. Nothing is ticked but what the visitor
// granted before. A category's box rules those of its services, and is mixed where they differ.
import { make, button, link, words } from "./tree.js";
import { count, fill } from "./text.js";

/** The dialog, and `choice()`: what stands in it now, as the detail of `save`. `unsaved` is such a choice to begin with. */
export function preferences(view, light, unsaved) {
  const { labels, lang } = view;
  const boxes = { categories: [], services: [] };

  /** A heading, its state in words, and its box if it needs consent. The box tells its state by itself: the words are for the eyes. */
  function row(kind, item, heading, exempt) {
    const id = `assent-${kind}-${item.id}`;
    const title = (child) => make(heading, "name", light(child));
    const why = (text) => make("p", "description", words(light, text, { id: id + "-why" }));
    if (exempt) return { why, line: make("div", "row", title(make("span", {}, item.title)), make("span", "state", labels.always)) };
    const box = make("input", { type: "checkbox", id, "aria-describedby": id + "-why", ["data-assent-" + kind]: item.id });
    const state = make("span", { part: "state", "aria-hidden": "true" });
    const holder = make("span", "switch", light(box));
    const list = kind === "category" ? "categories" : "services";
    box.checked = unsaved ? unsaved[list][item.id] : item.granted;
    boxes[list].push([item.id, box]);
    return { why, box, line: make("div", "row", title(make("label", { for: id }, item.title)), state, holder), paint(some) {
      box.indeterminate = !box.checked && some;
      state.textContent = box.checked ? labels.on : some || labels.off;
      holder.dataset.on = box.checked || (some ? "some" : "");
    } };
  }

  function service(item, { line, why }) {
    const links = item.optOuts.map(({ title, url }) => link(light, title, url));
    if (item.privacyUrl) links.unshift(link(light, fill(labels.privacy, item), item.privacyUrl));
    return make("li", "service", line, why([item.provider, item.description].filter(Boolean).join(": ")), make("div", "service-links", ...links));
  }

  function category({ services, exempt, ...item }) {
    const whole = row("category", item, "h3", exempt);
    const section = make("div", "category", whole.line, whole.why(item.description));
    const parts = services.map((entry) => row("service", entry, "h4", exempt));
    if (parts.length) {
      section.append(make("details", "services", make("summary", "services-title", make("span", {}, words(light, count(item.count, lang)))),
        make("ul", {}, ...parts.map((part, at) => service(services[at], part)))));
    }
    if (exempt) return section;
    const paint = () => {
      const on = parts.filter(({ box }) => box.checked).length;
      if (parts.length) whole.box.checked = on === parts.length;
      whole.paint(on && `${on}/${parts.length}`);
      for (const part of parts) part.paint();
    };
    whole.box.addEventListener("change", () => {
      for (const { box } of parts) box.checked = whole.box.checked;
      paint();
    });
    for (const { box } of parts) box.addEventListener("change", paint);
    paint();
    return section;
  }

  const head = make("div", "head", make("h2", "title", words(light, view.title)),
    button(light, "close", "close", "×", { "aria-label": labels.close, title: labels.close }));
  const middle = make("div", "categories", make("p", "intro", words(light, view.intro)));
  if (view.categories.some(({ exempt, granted }) => granted && !exempt)) middle.append(button(light, "withdraw", "withdraw", labels.withdraw));
  middle.append(...view.categories.map(category));
  const foot = make("div", "actions", ...view.actions.map((name) => button(light, name === "save" ? "primary" : "quiet", name, labels[name])));
  const chosen = (list) => Object.fromEntries(list.map(([id, box]) => [id, box.checked]));
  return {
    dialog: make("dialog", { part: "panel dialog", "aria-label": view.title }, head, middle, foot),
    choice: () => ({ categories: chosen(boxes.categories), services: chosen(boxes.services) }),
  };
}
