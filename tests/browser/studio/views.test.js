// What the studio shows: every state reached by a real visit, languages, variants, parts, requests; and what its checks and editors do.
import test from "node:test";
import assert from "node:assert/strict";
import { downloaded, openStudio } from "./stage.js";

let stage, demo;
test.before(async () => { stage = await openStudio(); });
test.after(async () => { await stage.close(); await demo?.close(); });

/** What stands in each tile of a view: {id: facts}. */
const tiles = (page, view) => page.app(async ({ app, arg }) => {
  app.show({ view: arg });
  await new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(done)); });
  const all = await app.stage[arg === "states" ? "gallery" : "languages"].tiles.all();
  await new Promise((done) => { setTimeout(done, 400); });
  return Object.fromEntries(all.map(({ id, frame }) => {
    const doc = frame.window.document, banner = doc.querySelector("assent-banner"), root = banner?.shadowRoot, light = (name) => root?.querySelector(`[part~=${name}]`)?.querySelector("slot")?.assignedElements()[0];
    return [id, { layer: banner?.dataset.layer ?? null, dir: banner?.dir, lang: banner?.lang, title: light("title")?.textContent, notice: light("notice")?.textContent ?? "", status: root?.querySelector("[part~=status]")?.textContent ?? "",
      reopen: !!root?.querySelector("[part~=reopen]"), on: [...banner?.querySelectorAll("input") ?? []].filter(({ checked }) => checked).length, open: root?.querySelectorAll("details[open]").length ?? 0,
      held: doc.querySelector("assent-placeholder")?.shadowRoot.querySelector("[part~=placeholder]")?.textContent !== undefined ? [...doc.querySelectorAll("assent-placeholder button")].map(({ dataset }) => dataset.assentAction) : null,
      placeholders: doc.querySelectorAll("assent-placeholder").length, declaration: doc.querySelector("assent-declaration table") !== null, disabled: banner?.querySelectorAll("button:disabled").length ?? 0, edge: banner?.querySelector("button") ? getComputedStyle(banner.querySelector("button")).outlineWidth : "", page: doc.querySelector("h1, h2") !== null }];
  }));
}, view);

test("the gallery has every state, each brought about by a visit", async () => {
  const page = await stage.open({ size: [1600, 1000] });
  const state = await tiles(page, "states");
  for (const id of ["first", "hover", "focus", "disabled", "again", "gpc"]) assert.equal(state[id].layer, "banner", id);
  assert.equal(state.disabled.disabled, 3);
  assert.equal(state.focus.edge, "3px");
  assert.match(state.again.notice, /has changed since your last choice, so we ask again: Social network\.$/);
  assert.match(state.gpc.notice, /privacy signal/);
  assert.equal(state.first.notice, "");
  for (const id of ["preferences", "services", "chosen"]) assert.equal(state[id].layer, "preferences", id);
  assert.equal(state.preferences.on, 0);
  assert.ok(state.chosen.on > 0);
  assert.ok(state.services.open >= 2);
  assert.match(state.saved.status, /saved/);
  assert.match(state.withdrawn.status, /withdrawn/);
  assert.ok(state.reopen.reopen && state.reopen.status === "");
  assert.deepEqual(state.held.held, ["once", "always"]);
  assert.deepEqual([state.first.placeholders, state.held.placeholders, state.saved.placeholders], [1, 1, 0]);
  assert.deepEqual(state.loading.held, []);
  assert.deepEqual(state.failed.held, ["once"]);
  assert.ok(state.cookies.declaration);
  assert.equal(state.failure.layer, null);
  assert.ok(state.failure.page);
  assert.deepEqual(page.problems(), []);
  await page.end();
});

test("the gallery comes as one picture", async () => {
  const page = await stage.open();
  await page.app(({ app }) => app.show({ panel: "export" }));
  const { name, body } = await downloaded(page, () => page.raw.click("#take-sheet"));
  assert.equal(name, "banner-states.png");
  assert.equal(body.subarray(1, 4).toString(), "PNG");
  const [width, height] = [body.readUInt32BE(16), body.readUInt32BE(20)];
  assert.ok(width > 1900 && height > 2500, `${width} × ${height}`);
  // The first tile has the page, the panel and the accent of its two buttons in it.
  const seen = await page.run(async (png) => {
    const image = await createImageBitmap(new Blob([Uint8Array.from(png)], { type: "image/png" })), canvas = new OffscreenCanvas(image.width, image.height), paint = canvas.getContext("2d");
    paint.drawImage(image, 0, 0);
    const { data } = paint.getImageData(32, 160, 480, 560);
    let accent = 0, dark = 0;
    for (let i = 0; i < data.length; i += 4) {
      if (Math.abs(data[i] - 15) < 4 && Math.abs(data[i + 1] - 107) < 4 && Math.abs(data[i + 2] - 100) < 4) accent++;
      if (data[i] < 60 && data[i + 1] < 60 && data[i + 2] < 60) dark++;
    }
    return { accent, dark };
  }, [...body]);
  assert.ok(seen.accent > 8000 && seen.dark > 1000, JSON.stringify(seen));
  await page.end();
});

