// The theme as CSS custom properties, for a page that would rather style the banner itself than carry the values in the policy.
import { propertyOf, themeKeys } from "./tokens.js";

/** A rule that sets `theme`, then the designer's own CSS. A page's rule wins over the policy's theme. */
export function cssOf(theme, own = "") {
  const lines = themeKeys.filter(({ key }) => theme[key] !== undefined).map(({ key }) => `  ${propertyOf(key)}: ${theme[key]};`);
  const rule = lines.length ? `assent-banner,\nassent-placeholder {\n${lines.join("\n")}\n}\n` : "";
  return [rule, own.trim() && `${own.trim()}\n`].filter(Boolean).join("\n");
}

/** The theme that such a rule sets. Other declarations are passed over. */
export function themeOfCss(text) {
  const theme = {};
  const keys = new Map(themeKeys.map(({ key }) => [propertyOf(key), key]));
  for (const [, property, value] of text.replace(/\/\*[^]*?\*\//g, "").matchAll(/(--assent-[a-z-]+)\s*:\s*([^;}]+)/g)) {
    if (keys.has(property)) theme[keys.get(property)] = value.trim();
  }
  return theme;
}
