// The policy's text with its line numbers, its colours, and the core's findings at their lines. A textarea does the editing, so that keys,
// undo, spelling tools and assistive technology work as everywhere; the coloured text lies under it.
import { h, patch } from "../base/tree.js";

const TOKEN = /("(?:[^"\\\n]|\\.)*")(\s*:)?|\b(true|false|null)\b|-?\b\d[\d.eE+-]*\b/g;

const lines = new Map();
/** A line as spans. The same line is the same description, so that a change of one touches no other. */
function coloured(line) {
  if (!lines.has(line)) {
    const parts = [];
    let at = 0;
    for (const { 0: all, 1: string, 2: colon, 3: word, index } of line.matchAll(TOKEN)) {
      parts.push(line.slice(at, index), h("span", { class: string ? (colon ? "k" : "s") : word ? "w" : "n" }, string ?? all), colon ?? "");
      at = index + all.length;
    }
    lines.set(line, h("div", null, parts, line.slice(at), "\n"));
  }
  return lines.get(line);
}

/** {element, update(), go(line, column)}. */
export function makeJsonEditor(app) {
  const element = document.createElement("div");
  element.className = "json";
  const gutter = document.createElement("div"), paint = document.createElement("pre"), area = document.createElement("textarea");
  gutter.className = "gutter";
  gutter.setAttribute("aria-hidden", "true");
  paint.setAttribute("aria-hidden", "true");
  Object.assign(area, { spellcheck: false, autocomplete: "off", wrap: "off", id: "policy-json" });
  area.setAttribute("aria-label", "The policy as JSON");
  area.setAttribute("aria-describedby", "json-findings");
  element.append(gutter, paint, area);
  let shown = "", marked = null;

  area.addEventListener("input", () => app.store.editVariant("Edit the policy", (variant) => ({ ...variant, policy: area.value }), "json"));
  area.addEventListener("scroll", () => { paint.scrollTo(area.scrollLeft, area.scrollTop); gutter.scrollTop = area.scrollTop; });
  area.addEventListener("keydown", (event) => {
    // Tab belongs to the page, so that nobody is caught here; two blanks are typed by Ctrl+] as in other editors.
    if (event.key === "]" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      area.setRangeText("  ", area.selectionStart, area.selectionEnd, "end");
      area.dispatchEvent(new Event("input"));
    }
  });

  return {
    element,
    update() {
      const text = app.variant.policy, { findings } = app.now.report;
      if (area.value !== text) area.value = text;
      const all = text.split("\n");
      if (text !== shown) patch(paint, all.map(coloured));
      if (text !== shown || findings !== marked) {
        const worst = new Map();
        for (const { line, severity } of findings) if (line && worst.get(line) !== "error") worst.set(line, severity);
        patch(gutter, all.map((_, i) => h("span", { "data-severity": worst.get(i + 1) ?? false }, i + 1)));
      }
      [shown, marked] = [text, findings];
    },
    go(line, column = 1) {
      const all = app.variant.policy.split("\n"), at = all.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0) + column - 1;
      area.focus();
      area.setSelectionRange(at, at + Math.max(1, (all[line - 1]?.length ?? 0) - column + 1));
      area.scrollTop = Math.max(0, (line - 6) * parseFloat(getComputedStyle(area).lineHeight));
    },
  };
}
