// Inspect: point at a part of the banner and read what it is: tokens, part, role, name, place in the tab order. Its words can be changed right there.
import { h } from "../base/tree.js";
import { icon } from "../base/icons.js";
import { propertyOf, tokens, valueOf } from "../tokens/tokens.js";
import { settle } from "../preview/frame.js";
import { setWords } from "../panels/words.js";
import { entryOf, partAt, partsNow } from "./parts.js";
import { languageOf } from "./toolbar.js";

export function makeInspector(app, frame) {
  const overlay = document.createElement("div"), outline = document.createElement("div"), label = document.createElement("span");
  overlay.className = "overlay";
  outline.className = "outline";
  outline.append(label);
  overlay.append(outline);
  let chosen = null, pointed = null, editor = null, wish = null;

  const sameAs = (part) => (other) => other.layer === part.layer && other.holder.getAttribute("part") === part.parts.join(" ") && other.words === part.words;
  const entry = (part) => part && entryOf(app.deck(), languageOf(app), part);

  function mark(part, sure) {
    outline.hidden = !part;
    if (!part) return;
    Object.assign(outline.style, { insetInlineStart: "auto", left: `${part.box.left}px`, top: `${part.box.top}px`, inlineSize: `${part.box.width}px`, blockSize: `${part.box.height}px` });
    outline.dataset.sure = String(sure);
    label.textContent = part.parts.at(-1);
  }

  function choose(part) {
    chosen = part;
    mark(part, true);
    app.render();
  }

  /** Words typed where they stand. Enter or leaving the field keeps them, Escape doesn't. */
  function editInPlace(part) {
    const its = entry(part);
    if (!its || editor) return;
    const style = part.win.getComputedStyle(part.element), language = languageOf(app), before = app.deck().read(its, language).text;
    editor = Object.assign(document.createElement("textarea"), { value: before, className: "in-place", lang: language });
    editor.setAttribute("aria-label", `Words of ${its.id}`);
    const box = part.element.getBoundingClientRect();
    Object.assign(editor.style, { left: `${box.left - 6}px`, top: `${box.top - 6}px`, inlineSize: `${Math.max(box.width, 160) + 12}px`, blockSize: `${Math.max(box.height, 24) + 12}px`, font: style.font, textAlign: style.textAlign, direction: style.direction });
    const end = (keep) => {
      if (!editor) return;
      const { value } = editor;
      editor.remove();
      editor = null;
      if (keep && value.trim() && value !== before) setWords(app, its, language, value);
    };
    editor.addEventListener("keydown", (event) => {
      if (event.key === "Escape") { event.stopPropagation(); end(false); }
      if (event.key === "Enter" && !event.shiftKey) { event.preventDefault(); end(true); }
    });
    editor.addEventListener("blur", () => end(true));
    overlay.append(editor);
    editor.focus();
    editor.select();
  }

  const at = (event) => { const scale = Number(frame.element.dataset.scale) || 1, box = frame.element.getBoundingClientRect(); return partAt(frame.window, (event.clientX - box.left) / scale, (event.clientY - box.top) / scale); };
  overlay.addEventListener("pointermove", (event) => { if (editor || !frame.window) return; pointed = at(event); mark(pointed ?? chosen, !pointed); });
  overlay.addEventListener("pointerleave", () => mark(chosen, true));
  overlay.addEventListener("click", (event) => { if (!editor && frame.window) choose(at(event)); });
  overlay.addEventListener("dblclick", (event) => { const part = frame.window && at(event); if (part) editInPlace(part); });
  overlay.addEventListener("wheel", (event) => frame.window?.scrollBy(0, event.deltaY), { passive: true });

  const inspector = {
    overlay,
    /** A new visit is seen: what was chosen is looked for in it. */
    attach(win) {
      const parts = partsNow(win);
      if (wish) {
        const found = parts.find(wish);
        wish = null;
        return choose(found ?? null);
      }
      chosen = chosen && (parts.find(sameAs(chosen)) ?? parts.find(({ layer, parts: its }) => layer === chosen.layer && its.join() === chosen.parts.join()) ?? null);
      mark(app.ui.pick ? chosen : null, true);
      app.render();
    },
    place() { if (chosen?.element.isConnected) { const box = (chosen.holder.getBoundingClientRect().width ? chosen.holder : chosen.element).getBoundingClientRect(); chosen.box = { left: box.left, top: box.top, width: box.width, height: box.height }; mark(app.ui.pick ? chosen : null, true); } },
    sync() {
      overlay.dataset.on = String(!!app.ui.pick);
      if (!app.ui.pick) mark(null);
    },
    /** Shows the part that a finding is about. */
    async pointAt({ part, key }) {
      const layer = (key ?? "").startsWith("preferences") || ["switch", "save", "close", "state", "name"].includes(part) ? "preferences" : "banner";
      app.show({ view: "preview", pick: true, side: "inspect", sideOpen: true });
      const { assent } = frame.window ?? {};
      if (layer === "preferences") assent?.show("preferences");
      else if (assent?.state().ask === false) { wish = (one) => one.parts.includes(part); return app.stage.preview.newVisitor(); }
      else assent?.show("banner");
      await settle();
      const wanted = (one) => (key ? entry(one)?.id === key : one.parts.includes(part) || one.action === part);
      choose(partsNow(frame.window).find(wanted) ?? null);
    },
    draw() {
      if (app.ui.view !== "preview") return h("p", { class: "soft" }, "Parts are inspected in the Preview.");
      const win = frame.window, list = win ? partsNow(win) : [];
      if (chosen && !chosen.element.isConnected) chosen = list.find(sameAs(chosen)) ?? null;
      return h("div", { class: "stack" },
        chosen ? facts(chosen) : h("p", { class: "soft" }, "Choose a part here, or tick “Inspect and edit on the page” below the preview and click on it. A double click changes its words where they stand."),
        h("h3", null, "Parts that are shown"),
        h("ul", { class: "parts" }, list.map((part, i) => h("li", { key: i }, h("button", { type: "button", "aria-pressed": String(!!chosen && sameAs(chosen)(part)), onclick: () => { app.show({ pick: true }); choose(part); } },
          h("code", null, part.parts.at(-1)), h("span", { class: "soft clip" }, part.words.slice(0, 60)))))));
    },
  };

  function facts(part) {
    const its = entry(part), language = languageOf(app), { theme } = app.now, dark = app.ui.scheme === "dark";
    return h("section", { class: "stack", "aria-label": "The chosen part" },
      h("dl", { class: "facts" }, [["Part", part.parts.map((name) => [h("code", null, `::part(${name})`), " "])], ["Role", part.role], ["Name", part.name.slice(0, 120) || "–"], ["Tab", part.tab ? `${part.tab} of ${part.tabs} in the banner` : "not reached by Tab"], ["Size", `${Math.round(part.box.width)} × ${Math.round(part.box.height)} px`], ["Type", part.font]]
        .map(([name, value]) => [h("dt", null, name), h("dd", null, value)])),
      part.tokens.length > 0 && h("div", { class: "stack tight" }, h("h3", null, "Made of"), h("ul", { class: "parts" }, part.tokens.map((name) => {
        const token = tokens.find((one) => one.name === name), key = dark && token.dark ? `${name}Dark` : name, value = valueOf(theme, key);
        return h("li", { key: name }, h("button", { type: "button", title: "To this token", onclick: () => { app.show({ panel: "design" }); requestAnimationFrame(() => document.querySelector(`[aria-label^="${token.label}"]`)?.focus()); } }, token.type === "color" && h("span", { class: "dot", style: `background: ${value}` }), h("code", null, propertyOf(key)), h("span", { class: "soft clip" }, value)));
      }))),
      its && h("div", { class: "stack tight" },
        h("label", { class: "field" }, h("span", null, `Words: ${its.id}, ${app.core.names[language] ?? language}`), h("textarea", { class: "text", id: "part-words", rows: 3, lang: language, value: app.deck().read(its, language).text, oninput: (event) => setWords(app, its, language, event.target.value) })),
        h("button", { class: "button", type: "button", onclick: () => editInPlace(part) }, icon("pencil"), "Change them on the page")));
  }
  return inspector;
}
