// Tokens: the table is the banner's, and every way out leads back to the same theme, to the byte.
import test from "node:test";
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { propertyOf, themeKeys, tokens, valueOf, accepts } from "../../../demo/studio/tokens/tokens.js";
import { cssOf, themeOfCss } from "../../../demo/studio/tokens/css.js";
import { themeOf, tokensOf, tokensText } from "../../../demo/studio/tokens/dtcg.js";
import { createConsent } from "../../../dist/node/index.js";
import { schemeFrom } from "../../../demo/studio/colour/scheme.js";

const banner = new URL("../../../web/banner/", import.meta.url);
const plain = JSON.parse(readFileSync(new URL("../../fixtures/policies/plain.json", import.meta.url), "utf8"));
const source = readdirSync(banner).filter((name) => name.endsWith(".js")).map((name) => readFileSync(new URL(name, banner), "utf8")).join("\n");

test("the table has the custom properties that the banner reads, and no others", () => {
  const read = new Set([...source.matchAll(/var\((--assent-[a-z-]+)/g)].map(([, name]) => name));
  assert.deepEqual(themeKeys.map(({ key }) => propertyOf(key)).sort(), [...read].sort());
});

test("defaults are the banner's own", () => {
  const css = source.replace(/\s+/g, " ");
  const short = (value) => value.replace(/^#(.)\1(.)\2(.)\3$/, "#$1$2$3");
  for (const token of tokens) for (const value of [token.default, token.dark].filter(Boolean)) assert.ok(css.includes(short(value)), `${token.name}: ${value} is not in web/banner`);
});

const themes = {
  empty: { accent: "#0f6b64" },
  seeded: schemeFrom("#7a3cff"),
  odd: { accent: "#F2C200", radius: "0px", font: "Georgia, 'Times New Roman', serif", fontSize: "medium", width: "clamp(20em, 50vw, 40em)", duration: "150ms", space: "1.25rem",
    shadow: "0 1px 2px rgba(0, 0, 0, .1)", backdrop: "#0008", inset: ".5rem", scheme: "dark" },
  shadows: { shadow: "0 2px 6px #0000000f, 0 16px 48px #0003" },
};

for (const [name, theme] of Object.entries(themes)) {
  test(`${name}: out as design tokens and in again`, () => {
    assert.deepEqual(themeOf(JSON.parse(tokensText(theme))), theme);
    assert.equal(tokensText(themeOf(tokensOf(theme))), tokensText(theme));
  });
  test(`${name}: out as CSS and in again`, () => {
    assert.deepEqual(themeOfCss(cssOf(theme)), theme);
  });
}

test("design tokens have the shapes of the 2025.10 format", () => {
  const { assent, $schema } = tokensOf({ accent: "#336699", accentDark: "#99ccff80", radius: "8px", duration: ".2s", font: "Inter, sans-serif", shadow: "0 1px 2px #0008" });
  assert.match($schema, /2025\.10\/format\.json$/);
  assert.deepEqual(assent.light.accent.$value, { colorSpace: "srgb", components: [0.2, 0.4, 0.6], alpha: 1, hex: "#336699" });
  assert.equal(assent.dark.accent.$value.alpha, 0.501961);
  assert.deepEqual(assent.dimension.radius.$value, { value: 8, unit: "px" });
  assert.deepEqual(assent.duration.duration.$value, { value: 0.2, unit: "s" });
  assert.deepEqual(assent.fontFamily.font.$value, ["Inter", "sans-serif"]);
  assert.deepEqual(Object.keys(assent.shadow.shadow.$value), ["color", "offsetX", "offsetY", "blur", "spread"]);
  for (const group of Object.values(assent)) assert.equal(typeof group.$type, "string");
});

test("a file of another tool is read by its names; aliases are followed; nonsense is told", () => {
  const foreign = { brand: { $type: "color", blue: { $value: { colorSpace: "srgb", components: [0, 0.2, 0.8] } } }, light: { accent: { $type: "color", $value: "{brand.blue}" } },
    dark: { accent: { $type: "color", $value: { colorSpace: "oklch", components: [0.8, 0.1, 250], hex: "#9CCBFF" } } } };
  assert.deepEqual(themeOf(foreign), { accent: "#0033cc", accentDark: "#9ccbff" });
  assert.throws(() => themeOf({ a: { $value: 1 } }), /no token of Assent/);
  assert.throws(() => themeOf({ light: { accent: { $type: "color", $value: "{nowhere.at.all}" } } }), /leads nowhere/);
  assert.throws(() => themeOf({ light: { accent: { $type: "dimension", $value: { value: 1, unit: "px" } } } }), /a color is needed/);
});

/** What the compiler makes of a theme, and then the banner's style sheet: {custom property of the banner: [light, dark]}. */
function painted(theme) {
  const all = createConsent({ ...plain, banner: { theme } }).view("banner").theme, given = Object.fromEntries(Object.entries(all).map(([key, value]) => [propertyOf(key), value]));
  const resolve = (value) => { const [, name, otherwise] = /^var\((--assent-[a-z-]+), (.*)\)$/.exec(value) ?? []; return name ? given[name] ?? resolve(otherwise) : value; };
  return Object.fromEntries([...source.matchAll(/(--_[a-z]+): light-dark\((var\(.*?\)|#\w+), (var\(.*\))\) !important/g)].map(([, name, light, dark]) => [name, [resolve(light), resolve(dark)]]));
}
const full = (value) => value.toLowerCase().replace(/^#(.)(.)(.)$/, "#$1$1$2$2$3$3");

test("every colour of every scheme is what compiler and banner make of the policy", () => {
  const names = { "--_accent": "accent", "--_on": "onAccent", "--_surface": "surface", "--_text": "text", "--_muted": "muted", "--_line": "line", "--_edge": "edge" };
  for (const theme of [{}, { accent: "#f2c200" }, { accentDark: "#123456" }, { accent: "#F2C200", accentDark: "#123456" }, { accent: "#123456", onAccent: "#ffff00" }, { accent: "#123456", onAccentDark: "#00ff00" },
    { accent: "rebeccapurple" }, { accent: "#123456", accentDark: "oklch(0.8 0.1 250)" }, { onAccent: "#eeeeee" }, { accent: "red", onAccent: "#eeeeee", accentDark: "#ffffff" }, { surface: "#fefefe", text: "#010101" }, schemeFrom("#7a3cff")]) {
    const shown = painted(theme);
    for (const [property, name] of Object.entries(names)) for (const [i, key] of [name, `${name}Dark`].entries()) assert.equal(full(valueOf(theme, key)), full(shown[property][i]), `${key} of ${JSON.stringify(theme)}`);
  }
});

test("what is readable on an accent is what the compiler takes, to the last grey", () => {
  const hex = (...parts) => `#${parts.map((part) => part.toString(16).padStart(2, "0")).join("")}`, steps = [0, 51, 102, 153, 204, 255];
  const colours = [...Array.from({ length: 256 }, (_, i) => hex(i, i, i)), ...steps.flatMap((r) => steps.flatMap((g) => steps.map((b) => hex(r, g, b))))];
  for (const accent of colours) assert.equal(full(valueOf({ accent }, "onAccent")), full(painted({ accent })["--_on"][0]), accent);
});

test("what a key comes to follows the banner's own rules", () => {
  assert.equal(valueOf({}, "accent"), "#1d4fc4");
  assert.equal(valueOf({ accent: "#f2c200" }, "onAccent"), "#000000");
  assert.equal(valueOf({ accent: "#123456" }, "accentDark"), "#123456");
  assert.equal(valueOf({ accent: "#123456" }, "onAccentDark"), "#ffffff");
  assert.equal(valueOf({}, "onAccentDark"), "#0a1a3a");
});

test("a value that would break out of its declaration is refused", () => {
  const accent = tokens[0];
  for (const wrong of ["", "red;}", "url(x)", "a{b", "/* */"]) assert.equal(accepts(accent, wrong, () => true), false);
  assert.equal(accepts(accent, "#123456", () => true), true);
});
