// One example on a page of its own: page.html?example=bar&lang=de&theme=dark
import { stage } from "./stage.js";
const { example, lang, theme, ...rest } = Object.fromEntries(new URLSearchParams(location.search));
if (lang) document.documentElement.lang = lang;
if (/^(ar|fa|he|ur)\b/.test(lang)) document.documentElement.dir = "rtl";
if (theme) document.documentElement.dataset.theme = theme;
globalThis.staged = await stage({ example, lang, ...rest });
