// What stands in the place of a held embed: its box, its words, its ways on; and that it asks nobody for anything.
import test from "node:test";
import assert from "node:assert/strict";
import { openStage } from "./stage.js";

let stage;
test.before(async () => { stage = await openStage(); });
test.after(() => stage.close());

test("it makes no request at all", async () => {
  const page = await stage.open("reopen");
  const asked = [];
  page.raw.on("request", (request) => asked.push(request.url()));
  await page.run(() => {
    for (const kind of ["frame", "media"]) document.body.append(staged.ui.placeholder({ kind, service: "youtube", serviceTitle: "YouTube", provider: "Google Ireland Limited", privacyUrl: "https://google.test/privacy",
      title: "A film", url: "https://youtube.test/embed/x", width: 560, height: 315, once() {}, always() {} }));
  });
  await page.raw.hover("assent-placeholder");
  await page.raw.waitForTimeout(300);
  assert.deepEqual(asked, []);
  assert.deepEqual(page.problems(), []);
  await page.close();
});

/** Ways in which pages give an embed its box: [name, style sheet, markup with FRAME for the element]. */
const PAGES = [
  ["attributes", "", `<p>text</p><iframe class="e" width="560" height="315"></iframe><p>text</p>`],
  ["nothing said", "", `<p>text <iframe class="e"></iframe> text</p>`],
  ["a part of the column", ".e{width:80%;height:220px;border:0;margin:20px auto;display:block}", `<div class="col"><iframe class="e" width="560" height="315"></iframe></div>`],
  ["a ratio", ".e{width:100%;height:auto;aspect-ratio:16/9;border:0}", `<div class="col"><iframe class="e" width="560" height="315"></iframe></div>`],
  ["the padding trick", ".w{position:relative;padding-bottom:56.25%}.e{position:absolute;inset:0;width:100%;height:100%;border:0}", `<div class="col"><div class="w"><iframe class="e"></iframe></div></div>`],
  ["in a grid", ".g{display:grid;grid-template-columns:1fr 2fr;gap:9px}.e{grid-column:2;width:100%;height:200px;border:0}", `<div class="g"><p>a</p><iframe class="e"></iframe></div>`],
  ["in a flex row", ".f{display:flex;gap:9px}.e{flex:1;min-width:0;height:180px;border:0}", `<div class="f"><p>a</p><iframe class="e"></iframe><p>b</p></div>`],
  ["floating", ".e{float:right;width:300px;height:200px;margin:0 0 9px 9px;border:0}", `<div class="col"><iframe class="e"></iframe><p>text text text text</p></div>`],
  ["hidden", ".e{display:none}", `<iframe class="e"></iframe>`],
];
for (const [name, css, markup] of PAGES) {
  test(`${name}: it has exactly the held element's box, and keeps it when the window changes`, async () => {
    const page = await stage.open("reopen", { bypassCSP: true });
    await page.run(([text, html]) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(".col{max-width:700px} " + text);
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
      document.body.insertAdjacentHTML("beforeend", `<main id="place">${html}</main>`);
    }, [css, markup]);
    const around = () => page.run(() => [...document.querySelectorAll("#place, #place *")].filter((element) => !element.closest("assent-placeholder") || element.localName === "assent-placeholder")
      .map((element) => { const { x, y, width, height } = element.getBoundingClientRect(); return [x, y, width, height].map((value) => Math.round(value)).join(" "); }));
    const before = await around();
    await page.run(() => {
      const held = document.querySelector(".e");
      const info = { element: held, kind: "frame", service: "youtube", serviceTitle: "YouTube", provider: "Google", title: "A film", url: "https://youtube.test/", once() {}, always() {} };
      held.replaceWith(globalThis.stand = Object.assign(staged.ui.placeholder(info), { held }));
    });
    assert.deepEqual(await around(), before);
    await page.raw.setViewportSize({ width: 600, height: 800 });
    const narrow = await around();
    await page.run(() => stand.replaceWith(stand.held));
    if (!["floating", "nothing said", "attributes"].includes(name)) assert.deepEqual(narrow, await around(), "at another width");
    await page.close();
  });
}

