// Words: the copy deck. One row for each string, one column for each language.
import { h } from "../base/tree.js";
import { icon } from "../base/icons.js";
import { chooseFile, download } from "../base/files.js";
import { formsOf, hasPlural, show } from "../words/message.js";
import { withWords } from "../words/deck.js";
import { fromCsv, fromJson, toCsv, toJson } from "../words/sheets.js";
import { fromXliff, toXliff } from "../words/xliff.js";

const marks = { missing: ["bad", "Missing"], outdated: ["warn", "Outdated"], own: ["tint", "Own"], shared: ["", "Same in all"] };

/** Writes words in a language; everywhere in the studio words are changed through here. */
export function setWords(app, entry, language, text) {
  if (!app.now.value) return app.say("The policy is not valid JSON at the moment: mend it in the Policy panel first.");
  app.store.editVariant(`Words: ${entry.id} (${language})`, (variant) => withWords(variant, app.core.languages, app.now.tags[0], entry, language, text), `${entry.id} ${language}`);
}

const rowsOf = (app, deck, entries, languages) => entries.map((entry) => {
  const read = languages.map((tag) => [tag, deck.read(entry, tag)]);
  return { id: entry.id, group: entry.group, words: Object.fromEntries(read.filter(([, { state }]) => state !== "missing").map(([tag, { text }]) => [tag, text])), states: Object.fromEntries(read.map(([tag, { state }]) => [tag, state])) };
});

/** Takes {language: {id: text}} in: only what differs from what is there is written. Answers how many were. */
function takeIn(app, words) {
  const deck = app.deck(), byId = new Map(deck.entries.map((entry) => [entry.id, entry])), known = [...app.now.tags];
  let count = 0, unknown = 0;
  app.store.editVariant("Read in words", (variant) => {
    for (const [language, texts] of Object.entries(words)) {
      if (!known.includes(language)) { unknown += Object.keys(texts).length; continue; }
      for (const [id, text] of Object.entries(texts)) {
        const entry = byId.get(id);
        if (!entry) unknown++;
        else if (deck.read(entry, language).text !== text) { variant = withWords(variant, app.core.languages, app.now.tags[0], entry, language, text); count++; }
      }
    }
    return variant;
  });
  app.say(`${count} ${count === 1 ? "text was" : "texts were"} changed${unknown ? `; ${unknown} belong to no string or language of this policy` : ""}.`);
}

async function readIn(app) {
  const file = await chooseFile(".csv,.json,.xlf,.xliff");
  if (!file) return;
  try {
    takeIn(app, /\.xl(f|iff)$/i.test(file.name) ? fromXliff(file.text).words : /\.json$/i.test(file.name) ? fromJson(file.text) : fromCsv(file.text));
  } catch (error) {
    app.say(`${file.name} could not be read: ${error.message}`);
  }
}

function plurals(text, language) {
  if (!hasPlural(text)) return null;
  const forms = formsOf(language);
  return h("div", { class: "plurals small", title: `${language} has the forms ${forms.join(", ")}` }, [0, 1, 2, 5].map((n) => h("span", { key: n }, h("b", { class: "numbers" }, n), " ", h("span", { lang: language }, show(text, n, language)))));
}

function cell(app, deck, entry, language, source) {
  const { text, state, own, builtIn } = deck.read(entry, language), [tone, word] = marks[state] ?? [];
  const length = deck.read(entry, source).text.length;
  const long = language !== source && text.length > 20 && text.length > length * 1.5;
  return h("td", { key: language, "data-state": state },
    h("textarea", { class: "text", rows: Math.max(1, Math.min(8, Math.ceil(text.length / 26))), lang: language, dir: app.core.languages[language]?.["language.dir"] ?? "auto", value: text, placeholder: state === "missing" ? deck.read(entry, source).text : "", "aria-label": `${entry.id}, ${app.core.names[language] ?? language}`,
      oninput: (event) => setWords(app, entry, language, event.target.value) }),
    h("div", { class: "row tight small" }, word && h("span", { class: `badge ${tone}` }, word), long && h("span", { class: "badge warn", title: "Much longer than the default language’s" }, `${(text.length / length).toFixed(1)} ×`),
      own && builtIn !== undefined && h("button", { class: "button plain mini", type: "button", "aria-label": `${entry.id}, ${language}: the built-in words again`, title: "The built-in words again", onclick: () => setWords(app, entry, language, "") }, icon("reset"))),
    plurals(text, language));
}

/** A string's id without what the group says already, to be broken at its joints. */
const breakable = ({ id, key }) => (key ? id.slice(id.indexOf(".") + 1) : id.replace(/^\w+:/, "")).split(/(?<=[.:_-])/).flatMap((part, i) => (i ? [h("wbr"), part] : [part]));

