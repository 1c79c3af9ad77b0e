// What people with a colour-vision deficiency see, as matrices on linear sRGB (Machado, Oliveira, Fernandes 2009, severity 1.0) for an
// SVG filter; achromatopsia by luminance (WCAG's coefficients).
import { toGamma, toLinear } from "./oklch.js";

export const visions = {
  protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritanopia: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
  achromatopsia: [0.2126, 0.7152, 0.0722, 0.2126, 0.7152, 0.0722, 0.2126, 0.7152, 0.0722],
};

/** The `values` of an feColorMatrix. */
export const filterValues = (name) => {
  const m = visions[name];
  return [0, 3, 6].map((row) => `${m[row]} ${m[row + 1]} ${m[row + 2]} 0 0`).join(" ") + " 0 0 0 1 0";
};

/** The colour [r, g, b] in linear light, as it is seen. */
export const seen = (name, [r, g, b]) => [0, 3, 6].map((row) => {
  const m = visions[name];
  return m[row] * r + m[row + 1] * g + m[row + 2] * b;
});

/** The same for a colour of sRGB (values of 0-1), opaque. */
export const seenAs = (name, colour) => seen(name, colour.slice(0, 3).map(toLinear)).map((value) => toGamma(Math.min(1, Math.max(0, value))));
