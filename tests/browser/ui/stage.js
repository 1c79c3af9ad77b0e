// The stage of the interface's tests: the gallery's page with one named example on it, under the strictest content security policy
// that a page can send, in a browser of one's wishes. Every test looks at the same examples as the gallery and the screenshots.
import { readFileSync, readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { once } from "node:events";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { launch } from "../harness/browser.js";

const root = fileURLToPath(new URL("../../../", import.meta.url));
export const examples = JSON.parse(readFileSync(join(root, "tests/fixtures/views/examples.json")));
export const languages = readdirSync(join(root, "web/languages")).filter((name) => name.endsWith(".json")).map((name) => name.slice(0, -5));

const TYPES = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".json": "application/json" };
const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'";

/** `files`: { "/path": text } that lie nowhere on disk. */
async function serve(files) {
  const server = createServer(async ({ url }, response) => {
    try {
      const path = normalize(decodeURIComponent(new URL(url, "http://x").pathname));
      const body = files[path] ?? await readFile(join(root, path));
      response.writeHead(200, { "content-type": `${TYPES[extname(path)]}; charset=utf-8`, "content-security-policy": POLICY });
      response.end(body);
    } catch { response.writeHead(404).end(); }
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  return server;
}

/**
 * Opens the stage in `name`, "chromium" or "firefox". `open(example, {lang, theme, size: [w, h], at: a page of the gallery, …options of a visitor})` -> page, with
 * `problems()` (errors and what the policy refused), `resize([w, h])`, `restage(example, lang)` and `close()` added.
 */
export async function openStage(name = "chromium", files = {}) {
  const server = await serve(files);
  const browser = await launch(name);
  const visitors = new Set();
  return {
    browser,
    async open(example, { lang = "en", theme = "", size: [width, height] = [1280, 800], at = "page.html", ...wishes } = {}) {
      const visitor = await browser.visitor({ viewport: { width, height }, ...wishes });
      visitors.add(visitor);
      const page = await visitor.page();
      const query = new URLSearchParams({ example, lang, theme });
      await page.open(`http://127.0.0.1:${server.address().port}/demo/gallery/${at}?${query}`);
      await page.wait(() => globalThis.staged);
      page.problems = () => [...page.errors, ...page.messages.filter((line) => /^(error|warn)/.test(line))].filter((line) => !/404|favicon/.test(line));
      page.resize = ([width, height]) => page.raw.setViewportSize({ width, height });
      page.restage = (example, lang = "en") => page.run((wanted) => restage(wanted), { example, lang });
      page.close = async () => { visitors.delete(visitor); await visitor.close(); };
      return page;
    },
    async close() {
      for (const visitor of visitors) await visitor.close();
      await browser.close();
      server.close();
    },
  };
}

/** In the page: the light child with this action. */
export const action = (name) => `assent-banner [data-assent-action="${name}"]`;

/** What has the focus, as a word: an action, an id, a text, "body". */
export const focus = (page) => page.run(() => {
  let at = document.activeElement;
  if (at.localName === "assent-banner" && at.shadowRoot.activeElement) at = at.shadowRoot.activeElement;
  return at.dataset.assentAction || at.id || (at === document.body ? "body" : at.localName + ":" + at.textContent.trim().slice(0, 30));
});
