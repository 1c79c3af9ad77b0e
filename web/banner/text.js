// The core has no locale: it hands over sentences with holes and the forms of a counted text, and the page fills them in.

/** `{name}` in `text` becomes `values.name`; a name without a value is left out, so that no key reaches the screen. */
export const fill = (text = "", values = {}) => text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");

/** `{"n":2,"forms":{"one":"# service","other":"# services"}}` as words of `lang`. */
export const count = ({ n, forms }, lang) =>
  (forms[new Intl.PluralRules(lang).select(n)] ?? forms.other).replace("#", new Intl.NumberFormat(lang).format(n));
