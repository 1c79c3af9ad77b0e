// The policy's text with its line numbers, its colours, and the core's findings at their lines. A textarea does the editing, so that keys,
// undo, spelling tools and assistive technology work as everywhere; the coloured text lies under it.
import { h, patch } from "../base/tree.js";

const escape = (text) => text.replace(/[&<>]/g, (char) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[char]);
const TOKEN = /("(?:[^"\\\n]|\\.)*")(\s*:)?|\b(true|false|null)\b|-?\b\d[\d.eE+-]*\b/g;
const coloured = (text) => escape(text).replace(TOKEN, (all, string, colon, word) => (string ? `<span class="${colon ? "k" : "s"}">${string}</span>${colon ?? ""}` : `<span class="${word ? "w" : "n"}">${all}</span>`));

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
      if (text !== shown) paint.innerHTML = `${coloured(text)}\n`; // escaped above; nothing else goes in
      const lines = text.split("\n").length;
      if (text !== shown || findings !== marked) {
        const worst = new Map();
        for (const { line, severity } of findings) if (line && worst.get(line) !== "error") worst.set(line, severity);
        patch(gutter, Array.from({ length: lines }, (_, i) => h("span", { "data-severity": worst.get(i + 1) ?? false }, i + 1)));
      }
      [shown, marked] = [text, findings];
    },
    go(line, column = 1) {
      const lines = app.variant.policy.split("\n"), at = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0) + column - 1;
      area.focus();
      area.setSelectionRange(at, at + Math.max(1, (lines[line - 1]?.length ?? 0) - column + 1));
      area.scrollTop = Math.max(0, (line - 6) * parseFloat(getComputedStyle(area).lineHeight));
    },
  };
}
