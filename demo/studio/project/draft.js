// The draft in this browser, so that closing the tab loses nothing. It is written again whenever the page is left, because a preview
// sweeps the storage it shares with the studio as it would on a visitor's device.
import { readProject } from "./store.js";

const KEY = "assent-studio";

export function loadDraft() {
  try {
    const { project, ui } = JSON.parse(localStorage.getItem(KEY)) ?? {};
    return { project: readProject(project), ui: ui && typeof ui === "object" ? ui : {} };
  } catch {
    return { project: null, ui: {} };
  }
}

/** Keeps the draft up to date with `store`. */
export function keepDraft(store) {
  let timer = 0;
  const save = () => {
    clearTimeout(timer);
    try { localStorage.setItem(KEY, JSON.stringify({ project: store.project, ui: store.ui })); } catch { /* no storage, or full: the link still carries everything */ }
  };
  store.subscribe(() => { clearTimeout(timer); timer = setTimeout(save, 400); });
  addEventListener("pagehide", save);
  document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden") save(); });
}
