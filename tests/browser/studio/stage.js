// The stage of the studio's tests: the assembled folder on a plain file server (it must work from any), or the demo's own server with its stand-ins.
import { createServer } from "node:http";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { extname, join, normalize } from "node:path";
import { assemble } from "../../../demo/studio/assemble.js";
import { startDemo } from "../../../demo/server.js";
import { launch } from "../harness/browser.js";

const TYPES = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".json": "application/json", ".svg": "image/svg+xml", ".wasm": "application/wasm" };

/** A server that knows nothing but files, at a path of its own. */
async function serve(folder) {
  const server = createServer(async (request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, "http://x").pathname)).replace(/^\/tools\/studio\//, "").replace(/^$/, "index.html");
    const body = await readFile(join(folder, path)).catch(() => null);
    if (!body) return response.writeHead(404).end();
    response.writeHead(200, { "content-type": TYPES[extname(path)] ?? "application/octet-stream", "cache-control": "no-cache" }).end(body);
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  return { url: `http://127.0.0.1:${server.address().port}/tools/studio/`, close: () => { server.closeAllConnections(); server.close(); } };
}

export const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/**
 * `openStudio({demo})` -> {open(options), close()}. `open` starts a new visitor and resolves with a page, the studio open in it: the harness's page with
 * `app(fn, arg)`: fn({app, arg}) in the page; `frame(fn, arg)`: in the preview; `ready()`: the preview shows the design as it is; `checked()`: so do the checks.
 */
export async function openStudio({ demo = false } = {}) {
  const folder = assemble();
  const server = demo ? await startDemo({ port: 0 }).then((its) => ({ url: `http://127.0.0.1:${its.port}/studio/`, log: its.log, close: its.close })) : await serve(folder);
  const browser = await launch("chromium");
  const visitors = new Set();
  return {
    server, browser,
    async open({ size: [width, height] = [1280, 800], hash = "", ...wishes } = {}) {
      const visitor = await browser.visitor({ viewport: { width, height }, acceptDownloads: true, ...wishes });
      visitors.add(visitor);
      const page = await visitor.page();
      await page.open(server.url + hash);
      await page.wait(() => document.getElementById("studio")?.dataset.open !== undefined, undefined, 20000);
      page.app = (fn, arg) => page.raw.evaluate(async ([source, given]) => { const app = await globalThis.studio; return new Function(`return (${source})`)()({ app, arg: given }); }, [String(fn), arg]);
      page.frame = async (fn, arg) => { const handle = await page.raw.$(".canvas .frame iframe:not(.coming)"); return (await handle.contentFrame()).evaluate(fn, arg); };
      page.ready = () => page.app(({ app }) => app.stage.preview.settled());
      page.checked = () => page.app(({ app }) => app.checks.settled());
      page.problems = () => page.errors.filter((line) => !/Content Security Policy/.test(line));
      page.end = async () => { visitors.delete(visitor); await visitor.close(); };
      page.visitor = visitor;
      await page.ready();
      return page;
    },
    async close() {
      for (const visitor of visitors) await visitor.close();
      await browser.close();
      await server.close();
    },
  };
}

/** What axe finds in the studio itself; the frames have their own tests (tests/browser/ui). */
export async function violations(page) {
  if (!(await page.run(() => "axe" in globalThis))) await page.run(axe);
  return page.run(async () => {
    const { violations: found } = await axe.run({ exclude: [["iframe"]] }, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"], resultTypes: ["violations"], iframes: false });
    return found.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 4).map(({ target, failureSummary }) => `${target} ${failureSummary.split("\n").slice(0, 3).join(" ")}`).join("; ")}`);
  });
}

/** A download's text. */
export async function downloaded(page, act) {
  const [file] = await Promise.all([page.raw.waitForEvent("download", { timeout: 15000 }), act()]);
  return { name: file.suggestedFilename(), body: readFileSync(await file.path()) };
}

/** Gives `content` to the file chooser that `act` opens. */
export async function upload(page, act, name, content) {
  const [chooser] = await Promise.all([page.raw.waitForEvent("filechooser", { timeout: 15000 }), act()]);
  await chooser.setFiles({ name, mimeType: "application/octet-stream", buffer: Buffer.from(content) });
}
