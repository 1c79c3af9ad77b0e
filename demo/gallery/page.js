// One example on a page of its own: page.html?example=bar&lang=de&theme=dark. `restage({example, lang})` puts another in its place.
import { stage } from "./stage.js";

globalThis.restage = async ({ lang, theme, ...rest }) => {
  const { documentElement: root } = document;
  globalThis.staged?.ui.destroy();
  for (const element of document.querySelectorAll("assent-placeholder")) element.remove();
  root.lang = lang || "en";
  root.dir = /^(ar|fa|he|ur)\b/.test(lang) ? "rtl" : "ltr";
  if (theme) root.dataset.theme = theme;
  globalThis.staged = await stage({ lang: root.lang, ...rest });
};
await restage(Object.fromEntries(new URLSearchParams(location.search)));
