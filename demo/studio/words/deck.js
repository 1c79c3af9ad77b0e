// The copy deck: every string that visitors may see, in every language: Assent's own, which the policy's `texts` may replace, and the policy's
// texts about its purposes, categories and services.
import { removeAt, setAt, valueAt } from "../project/json-text.js";

const titles = { banner: "First layer", preferences: "Preferences", reopen: "Reopen control", status: "Short messages", placeholder: "Held content", category: "Built-in categories", declaration: "Cookie page" };

const fallbacks = (tag) => tag.split("-").map((_, i, parts) => parts.slice(0, parts.length - i).join("-"));

/** Every entry of the deck, in groups: {id, group, key} for Assent's texts, {id, group, path} for the policy's. Ids are stable. */
export function entriesOf(policy, english) {
  const built = Object.keys(english).filter((key) => !key.startsWith("language.")).map((key) => ({ id: key, key, group: titles[key.split(".")[0]] ?? "Other" }));
  const own = [];
  const add = (group, id, ...path) => { const at = valueAt(policy, path); if (typeof at === "string" || (at && typeof at === "object")) own.push({ id, path, group }); };
  const each = (name, visit) => { if (Array.isArray(policy?.[name])) policy[name].forEach((one, i) => one && visit(one, i)); };
  each("categories", ({ id }, i) => { for (const part of ["title", "description"]) add("Categories of the policy", `category:${id}.${part}`, "categories", i, part); add("Categories of the policy", `category:${id}.exempt`, "categories", i, "exempt", "information"); });
  each("purposes", ({ id }, i) => { for (const part of ["title", "description"]) add("Purposes", `purpose:${id}.${part}`, "purposes", i, part); });
  each("services", (service, i) => {
    for (const part of ["title", "description"]) add("Services", `service:${service.id}.${part}`, "services", i, part);
    for (const [list, name] of [["cookies", "name"], ["storage", "key"]]) {
      if (Array.isArray(service[list])) service[list].forEach((item, j) => { for (const part of ["purpose", "remark"]) add("What services store", `service:${service.id}.${list}:${item?.[name]}.${part}`, "services", i, list, j, part); });
    }
    if (Array.isArray(service.optOuts)) service.optOuts.forEach((_, j) => add("Services", `service:${service.id}.opt-out:${j + 1}`, "services", i, "optOuts", j, "title"));
    if (Array.isArray(service.retention)) service.retention.forEach((_, j) => { for (const part of ["what", "remark"]) add("What services store", `service:${service.id}.retention:${j + 1}.${part}`, "services", i, "retention", j, part); });
  });
  if (Array.isArray(policy?.banner?.links)) policy.banner.links.forEach((_, i) => add("First layer", `link:${i + 1}`, "banner", "links", i, "title"));
  add("Reopen control", "reopen:label", "banner", "reopen", "label");
  return [...built, ...own];
}

/**
 * The deck of a policy. `languages`: the built-in ones; `source`: the default language; `sources`: {language: {id: the source's words when it was translated}}.
 * `read(entry, language)` -> {text, builtIn, state}; state: "own", "built-in", "shared" (one for all
 * languages), "missing", or "outdated" (the source says something else by now).
 */
export function makeDeck(policy, languages, source, sources = {}) {
  const builtIn = (key, language) => fallbacks(language).map((tag) => languages[tag]?.[key]).find((text) => text !== undefined);
  const own = ({ key, path }, language) => {
    if (key) return valueAt(policy, ["texts", language, key]);
    const at = valueAt(policy, path);
    return typeof at === "string" ? (language === source ? at : undefined) : at?.[language];
  };
  /** A service's title that is a plain string is a name, the same in every language; so the core has it, too. */
  const shared = ({ path }) => { const at = path?.[0] === "services" && path.length === 3 && path[2] === "title" ? valueAt(policy, path) : undefined; return typeof at === "string" ? at : undefined; };
  const words = (entry, language) => own(entry, language) ?? (entry.key ? builtIn(entry.key, language) : shared(entry));
  return {
    entries: entriesOf(policy, languages.en),
    read(entry, language) {
      const mine = own(entry, language), text = words(entry, language), built = entry.key ? builtIn(entry.key, language) : undefined;
      const translatedFrom = sources[language]?.[entry.id];
      const state = text === undefined ? "missing"
        : language === source ? (mine === undefined ? "built-in" : "own")
          : mine === undefined ? (shared(entry) !== undefined ? "shared" : own(entry, source) === undefined ? "built-in" : "outdated")
            : translatedFrom !== undefined && translatedFrom !== words(entry, source) ? "outdated" : "own";
      return { text: text ?? "", builtIn: built, own: mine !== undefined, state };
    },
  };
}

/**
 * A variant {policy (text), sources} with `text` for an entry in a language; "" gives the built-in words back.
 * What the translation was made from is remembered, so that it can be told when that changes.
 */
export function withWords({ policy, sources, ...rest }, languages, source, entry, language, text) {
  const value = JSON.parse(policy), deck = makeDeck(value, languages, source, sources);
  const before = deck.read(entry, source).text;
  let next = policy;
  if (entry.key) {
    next = text ? setAt(policy, ["texts", language, entry.key], text) : removeAt(policy, ["texts", language, entry.key]);
    if (!text && JSON.stringify(valueAt(JSON.parse(next), ["texts", language])) === "{}") next = removeAt(next, ["texts", language]);
    if (!text && JSON.stringify(JSON.parse(next).texts) === "{}") next = removeAt(next, ["texts"]);
  } else {
    const at = valueAt(value, entry.path);
    if (typeof at === "string") next = language === source ? setAt(policy, entry.path, text) : text ? setAt(policy, entry.path, { [source]: at, [language]: text }) : policy;
    else next = text ? setAt(policy, [...entry.path, language], text) : removeAt(policy, [...entry.path, language]);
  }
  const remembered = structuredClone(sources);
  if (language !== source) {
    (remembered[language] ??= {})[entry.id] = before;
    if (!text) delete remembered[language][entry.id];
  } else {
    // The translations that are there were made from the words that go now.
    for (const other of new Set([...Object.keys(value.texts ?? {}), ...Object.keys(entry.path ? valueAt(value, entry.path) : {})])) {
      if (other !== source && deck.read(entry, other).own) (remembered[other] ??= {})[entry.id] ??= before;
    }
  }
  return { ...rest, policy: next, sources: remembered };
}
