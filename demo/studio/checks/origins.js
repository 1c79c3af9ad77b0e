// What in the policy a finding on the rendered banner comes from. The page shows that something is wrong; the line where it is written is found by
// what was measured: a colour by the token that has it, words by their key, an order by its field. Where nothing in the file says it, that is said.
import { fromHex } from "../colour/oklch.js";
import { pathOf, spanOf } from "../project/json-text.js";
import { valueOf } from "../tokens/tokens.js";

const FILLED = ["accept-all", "reject-all", "save"];
const token = (name) => `/banner/theme/${name}`;
const schemed = (name, where) => (/dark/.test(where) ? [`${name}Dark`, name] : [name]);
const words = (...keys) => keys.map((key) => `/texts/*/${key}`);

/** The tokens that painted what was found, the words before their ground. In the dark scheme a light value may stand in for a dark one. */
function painted({ part, where = "", front, ground }, { theme }) {
  const has = (key, colour) => { const its = fromHex(valueOf(theme, key)); return its && [0, 1, 2].every((i) => Math.abs(its[i] - colour[i]) < 0.01); };
  const names = FILLED.includes(part) ? ["onAccent", "accent"] : ["muted", "text", "surface"];
  return names.flatMap((name) => schemed(name, where)).filter((key) => theme[key] !== undefined && (has(key, front) || has(key, ground))).map(token);
}

/** By rule: JSON pointers that it may come from, the likeliest first; "*" is the language that was looked at. */
const origins = {
  D001: () => ["/banner/actions"], D003: () => ["/banner/actions"], D004: () => ["/banner/reopen/show", "/banner/reopen"],
  D006: painted, D019: painted,
  D008: ({ boxes = [] }, { value }) => value.categories?.map?.(({ id }, i) => boxes.includes(id) && `/categories/${i}/default`).filter(Boolean) ?? [],
  D009: () => [...words("banner.body"), "/banner/layout"], D011: ({ key }) => words(key), D012: () => ["/banner/layout", "/banner/position"],
  D013: () => words("banner.accept-all", "banner.reject-all", "banner.preferences", "preferences.save"),
  D014: ({ where }) => ["muted", "surface"].flatMap((name) => schemed(name, where)).map(token), D015: ({ key }) => words(key),
  D020: ({ where, part }) => schemed(FILLED.includes(part) ? "accent" : "edge", where).map(token),
  D021: () => [...words("banner.body", "banner.title"), token("space"), token("fontSize")], D022: () => ["/gate/grade", "/gate"],
};

/**
 * The place of `finding` in the policy: {pointer, line, column}; where nothing in it says what was found, `pointer` is empty, `line` 0 and `origin` tells what does.
 * `design`: {text, value, theme, language, css}.
 */
export function originOf(finding, design) {
  const { text, value, language, css } = design;
  for (const one of value ? origins[finding.code]?.(finding, design) ?? [] : []) {
    const pointer = one.replace("/*/", `/${language}/`), span = spanOf(text, pathOf(pointer));
    if (!span) continue;
    const before = text.slice(0, span.start).split("\n");
    return { pointer, line: before.length, column: [...before.at(-1)].length + 1 };
  }
  return { pointer: "", line: 0, column: 0, origin: css.trim() ? "Nothing in the policy says so: look in your own CSS." : "Nothing in the policy says so: it is what is built in." };
}
