// The copy deck as a table (CSV, RFC 4180) and as JSON. What is read is {language: {id: text}}.

const cell = (text) => (/[",\r\n]/.test(text) || /^[=+@-]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text);

/** `rows`: [{id, group, words: {language: text}}]. */
export const toCsv = (rows, languages) => [["id", "group", ...languages], ...rows.map(({ id, group, words }) => [id, group, ...languages.map((tag) => words[tag] ?? "")])].map((row) => row.map(cell).join(",")).join("\r\n") + "\r\n";

/** Throws an Error that says what is wrong with the table. */
export function fromCsv(text) {
  const rows = [[]];
  let at = text.startsWith("\uFEFF") ? 1 : 0;
  // Spreadsheets in many countries write ";" between the cells.
  const [head] = text.slice(at).split(/[\r\n]/, 1), comma = head.includes(";") && !head.includes(",") ? ";" : ",";
  while (at < text.length) {
    let value = "";
    if (text[at] === '"') {
      for (at++; at < text.length; at++) {
        if (text[at] !== '"') value += text[at];
        else if (text[at + 1] === '"') { value += '"'; at++; } else break;
      }
      if (at >= text.length) throw new Error("A quotation mark is missing in the table.");
      at++;
    } else while (at < text.length && text[at] !== comma && text[at] !== "\r" && text[at] !== "\n") value += text[at++];
    rows.at(-1).push(value);
    if (text[at] === comma) { at++; if (at >= text.length || /[\r\n]/.test(text[at])) rows.at(-1).push(""); continue; }
    if (text[at] === "\r") at++;
    if (text[at] === "\n") at++;
    if (at < text.length) rows.push([]);
  }
  const [names, ...lines] = rows;
  if (names?.[0] !== "id") throw new Error("The first line of the table must name its columns: id, group, and the languages.");
  const words = {};
  names.forEach((language, column) => {
    if (column === 0 || language === "group" || !language) return;
    words[language] = Object.fromEntries(lines.filter((line) => line[0] && line[column]).map((line) => [line[0], line[column]]));
  });
  return words;
}

export const toJson = (rows, languages) => `${JSON.stringify(Object.fromEntries(languages.map((tag) => [tag, Object.fromEntries(rows.filter(({ words }) => words[tag]).map(({ id, words }) => [id, words[tag]]))])), null, 2)}\n`;

export function fromJson(text) {
  const value = JSON.parse(text);
  if (!value || typeof value !== "object" || Object.values(value).some((words) => !words || typeof words !== "object" || Object.values(words).some((one) => typeof one !== "string"))) throw new Error('A file of words is {"de": {"banner.title": "…"}}.');
  return value;
}
