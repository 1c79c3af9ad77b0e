// The second layer: a native modal dialog with a checkbox per category and per service. Nothing is ticked but what the visitor
// granted before. A category's box rules those of its services, and is mixed where they differ.
import { make, button, link, words } from "./tree.js";
import { count, fill } from "./text.js";

const idOf = (kind, { id }) => `assent-${kind}-${id}`;

/** What a service or a category is for; its box is described by it. */
const description = (light, kind, item, text) => make("p", "description", words(light, text, { id: idOf(kind, item) + "-why" }));

/** A heading, its state in words, and its box (none if no consent is needed). The box tells its state by itself: the words are for the eyes. */
function row(light, labels, kind, item, exempt) {
  const id = idOf(kind, item);
  const title = make("h" + (kind === "category" ? 3 : 4), "name", exempt ? words(light, item.title) : light(make("label", { for: id }, item.title)));
  if (exempt) return { line: make("div", "row", title, make("span", "state", labels.always)) };
  const box = make("input", { type: "checkbox", id, "aria-describedby": id + "-why", ["data-assent-" + kind]: item.id });
  const state = make("span", { part: "state", "aria-hidden": "true" });
  const holder = make("span", "switch", light(box));
  box.checked = item.granted;
  return { id: item.id, box, line: make("div", "row", title, state, holder), paint(some) {
    box.indeterminate = !box.checked && some;
    state.textContent = box.checked ? labels.on : some || labels.off;
    holder.dataset.on = box.checked || (some ? "some" : "");
  } };
}

function service(light, labels, item, line) {
  const links = item.optOuts.map(({ title, url }) => link(light, title, url));
  if (item.privacyUrl) links.unshift(link(light, fill(labels.privacy, item), item.privacyUrl));
  return make("li", "service", line,
    description(light, "service", item, [item.provider, item.description].filter(Boolean).join(": ")),
    make("div", "service-links", ...links));
}

/** The dialog, and `choice()`: what stands in it now, as the detail of `save`. */
export function preferences(view, light) {
  const { labels, lang } = view;
  const rows = { categories: [], services: [] };

  const category = (item) => {
    const whole = row(light, labels, "category", item, item.exempt);
    const section = make("div", "category", whole.line, description(light, "category", item, item.description));
    const parts = [];
    if (item.services.length) {
      section.append(make("details", "services", make("summary", "services-title", make("span", {}, words(light, count(item.count, lang)))),
        make("ul", {}, ...item.services.map((entry) => {
          const part = row(light, labels, "service", entry, item.exempt);
          parts.push(part);
          return service(light, labels, entry, part.line);
        }))));
    }
    if (item.exempt) return section;
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
    rows.categories.push(whole);
    rows.services.push(...parts);
    return section;
  };

  const intro = make("p", "intro", words(light, view.intro));
  const close = button(light, "close", "close", "×", { "aria-label": labels.close, title: labels.close });
  const head = make("div", "head", make("h2", "title", words(light, view.title)), close);
  const middle = make("div", "categories", intro);
  if (view.categories.some(({ exempt, granted }) => granted && !exempt)) middle.append(button(light, "withdraw", "withdraw", labels.withdraw));
  middle.append(...view.categories.map(category));
  const foot = make("div", "actions", ...["accept-all", "reject-all"].map((name) => button(light, "quiet", name, labels[name])),
    button(light, "primary", "save", labels.save));
  const dialog = make("dialog", { part: "panel dialog", "aria-label": view.title }, head, middle, foot);
  const chosen = (list) => Object.fromEntries(list.map(({ id, box }) => [id, box.checked]));
  return { dialog, choice: () => ({ categories: chosen(rows.categories), services: chosen(rows.services) }) };
}
