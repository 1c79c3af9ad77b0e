// Tokens of the policy become custom properties of a `:host` rule, the weakest place there is: whatever the page says about
// `assent-banner { --assent-… }` wins. Values go in through the CSSOM, one at a time, so none can break out of its declaration.
import { sheet } from "./sheet.js";

/** Black or white, whichever reads better on `#rrggbb` (WCAG 2.2 relative luminance; the two meet at 0.179, where both have 4.6:1). */
const readable = (hex) => {
  const [r, g, b] = [1, 3, 5].map((at) => ((parseInt(hex.substr(at, 2), 16) / 255 + 0.055) / 1.055) ** 2.4);
  return r * 0.2126 + g * 0.7152 + b * 0.0722 > 0.179 ? "#000" : "#fff";
};

/** A style sheet that carries the tokens `{accent: "#0b57d0", accentDark: …}` as `--assent-accent`, `--assent-accent-dark` … */
export function tokens(theme = {}) {
  const rules = sheet(":host{}");
  const set = (name, value) =>
    rules.cssRules[0].style.setProperty("--assent-" + name.replace(/[A-Z]/g, (c) => "-" + c.toLowerCase()), value);
  for (const scheme of ["", "Dark"]) {
    const accent = theme["accent" + scheme];
    if (/^#[0-9a-f]{6}$/i.test(accent)) set("onAccent" + scheme, readable(accent));
  }
  for (const name in theme) set(name, theme[name]);
  return rules;
}
