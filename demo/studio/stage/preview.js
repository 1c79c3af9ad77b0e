// The preview: one visit to one page, on one screen, kept up with every change of the design.
import { h } from "../base/tree.js";
import { createFrame } from "../preview/frame.js";
import { makeJar } from "../preview/jar.js";
import { deviceOf } from "./devices.js";
import { makeEarly } from "./early.js";
import { languageOf, underline } from "./toolbar.js";
import { visitOf } from "./visit.js";
import { makeInspector } from "./inspect.js";

export function makePreview(app, log) {
  const frame = createFrame({ title: "Preview of the page", soon: true, tell(what, detail, win) {
    if (what === "again") return inspector.attach(win);
    if (what !== "shown") return log.hear(what, detail, win);
    seen = key;
    if (seen === current() && app.now.value) early.caughtUp(languageOf(app));
    inspector.attach(win);
  } });
  const inspector = makeInspector(app, frame), early = makeEarly(app, frame);
  let key = "", seen = "", busy = false, broken = false, fresh = true;
  const current = () => JSON.stringify([app.variant.policy, app.variant.css, app.ui.page, languageOf(app), app.ui.region, app.ui.gpc]);

  /** Opens a visit for what is on show, if that is another than the one that is seen. */
  async function refresh() {
    if (busy) return;
    const { ui } = app, language = languageOf(app), wanted = current();
    if (wanted === key && !fresh) return;
    busy = true;
    key = wanted;
    try {
      const visit = await visitOf(app, { page: ui.page, language, region: ui.region, gpc: ui.gpc });
      if (broken !== !visit) { broken = !visit; app.render(); }
      if (visit) {
        const newcomer = fresh;
        fresh = false;
        if (newcomer) log.clear();
        await frame.open({ ...visit, scheme: ui.scheme, ...(newcomer && { jar: makeJar() }) });
      }
    } catch (error) {
      app.say(`The preview could not open: ${error.message}`);
    } finally {
      busy = false;
      if (current() !== key || fresh && !broken) queueMicrotask(refresh);
    }
  }

  function fit() {
    const { ui } = app, { width, height, zoom } = deviceOf(ui.device), stage = frame.element.parentElement;
    if (!stage) return;
    const room = { width: stage.clientWidth - 48, height: stage.clientHeight - 48 };
    const size = width ? { width, height } : { width: Math.max(320, room.width), height: Math.max(240, room.height) };
    const scale = zoom ? Math.min(zoom, room.width / width, room.height / height) : Math.min(1, room.width / size.width, room.height / size.height);
    Object.assign(frame.element.style, { inlineSize: `${size.width}px`, blockSize: `${size.height}px`, transform: scale === 1 ? "" : `scale(${scale})`, margin: `${(size.height * (scale - 1)) / 2}px ${(size.width * (scale - 1)) / 2}px` });
    frame.element.dataset.scale = scale.toFixed(3);
    inspector.place();
  }

  return {
    frame, inspector,
    get window() { return frame.window; },
    /** Resolves when the frame shows the design as it is. */
    settled: () => new Promise((done) => { const look = () => (!busy && key && current() === key && !fresh || broken ? done() : setTimeout(look, 10)); look(); }),
    newVisitor() { fresh = true; refresh(); },
    focus() { frame.iframe?.focus(); },
    drawInspector: () => inspector.draw(),
    draw() {
      const { ui } = app, device = deviceOf(ui.device);
      return [
        h("div", { class: "canvas", key: "canvas", opaque: true, use(canvas) {
          frame.element.append(inspector.overlay);
          canvas.append(frame.element);
          const observer = new ResizeObserver(fit);
          observer.observe(canvas);
          return () => observer.disconnect();
        } }),
        broken && h("p", { class: "notice bad", role: "alert" }, "The policy has errors, so the preview stays as it was. ", h("button", { class: "button", type: "button", onclick: () => app.show({ panel: "checks" }) }, "See what is wrong")),
        underline(app,
          h("span", { class: "small soft numbers may-go grow" }, device.width ? `${device.width} × ${device.height}` : ""),
          h("label", { class: "check small" }, h("input", { type: "checkbox", checked: !!ui.pick, onchange: (event) => app.show({ pick: event.target.checked, side: "inspect", sideOpen: true }) }), h("span", null, "Inspect", h("span", { class: "may-go" }, " and edit on the page")))),
      ];
    },
    sync() {
      const { ui, now } = app;
      frame.live({ scheme: ui.scheme, forced: ui.forced, still: ui.still, spacing: ui.spacing });
      if (frame.window && now.value && seen !== current()) early.show(languageOf(app));
      fit();
      inspector.sync();
      refresh();
    },
  };
}
