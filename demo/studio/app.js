// What every panel works with: the project, what follows from it, and the few things that more than one of them does.
import { tagsOf, valueOf } from "./core/core.js";
import { pathOf, removeAt, setAt, spanOf, valueAt } from "./project/json-text.js";
import { currentOf } from "./project/store.js";
import { makeDeck } from "./words/deck.js";

/** `app` for `store` and `core`. `say(text)` tells the designer something in passing; `render()` draws again. */
export function makeApp({ store, core, say, render }) {
  let last = {};
  const app = {
    store, core, say, render,
    get ui() { return store.ui; },
    get variant() { return store.current; },
    /** Where there is little room, panel and inspector take turns (look/layout.css). */
    show: (change) => store.show("panel" in change && !("sideOpen" in change) && matchMedia("(max-width: 89.99em)").matches ? { ...change, sideOpen: false } : change),

    /** What follows from the current variant's policy: {text, value (null when it is no JSON), report, tags, theme, banner}. */
    get now() {
      const { policy: text } = store.current;
      if (last.text !== text) {
        const value = valueOf(text), banner = value?.banner && typeof value.banner === "object" ? value.banner : {};
        last = { text, value, report: core.report(text), tags: tagsOf(value), banner, theme: banner.theme && typeof banner.theme === "object" ? banner.theme : {} };
      }
      return last;
    },
    deck: () => makeDeck(app.now.value ?? {}, core.languages, app.now.tags[0], app.variant.sources),
    /** The line of the policy's text that a JSON pointer, or what of it exists, leads to. */
    lineOf(pointer) {
      if (!app.now.value) return 1;
      for (let path = pathOf(pointer); ; path = path.slice(0, -1)) {
        const span = spanOf(app.now.text, path);
        if (span) return app.now.text.slice(0, span.start).split("\n").length;
      }
    },
    /** What stands at `path` in the policy. */
    at: (path) => valueAt(app.now.value, path),

    /** Changes the policy's text by `change(text) -> text`. A text that is no JSON is for the policy editor alone. */
    write(label, change, merge) {
      if (!app.now.value) return void say("The policy is not valid JSON at the moment: mend it in the Policy panel first.");
      store.editVariant(label, (variant) => { const policy = change(variant.policy); return policy === variant.policy ? variant : { ...variant, policy }; }, merge);
    },
    /** Sets what stands at `path` in the policy; `undefined` takes it away, and what it leaves empty with it. */
    set(label, path, value, merge) {
      app.write(label, (text) => {
        if (value !== undefined) return setAt(text, path, value);
        let after = removeAt(text, path);
        for (let up = path.slice(0, -1); up.length > 1 && JSON.stringify(valueAt(JSON.parse(after), up)) === "{}"; up = up.slice(0, -1)) after = removeAt(after, up);
        return after;
      }, merge);
    },
    /** `text` with several things set, as [path, value]. */
    textWith: (text, ...changes) => changes.reduce((after, [path, value]) => setAt(after, path, value), text),
    /** Sets several of the theme's keys; `undefined` takes one away. */
    setTheme(label, change, merge) {
      const theme = { ...app.now.theme, ...change };
      for (const key in theme) if (theme[key] === undefined) delete theme[key];
      app.set(label, ["banner", "theme"], Object.keys(theme).length ? theme : undefined, merge);
    },
    setCss: (css) => store.editVariant("Edit own CSS", (variant) => ({ ...variant, css }), "css"),

    addVariant(name) {
      store.edit(`Add variant ${name}`, (project) => {
        const id = `v${Math.max(...project.variants.map((variant) => Number(variant.id.slice(1)) || 0)) + 1}`;
        return { ...project, variants: [...project.variants, { ...currentOf(project), id, name }], current: id };
      });
    },
    renameVariant: (name) => store.editVariant("Rename variant", (variant) => ({ ...variant, name }), "name"),
    removeVariant() {
      store.edit("Remove variant", (project) => {
        if (project.variants.length < 2) return project;
        const variants = project.variants.filter(({ id }) => id !== project.current);
        return { ...project, variants, current: variants[0].id };
      });
    },
  };
  return app;
}
