// What goes out comes in again: the policy to the byte, tokens, words for translators, the link; and undo across it all.
import test from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { downloaded, openStudio, upload } from "./stage.js";

const policy = readFileSync(new URL("../../../demo/policies/conversationware.json", import.meta.url), "utf8");
let stage;
test.before(async () => { stage = await openStudio(); });
test.after(() => stage.close());

const show = (page, change) => page.app(({ app, arg }) => app.show(arg), change);
const open = (page, name, text) => upload(page, () => page.raw.getByRole("button", { name: "Open a policy" }).click(), name, text).then(() => page.raw.waitForFunction(async (given) => (await globalThis.studio).variant.policy === given, text));

test("a policy goes in and out unchanged, whatever its line breaks, blanks and order", async () => {
  const page = await stage.open();
  await show(page, { panel: "export" });
  for (const text of [policy, policy.replace(/\n/g, "\r\n"), `\n\n${JSON.stringify(JSON.parse(policy))}   `, policy.replaceAll("  ", "\t")]) {
    await open(page, "policy.json", text);
    const out = await downloaded(page, () => page.raw.click("#take-policy"));
    assert.equal(out.body.toString("utf8"), text);
    assert.match(out.name, /\.json$/);
  }
  await page.end();
});

test("a change by form and its opposite leave the file unchanged", async () => {
  const page = await stage.open();
  await page.raw.getByText("Bar", { exact: true }).click();
  await page.raw.getByLabel("Radius", { exact: true }).fill("3px");
  await page.raw.getByText("Box", { exact: true }).click();
  await page.raw.getByRole("combobox", { name: "Position", exact: true }).selectOption("bottom-start");
  await page.raw.getByRole("button", { name: "Radius as it was built in" }).click();
  assert.equal(await page.app(({ app }) => app.variant.policy), policy);
  await page.end();
});

test("a file that is no JSON is kept as it is, told at its line, and does no harm", async () => {
  const page = await stage.open();
  await show(page, { panel: "export" });
  const broken = policy.replace('"banner": {', '"banner": {{');
  await open(page, "policy.json", broken);
  await show(page, { panel: "policy", policyMode: "both" });
  const line = broken.slice(0, broken.indexOf("{{")).split("\n").length;
  await page.raw.waitForSelector(`.gutter [data-severity=error]:nth-child(${line})`);
  assert.match(await page.raw.innerText(".findings"), new RegExp(`line ${line}`));
  await show(page, { panel: "export" });
  assert.equal((await downloaded(page, () => page.raw.click("#take-policy"))).body.toString(), broken);
  assert.deepEqual(page.problems(), []);
  await page.end();
});

test("tokens go out as design tokens and as CSS, and come in as they were", async () => {
  const page = await stage.open();
  await page.raw.getByRole("button", { name: "Seed #a3246b" }).click();
  await page.raw.getByLabel("Shadow", { exact: true }).fill("0 1px 3px rgba(0, 0, 0, .3)");
  await page.raw.getByLabel("Duration", { exact: true }).fill("150ms");
  const before = await page.app(({ app }) => app.variant.policy);
  await show(page, { panel: "export" });
  for (const take of ["#take-tokens", "#take-css"]) {
    const { name, body } = await downloaded(page, () => page.raw.click(take));
    await page.app(({ app }) => app.set("Forget the theme", ["banner", "theme"], undefined));
    await upload(page, () => page.raw.click("#give-tokens"), name, body);
    await page.raw.waitForFunction(async () => Object.keys((await globalThis.studio).now.theme).length > 5);
    assert.deepEqual(JSON.parse(await page.app(({ app }) => app.variant.policy)), JSON.parse(before), take);
    const again = await downloaded(page, () => page.raw.click(take));
    assert.equal(again.body.toString(), body.toString(), take);
  }
  await page.end();
});

