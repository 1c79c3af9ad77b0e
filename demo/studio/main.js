// The studio's door: opens the core and the project, and draws the frame that everything else stands in.
import { h, patch } from "./base/tree.js";
import { icon } from "./base/icons.js";
import { openCore } from "./core/core.js";
import { makeApp } from "./app.js";
import { keepDraft, loadDraft } from "./project/draft.js";
import { hashOf, projectOf } from "./project/link.js";
import { createStore, makeProject } from "./project/store.js";
import { demoServed } from "./preview/pages.js";
import { anchored, bar } from "./bar.js";
import { panels } from "./panels/index.js";
import { makeChecker } from "./checks/checker.js";
import { makeStage } from "./stage/stage.js";
import { listenKeys } from "./keys.js";

const root = document.getElementById("studio");

async function open() {
  const [core, served, linked] = await Promise.all([openCore(), demoServed(), projectOf(location.hash)]);
  const draft = loadDraft();
  const store = createStore({
    project: linked ?? draft.project ?? makeProject(core.policy),
    ui: { panel: "design", view: "preview", page: "article", device: "fit", scheme: "light", language: "", side: "inspect", sideOpen: innerWidth >= 1440, region: "", gpc: false, ...draft.ui, served },
  });
  if (linked) history.replaceState(null, "", location.pathname + location.search);

  root.replaceChildren();
  let drawing = false;
  const render = () => {
    if (drawing) return;
    drawing = true;
    // In the same turn as the input that caused it, but once.
    queueMicrotask(() => { drawing = false; draw(); });
  };
  let words = "", hush = 0;
  const say = (text) => {
    words = text;
    clearTimeout(hush);
    hush = setTimeout(() => { words = ""; render(); }, 3000 + 60 * text.length);
    render();
  };
  const app = makeApp({ store, core, say, render });
  app.share = async () => {
    const hash = await hashOf(store.project);
    history.replaceState(null, "", hash);
    try {
      await navigator.clipboard.writeText(location.href);
      say("The link is copied. Everything is in the link itself; nothing was uploaded.");
    } catch {
      say("The link is in the address bar: copy it from there.");
    }
  };
  app.checks = makeChecker(app);
  const stage = makeStage(app);
  app.stage = stage;
  app.anchored = anchored;

  function draw() {
    const { ui } = app, panel = panels.find(({ id }) => id === ui.panel) ?? panels[0];
    document.documentElement.dataset.scheme = ui.studioScheme ?? "";
    patch(root, [
      bar(app),
      h("div", { class: "work", "data-panel": panel.id },
        h("section", { class: "tools", "aria-label": "Tools" }, rail(app, panel),
          h("div", { class: "panel", id: "panel", role: "tabpanel", "aria-labelledby": `tab-${panel.id}`, key: panel.id }, panel.draw(app))),
        h("main", { class: "stage", "aria-label": "Preview" }, stage.draw()),
        stage.drawSide()),
      h("div", { class: "toast", role: "status" }, words),
    ]);
    stage.sync();
    app.checks.sync();
  }

  store.subscribe(render);
  keepDraft(store);
  listenKeys(app);
  draw();
  root.dataset.open = "";
  return app;
}

/** The panels' tabs; arrow keys go along, as in every tab list (ARIA APG, tabs). */
function rail(app, current) {
  const go = (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const next = panels[(panels.indexOf(current) + step + panels.length) % panels.length];
    app.show({ panel: next.id });
    requestAnimationFrame(() => document.getElementById(`tab-${next.id}`).focus());
  };
  return h("div", { class: "rail", role: "tablist", "aria-orientation": "vertical", "aria-label": "Panels", onkeydown: go },
    panels.map((panel) => h("button", { role: "tab", id: `tab-${panel.id}`, "aria-selected": String(panel === current), "aria-controls": "panel", tabindex: panel === current ? 0 : -1, onclick: () => app.show({ panel: panel.id }) },
      icon(panel.id), panel.title, panel.badge?.(app))));
}

globalThis.studio = open().catch((error) => {
  root.replaceChildren();
  patch(root, [h("p", { class: "opening", role: "alert" }, `The studio could not open: ${error.message}`)]);
  throw error;
});
