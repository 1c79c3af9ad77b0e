// The theme as design tokens, by the Design Tokens Community Group's Format and Color modules, 2025.10 (a Community Group report, not a W3C
// Recommendation). Light and dark are groups. What the format has no type for (`medium`, `clamp(…)`) is carried in `$extensions`, and so is the
// exact text of a value wherever the format would write it another way: out and in again gives the same theme, to the byte.
import { fromHex, toHex } from "../colour/oklch.js";
import { themeKeys } from "./tokens.js";

const OURS = "org.assent";
const round = (value) => Math.round(value * 1e6) / 1e6;

const number = "([-+]?(?:\\d+\\.?\\d*|\\.\\d+))";
const measure = (text) => { const found = new RegExp(`^${number}(px|rem)$`).exec(text); return found && { value: Number(found[1]), unit: found[2] }; };
const colour = (text) => {
  const rgba = fromHex(text);
  return rgba && { colorSpace: "srgb", components: rgba.slice(0, 3).map(round), alpha: round(rgba[3]), hex: toHex(rgba.slice(0, 3)) };
};
const length = (text) => (text === "0" ? { value: 0, unit: "px" } : measure(text));
const shadow = (text) => {
  const layers = text.split(/,(?![^(]*\))/).map((layer) => {
    const words = layer.trim().split(/\s+/), inset = words.includes("inset");
    const sizes = words.filter((word) => length(word)).map(length), color = words.map(colour).find(Boolean);
    if (!color || sizes.length < 2 || words.length !== sizes.length + 1 + Number(inset)) return null;
    const [offsetX, offsetY, blur = length("0"), spread = length("0")] = sizes;
    return { color, offsetX, offsetY, blur, spread, ...(inset && { inset }) };
  });
  return layers.every(Boolean) ? (layers.length === 1 ? layers[0] : layers) : null;
};

const to = {
  color: colour,
  dimension: measure,
  scheme: () => null, // no type of the format
  shadow,
  duration: (text) => { const found = new RegExp(`^${number}(ms|s)$`).exec(text); return found && { value: Number(found[1]), unit: found[2] }; },
  fontFamily: (text) => { const names = text.split(",").map((name) => name.trim().replace(/^(["'])(.*)\1$/, "$2")); return names.length === 1 ? names[0] : names; },
};

const cssLength = ({ value, unit }) => (value === 0 ? "0" : `${value}${unit}`);
const cssColour = ({ colorSpace, components, alpha = 1, hex }) => {
  if (colorSpace === "srgb") return toHex([...components.map((part) => (part === "none" ? 0 : part)), alpha]);
  if (hex && alpha === 1) return hex.toLowerCase();
  return colorSpace === "oklch" ? `oklch(${components.join(" ")} / ${alpha})` : `color(${colorSpace} ${components.join(" ")} / ${alpha})`;
};
const from = {
  color: cssColour,
  dimension: ({ value, unit }) => `${value}${unit}`,
  duration: ({ value, unit }) => `${value}${unit}`,
  fontFamily: (names) => [names].flat().map((name) => (/^[a-z-]+$/i.test(name) ? name : `"${name}"`)).join(", "),
  shadow: (layers) => [layers].flat().map(({ color, offsetX, offsetY, blur, spread, inset }) =>
    [inset && "inset", cssLength(offsetX), cssLength(offsetY), cssLength(blur), spread?.value ? cssLength(spread) : "", cssColour(color)].filter(Boolean).join(" ")).join(", "),
};

const groupOf = ({ token, scheme }) => scheme || token.type;

/** The tokens document of a theme, as an object. Keys stand in the order of tokens.js, so that the text is stable. */
export function tokensOf(theme) {
  const assent = {}, left = {};
  for (const entry of themeKeys) {
    const { key, token } = entry, text = theme[key];
    if (text === undefined) continue;
    const $value = to[token.type](text);
    if (!$value) { left[key] = text; continue; }
    const group = (assent[groupOf(entry)] ??= { $type: token.type });
    group[token.name] = { $value, $description: token.about, ...(from[token.type]($value) !== text && { $extensions: { [OURS]: { css: text } } }) };
  }
  // Keys that are nobody's token belong to the theme all the same.
  for (const key in theme) if (!themeKeys.some((entry) => entry.key === key)) left[key] = theme[key];
  return {
    $schema: "https://www.designtokens.org/schemas/2025.10/format.json",
    $description: "Assent: tokens of a consent banner. Groups light and dark are the two colour schemes.",
    assent: { ...assent, ...(Object.keys(left).length && { $extensions: { [OURS]: { css: left } } }) },
  };
}

export const tokensText = (theme) => `${JSON.stringify(tokensOf(theme), null, 2)}\n`;

/**
 * The theme of a tokens document; throws an Error that says what can't be read. Aliases (`{group.token}`) are followed. Tokens that are not
 * Assent's are looked for by their name, so that a file of another tool with `light.accent` in it works as well.
 */
export function themeOf(document) {
  const theme = {};
  const resolve = (value, seen = 0) => {
    const alias = typeof value === "string" && /^\{([^{}]+)\}$/.exec(value)?.[1];
    if (!alias) return value;
    const target = alias.split(".").reduce((at, name) => at?.[name], document);
    if (!target || seen > 20) throw new Error(`The alias {${alias}} leads nowhere.`);
    return resolve(target.$value, seen + 1);
  };
  const take = (entry, token, type) => {
    const exact = token.$extensions?.[OURS]?.css, value = resolve(token.$value);
    if (type && type !== entry.token.type) throw new Error(`${entry.key} is a ${type}; a ${entry.token.type} is needed.`);
    try {
      theme[entry.key] = exact ?? from[entry.token.type](value);
    } catch {
      throw new Error(`The value of ${entry.key} is no ${entry.token.type} of the 2025.10 format.`);
    }
  };
  const walk = (node, path, type) => {
    if (node === null || typeof node !== "object") return;
    const here = node.$type ?? type;
    if (node.$value !== undefined) {
      const [name, ...groups] = path.toReversed();
      const entry = themeKeys.find(({ token, scheme }) => token.name === name && (!scheme || groups.includes(scheme)));
      if (entry) take(entry, node, here);
      return;
    }
    Object.assign(theme, node.$extensions?.[OURS]?.css);
    for (const [name, child] of Object.entries(node)) if (!name.startsWith("$")) walk(child, [...path, name], here);
  };
  walk(document, []);
  if (!Object.keys(theme).length) throw new Error("There is no token of Assent in this file: groups light and dark with accent, surface, text …");
  return theme;
}