test("load once, always, and the focus on the way: loading keeps it, failing offers another try", async () => {
  const page = await stage.open("embed");
  await page.run(() => document.querySelector('[data-assent-action="once"]').focus());
  await page.press("Enter");
  assert.deepEqual(await page.run(() => staged.acts), [["once"]]);
  assert.match(await page.run(() => document.querySelector("assent-placeholder").shadowRoot.querySelector("[role=status]").assignedText ?? document.querySelector("assent-placeholder").innerText), /Loading Crossing the moor/);
  assert.equal(await page.run(() => document.activeElement.localName), "assent-placeholder", "the focus is still in it");
  await page.run(() => document.querySelector("assent-placeholder").failed());
  assert.match(await page.run(() => document.querySelector("assent-placeholder").innerText), /could not be loaded.*Try again/s);
  await page.press("Tab");
  await page.press("Enter");
  assert.deepEqual(await page.run(() => staged.acts), [["once"], ["once"]]);
  await page.close();
});

test("its links say where they go and tell nothing about us", async () => {
  const page = await stage.open("embed");
  const links = await page.run(() => [...document.querySelectorAll("assent-placeholder a")].map((a) => [a.textContent, a.href, a.rel, a.target]));
  assert.deepEqual(links, [
    ["Open on youtube.test", "https://youtube.test/embed/moor", "noopener noreferrer", "_blank"],
    ["Privacy notice of Google Ireland Limited", "https://google.test/privacy", "noopener noreferrer", "_blank"]]);
  await page.close();
});

test("a small box drops the reason first, then the name, and the way to load it never", async () => {
  const page = await stage.open("embed-small", { size: [1280, 900] });
  const shown = () => page.run(() => [...document.querySelectorAll("assent-placeholder")].map((element) => {
    const region = element.shadowRoot.firstChild, seen = (part) => { const { width, height } = region.querySelector(`[part~=${part}]`).getBoundingClientRect(); return width > 1 && height > 1 ? part : ""; };
    return [element.clientWidth, element.clientHeight, ["title", "body", "once", "always", "links"].filter((part) => part === "once" ? element.querySelector("[data-assent-action=once]").checkVisibility() : seen(part)).join(" "), region.scrollHeight <= element.clientHeight];
  }));
  assert.deepEqual(await shown(), [[280, 158, "title body once", true], [280, 100, "title once", true], [160, 90, "once", true], [120, 50, "once", true]]);
  await page.close();

  // A video in the column of a phone, and an advertisement's strip.
  const other = await stage.open("reopen", { size: [1280, 900] });
  const boxes = await other.run(() => [[269, 151], [784, 110], [320, 180]].map(([width, height]) => {
    const element = staged.ui.placeholder({ kind: "frame", service: "youtube", serviceTitle: "YouTube", provider: "Google Ireland Limited", privacyUrl: "", title: "Crossing the moor at first light", url: "https://youtube.test/", width, height, once() {}, always() {} });
    document.body.append(element);
    const region = element.shadowRoot.firstChild, title = region.querySelector("[part~=title]");
    return [region.scrollHeight <= element.clientHeight, title.checkVisibility() && title.clientHeight > 10];
  }));
  assert.deepEqual(boxes, [[true, true], [true, true], [true, true]]);
  await other.close();
});

test("it speaks the new language when the page changes its own", async () => {
  const page = await stage.open("embed");
  await page.run(() => { Object.assign(staged.views.placeholder, { lang: "de", labels: { ...staged.views.placeholder.labels, once: "Einmal laden" } }); staged.ui.refresh(); });
  assert.deepEqual(await page.run(() => [document.querySelector("assent-placeholder").lang, document.querySelector('[data-assent-action="once"]').textContent]), ["de", "Einmal laden"]);
  await page.close();
});
