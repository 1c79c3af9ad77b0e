// Editing JSON as the text it is. A form changes one value; everything else in the file, its order, its blank lines and its way of breaking lines,
// stays to the byte. That is what makes a policy go into the studio and out again unchanged.
//
// Canonical formatting, used for what is written anew: one line where that fits into 120 columns, else one line for each member, indented by two blanks;
// one blank after ":" and ",", and inside the braces of a one-line object.

const WIDTH = 120;

const oneLine = (value) => {
  if (Array.isArray(value)) return `[${value.map(oneLine).join(", ")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const members = Object.entries(value).map(([key, member]) => `${JSON.stringify(key)}: ${oneLine(member)}`);
  return members.length ? `{ ${members.join(", ")} }` : "{}";
};

/** `value` in canonical formatting. `indent`: blanks before the line it stands in; `used`: columns of that line before it. */
export function format(value, indent = 0, used = indent) {
  const short = oneLine(value);
  if (value === null || typeof value !== "object" || used + short.length <= WIDTH) return short;
  const inner = " ".repeat(indent + 2);
  const lines = Array.isArray(value)
    ? value.map((item) => `${inner}${format(item, indent + 2)}`)
    : Object.entries(value).map(([key, member]) => { const head = `${inner}${JSON.stringify(key)}: `; return head + format(member, indent + 2, head.length); });
  const [open, close] = Array.isArray(value) ? "[]" : "{}";
  return `${open}\n${lines.join(",\n")}\n${" ".repeat(indent)}${close}`;
}

/** The tree of a valid JSON text: {start, end, value} with `members` [{key, start, node}] of an object, `items` [node] of a list. Throws a SyntaxError as JSON.parse does. */
export function parse(text) {
  JSON.parse(text); // what is wrong is said in the engine's words; below everything is known to be right
  let at = 0;
  const blank = () => { while (/[\s\uFEFF]/.test(text[at] ?? "x")) at++; };
  const token = (pattern) => { pattern.lastIndex = at; const [found] = pattern.exec(text); at += found.length; return JSON.parse(found); };
  const node = () => {
    blank();
    const start = at;
    if (text[at] === "{" || text[at] === "[") {
      const object = text[at++] === "{", members = [], items = [];
      blank();
      while (!"}]".includes(text[at])) {
        const from = at;
        if (object) {
          const key = token(/"(?:[^"\\]|\\.)*"/y);
          blank();
          at++; // the colon
          members.push({ key, start: from, node: node() });
        } else items.push(node());
        blank();
        if (text[at] === ",") at++;
        blank();
      }
      at++;
      const value = object ? Object.fromEntries(members.map((member) => [member.key, member.node.value])) : items.map((item) => item.value);
      return { start, end: at, value, ...(object ? { members } : { items }) };
    }
    const value = token(/"(?:[^"\\]|\\.)*"|[-+.\w]+/y);
    return { start, end: at, value };
  };
  return node();
}

/** Reference tokens of a JSON pointer (RFC 6901), and a pointer of tokens. */
export const pathOf = (pointer) => pointer.split("/").slice(1).map((token) => token.replace(/~1/g, "/").replace(/~0/g, "~"));
export const pointerOf = (path) => path.map((token) => `/${String(token).replace(/~/g, "~0").replace(/\//g, "~1")}`).join("");

/** What stands at `path` in a value; undefined where nothing does. */
export const valueAt = (value, path) => path.reduce((at, token) => (at === null || typeof at !== "object" ? undefined : at[token]), value);

const child = (node, token) => (node.members ? node.members.find(({ key }) => key === String(token))?.node : node.items?.[token]);
const entries = (node) => node.members?.map((member) => ({ start: member.start, end: member.node.end })) ?? node.items.map(({ start, end }) => ({ start, end }));
const lineStart = (text, at) => text.lastIndexOf("\n", at - 1) + 1;
const indentAt = (text, at) => /^ */.exec(text.slice(lineStart(text, at)))[0].length;
const splice = (text, start, end, insert) => text.slice(0, start) + insert + text.slice(end);
const written = (text, value, at) => format(value, indentAt(text, at), at - lineStart(text, at));
const brokenUp = (text, node) => text.slice(node.start, node.end).includes("\n") && entries(node).length > 0;

/** The text's span {start, end} of what stands at `path`, or null. */
export function spanOf(text, path) {
  const found = path.reduce((at, token) => at && child(at, token), parse(text));
  return found ? { start: found.start, end: found.end } : null;
}

/** `text` with `value` at `path`; objects on the way that don't exist are made, a list takes a new item at its end. `undefined` removes. */
export function setAt(text, path, value) {
  if (value === undefined) return removeAt(text, path);
  let node = parse(text), depth = 0;
  for (; depth < path.length; depth++) {
    const next = child(node, path[depth]);
    if (!next) break;
    node = next;
  }
  if (depth === path.length) return JSON.stringify(node.value) === JSON.stringify(value) ? text : splice(text, node.start, node.end, written(text, value, node.start));
  const token = path[depth];
  if (!node.members && Number(token) !== node.items?.length) throw new TypeError(`Nothing can stand at ${pointerOf(path)}.`);
  const added = path.slice(depth + 1).reduceRight((inner, name) => ({ [name]: inner }), value);
  if (!brokenUp(text, node)) {
    const whole = node.members ? { ...node.value, [token]: added } : [...node.value, added];
    return splice(text, node.start, node.end, written(text, whole, node.start));
  }
  const last = entries(node).at(-1), indent = indentAt(text, last.start);
  const head = node.members ? `${JSON.stringify(String(token))}: ` : "";
  return splice(text, last.end, last.end, `,\n${" ".repeat(indent)}${head}${format(added, indent, indent + head.length)}`);
}

/** `text` without what stands at `path`; unchanged if nothing does. */
export function removeAt(text, path) {
  const token = path.at(-1), node = path.slice(0, -1).reduce((at, name) => at && child(at, name), parse(text));
  const place = !node || !(node.members ?? node.items) ? -1 : node.members ? node.members.findIndex(({ key }) => key === String(token)) : Number(token);
  const all = place >= 0 ? entries(node) : [];
  if (!all[place]) return text;
  if (all.length === 1) return splice(text, node.start, node.end, node.members ? "{}" : "[]");
  return place === 0 ? splice(text, all[0].start, all[1].start, "") : splice(text, all[place - 1].end, all[place].end, "");
}

/** The whole of `text` in canonical formatting, ending in a line break. */
export const canonical = (text) => `${format(parse(text).value)}\n`;