test("words go out as CSV, JSON and XLIFF, and come in as they were; a translator's file changes what it changes", async () => {
  const page = await stage.open();
  await page.app(({ app }) => app.write("x", (text) => app.textWith(text, [["languages", "include"], ["en", "de", "ar"]], [["texts", "ar"], { "banner.title": "خيارك" }])));
  await show(page, { panel: "words" });
  const give = async (name) => { await page.raw.getByRole("button", { name: "Give out", exact: true }).click(); return downloaded(page, () => page.raw.locator("#words-out").getByRole("button", { name }).click()); };
  const before = await page.app(({ app }) => app.variant.policy);
  for (const name of ["CSV: all languages", "JSON: all languages", /^XLIFF 2\.0: Deutsch/, /^XLIFF 2\.0: العربية/]) {
    const file = await give(name);
    await upload(page, () => page.raw.getByRole("button", { name: "Read in", exact: true }).click(), file.name, file.body);
    await page.raw.waitForFunction(() => /^0 texts were changed/.test(document.querySelector(".toast").textContent));
    assert.equal(await page.app(({ app }) => app.variant.policy), before, String(name));
    assert.equal((await give(name)).body.toString(), file.body.toString(), String(name));
  }
  const { name, body } = await give(/^XLIFF 2\.0: Deutsch/);
  const translated = body.toString().replace(/(name="banner\.title">[^]*?<target[^>]*>)[^<]*/, "$1Kekse &amp; &lt;mehr&gt;");
  assert.notEqual(translated, body.toString());
  await upload(page, () => page.raw.getByRole("button", { name: "Read in", exact: true }).click(), name, translated);
  await page.raw.waitForFunction(async () => (await globalThis.studio).at(["texts", "de", "banner.title"]) === "Kekse & <mehr>");
  const old = `<?xml version="1.0"?><xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file source-language="en" target-language="de" original="x" datatype="plaintext"><body><trans-unit id="banner.accept-all"><source>Accept all</source><target>Alles annehmen</target></trans-unit></body></file></xliff>`;
  await upload(page, () => page.raw.getByRole("button", { name: "Read in", exact: true }).click(), "old.xlf", old);
  await page.raw.waitForFunction(async () => (await globalThis.studio).at(["texts", "de", "banner.accept-all"]) === "Alles annehmen");
  await upload(page, () => page.raw.getByRole("button", { name: "Read in", exact: true }).click(), "broken.xlf", "<xliff");
  await page.raw.waitForFunction(() => /could not be read: This is no XLIFF/.test(document.querySelector(".toast").textContent));
  await page.end();
});

test("a link opens the same project elsewhere, and makes the same link there", async () => {
  const page = await stage.open();
  await page.raw.getByRole("button", { name: "Seed #b3261e" }).click();
  await page.app(({ app }) => { app.addVariant("Zweite 🌙"); app.setCss("assent-banner::part(panel) { border-width: 3px }"); });
  const project = await page.app(({ app }) => app.store.project);
  await page.app(({ app }) => app.share());
  const hash = await page.run(() => location.hash);
  assert.match(hash, /^#p1=/);
  const other = await stage.open({ hash });
  assert.deepEqual(await other.app(({ app }) => app.store.project), project);
  assert.equal(await other.run(() => location.hash), "", "the address is clean again");
  await other.app(({ app }) => app.share());
  assert.equal(await other.run(() => location.hash), hash);
  assert.equal(await other.frame(() => getComputedStyle(document.querySelector("assent-banner").shadowRoot.querySelector("[part~=panel]")).borderTopWidth), "3px");
  await page.end();
  await other.end();
});

test("the draft is there again after the tab was closed, also when a preview has swept the storage", async () => {
  const page = await stage.open();
  await page.raw.getByLabel("Radius", { exact: true }).fill("7px");
  await page.app(({ app }) => { app.set("x", ["gate", "undeclaredWrites"], "hold"); });
  await page.ready();
  await page.app(({ app }) => app.stage.preview.window.assent.rejectAll());
  await page.reload();
  await page.wait(() => document.getElementById("studio")?.dataset.open !== undefined, undefined, 20000);
  assert.equal(await page.run(async () => (await globalThis.studio).now.theme.radius), "7px");
  await page.end();
});
