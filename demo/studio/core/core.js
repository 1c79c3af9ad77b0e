// Assent's own core in the studio: the compiler, the built-in languages, and what a site takes home. Everything is made by the files that
// `assent build` uses.
import { pseudo } from "../words/message.js";
import { consentFile, createCompiler, declarationFile, snippet } from "../parts/compiler.js";

const part = (name) => new URL(`../parts/${name}`, import.meta.url);
const read = async (name) => {
  const answer = await fetch(part(name));
  if (!answer.ok) throw new Error(`parts/${name} answered ${answer.status}`);
  return answer.text();
};

/** The policy's language tags, the default first. */
export const tagsOf = (policy) => {
  const { default: first = "en", include = [] } = policy?.languages ?? {};
  return [...new Set([first, ...include])].filter((tag) => typeof tag === "string");
};

/** A policy's text as a value; null when it is no JSON object. */
export function valueOf(text) {
  try {
    const value = JSON.parse(text);
    return value && typeof value === "object" && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}

/** Resolves with the core; rejects when a part of it is missing. */
export async function openCore() {
  const [compiler, runtime, ui, declaration, fallback, languages, policy, catalogue, schema] = await Promise.all([
    createCompiler(), read("assent.js"), read("assent-ui.js"), read("assent-declaration.js"), read("assent-core.js"), read("languages.json").then(JSON.parse), read("policy.json"), read("catalogue.json").then(JSON.parse), read("policy.schema.json").then(JSON.parse)]);

  /** What can be looked at: the built-in languages, and two made up: long words, and English from right to left. */
  const looks = { ...languages, "en-XB": { ...languages.en, "language.dir": "rtl" }, "en-XA": Object.fromEntries(Object.entries(languages.en).map(([key, text]) => [key, key.startsWith("language.") ? text : pseudo(text)])) };
  const words = new Map();
  /** The built-in texts of `tags`, English and what they fall back to among them, as the compiler takes them. */
  const textsOf = (tags) => {
    const known = [...new Set(["en", ...tags.flatMap((tag) => tag.split("-").map((_, i, parts) => parts.slice(0, parts.length - i).join("-")))])].filter((tag) => tag in looks).sort();
    const key = known.join();
    if (!words.has(key)) words.set(key, JSON.stringify(Object.fromEntries(known.map((tag) => [tag, looks[tag]]))));
    return words.get(key);
  };
  const memo = (make) => {
    let last = [], value;
    return (...inputs) => {
      if (last.length !== inputs.length || inputs.some((input, i) => input !== last[i])) [last, value] = [inputs, make(...inputs)];
      return value;
    };
  };
  const compile = (text, tags) => compiler.compile(text, textsOf(tags));

  /**
   * What a visit in a preview runs on: the policy as it stands, with two additions that a preview needs and a fingerprint doesn't see: this page's host
   * is the site's own, and the language looked at is included. {consent, line}; null while the policy has errors. `broken`: with half an image.
   */
  const forVisit = (policyText, language, { broken = false } = {}) => {
    const value = valueOf(policyText);
    if (!value) return null;
    const tags = [...new Set([...tagsOf(value), language])];
    const policy = { ...value, site: { ...value.site, hosts: [...(Array.isArray(value.site?.hosts) ? value.site.hosts : []), location.hostname] }, languages: { ...value.languages, include: tags } };
    let text = JSON.stringify(policy), { image, report } = compile(text, tags);
    if (!image) {
      // A broken rule closes the export, not the preview: a file that can be read can be shown.
      const broken = [...new Set(report.findings.filter(({ severity }) => severity === "error").map(({ code }) => code))];
      if (broken.some((code) => !/^[PDRM]\d/.test(code))) return null;
      const own = Array.isArray(value.lint?.silence) ? value.lint.silence.filter((one) => one?.rule && one.reason && !broken.includes(one.rule)) : [];
      text = JSON.stringify({ ...policy, lint: { silence: [...own, ...broken.filter((code) => code[0] !== "M").map((rule) => ({ rule, reason: "Only to look at." }))] } });
      ({ image } = compile(text, tags));
      if (!image) return null;
    }
    const grade = policy.gate?.grade ?? "smooth";
    return { consent: consentFile(runtime, ui, broken ? image.subarray(0, image.length >> 1) : image), line: snippet(grade, { src: "SRC", csp: grade === "strict" ? compiler.csp(text).strict : "" }) };
  };

  return {
    version: compiler.version(),
    languages,
    catalogue,
    schema,
    /** The policy that the studio begins with: the demo site's. */
    policy,
    dirOf: (tag) => looks[tag]?.["language.dir"] ?? looks[tag.split("-")[0]]?.["language.dir"] ?? "ltr",
    /** {tag: its name}: the built-in languages. */
    names: Object.fromEntries(Object.entries(languages).map(([tag, texts]) => [tag, texts["language.name"]])),
    report: memo((text) => compile(text, tagsOf(valueOf(text))).report),
    fingerprint: (text) => compiler.fingerprint(text),
    /** The cookie page's script with its data, for one language. */
    declarationScript: (text, language) => declarationFile(declaration, { [language]: compiler.declare(text, textsOf([...tagsOf(valueOf(text)), language]), language) }),
    declarationHtml: (text, language) => compiler.declareHtml(text, textsOf([...tagsOf(valueOf(text)), language]), language),
    forVisit,
    /** What a site takes home: {name: text} of its files, and the line to paste. Throws when the policy has errors. */
    build(text) {
      const value = valueOf(text), tags = tagsOf(value), { image } = compile(text, tags);
      if (!image) throw new Error("The policy has errors.");
      const grade = value.gate?.grade ?? "smooth";
      return {
        files: {
          "consent.js": consentFile(runtime, ui, image),
          "consent-declaration.js": declarationFile(declaration, Object.fromEntries(tags.map((tag) => [tag, compiler.declare(text, textsOf(tags), tag)]))),
          "assent-core.js": fallback,
        },
        line: snippet(grade, { src: "/consent.js", csp: grade === "strict" ? compiler.csp(text).strict : "" }),
        grade,
      };
    },
  };
}
