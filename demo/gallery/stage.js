// Puts one named example on a page: the real interface over a host that answers with composed views and remembers what was pressed.
import { createUI } from "../../web/banner/ui.js";
import { compose } from "../../tests/fixtures/views/compose.js";

const fetched = {};
const json = (path) => fetched[path] ??= fetch(new URL(path, import.meta.url)).then((answer) => answer.json());

/** Stages `example` in `lang`; answers { ui, views, acts }, where `acts` lists every press as [action, detail]. */
export async function stage({ example = "first-layer", lang = "en", ...patch }) {
  const [examples, words] = await Promise.all([json("../../tests/fixtures/views/examples.json"), json(`../../web/languages/${lang}.json`)]);
  const views = compose(examples, words, lang, example, patch);
  const acts = [];
  const answer = {
    "accept-all": () => chosen("saved"), "reject-all": () => chosen("saved"), save: () => chosen("saved"),
    withdraw: () => chosen("withdrawn"), show: ({ view }) => ui.show(view), close: () => views.state.ask ? ui.show("banner") : ui.hide(),
  };
  function chosen(key) { views.state.ask = false; ui.hide(); ui.status(key); }
  const ui = createUI({
    view: (name) => views[name],
    act(action, detail) { if (action in answer) { acts.push([action, detail]); answer[action](detail); } },
    documentReady: (ready) => ready(),
  });
  if (views.layer) ui.show(views.layer);
  if (views.say) ui.status(views.say);
  if (views.open) document.querySelector("assent-banner").shadowRoot.querySelectorAll("details").forEach((details) => { details.open = true; });
  if (views.embed !== undefined) {
    const service = views.placeholder.services.youtube;
    for (const [part, [width, height]] of views.sizes.entries()) {
      const element = ui.placeholder({ kind: "frame", service: "youtube", serviceTitle: service.title, provider: service.provider, privacyUrl: service.privacyUrl,
        title: "Crossing the moor at first light" + (part ? `, part ${part + 1}` : ""), url: "https://youtube.test/embed/moor", width, height,
        once() { acts.push(["once"]); element.loading(); }, always() { acts.push(["always"]); element.remove(); } });
      (document.querySelector("#embed") ?? document.body).append(element);
      if (views.embed) element[views.embed]();
    }
  }
  return { ui, views, acts };
}
