// Export: what a site takes home, made here by the files that `assent build` uses; and the design in the formats of other tools.
import { h } from "../base/tree.js";
import { icon } from "../base/icons.js";
import { chooseFile, download } from "../base/files.js";
import { cssOf, themeOfCss } from "../tokens/css.js";
import { themeOf, tokensText } from "../tokens/dtcg.js";
import { makeSheet } from "../stage/sheet.js";
import { openPolicy } from "./policy.js";

const nameOf = (app) => (app.now.value?.site?.name ?? "site").toLowerCase().normalize("NFKD").replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "") || "site";

async function copy(app, text, what) {
  try {
    await navigator.clipboard.writeText(text);
    app.say(`${what} copied.`);
  } catch {
    app.say("The clipboard is not available here: select the text and copy it.");
  }
}

let made = { key: "" };
/** consent.js and its company for the design as it is; null while something stands in the way. */
function built(app) {
  if (app.checks.blocked || !app.now.report.ok) return null;
  if (made.key !== app.now.text) made = { key: app.now.text, ...app.core.build(app.now.text) };
  return made;
}

const block = (title, about, ...children) => h("section", { class: "card stack", key: title }, h("div", null, h("h3", null, title), about && h("p", { class: "soft small" }, about)), children);
const button = (label, sign, act, props = {}) => h("button", { class: "button", type: "button", onclick: act, ...props }, icon(sign), label);

function forTheSite(app) {
  const { findings, running } = app.checks, errors = findings.filter(({ severity }) => severity === "error");
  if (running) return h("p", { class: "soft", role: "status" }, "Checking the design as it is now …");
  const site = built(app);
  if (!site) return [
    h("p", { class: "notice bad", role: "alert" }, `${errors.length === 1 ? "One red item stands" : `${errors.length} red items stand`} in the way. Mend what is red, or write down why it does not fit here.`),
    h("ul", { class: "small stack tight" }, errors.slice(0, 5).map((found, i) => h("li", { key: i }, h("b", null, found.code), ` ${found.message}`))),
    button("To the checks", "checks", () => app.show({ panel: "checks" })),
  ];
  const kilobytes = (text) => `${Math.round(new Blob([text]).size / 1024)} KB`;
  return [
    h("div", { class: "row" }, h("button", { class: "button primary", type: "button", id: "take-consent", onclick: () => download("consent.js", site.files["consent.js"], "text/javascript") }, icon("import"), "consent.js"), h("span", { class: "soft small numbers" }, `${kilobytes(site.files["consent.js"])} before compression · grade ${site.grade}`)),
    h("div", { class: "row tight" }, Object.entries(site.files).slice(1).map(([name, text]) => button(name, "import", () => download(name, text, "text/javascript"), { key: name })), app.variant.css.trim() && button("consent.css", "import", () => download("consent.css", cssOf({}, app.variant.css), "text/css"))),
    h("label", { class: "field" }, h("span", null, "Paste this first in <head>, as one line"), h("textarea", { class: "text mono", id: "snippet", readonly: true, rows: 4, value: site.line, onfocus: (event) => event.target.select() })),
    h("div", { class: "row tight" }, button("Copy the line", "copy", () => copy(app, site.line, "The line is"))),
    h("p", { class: "soft small" }, "consent.js holds gate, core, policy and banner. consent-declaration.js draws the cookie page; assent-core.js is for browsers that refuse WebAssembly and lies beside the other two."),
  ];
}

async function readTokens(app) {
  const file = await chooseFile(".json,.css,.tokens");
  if (!file) return;
  try {
    const theme = file.name.endsWith(".css") ? themeOfCss(file.text) : themeOf(JSON.parse(file.text));
    const same = Object.entries(theme).every(([key, value]) => app.now.theme[key] === value);
    // A file of tokens is the whole theme; what it leaves out is built in again.
    app.set(`Tokens of ${file.name}`, ["banner", "theme"], Object.keys(theme).length ? theme : undefined);
    app.say(same ? "The tokens are those that are here." : `${Object.keys(theme).length} tokens are read from ${file.name}.`);
  } catch (error) {
    app.say(`${file.name} could not be read: ${error.message}`);
  }
}

export const exporting = {
  id: "export",
  title: "Export",
  draw(app) {
    const name = nameOf(app), { theme } = app.now;
    return [
      h("div", { class: "head" }, h("h2", null, "Export")),
      h("div", { class: "body" }, h("div", { class: "stack" },
        block("For the site", "Made in this page from the policy and the same parts that the command-line tool uses.", forTheSite(app)),
        block("Policy", "Comes out byte for byte as it went in, but for what you changed.", h("div", { class: "row tight" }, button("policy.json", "import", () => download(`${name}.json`, app.variant.policy, "application/json"), { id: "take-policy" }), button("Open a policy", "export", () => openPolicy(app)))),
        block("Design tokens", "For design tools and style sheets; light and dark are two groups.", h("div", { class: "row tight" },
          button("DTCG 2025.10", "import", () => download(`${name}.tokens.json`, tokensText(theme), "application/json"), { id: "take-tokens" }), button("CSS properties", "import", () => download(`${name}-tokens.css`, cssOf(theme, app.variant.css), "text/css"), { id: "take-css" }), button("Read in", "export", () => readTokens(app), { id: "give-tokens" }))),
        block("Words", "CSV, JSON and XLIFF, out and in.", h("div", { class: "row tight" }, button("To the copy deck", "words", () => app.show({ panel: "words" })))),
        block("Pictures", "Every state on one sheet, to show and to sign off.", h("div", { class: "row tight" }, button("PNG sheet", "import", () => makeSheet(app), { id: "take-sheet" }))),
        block("Link", "The whole project in an address: nothing is uploaded.", h("div", { class: "row tight" }, button("Copy the link", "link", app.share))))),
    ];
  },
};
