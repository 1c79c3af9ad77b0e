// The visit of a design: from a variant, a page and a language to what a frame opens.
import { carried, loadPage } from "../preview/pages.js";

/** Resolves with what createFrame's `open` takes; with null while the policy has errors. */
export async function visitOf(app, { policy = app.variant.policy, css = app.variant.css, page: id, language, region = "", gpc = false, broken = false }) {
  const made = app.core.forVisit(policy, language, { broken });
  if (!made) return null;
  const page = await loadPage(id);
  const declaration = id === "cookies" ? app.core.declarationScript(policy, language) : "";
  return { ...made, declaration, page, carried: carried(JSON.parse(policy), app.ui.served), css, language, dir: app.core.dirOf(language), region, gpc };
}
