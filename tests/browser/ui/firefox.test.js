// A smoke test in Firefox: the interface comes, is reached by the keyboard, chooses, comes back, withdraws, survives the worst style sheet.
import test from "node:test";
import assert from "node:assert/strict";
import { focus, openStage } from "./stage.js";

let stage;
test.before(async () => { stage = await openStage("firefox"); });
test.after(() => stage.close());

test("first layer, preferences, save, reopen, withdraw, by keyboard", async () => {
  const page = await stage.open("first-layer");
  const seen = [];
  for (let i = 0; i < 3; i++) { await page.press("Tab"); seen.push(await focus(page)); }
  assert.deepEqual(seen, ["accept-all", "reject-all", "preferences"]);
  await page.press("Enter");
  assert.equal(await focus(page), "close");
  assert.ok(await page.run(() => document.querySelector("assent-banner").shadowRoot.querySelector("dialog").matches(":modal")));
  await page.press("Escape");
  assert.equal(await focus(page), "preferences");
  await page.press("Enter");
  for (let i = 0; i < 30 && await focus(page) !== "assent-category-marketing"; i++) await page.press("Tab");
  await page.press(" ");
  await page.click('[data-assent-action="save"]');
  assert.deepEqual(await page.run(() => staged.acts.at(-1)[1].categories), { analytics: false, marketing: true, social: false });
  await page.run(() => { staged.views.preferences.categories[2].granted = true; });
  await page.click('[data-assent-action="preferences"]');
  await page.click('[data-assent-action="withdraw"]');
  assert.equal(await page.run(() => staged.acts.at(-1)[0]), "withdraw");
  assert.deepEqual(page.problems(), []);
  await page.close();
});

test("`all: unset !important` and hiding by tag change nothing", async () => {
  for (const example of ["first-layer", "preferences-open"]) {
    const page = await stage.open(example);
    const look = () => page.run(() => [...document.querySelectorAll("assent-banner > *")].map((element) => { const { x, y, width, height } = element.getBoundingClientRect(); const { color, backgroundColor, fontSize, display } = getComputedStyle(element); return [x, y, width, height].map(Math.round).concat(color, backgroundColor, fontSize, display).join(" "); }));
    await new Promise((done) => setTimeout(done, 400));
    const calm = await look();
    await page.run(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync("* { all: unset !important; display: none !important } html { display: block !important; font-size: 90px !important; overflow-y: scroll !important } body { display: block !important; transform: scale(.3) !important }");
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    });
    assert.deepEqual(await look(), calm, example);
    await page.close();
  }
});

test("a placeholder takes the box that was asked for", async () => {
  const page = await stage.open("embed");
  assert.deepEqual(await page.run(() => { const { width, height } = document.querySelector("assent-placeholder").getBoundingClientRect(); return [Math.round(width), Math.round(height)]; }), [560, 315]);
  assert.deepEqual(page.problems(), []);
  await page.close();
});
