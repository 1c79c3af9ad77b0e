// Colours as numbers: hexadecimal sRGB on one side, OKLCH (lightness 0-1, chroma, hue in degrees; Ottosson 2020, CSS Color 4) on the other.
// In OKLCH a step of lightness looks alike for every hue, which is what makes a scheme from one seed possible.

/** [r, g, b, alpha], each 0-1, of `#rgb`, `#rgba`, `#rrggbb` or `#rrggbbaa`; null for anything else. */
export function fromHex(hex) {
  const digits = /^#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/i.exec(hex ?? "")?.[1];
  if (!digits) return null;
  const pairs = digits.length < 6 ? [...digits].map((digit) => digit + digit) : digits.match(/../g);
  const [r, g, b, alpha = 1] = pairs.map((pair) => parseInt(pair, 16) / 255);
  return [r, g, b, alpha];
}

const byte = (value) => Math.round(Math.min(1, Math.max(0, value)) * 255).toString(16).padStart(2, "0");
/** `#rrggbb`, with two more digits where alpha is less than 1. */
export const toHex = ([r, g, b, alpha = 1]) => `#${byte(r)}${byte(g)}${byte(b)}${alpha < 1 ? byte(alpha) : ""}`;

export const toLinear = (value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
export const toGamma = (value) => (value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055);

/** [l, c, h] of sRGB. */
export function toOklch([red, green, blue]) {
  const [r, g, b] = [red, green, blue].map(toLinear);
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const bb = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  return [0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s, Math.hypot(a, bb), (Math.atan2(bb, a) * 180 / Math.PI + 360) % 360];
}

/** Linear sRGB of OKLCH; outside 0-1 where sRGB doesn't have the colour. */
function linearOf([lightness, chroma, hue]) {
  const a = chroma * Math.cos(hue * Math.PI / 180), b = chroma * Math.sin(hue * Math.PI / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s, -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s, -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s];
}

const inGamut = (rgb) => rgb.every((value) => value >= -1e-4 && value <= 1 + 1e-4);

/** The nearest sRGB of the same lightness and hue: chroma gives way (CSS Color 4, 13.2, without the local clip). */
export function fromOklch([lightness, chroma, hue]) {
  const l = Math.min(1, Math.max(0, lightness));
  let low = 0, high = chroma;
  if (inGamut(linearOf([l, chroma, hue]))) low = chroma;
  else for (let step = 0; step < 20; step++) {
    const middle = (low + high) / 2;
    if (inGamut(linearOf([l, middle, hue]))) low = middle; else high = middle;
  }
  return linearOf([l, low, hue]).map((value) => Math.min(1, Math.max(0, toGamma(Math.max(0, value)))));
}

export const hexOfOklch = (lch) => toHex(fromOklch(lch));
