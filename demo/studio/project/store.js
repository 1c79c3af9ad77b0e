// The studio's memory. `project` is what the designer makes: it can be undone, shared and saved. `ui` is where they stand: which panel, which
// device. Both are values; a change makes new ones.

const LIMIT = 300, MERGE = 1200; // steps that are kept; ms within which typing on is one step

/**
 * A variant: {id, name, policy (the policy file's text), css (own CSS), sources ({language: {key: the default language's words when it was translated}})}.
 * A project: {variants, current (an id), live (the policy text that visitors have now, or null)}.
 */
export const makeProject = (policy, name = "First design") => ({ variants: [{ id: "v1", name, policy, css: "", sources: {} }], current: "v1", live: policy });

export const currentOf = (project) => project.variants.find(({ id }) => id === project.current) ?? project.variants[0];

/** A project that came from outside (a link, a draft), or null when it is none. */
export function readProject(value) {
  const text = (given) => typeof given === "string";
  if (!Array.isArray(value?.variants) || !value.variants.length) return null;
  if (!value.variants.every((variant) => text(variant?.id) && text(variant.name) && text(variant.policy) && text(variant.css) && variant.sources && typeof variant.sources === "object")) return null;
  const { variants, current, live = null } = value;
  return { variants, current: variants.some(({ id }) => id === current) ? current : variants[0].id, live: text(live) ? live : null };
}

export function createStore({ project, ui = {}, now = Date.now }) {
  let past = [], future = [], merging = null, mergedAt = 0;
  const listeners = new Set();
  const tell = () => { for (const listener of listeners) listener(); };

  const store = {
    get project() { return project; },
    get ui() { return ui; },
    get current() { return currentOf(project); },
    /** What undo and redo would take back or do again; null where there is nothing. */
    get undoLabel() { return past.at(-1)?.label ?? null; },
    get redoLabel() { return future.at(-1)?.label ?? null; },

    /** `change(project) -> project`. Steps with the same `merge` within a second count as one. */
    edit(label, change, merge = null) {
      const next = change(project);
      if (next === project) return;
      if (!merge || merge !== merging || now() - mergedAt > MERGE) past = [...past, { label, project }].slice(-LIMIT);
      merging = merge;
      mergedAt = now();
      future = [];
      project = next;
      tell();
    },
    /** The same for the current variant: `change(variant) -> variant`. */
    editVariant(label, change, merge) {
      store.edit(label, (whole) => {
        const before = currentOf(whole), after = change(before);
        return after === before ? whole : { ...whole, variants: whole.variants.map((variant) => (variant === before ? after : variant)) };
      }, merge);
    },
    /** Looking at another variant is no change to undo. */
    select(id) { project = { ...project, current: id }; merging = null; tell(); },

    undo() {
      if (!past.length) return;
      const { label, project: before } = past.at(-1);
      past = past.slice(0, -1);
      future = [...future, { label, project }];
      [project, merging] = [before, null];
      tell();
    },
    redo() {
      if (!future.length) return;
      const { label, project: after } = future.at(-1);
      future = future.slice(0, -1);
      past = [...past, { label, project }];
      [project, merging] = [after, null];
      tell();
    },
    /** Takes another project; the one before can be had back by undo. */
    open(next, label) { store.edit(label, () => next); },

    show(change) { ui = { ...ui, ...change }; tell(); },
    subscribe(listener) { listeners.add(listener); return () => listeners.delete(listener); },
  };
  return store;
}
