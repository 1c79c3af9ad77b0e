// From one seed colour to the banner's colours for light and dark. Each is found by its contrast, not by taste: what must be read
// reads with at least the ratio that `readable` names, what must be seen with 3:1 (WCAG 2.2, 1.4.3 and 1.4.11).
import { contrast } from "./contrast.js";
import { fromHex, fromOklch, toHex, toOklch } from "./oklch.js";

const colour = (l, c, h) => fromOklch([l, c, h]);
/** A hair over the limit, so that rounding to bytes can't fall under it. */
const SLACK = 0.04;

/**
 * The colour of chroma `c` and hue `h` nearest to lightness `from` that has `ratio` with every one of `grounds`, searched away from them
 * (`step` -1: darker, 1: lighter). The extreme when none has.
 */
function reach(from, c, h, grounds, ratio, step) {
  for (let l = from; l >= 0 && l <= 1; l += step * 0.004) {
    const found = colour(l, c, h);
    if (grounds.every((ground) => contrast(found, ground) >= ratio + SLACK)) return found;
  }
  return colour(step < 0 ? 0 : 1, 0, h);
}

/** White, black or a deep shade of the hue: whichever reads on `ground`, the tinted one if it does. */
function on(ground, h, ratio) {
  const light = [1, 1, 1], deep = colour(0.2, 0.05, h);
  if (contrast(light, ground) >= ratio) return light;
  if (contrast(deep, ground) >= ratio) return deep;
  return contrast(light, ground) >= contrast([0, 0, 0], ground) ? light : [0, 0, 0];
}

/**
 * Theme tokens of the policy's `banner.theme` for both schemes.
 * `tint` 0-1: how much of the seed's hue the greys carry. `strong`: text at 7:1 instead of 4.5:1. `seed`: `#rrggbb`.
 */
export function schemeFrom(seed, { tint = 0.5, strong = false } = {}) {
  const [l, c, h] = toOklch(fromHex(seed));
  const grey = (amount) => Math.min(c, amount * 2 * tint);
  const text = strong ? 7 : 4.5;

  const light = {};
  light.surface = colour(0.995 - 0.008 * tint, grey(0.004), h);
  light.text = reach(0.24, grey(0.018), h, [light.surface], 12, -1);
  light.muted = reach(0.46, grey(0.018), h, [light.surface], Math.max(text, 6), -1);
  light.line = colour(0.905, grey(0.008), h);
  light.edge = reach(0.66, grey(0.012), h, [light.surface], 3, -1);
  light.accent = reach(Math.min(l, 0.72), c, h, [light.surface], text, -1);
  light.onAccent = on(light.accent, h, text);

  const dark = {};
  dark.surface = colour(0.225, grey(0.01), h);
  dark.text = reach(0.95, grey(0.008), h, [dark.surface], 12, 1);
  dark.muted = reach(0.78, grey(0.014), h, [dark.surface], Math.max(text, 6), 1);
  dark.line = colour(0.36, grey(0.014), h);
  dark.edge = reach(0.54, grey(0.016), h, [dark.surface], 3, 1);
  // The mirror image of the light accent, a little paler, so that it glows less.
  dark.accent = reach(Math.max(0.76, 1 - l * 0.4), Math.min(c, 0.13), h, [dark.surface], Math.max(text, 6), 1);
  dark.onAccent = on(dark.accent, h, text);

  const tokens = {};
  for (const [name, value] of Object.entries(light)) tokens[name] = toHex(value);
  for (const [name, value] of Object.entries(dark)) tokens[`${name}Dark`] = toHex(value);
  return tokens;
}