test("languages stand side by side, right to left too, also those that the policy does not have", async () => {
  const page = await stage.open({ size: [1600, 1000] });
  const seen = await tiles(page, "languages");
  for (const [id, { layer, title }] of Object.entries(seen)) assert.ok(layer === "banner" && title, id);
  assert.equal(seen.ar.dir, "rtl");
  assert.equal(seen.de.lang, "de");
  assert.equal(new Set(Object.values(seen).map(({ title }) => title)).size, Object.keys(seen).length);
  await page.end();
});

test("two variants are compared on one page", async () => {
  const page = await stage.open();
  await page.app(({ app }) => { app.addVariant("Red"); app.setTheme("x", { accent: "#b3261e" }); app.show({ view: "compare" }); });
  await page.raw.waitForFunction(() => document.querySelectorAll(".both iframe:not(.coming)").length === 2);
  const colours = await page.run(() => [...document.querySelectorAll(".both iframe")].map((frame) => getComputedStyle(frame.contentDocument.querySelector("assent-banner button")).backgroundColor));
  assert.equal(new Set(colours).size, 2);
  await page.raw.locator("#compare-at").fill("20");
  const cut = () => page.run(() => Number(/inset\((?:0|0px) ([\d.]+)%/.exec(document.querySelectorAll(".both .frame")[1].style.clipPath)[1]));
  assert.equal(await cut(), 80);
  // By mouse the line itself is drawn along.
  const line = await page.raw.locator(".divide").boundingBox(), both = await page.raw.locator(".both").boundingBox();
  await page.raw.mouse.move(line.x + 1, line.y + line.height / 2);
  await page.raw.mouse.down();
  await page.raw.mouse.move(both.x + both.width * 0.6, line.y + line.height / 2, { steps: 4 });
  await page.raw.mouse.up();
  assert.equal(await cut(), 40);
  await page.end();
});

test("a part tells what it is, and its words are changed where they stand", async () => {
  const page = await stage.open();
  await page.raw.getByLabel("Inspect and edit on the page").check();
  const box = await page.frame(() => { const { left, top, width, height } = document.querySelector('assent-banner [data-assent-action="reject-all"]').getBoundingClientRect(); return { x: left + width / 2, y: top + height / 2 }; });
  const frame = await page.raw.locator(".canvas .frame").boundingBox();
  await page.raw.mouse.click(frame.x + box.x, frame.y + box.y);
  const facts = await page.raw.innerText(".side .facts");
  assert.match(facts, /part\(reject-all\)[^]*button[^]*Reject all[^]*2 of 5 in the banner/);
  await page.raw.mouse.dblclick(frame.x + box.x, frame.y + box.y);
  await page.raw.keyboard.type("No, thank you");
  await page.press("Enter");
  await page.ready();
  assert.equal(await page.app(({ app }) => app.at(["texts", "en", "banner.reject-all"])), "No, thank you");
  assert.equal(await page.frame(() => document.querySelector('assent-banner [data-assent-action="reject-all"]').textContent), "No, thank you");
  await page.end();
});

test("back from another view the preview is whole: simulations hold in it, and its parts are listed", async () => {
  const page = await stage.open();
  await page.app(({ app }) => app.show({ view: "languages" }));
  await page.raw.waitForTimeout(300);
  await page.app(({ app }) => app.show({ view: "preview", side: "inspect", sideOpen: true, spacing: true }));
  await page.raw.waitForSelector(".side .parts button");
  assert.equal(await page.frame(() => getComputedStyle(document.querySelector("p")).letterSpacing !== "normal"), true);
  assert.deepEqual(page.problems(), []);
  await page.end();
});

test("by keyboard, too: a part is chosen from the list and its words typed beside it", async () => {
  const page = await stage.open();
  await page.app(({ app }) => app.show({ sideOpen: true, side: "inspect" }));
  await page.raw.locator(".side .parts button", { hasText: "Your choice about cookies" }).first().press("Enter");
  await page.raw.locator("#part-words").fill("Hello");
  await page.ready();
  assert.equal(await page.frame(() => document.querySelector("assent-banner span").textContent), "Hello");
  await page.end();
});

test("what left the page: held before the choice, let go after it, and the stand-ins' own log says the same", async () => {
  demo = await openStudio({ demo: true });
  const page = await demo.open();
  await page.app(({ app }) => app.show({ sideOpen: true, side: "left" }));
  const list = () => page.run(() => Object.fromEntries([...document.querySelectorAll(".side .log li")].map((item) => [item.querySelector("b").textContent.split(":")[0] + item.querySelector(".mono").textContent.replace(/^https?:\/\/[^/]+/, ""), item.dataset.what])));
  const before = await list();
  assert.ok(before["ga.localhost/ga.js"] === "held" && before["pixel.nobody-declared.example/seen.gif"] === "held", JSON.stringify(before));
  assert.deepEqual(demo.server.log().filter(({ host }) => host.endsWith(".localhost")), []);
  await page.app(({ app }) => app.stage.preview.window.assent.acceptAll());
  await page.raw.waitForFunction(() => document.querySelectorAll('.side .log [data-what="gone"]').length >= 6);
  assert.match(await page.raw.innerText('.side .log li:has-text("/tase.js") .by'), /teracent\.localhost[^]*line \d+/, "which rule it came under");
  const after = await list(), asked = new Set(demo.server.log().map(({ host, path }) => host + path));
  for (const [name, what] of Object.entries(after)) if (name.includes(".localhost")) assert.equal(what === "gone", asked.has(name), name);
  assert.equal(after["pixel.nobody-declared.example/seen.gif"], "held", "what nobody declared stays held whatever was accepted");
  await page.end();
});

test("the demo's site runs in the preview with the policy of the studio", async () => {
  const page = await demo.open();
  await page.app(({ app }) => { app.setTheme("x", { accent: "#123456" }); app.show({ page: "site" }); });
  await page.ready();
  assert.equal(await page.frame(() => getComputedStyle(document.querySelector("assent-banner button")).backgroundColor), "rgb(18, 52, 86)");
  assert.ok(await page.frame(() => document.querySelectorAll("[data-stand-in]").length === 5));
  await page.end();
});

test("the built-in design passes every check on the rendered banner", async () => {
  const page = await stage.open();
  await page.checked();
  const found = await page.app(({ app }) => app.checks.findings.filter(({ code }) => code.startsWith("D")).map(({ code, message }) => `${code} ${message}`));
  assert.deepEqual(found, []);
  await page.end();
});

/** What breaks a rule, and the place in the policy that it comes from; none where it comes from the designer's own CSS. */
const spoiled = {
  D001: [({ app }) => app.set("x", ["banner", "actions"], ["accept-all", "preferences"]), "/banner/actions"],
  D002: [({ app }) => app.setCss("assent-banner::part(reject-all) { background: none; border: 0; text-decoration: underline; color: #0f6b64 }"), ""],
  D004: [({ app }) => app.set("x", ["banner", "reopen", "show"], false), "/banner/reopen/show"],
  D005: [({ app }) => app.setCss("assent-banner::part(reject-all) { flex: 0 1 7em; font-weight: 400 }"), ""],
  D006: [({ app }) => app.setTheme("x", { onAccent: "#2f8f87" }), "/banner/theme/onAccent"],
  D010: [({ app }) => app.setCss("assent-banner::part(preferences) { min-block-size: 0; padding: 0; font-size: 10px; line-height: 1 }"), ""],
  D014: [({ app }) => app.setCss("assent-banner::part(state) { display: none }"), ""],
  D019: [({ app }) => app.setTheme("x", { mutedDark: "#444444" }), "/banner/theme/mutedDark"],
  D020: [({ app }) => app.setTheme("x", { edge: "#eeeeee" }), "/banner/theme/edge"],
  D021: [({ app }) => app.set("x", ["texts", "en", "banner.body"], "We would like to tell you about everything that we do with cookies, at some length. ".repeat(14)), "/texts/en/banner.body"],
};
// In one studio: each is taken back before the next, and leaves nothing behind.
let studio;
for (const [code, [spoil, pointer]] of Object.entries(spoiled)) {
  test(`a banner that breaks ${code} is found out, and where it comes from`, async () => {
    const page = studio ??= await stage.open();
    const before = await page.app(({ app }) => app.now.text);
    try {
      await page.raw.evaluate(async (source) => { new Function(`return (${source})`)()({ app: await globalThis.studio }); }, String(spoil));
      await page.checked();
      const found = await page.app(({ app }) => app.checks.findings.map((one) => ({ ...one, text: app.now.text.split("\n")[one.line - 1] })));
      const its = found.find((one) => one.code === code);
      assert.ok(its, found.map((one) => one.code).join());
      assert.equal(its.pointer, pointer);
      if (pointer) assert.ok(its.text.slice(its.column - 60 < 0 ? 0 : its.column - 60).includes(pointer.split("/").at(-1)), `line ${its.line}: ${its.text}`);
      else assert.match(its.origin, /own CSS/);
    } finally {
      await page.app(({ app }) => app.store.undo());
    }
    assert.equal(await page.app(({ app }) => app.now.text), before);
  });
}

test("forms reach where visitors in the United States opt out and limit, and which purpose is sensitive", async () => {
  const page = await stage.open();
  await page.app(({ app }) => app.show({ panel: "policy", policyMode: "forms" }));
  await page.run(() => { for (const details of document.querySelectorAll(".panel details")) details.open = true; });
  const before = await page.app(({ app }) => app.now.text);
  await page.raw.getByLabel("Opt-out form (US)").fill("/do-not-sell");
  await page.raw.getByLabel("Limit sensitive data (US)").fill("/limit");
  const box = page.raw.getByRole("checkbox", { name: "Needs what is sensitive" }).first();
  await box.check();
  assert.deepEqual(await page.app(({ app }) => [app.at(["site", "optOutUrl"]), app.at(["site", "limitUrl"]), app.at(["purposes", 0, "sensitive"])]), ["/do-not-sell", "/limit", true]);
  await box.uncheck();
  for (const label of ["Limit sensitive data (US)", "Opt-out form (US)"]) await page.raw.getByLabel(label).fill("");
  assert.equal(await page.app(({ app }) => app.now.text), before, "taken back, the file is what it was to the byte");
  await page.end();
});

test("a red item closes the export until a reason is written, and the reason stands in the policy", async () => {
  const page = await stage.open();
  await page.app(({ app }) => { app.set("x", ["banner", "actions"], ["accept-all", "preferences"]); app.show({ panel: "export" }); });
  await page.checked();
  assert.equal(await page.raw.locator("#take-consent").count(), 0);
  // A red item closes the export, not the preview: what is wrong can be looked at, and measured.
  assert.equal(await page.frame(() => document.querySelector('assent-banner [data-assent-action="reject-all"]')), null);
  assert.ok(await page.app(({ app }) => app.checks.facts !== null));
  await page.raw.click("#tab-checks");
  for (const code of ["D001", "D003"]) {
    const card = page.raw.locator(`[data-code=${code}][data-severity=error]`);
    if (!(await card.count())) continue;
    await card.getByRole("button", { name: "Pass over …" }).click();
    await card.getByRole("textbox").fill("A test of the studio, never shown to anybody.");
    await card.getByRole("button", { name: "Pass over with this reason" }).click();
    await page.checked();
  }
  assert.ok((await page.app(({ app }) => app.at(["lint", "silence"]))).every(({ reason }) => reason.startsWith("A test of the studio")));
  await page.raw.click("#tab-export");
  await page.raw.waitForSelector("#take-consent");
  await page.end();
});

test("a service comes from the catalogue, and visitors would be asked again because of it", async () => {
  const page = await stage.open();
  await page.raw.click("#tab-policy");
  const card = page.raw.locator('[aria-labelledby="again-title"]');
  assert.match(await card.innerText(), /No/);
  await page.raw.getByRole("searchbox", { name: /catalogue/ }).fill("hotjar");
  await page.raw.locator(".found button").first().click();
  const service = (await page.app(({ app }) => app.at(["services"]))).at(-1);
  assert.equal(service.title, "Hotjar");
  assert.ok(service.urls.some((pattern) => pattern.includes("hotjar.com")));
  assert.deepEqual(service.cookies.map(({ name, lifetime }) => [name, lifetime]), [["_hjSessionUser_*", "365 days"], ["_hjSession_*", "30 minutes"]]);
  assert.equal(await page.raw.locator("#service-hotjar").getByText("check with the provider").count(), 2);
  assert.match(await card.innerText(), /Yes[^]*service hotjar stores _hjSession_\* \(http-cookie, first, 30 minutes\)/);
  // What is new is named to visitors, in every language of the policy.
  assert.match(await card.innerText(), /They read:[^]*so we ask again\./);
  await card.getByRole("button", { name: "Name what is new" }).click();
  assert.deepEqual(await page.app(({ app }) => app.now.tags.map((tag) => app.at(["texts", tag, "banner.changed"]))),
    ["What we ask for has changed since your last choice, so we ask again: Hotjar.", "Seit Ihrer letzten Auswahl hat sich geändert, wofür wir Ihre Einwilligung brauchen. Deshalb fragen wir erneut: Hotjar."]);
  assert.match(await card.innerText(), /so we ask again: Hotjar/);
  assert.equal(await card.getByRole("button", { name: "Name what is new" }).count(), 0);
  const told = await tiles(page, "states");
  assert.match(told.again.notice, /so we ask again: Hotjar\.$/, "asked again by the live policy's successor, with the policy's own words");
  await card.getByRole("button", { name: "This one is live now" }).click();
  assert.match(await card.innerText(), /No/);
  assert.ok(await page.app(({ app }) => app.now.report.findings.some(({ pointer }) => pointer.startsWith("/services/8"))), "what the catalogue can't know is asked for");
  await page.end();
});
