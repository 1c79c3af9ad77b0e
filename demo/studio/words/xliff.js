// The copy deck for translation tools: XLIFF 2.0 (OASIS, 2014), one file for each target language.
const escape = (text) => text.replace(/[&<>]/g, (char) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[char]).replace(/\r/g, "&#13;");
const attribute = (text) => escape(text).replace(/"/g, "&quot;").replace(/\n/g, "&#10;");

const NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0";

/** `rows`: [{id, group, words, states: {language: state}}]; `missing` and `outdated` ones are for the translator to look at ("initial"). */
export function toXliff(rows, source, target) {
  const units = rows.filter(({ words }) => words[source]).map(({ id, group, words, states }, i) => `    <unit id="u${i + 1}" name="${attribute(id)}">
      <notes><note category="group">${escape(group)}</note></notes>
      <segment state="${["missing", "outdated"].includes(states?.[target]) ? "initial" : "translated"}">
        <source xml:space="preserve">${escape(words[source])}</source>${words[target] === undefined ? "" : `\n        <target xml:space="preserve">${escape(words[target])}</target>`}
      </segment>
    </unit>`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="${NAMESPACE}" version="2.0" srcLang="${attribute(source)}" trgLang="${attribute(target)}">
  <file id="assent">
${units.join("\n")}
  </file>
</xliff>
`;
}

/** {source, target, words: {target: {id: text}}, sources: {id: text}} of an XLIFF 2.x or 1.2 document. Throws an Error that says what is wrong. */
export function fromXliff(text) {
  const xml = new DOMParser().parseFromString(text, "application/xml"), root = xml.documentElement;
  if (xml.querySelector("parsererror") || root.localName !== "xliff") throw new Error("This is no XLIFF document.");
  const old = root.getAttribute("version")?.startsWith("1."), file = xml.getElementsByTagNameNS("*", "file")[0];
  const source = old ? file?.getAttribute("source-language") : root.getAttribute("srcLang"), target = old ? file?.getAttribute("target-language") : root.getAttribute("trgLang");
  if (!target) throw new Error("The XLIFF document does not name its target language.");
  const words = {}, sources = {};
  for (const unit of xml.getElementsByTagNameNS("*", old ? "trans-unit" : "unit")) {
    const id = (old ? unit.getAttribute("resname") : unit.getAttribute("name")) ?? unit.getAttribute("id");
    const join = (name) => { const found = [...unit.getElementsByTagNameNS("*", name)]; return found.length ? found.map(({ textContent }) => textContent).join("") : undefined; };
    const said = join("target");
    if (said !== undefined && said !== "") words[id] = said;
    sources[id] = join("source");
  }
  return { source, target, words: { [target]: words }, sources };
}
