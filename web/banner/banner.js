// The first layer: a region that leaves the page usable, or, if the policy asks for `modal`, a dialog that makes it inert.
import { make, button, link, words } from "./tree.js";

export function banner(view, light) {
  const modal = view.layout === "modal";
  const text = make("div", "words", make("h2", "title", words(light, view.title)));
  if (view.notice) text.append(make("p", "notice", words(light, view.notice)));
  text.append(make("p", "body", words(light, view.body)));
  // To say yes and to say no are the same control twice; to look closer is the quieter third.
  const actions = view.actions.map((name) => button(light, name === "preferences" ? "quiet" : "primary", name, view.labels[name]));
  const panel = make(modal ? "dialog" : "section", { part: "panel banner", "aria-label": view.region },
    text, make("div", "actions", ...actions));
  if (view.links.length) panel.append(make("div", "links", ...view.links.map(({ title, url }) => link(light, title, url))));
  if (modal) {
    // Escape infers nothing. A browser closes a dialog at the second Escape whatever `cancel` says, unless nothing may close it.
    panel.setAttribute("closedby", "none");
    panel.addEventListener("cancel", (event) => event.preventDefault());
  }
  return panel;
}

/** The control that brings the preferences back: a round icon that says its words on hover and focus. */
export function reopen(view, light) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const path = document.createElementNS(svg.namespaceURI, "path");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("part", "icon");
  svg.setAttribute("aria-hidden", "true");
  path.setAttribute("d", "M12 3a9 9 0 1 0 9 9 4.5 4.5 0 0 1-4.5-4.5A4.5 4.5 0 0 1 12 3M8 9h0M8 15h0M12 12h0M14 16h0");
  svg.append(path);
  return make("div", "pin", button(light, "reopen", "preferences", view.reopen.label), svg);
}
