// ICU messages as far as Assent's texts use them: {name} and {n, plural, one {…} other {…}}, to be looked at with numbers in it. Whether a
// message is well formed is the compiler's to judge; here what can't be read is shown as it is.

/** The parts of a message: strings, {name}, or {name, forms: {category: parts}}. null when its braces don't match. */
export function parse(text) {
  let at = 0;
  const parts = (inside) => {
    const list = [];
    let plain = "";
    while (at < text.length && !(inside && text[at] === "}")) {
      if (text[at] === "}") throw new SyntaxError("a brace too many");
      if (text[at] !== "{") { plain += text[at++]; continue; }
      if (plain) list.push(plain);
      plain = "";
      at++;
      const head = /\s*([\w-]+)\s*/y;
      head.lastIndex = at;
      const name = head.exec(text)?.[1];
      if (!name) throw new SyntaxError("a name is missing");
      at = head.lastIndex;
      if (text[at] === "}") { at++; list.push({ name }); continue; }
      const kind = /,\s*plural\s*,\s*/y;
      kind.lastIndex = at;
      if (!kind.exec(text)) throw new SyntaxError("only plural is known");
      at = kind.lastIndex;
      const forms = {};
      while (text[at] !== "}") {
        const form = /\s*(=\d+|\w+)\s*\{/y;
        form.lastIndex = at;
        const found = form.exec(text);
        if (!found) throw new SyntaxError("a form is missing");
        at = form.lastIndex;
        forms[found[1]] = parts(true);
        if (text[at++] !== "}") throw new SyntaxError("a brace is missing");
        while (/\s/.test(text[at] ?? "")) at++;
      }
      at++;
      list.push({ name, forms });
    }
    if (inside && at >= text.length) throw new SyntaxError("a brace is missing");
    if (plain) list.push(plain);
    return list;
  };
  try {
    return parts(false);
  } catch {
    return null;
  }
}

/** The message with `n` in its plural, in the language's own categories and digits; other names stay as ‹name›. */
export function show(text, n, language) {
  const number = (() => { try { return new Intl.NumberFormat(language).format(n); } catch { return String(n); } })();
  const category = (() => { try { return new Intl.PluralRules(language).select(n); } catch { return "other"; } })();
  const say = (parts, inPlural) => parts.map((part) => {
    if (typeof part === "string") return inPlural ? part.replaceAll("#", number) : part;
    if (!part.forms) return `‹${part.name}›`;
    return say(part.forms[`=${n}`] ?? part.forms[category] ?? part.forms.other ?? [], true);
  }).join("");
  const parts = parse(text);
  return parts ? say(parts, false) : text;
}

export const hasPlural = (text) => /,\s*plural\s*,/.test(text);
/** CLDR's categories that a language needs for whole numbers. */
export const formsOf = (language) => { try { return new Intl.PluralRules(language).resolvedOptions().pluralCategories; } catch { return ["other"]; } };

const write = (parts) => parts.map((part) => (typeof part === "string" ? part : part.forms
  ? `{${part.name}, plural, ${Object.entries(part.forms).map(([form, inner]) => `${form} {${write(inner)}}`).join(" ")}}` : `{${part.name}}`)).join("");
const each = (parts, change) => parts.map((part) => (typeof part === "string" ? change(part) : part.forms ? { ...part, forms: Object.fromEntries(Object.entries(part.forms).map(([form, inner]) => [form, each(inner, change)])) } : part));

const accents = Object.fromEntries([..."aàeèiìoòuùAÀEÈIÌOÒUÙcçCÇnñNÑsšSŠyýzž"].map((_, i, all) => [all[i], all[i + 1]]).filter((_, i) => i % 2 === 0));
/** A language that nobody speaks: English with accents and about 40 % longer, to see what a layout bears. Names and forms stay. */
export const pseudo = (text) => {
  const parts = parse(text);
  return parts ? write(each(parts, (plain) => plain.replace(/[A-Za-z]/g, (letter) => accents[letter] ?? letter).replace(/[àèìòù]/g, (vowel, at) => (at % 2 ? vowel + vowel : vowel + vowel + vowel)))) : text;
};
