// How well one colour reads on another. Colours are [r, g, b, alpha] with values of 0-1 (oklch.js).
import { toLinear } from "./oklch.js";

/** `over` painted on an opaque `under`. */
export const composite = ([r, g, b, alpha = 1], under) => [r, g, b].map((value, i) => value * alpha + under[i] * (1 - alpha)).concat(1);

/** WCAG 2.2, relative luminance. */
export const luminance = ([r, g, b]) => 0.2126 * toLinear(r) + 0.7152 * toLinear(g) + 0.0722 * toLinear(b);

/** WCAG 2.2, contrast ratio (1-21) of two opaque colours. */
export function contrast(one, other) {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

/** What is painted, bottom first, as one opaque colour; white is under everything, as in a browser's canvas. */
export const flatten = (layers) => layers.reduce((under, over) => composite(over, under), [1, 1, 1, 1]);

/**
 * APCA lightness contrast (Lc, about -108 to 106; 0.0.98G constants), for information: no law asks for it. Positive: dark text on light.
 */
export function apca(text, ground) {
  const y = ([r, g, b]) => {
    const sum = 0.2126729 * r ** 2.4 + 0.7151522 * g ** 2.4 + 0.072175 * b ** 2.4;
    return sum < 0.022 ? sum + (0.022 - sum) ** 1.414 : sum;
  };
  const t = y(text), g = y(ground);
  if (Math.abs(t - g) < 0.0005) return 0;
  const dark = g > t;
  const s = dark ? (g ** 0.56 - t ** 0.57) * 1.14 : (g ** 0.65 - t ** 0.62) * 1.14;
  return Math.abs(s) < 0.1 ? 0 : (s + (dark ? -0.027 : 0.027)) * 100;
}
