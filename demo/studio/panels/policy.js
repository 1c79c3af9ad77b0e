// The policy: its text and its forms side by side, what the core says at which line, and whether visitors would be asked again.
import { h } from "../base/tree.js";
import { icon } from "../base/icons.js";
import { CHANGED, noticesFor } from "../policy/what-changed.js";
import { withWords } from "../words/deck.js";
import { compare } from "../policy/asked-again.js";
import { chooseFile } from "../base/files.js";
import { forms } from "./policy-forms.js";
import { makeJsonEditor } from "./json-editor.js";

let editor;
const signs = { error: ["bad", "error"], warning: ["warn", "warning"], info: ["", "info"] };

/** What visitors who are asked again are told, and the offer to name what is new. */
function told(app, live) {
  const { tags } = app.now, deck = app.deck(), notices = noticesFor(app, live), said = (tag) => deck.read(CHANGED, tag).text, open = tags.filter((tag) => notices[tag] && notices[tag] !== said(tag));
  const write = () => {
    app.store.editVariant("Name what has changed", (variant) => tags.reduce((next, tag) => (notices[tag] ? withWords(next, app.core.languages, tags[0], CHANGED, tag, notices[tag]) : next), variant));
    app.say("The notice names what is new. Its words are in the copy deck, under First layer.");
  };
  return [
    h("p", { class: "small" }, h("b", null, "They read: "), h("q", { lang: tags[0] }, said(tags[0]))),
    open.length > 0 && h("div", { class: "row tight" }, h("button", { class: "button primary", type: "button", onclick: write }, "Name what is new"), h("span", { class: "soft small" }, `in ${tags.length} ${tags.length === 1 ? "language" : "languages"}: “${notices[tags[0]]}”`)),
  ];
}

function askedAgain(app) {
  const { live } = app.store.project;
  const policies = [live ?? app.variant.policy, app.variant.policy], [before, now] = policies.map((text) => app.core.fingerprint(text));
  if (!now.fingerprint) return null;
  const { same, added, gone } = compare(before, now);
  return h("section", { class: "card stack tight", "aria-labelledby": "again-title" },
    h("div", { class: "row apart" }, h("h3", { id: "again-title" }, "Would visitors be asked again?"), h("span", { class: `badge ${same ? "good" : "warn"}` }, same ? "No" : "Yes")),
    same ? h("p", { class: "soft small" }, "What this policy asks for is what visitors of the live one were asked. Words, looks and texts may change freely.")
      : h("ul", { class: "small changes" }, added.map((fact) => h("li", { key: `+${fact}`, "data-change": "added" }, h("span", { class: "hidden" }, "New: "), fact)), gone.map((fact) => h("li", { key: `-${fact}`, "data-change": "gone" }, h("span", { class: "hidden" }, "Gone: "), fact))),
    !same && app.now.value && told(app, policies[0]),
    h("div", { class: "row apart" }, h("span", { class: "soft small mono" }, now.fingerprint), !same && h("button", { class: "button", type: "button", onclick: () => app.store.edit("Take this policy as the live one", (project) => ({ ...project, live: app.variant.policy })) }, "This one is live now")));
}

export const findingList = (app, findings, go) => h("ul", { class: "findings", id: "json-findings", "aria-label": "What the core says" },
  findings.map((found, i) => h("li", { key: i }, h("button", { type: "button", onclick: () => go(found) }, h("span", { class: `badge ${signs[found.severity][0]}` }, icon(signs[found.severity][1]), found.code), h("span", { class: "grow" }, found.message, h("span", { class: "soft" }, ` ${found.fix}`)), h("span", { class: "soft numbers" }, found.line ? `line ${found.line}` : "")))));

export const policy = {
  id: "policy",
  title: "Policy",
  badge: (app) => { const count = app.now.report.findings.filter(({ severity, code }) => severity === "error" && code.startsWith("E")).length; return count > 0 && h("span", { class: "badge bad" }, count); },
  draw(app) {
    editor ??= makeJsonEditor(app);
    const mode = app.ui.policyMode ?? (innerWidth < 1400 ? "forms" : "both");
    editor.update();
    return [
      h("div", { class: "head" }, h("h2", null, "Policy"),
        h("div", { class: "choice", role: "radiogroup", "aria-label": "Show the policy as" }, [["forms", "Forms"], ["both", "Both"], ["json", "JSON"]].map(([id, title]) => h("label", { key: id }, h("input", { type: "radio", class: "hidden", name: "policy-mode", checked: mode === id, onchange: () => app.show({ policyMode: id }) }), title))),
        h("button", { class: "button", type: "button", onclick: () => openPolicy(app) }, icon("import"), h("span", { class: "may-go" }, "Open"))),
      h("div", { class: "body flush sides", "data-mode": mode },
        mode !== "json" && h("div", { class: "scroll", key: "forms", tabindex: 0, role: "region", "aria-label": "Policy as forms" }, h("div", { class: "stack" }, askedAgain(app), forms(app))),
        mode !== "forms" && h("div", { class: "code", key: "json" }, h("div", { class: "grow", opaque: true, use: (element) => { element.append(editor.element); } }),
          findingList(app, app.now.report.findings, ({ line, column }) => editor.go(line || 1, column || 1)))),
    ];
  },
};

/** Opens a policy file: it becomes this variant's, and what visitors are taken to have now. */
export async function openPolicy(app, given) {
  const file = given ?? await chooseFile(".json,application/json");
  if (!file) return;
  app.store.edit(`Open ${file.name}`, (project) => ({ ...project, live: file.text, variants: project.variants.map((variant) => (variant.id === project.current ? { ...variant, policy: file.text } : variant)) }));
  app.say(`${file.name} is open. Export gives it back byte for byte until you change it.`);
}

/** Shows the place of a finding in the policy's text. */
export function showFinding(app, { line, column }) {
  app.show({ panel: "policy", policyMode: app.ui.policyMode === "forms" ? "both" : app.ui.policyMode ?? "both" });
  requestAnimationFrame(() => requestAnimationFrame(() => editor?.go(line || 1, column || 1)));
}
