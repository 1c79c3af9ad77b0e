// The studio's colours: OKLCH against published values, contrast against WCAG's, and schemes that read for every seed.
import test from "node:test";
import assert from "node:assert/strict";
import { fromHex, fromOklch, hexOfOklch, toHex, toOklch } from "../../../demo/studio/colour/oklch.js";
import { apca, composite, contrast, flatten } from "../../../demo/studio/colour/contrast.js";
import { schemeFrom } from "../../../demo/studio/colour/scheme.js";
import { filterValues, seen, visions } from "../../../demo/studio/colour/vision.js";

const near = (actual, expected, by) => actual.forEach((value, i) => assert.ok(Math.abs(value - expected[i]) <= by, `${actual} is not ${expected}`));

test("hexadecimal colours are read and written", () => {
  assert.deepEqual(fromHex("#f00"), [1, 0, 0, 1]);
  assert.equal(toHex(fromHex("#0F6B64")), "#0f6b64");
  assert.equal(toHex(fromHex("#12345680")), "#12345680");
  for (const wrong of ["", "red", "#12", "#12345", undefined]) assert.equal(fromHex(wrong), null);
});

test("OKLCH agrees with CSS Color 4 and comes back", () => {
  near(toOklch(fromHex("#ff0000")), [0.62796, 0.25768, 29.234], 0.001);
  near(toOklch(fromHex("#008000")), [0.51975, 0.17686, 142.495], 0.001);
  near(toOklch(fromHex("#ffffff")).slice(0, 2), [1, 0], 0.001);
  for (const hex of ["#0f6b64", "#f2c200", "#1d4fc4", "#7a0019", "#808080", "#000000"]) assert.equal(hexOfOklch(toOklch(fromHex(hex))), hex);
});

test("a colour that sRGB does not have loses chroma, not lightness or hue", () => {
  const [l, , h] = toOklch(fromOklch([0.7, 0.4, 145]));
  near([l, h], [0.7, 145], 0.6);
});

test("contrast is WCAG's, on what is really painted", () => {
  assert.equal(contrast(fromHex("#000"), fromHex("#fff")), 21);
  near([contrast(fromHex("#767676"), fromHex("#fff"))], [4.54], 0.01);
  near(composite([0, 0, 0, 0.5], [1, 1, 1, 1]), [0.5, 0.5, 0.5, 1], 1e-9);
  near(flatten([[1, 0, 0, 1], [0, 0, 1, 0.5]]), [0.5, 0, 0.5, 1], 1e-9);
});

test("APCA's own example pairs", () => {
  near([apca(fromHex("#888888"), fromHex("#ffffff"))], [63.06], 0.1);
  near([apca(fromHex("#ffffff"), fromHex("#888888"))], [-68.54], 0.1);
});

test("whatever the seed, words read and edges show in both schemes", () => {
  const seeds = ["#ffffff", "#000000", "#808080", "#ffff00", "#00ffff", "#ff00ff"];
  for (let hue = 0; hue < 360; hue += 24) for (const l of [0.15, 0.45, 0.75, 0.95]) seeds.push(hexOfOklch([l, 0.16, hue]));
  for (const seed of seeds) for (const options of [{}, { tint: 0 }, { tint: 1, strong: true }]) {
    const tokens = schemeFrom(seed, options), text = options.strong ? 7 : 4.5;
    for (const scheme of ["", "Dark"]) {
      const colour = (name) => fromHex(tokens[name + scheme]);
      const pairs = [["text", "surface", 7], ["muted", "surface", text], ["accent", "surface", text], ["onAccent", "accent", text], ["edge", "surface", 3]];
      for (const [front, back, least] of pairs)
        assert.ok(contrast(colour(front), colour(back)) >= least, `${seed}${scheme}: ${front} ${tokens[front + scheme]} on ${tokens[back + scheme]} is ${contrast(colour(front), colour(back)).toFixed(2)}`);
    }
  }
});

test("the scheme keeps the seed's hue, and the seed itself where it reads", () => {
  assert.equal(schemeFrom("#0f6b64").accent, "#0f6b64");
  const [, , hue] = toOklch(fromHex(schemeFrom("#f2c200").accent)), [, , asked] = toOklch(fromHex("#f2c200"));
  assert.ok(Math.abs(hue - asked) < 6, `${hue} is not near ${asked}`);
});

test("colour-vision matrices keep white white", () => {
  for (const name in visions) {
    near(seen(name, [1, 1, 1]), [1, 1, 1], 0.01);
    assert.equal(filterValues(name).split(" ").length, 20);
  }
  const [r, g] = seen("deuteranopia", [1, 0, 0]);
  assert.ok(Math.abs(r - g) < 0.3, "red and green come together");
});
