// What visitors are told when they are asked again. A record holds a fingerprint of what was asked, not the questions, so a visit can't know what has changed. The
// studio knows both policies: it names what is new, and the names go into the text `banner.changed` of the policy, which costs a visit nothing else.

/** The notice's entry in the copy deck. */
export const CHANGED = { id: "banner.changed", key: "banner.changed" };

/** The words of a text in `language`, else in any. */
const inLanguage = (text, language, otherwise) => (typeof text === "string" ? text : text?.[language] ?? Object.values(text ?? {})[0]) || otherwise;

/**
 * Titles of what is asked for in `policy` and wasn't before, in `language`: a service, or in brackets what of it is new. `live` and `now`: the core's fingerprints;
 * `builtIn(key)`: Assent's own texts in that language.
 */
export function newsOf(live, now, policy, language, builtIn = () => undefined) {
  const before = new Set(live.parts ?? []), known = new Set([...before].map((fact) => fact.split(" ").slice(0, 2).join(" ")));
  const titled = (list, id) => { const one = policy[list]?.find?.((each) => each?.id === id); return inLanguage(one?.title, language, (list === "categories" && builtIn(`category.${id}.title`)) || id); };
  const services = new Map(), categories = new Set();
  for (const fact of (now.parts ?? []).filter((each) => !before.has(each))) {
    const [kind, id, what, ...rest] = fact.split(" ");
    if (kind === "category") { if (what) categories.add(titled("categories", id)); continue; }
    if (!services.has(id)) services.set(id, new Set());
    const part = what === "purpose" ? titled("purposes", rest[0]) : what === "category" ? titled("categories", rest[0]) : what === "provider" ? rest.join(" ") : what === "url" ? "" : rest.at(-1);
    if (part && known.has(`service ${id}`)) services.get(id).add(part);
  }
  return [...[...services].map(([id, parts]) => titled("services", id) + (parts.size ? ` (${[...parts].join(", ")})` : "")), ...categories];
}

/** The sentence that is built in, with `news` behind it; "" when there is none. `dir`: of the language; names are isolated where it is right to left. */
export function noticeOf(sentence, news, language, dir = "ltr") {
  if (!news.length) return "";
  const [, words, stop] = /^(.*?)([.。।۔։]?)$/s.exec(sentence), isolated = dir === "rtl" ? news.map((name) => `\u2068${name}\u2069`) : news;
  return `${words}${stop === "。" ? "：" : ": "}${new Intl.ListFormat(language).format(isolated)}${stop}`;
}

/** The notice for every language of the policy: {language: text}. `app`: app.js; `text`: the policy that visitors know. */
export function noticesFor(app, text, languages = app.now.tags) {
  const { core, variant, now } = app, deck = app.deck(), prints = [text, variant.policy].map((one) => core.fingerprint(one));
  return Object.fromEntries(languages.map((tag) => {
    const builtIn = (key) => deck.read({ id: key, key }, tag).builtIn;
    return [tag, noticeOf(deck.read(CHANGED, tag).builtIn ?? "", newsOf(...prints, now.value, tag, builtIn), tag, core.dirOf(tag))];
  }));
}
