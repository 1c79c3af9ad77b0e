// The demo's pages with the built consent.js, as an outsider meets them: a visitor, a cookie scanner, axe on the whole page, a browser without scripts.
import test from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { launch } from "../harness/browser.js";
import { startDemo } from "../../../demo/server.js";
import { action, focus } from "./stage.js";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const PAGES = ["/", "/privacy.html", "/cookies.html"];
let demo, browser;
test.before(async () => { demo = await startDemo({ port: 0 }); browser = await launch("chromium"); });
test.after(async () => { await browser?.close(); await demo?.close(); });

async function visit(story, wishes = {}) {
  demo.reset();
  const visitor = await browser.visitor({ reducedMotion: "reduce", ...wishes });
  const page = await visitor.page();
  page.go = async (path) => {
    await page.open(`http://127.0.0.1:${demo.port}${path}`);
    if (wishes.javaScript !== false) await page.wait(() => document.querySelector("assent-banner[data-layer]"));
  };
  try { await story(page, visitor); } finally { await visitor.close(); }
}
const layer = (page) => page.run(() => document.querySelector("assent-banner").dataset.layer ?? "");

test("to look into the preferences and leave them answers nothing: the question stands, its control has the focus again", () => visit(async (page) => {
  await page.go("/");
  for (const leave of [() => page.press("Escape"), () => page.click(action("close"))]) {
    await page.click(action("preferences"));
    assert.equal(await layer(page), "preferences");
    await leave();
    assert.equal(await layer(page), "banner");
    assert.equal(await focus(page), "preferences");
  }
  assert.equal(await page.run(() => document.cookie), "");
  await page.click(action("reject-all"));
  await page.click(action("preferences"));
  await page.press("Escape");
  assert.equal(await layer(page), "", "who has answered is not asked");
}));

test("a cookie scanner finds nothing to mark down before a choice, and only the record after a refusal", () => visit(async (page, visitor) => {
  const asked = [];
  page.raw.on("request", (request) => asked.push(request.url()));
  for (const path of PAGES) {
    await page.go(path);
    const { title, description, ...rest } = await page.run(() => ({ title: document.title, description: document.querySelector("meta[name=description]")?.content,
      lang: document.documentElement.lang, heads: document.querySelectorAll("h1").length, stored: document.cookie.length + localStorage.length + sessionStorage.length,
      texts: [...document.querySelectorAll("assent-banner button")].map((button) => button.textContent), links: [...document.querySelectorAll("assent-banner a")].map(({ pathname }) => pathname),
      scripts: document.scripts.length - new Set([...document.scripts].map(({ src }) => src || {})).size }));
    assert.ok(title && description, path);
    assert.deepEqual(rest, { lang: "en", heads: 1, stored: 0, texts: ["Accept all", "Reject all", "Preferences"], links: ["/privacy.html", "/cookies.html"], scripts: 0 }, path);
  }
  await page.click(action("reject-all"));
  await page.reload();
  assert.deepEqual(asked.filter((url) => !url.startsWith(`http://127.0.0.1:${demo.port}/`)), []);
  assert.deepEqual(demo.log(), []);
  assert.deepEqual((await visitor.cookies()).map(({ name, sameSite, expires }) => [name, sameSite, Math.round((expires - Date.now() / 1000) / 86400)]), [["cookie_consent", "Lax", 183]]);
  assert.deepEqual([...page.errors, ...page.messages], []);
}, { wholeProfile: true }));

for (const colorScheme of ["light", "dark"]) {
  test(`${colorScheme}: axe finds nothing on the whole page, whatever is shown on it`, () => visit(async (page) => {
    for (const path of PAGES) {
      await page.go(path);
      await page.run(axe);
      for (const act of ["", 'assent.show("preferences")', "assent.rejectAll()"]) {
        await page.run(act);
        const found = await page.run(async () => (await axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"], resultTypes: ["violations"] })).violations
          .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target)}`));
        assert.deepEqual(found, [], `${path} ${act}`);
      }
      await page.raw.context().clearCookies();
    }
  }, { colorScheme, bypassCSP: true }));
}

test("nothing is painted before the page's own style sheet is there, however late it comes", () => visit(async (page) => {
  await page.raw.route("**/site.css", async (route) => { await new Promise((done) => { setTimeout(done, 400); }); await route.continue(); });
  for (const path of PAGES) {
    await page.go(path);
    await page.wait(() => performance.getEntriesByName("first-contentful-paint").length);
    const { painted, styled, left } = await page.run(() => ({ painted: performance.getEntriesByName("first-contentful-paint")[0].startTime, styled: performance.getEntriesByType("resource").find(({ name }) => name.endsWith("/site.css")).responseEnd,
      left: [...document.scripts].filter(({ text }) => /currentScript/.test(text)).length }));
    assert.ok(painted >= styled, `${path}: painted at ${painted}, styled at ${styled}`);
    assert.equal(left, 0, "what the body waits for leaves nothing behind");
  }
}));

test("without JavaScript nothing is asked of anybody, no dead control stands about, and the cookie page has its tables", () => visit(async (page) => {
  for (const path of PAGES) {
    await page.go(path);
    assert.equal(await page.raw.locator("main").isVisible(), true);
    for (const dead of await page.raw.locator("button:not([type=submit]):not(form button)").all()) assert.equal(await dead.isVisible(), false, path);
  }
  assert.ok(await page.raw.locator("main table").count() > 3);
  assert.match(await page.raw.locator("main").innerText(), /cookie_consent[\s\S]*__utma/);
  assert.deepEqual(demo.log(), []);
}, { javaScript: false }));
