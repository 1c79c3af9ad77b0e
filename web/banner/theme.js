// Tokens of the policy become custom properties of a `:host` rule, the weakest place there is: whatever the page says about
// `assent-banner { --assent-… }` wins. Values go in through the CSSOM, one at a time, so none can break out of its declaration.
import { sheet } from "./sheet.js";

/** A style sheet that carries the tokens `{accent: "#0b57d0", accentDark: …}` as `--assent-accent`, `--assent-accent-dark` … */
export function tokens(theme = {}) {
  const rules = sheet(":host{}");
  for (const name in theme) rules.cssRules[0].style.setProperty("--assent-" + name.replace(/[A-Z]/g, (c) => "-" + c.toLowerCase()), theme[name]);
  return rules;
}
