// The copy deck: what is missing or outdated is known, plurals follow the language, and every file of words that goes out comes in again.
import test from "node:test";
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { formsOf, parse, show } from "../../../demo/studio/words/message.js";
import { entriesOf, makeDeck, withWords } from "../../../demo/studio/words/deck.js";
import { fromCsv, fromJson, toCsv, toJson } from "../../../demo/studio/words/sheets.js";

const folder = new URL("../../../web/languages/", import.meta.url);
const languages = Object.fromEntries(readdirSync(folder).map((name) => [name.slice(0, -5), JSON.parse(readFileSync(new URL(name, folder), "utf8"))]));
const policy = readFileSync(new URL("../../../demo/policies/conversationware.json", import.meta.url), "utf8");
const entry = (id) => entriesOf(JSON.parse(policy), languages.en).find((one) => one.id === id);
const variant = { policy, sources: {} };
const read = ({ policy: text, sources }, id, language) => makeDeck(JSON.parse(text), languages, "en", sources).read(entry(id), language);

test("every text that visitors see stands in the deck once", () => {
  const entries = entriesOf(JSON.parse(policy), languages.en), ids = entries.map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length);
  for (const key of Object.keys(languages.en)) assert.equal(ids.includes(key), !key.startsWith("language."), key);
  for (const id of ["purpose:web-analytics.description", "service:google-analytics.title", "service:google-analytics.cookies:__utma.purpose", "service:calltracks.retention:1.what", "category:necessary.exempt", "service:doubleclick.opt-out:1"]) assert.ok(ids.includes(id), id);
});

test("words are the policy's own, else the built-in ones, of the language or what it falls back to", () => {
  assert.deepEqual(read(variant, "banner.title", "de"), { text: languages.de["banner.title"], builtIn: languages.de["banner.title"], own: false, state: "built-in" });
  assert.equal(read(variant, "banner.title", "de-AT").text, languages.de["banner.title"]);
  assert.equal(read(variant, "declaration.intro", "de").state, "own");
  assert.equal(read(variant, "service:google-analytics.description", "fr").state, "missing");
  assert.equal(read(variant, "banner.title", "tlh").state, "missing");
  assert.deepEqual(read(variant, "service:google-analytics.title", "de"), { text: "Google Analytics", builtIn: undefined, own: false, state: "shared" });
});

test("a source that changes makes its translations outdated, until they are looked at", () => {
  let now = withWords(variant, languages, "en", entry("banner.title"), "en", "Cookies?");
  assert.equal(read(now, "banner.title", "en").state, "own");
  assert.equal(read(now, "banner.title", "de").state, "outdated");
  now = withWords(now, languages, "en", entry("banner.title"), "de", "Kekse?");
  assert.equal(read(now, "banner.title", "de").state, "own");
  now = withWords(now, languages, "en", entry("banner.title"), "en", "Cookies!");
  assert.equal(read(now, "banner.title", "de").state, "outdated");
  now = withWords(now, languages, "en", entry("banner.title"), "en", "Cookies?");
  assert.equal(read(now, "banner.title", "de").state, "own");
});

test("a translation that was there before is outdated too when its source changes", () => {
  const now = withWords(variant, languages, "en", entry("purpose:remarketing.description"), "en", "Something else altogether.");
  assert.equal(read(now, "purpose:remarketing.description", "de").state, "outdated");
});

test("giving words back leaves the file as it was", () => {
  for (const id of ["banner.title", "service:google-analytics.description"]) for (const language of ["fr", "de"]) {
    if (read(variant, id, language).own) continue;
    const there = withWords(variant, languages, "en", entry(id), language, "Bonjour, « vous » \"ici\"\n"), back = withWords(there, languages, "en", entry(id), language, "");
    assert.equal(read(there, id, language).text, "Bonjour, « vous » \"ici\"\n");
    assert.equal(back.policy, policy, `${id} ${language}`);
    assert.deepEqual(back.sources, { [language]: {} });
  }
});

test("a text that is a plain string becomes one by language when it is translated", () => {
  const now = withWords(variant, languages, "en", entry("service:google-analytics.title"), "de", "Google Analyse");
  assert.deepEqual(JSON.parse(now.policy).services[3].title, { en: "Google Analytics", de: "Google Analyse" });
});

test("plurals follow the language's own forms", () => {
  const shown = (language, n) => show(languages[language]["preferences.services"], n, language);
  assert.deepEqual([0, 1, 2, 5].map((n) => shown("en", n)), ["0 services", "1 service", "2 services", "5 services"]);
  assert.equal(new Set([0, 1, 2, 5].map((n) => shown("pl", n).replace(/\d+\s/, ""))).size, 3);
  assert.deepEqual(formsOf("ar").length, 6);
  for (const language in languages) for (const n of [0, 1, 2, 5]) assert.doesNotMatch(shown(language, n), /[{}#]/, language);
});

test("every built-in message can be read, and a broken one is shown as it is", () => {
  for (const [language, words] of Object.entries(languages)) for (const [key, text] of Object.entries(words)) assert.ok(parse(text), `${language} ${key}`);
  for (const broken of ["{", "{a", "{n, plural, one {#}", "}", "{n, select, a {b}}"]) { assert.equal(parse(broken), null, broken); assert.equal(show(broken, 1, "en"), broken); }
  assert.equal(show("{n, plural, =0 {none} one {# thing} other {# things}} of {total}", 0, "en"), "none of ‹total›");
});

const rows = [{ id: "a", group: "G", words: { en: "Plain", de: "Mit, Komma" } }, { id: "b", group: "G", words: { en: 'Quote "x"\nline', ar: "مرحبا" } }, { id: "c", group: "G", words: { en: "=SUM(1)", de: "" } }];
const expected = { en: { a: "Plain", b: 'Quote "x"\nline', c: "=SUM(1)" }, de: { a: "Mit, Komma" }, ar: { b: "مرحبا" } };

test("out as CSV and in again, also as a spreadsheet with semicolons writes it", () => {
  const csv = toCsv(rows, ["en", "de", "ar"]);
  assert.deepEqual(fromCsv(csv), expected);
  assert.deepEqual(fromCsv(`\uFEFF${csv.replace(/\r\n/g, "\n")}`), expected);
  assert.deepEqual(fromCsv("id;group;en\r\na;G;x, y\r\n"), { en: { a: "x, y" } });
  assert.throws(() => fromCsv("key,en\na,b\n"), /must name its columns/);
  assert.throws(() => fromCsv('id,en\na,"b\n'), /quotation mark/);
});

test("out as JSON and in again", () => {
  assert.deepEqual(fromJson(toJson(rows, ["en", "de", "ar"])), expected);
  assert.throws(() => fromJson('{"en":"x"}'), /A file of words/);
});