function table(app, deck, group, entries, languages, source) {
  const open = (app.ui.wordGroups ?? ["First layer"]).includes(group);
  const states = entries.flatMap((entry) => app.now.tags.map((tag) => deck.read(entry, tag).state));
  const count = (state) => states.filter((one) => one === state).length;
  const toggle = (event) => {
    if (event.target.open === open) return;
    app.show({ wordGroups: [...(app.ui.wordGroups ?? ["First layer"]).filter((one) => one !== group), ...(event.target.open ? [group] : [])] });
  };
  return h("details", { class: "deck", key: group, open, ontoggle: toggle },
    h("summary", null, icon("next"), h("h3", null, group), h("span", { class: "soft small" }, entries.length), count("missing") > 0 && h("span", { class: "badge bad" }, `${count("missing")} missing`), count("outdated") > 0 && h("span", { class: "badge warn" }, `${count("outdated")} outdated`)),
    open && h("div", { class: "scroll-x", tabindex: 0, role: "region", "aria-label": `${group}, table` }, h("table", null,
      h("thead", null, h("tr", null, h("th", { scope: "col" }, "String"), languages.map((tag) => h("th", { scope: "col", key: tag }, app.core.names[tag] ?? tag, tag === source && h("span", { class: "soft" }, " · default"))))),
      h("tbody", null, entries.map((entry) => h("tr", { key: entry.id, id: `words-${entry.id}` }, h("th", { scope: "row", class: "mono small", title: entry.id }, breakable(entry)), languages.map((tag) => cell(app, deck, entry, tag, source))))))));
}

export const words = {
  id: "words",
  title: "Words",
  badge(app) {
    if (!app.now.value) return null;
    const deck = app.deck(), missing = deck.entries.some((entry) => app.now.tags.some((tag) => deck.read(entry, tag).state === "missing"));
    return missing && h("span", { class: "badge bad" }, "!");
  },
  draw(app) {
    const { tags } = app.now, source = tags[0], deck = app.deck();
    const shown = tags.filter((tag) => tag === source || !(app.ui.hiddenLanguages ?? []).includes(tag));
    const sought = (app.ui.soughtWords ?? "").toLowerCase(), only = app.ui.onlyOpen;
    const entries = deck.entries.filter((entry) => (!sought || entry.id.toLowerCase().includes(sought) || shown.some((tag) => deck.read(entry, tag).text.toLowerCase().includes(sought)))
      && (!only || tags.some((tag) => ["missing", "outdated"].includes(deck.read(entry, tag).state))));
    const groups = [...new Set(entries.map(({ group }) => group))];
    const all = () => rowsOf(app, deck, deck.entries, tags), name = app.now.value?.site?.name?.toLowerCase().replace(/\W+/g, "-") ?? "words";
    return [
      h("div", { class: "head" }, h("h2", null, "Words"),
        h("button", { class: "button", type: "button", onclick: () => readIn(app) }, icon("import"), h("span", { class: "may-go" }, "Read in")),
        h("button", { class: "button", type: "button", popovertarget: "words-out" }, icon("export"), h("span", { class: "may-go" }, "Give out")),
        h("div", { class: "popover stack tight", id: "words-out", popover: "auto", role: "group", "aria-label": "Give out the words", use: (menu) => app.anchored(menu), onclick: (event) => event.target.closest("button") && event.currentTarget.hidePopover() },
          h("button", { class: "button wide", type: "button", onclick: () => download(`${name}-words.csv`, toCsv(all(), tags), "text/csv") }, "CSV: all languages"),
          h("button", { class: "button wide", type: "button", onclick: () => download(`${name}-words.json`, toJson(all(), tags), "application/json") }, "JSON: all languages"),
          tags.slice(1).map((tag) => h("button", { class: "button wide", type: "button", key: tag, onclick: () => download(`${name}-${tag}.xlf`, toXliff(all(), source, tag), "application/xliff+xml") }, `XLIFF 2.0: ${app.core.names[tag] ?? tag}`)))),
      h("div", { class: "sub row" },
        h("input", { type: "search", class: "text grow", "aria-label": "Find a string", placeholder: "Find a string", value: app.ui.soughtWords ?? "", oninput: (event) => app.show({ soughtWords: event.target.value }) }),
        h("label", { class: "check" }, h("input", { type: "checkbox", checked: !!only, onchange: (event) => app.show({ onlyOpen: event.target.checked }) }), "Only what is missing or outdated")),
      h("div", { class: "sub row tight", role: "group", "aria-label": "Languages in the table" }, tags.map((tag) => h("button", { class: "badge", type: "button", key: tag, disabled: tag === source, "aria-pressed": String(shown.includes(tag)),
        onclick: () => app.show({ hiddenLanguages: shown.includes(tag) ? [...(app.ui.hiddenLanguages ?? []), tag] : (app.ui.hiddenLanguages ?? []).filter((other) => other !== tag) }) }, app.core.names[tag] ?? tag)),
      h("button", { class: "button plain mini", type: "button", onclick: () => app.show({ panel: "policy", policyMode: "forms" }) }, icon("plus"), "Add a language in Policy")),
      h("div", { class: "body flush" }, groups.map((group) => table(app, deck, group, entries.filter((entry) => entry.group === group), shown, source)), !groups.length && h("p", { class: "soft pad" }, "No string is like that.")),
    ];
  },
};
