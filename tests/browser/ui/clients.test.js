// Automatic clients: what reads only the light DOM finds words and controls there, and a consent extension that knows nothing of us says no by itself.
import test from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { examples, openStage } from "./stage.js";

const autoconsent = readFileSync(join(dirname(createRequire(import.meta.url).resolve("@duckduckgo/autoconsent")), "autoconsent.playwright.js"), "utf8");
let stage;
test.before(async () => { stage = await openStage(); });
test.after(() => stage.close());

test("words, buttons, links and boxes are in the light DOM, named by what they do", async () => {
  const page = await stage.open("first-layer");
  assert.deepEqual(await page.run(() => [...document.querySelectorAll("assent-banner button")].map((button) => [button.textContent, button.dataset.assentAction])),
    [["Accept all", "accept-all"], ["Reject all", "reject-all"], ["Preferences", "preferences"]]);
  assert.match(await page.run(() => document.querySelector("assent-banner").innerText), /Your choice about cookies[\s\S]*store and read data[\s\S]*Privacy policy/);
  assert.equal(await page.run(() => document.body.firstElementChild.localName), "assent-banner");
  await page.click('[data-assent-action="preferences"]');
  assert.deepEqual(await page.run(() => [...document.querySelectorAll("assent-banner input")].map((box) => [box.type, box.dataset.assentCategory ?? box.dataset.assentService, box.labels[0].textContent])).then((all) => all.slice(0, 3)),
    [["checkbox", "analytics", "Analytics"], ["checkbox", "matomo", "Matomo"], ["checkbox", "google-analytics", "Google Analytics"]]);
  await page.close();
});

const wishes = { enabled: true, autoAction: "optOut", disabledCmps: [], enablePrehide: false, enableCosmeticRules: false, enableGeneratedRules: false, enableHeuristicDetection: true,
  heuristicMode: "reject", detectRetries: 20, isMainWorld: false, prehideTimeout: 2000, heuristicPopupSearchTimeout: 100, visualTest: false, logs: {} };
// Not the modal layout: a modal dialog's descendants have no `offsetParent` outside it, and the extension takes them for invisible.
for (const example of Object.keys(examples.states).filter((name) => examples.states[name].layer === "banner" && name !== "modal")) {
  test(`${example}: DuckDuckGo's autoconsent, without a rule for us, rejects`, async () => {
    const page = await stage.open(example, { bypassCSP: true });
    const heard = [];
    await page.raw.exposeBinding("autoconsentSendMessage", async ({ frame }, message) => {
      heard.push(message.type);
      const answer = { init: { type: "initResp", config: wishes, rules: { autoconsent: [] } }, eval: { type: "evalResp", id: message.id, result: false } }[message.type];
      if (answer) await frame.evaluate((told) => autoconsentReceiveMessage(told), answer);
    });
    await page.run(autoconsent);
    await page.wait(() => staged.acts.length, null, 8000);
    assert.deepEqual(await page.run(() => staged.acts.map(([what]) => what)), ["reject-all"]);
    await page.close();
  });
}

test("it leaves the reopen control alone", async () => {
  const page = await stage.open("reopen", { bypassCSP: true });
  await page.raw.exposeBinding("autoconsentSendMessage", async ({ frame }, message) => {
    if (message.type === "init") await frame.evaluate((config) => autoconsentReceiveMessage({ type: "initResp", config, rules: { autoconsent: [] } }), { ...wishes, detectRetries: 3 });
  });
  await page.run(autoconsent);
  await page.raw.waitForTimeout(2500);
  assert.deepEqual(await page.run(() => staged.acts), []);
  await page.close();
});
