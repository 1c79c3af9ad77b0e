// Every journey with the keyboard alone: to say yes, to say no, to choose, to leave, to come back, to withdraw. And where the focus is on the way.
import test from "node:test";
import assert from "node:assert/strict";
import { focus, openStage } from "./stage.js";

let stage;
test.before(async () => { stage = await openStage(); });
test.after(() => stage.close());
const press = async (page, ...keys) => { for (const key of keys) await page.press(key); };
const acts = (page) => page.run(() => staged.acts.map(([what]) => what));
const layer = (page) => page.run(() => document.querySelector("assent-banner").dataset.layer ?? "");
/** Presses Tab until `wanted` has the focus. */
async function tabTo(page, wanted, most = 40) {
  for (let i = 0; i < most; i++) {
    await page.press("Tab");
    if (await focus(page) === wanted) return;
  }
  assert.fail(`no ${wanted} within ${most} tabs`);
}

test("the first layer comes first: accept, reject, preferences, links, then the page", async () => {
  const page = await stage.open("first-layer");
  const seen = [];
  for (let i = 0; i < 6; i++) { await page.press("Tab"); seen.push(await focus(page)); }
  assert.deepEqual(seen, ["accept-all", "reject-all", "preferences", "a:Privacy policy", "a:Cookie page", "a:Skip to the text"]);
  assert.deepEqual(page.problems(), []);
  await page.close();
});

test("it takes no focus when it comes, and Escape infers nothing", async () => {
  const page = await stage.open("first-layer");
  assert.equal(await focus(page), "body");
  await press(page, "Escape", "Tab", "Escape", "Escape");
  assert.equal(await layer(page), "banner");
  assert.deepEqual(await acts(page), []);
  await page.close();
});

for (const [key, name] of [["Enter", "accept-all"], ["Space", "reject-all"]]) {
  test(`${name} by ${key}: the focus goes back to where it was, and a polite status says so`, async () => {
    const page = await stage.open("first-layer");
    await page.run(() => document.querySelector("footer a").focus());
    const started = await focus(page);
    await page.run((wanted) => document.querySelector(`[data-assent-action="${wanted}"]`).focus(), name);
    await page.press(key);
    assert.deepEqual(await acts(page), [name]);
    assert.equal(await focus(page), started);
    await page.wait(() => document.querySelector("assent-banner").shadowRoot.querySelector("[role=status]").textContent === "Your choice is saved.");
    await page.close();
  });
}

test("a choice made before the page had any focus leaves the focus on the way back, not nowhere", async () => {
  const page = await stage.open("first-layer");
  await press(page, "Tab", "Tab", "Enter");
  assert.deepEqual(await acts(page), ["reject-all"]);
  assert.equal(await focus(page), "preferences");
  await page.press("Tab");
  assert.equal(await focus(page), "a:Skip to the text");
  await page.close();
});

test("each layer: the buttons come in the policy's order, and save stays the filled one", async () => {
  const page = await stage.open("reject-first");
  const order = () => page.run(() => [...document.querySelector("assent-banner").shadowRoot.querySelectorAll("[part~=actions] slot")].map((slot) => [slot.assignedElements()[0].dataset.assentAction, slot.parentElement.part.contains("primary")]));
  assert.deepEqual(await order(), [["reject-all", true], ["accept-all", true], ["preferences", false]]);
  await press(page, "Tab", "Tab", "Tab", "Enter");
  assert.equal(await layer(page), "preferences");
  assert.deepEqual(await order(), [["save", true], ["reject-all", false], ["accept-all", false]]);
  await page.close();
});

test("preferences: the focus goes in, stays in, and Escape leaves without storing anything", async () => {
  const page = await stage.open("first-layer");
  await press(page, "Tab", "Tab", "Tab", "Enter");
  assert.equal(await layer(page), "preferences");
  assert.equal(await focus(page), "close");
  const round = new Set();
  for (let i = 0; i < 30; i++) {
    await page.press("Tab");
    round.add(await focus(page));
    assert.ok(!/^a:(Skip|Field|Walks)/.test(await focus(page)), "the page is out of reach");
  }
  for (const wanted of ["close", "assent-category-analytics", "assent-category-marketing", "accept-all", "reject-all", "save"]) assert.ok(round.has(wanted), wanted);
  await page.press("Escape");
  assert.equal(await layer(page), "banner");
  assert.equal(await focus(page), "preferences");
  assert.deepEqual(await acts(page), ["show", "close"]);
  await page.close();
});

test("a choice by keyboard: one category on, one service of it off, saved as shown", async () => {
  const page = await stage.open("preferences");
  await tabTo(page, "assent-category-analytics");
  await page.press("Space");
  await page.press("Tab");
  await page.press("Enter"); // opens the services
  await tabTo(page, "assent-service-google-analytics");
  await page.press("Space");
  await tabTo(page, "save");
  await page.press("Enter");
  assert.deepEqual(await page.run(() => staged.acts), [["save", {
    categories: { analytics: false, marketing: false, social: false },
    services: { matomo: true, "google-analytics": false, "google-ads": false, youtube: false, openstreetmap: false } }]]);
  await page.close();
});

test("to withdraw takes two activations, and the focus comes back to the control it began at", async () => {
  const page = await stage.open("reopen", { example: "reopen" });
  await page.run(() => { staged.views.preferences.categories[1].granted = true; });
  await press(page, "Tab");
  assert.equal(await focus(page), "preferences");
  await press(page, "Enter"); // the first
  await tabTo(page, "withdraw");
  await press(page, "Enter"); // the second
  assert.deepEqual(await acts(page), ["show", "withdraw"]);
  assert.equal(await focus(page), "preferences");
  await page.wait(() => /withdrawn/.test(document.querySelector("assent-banner").shadowRoot.querySelector("[role=status]").textContent));
  await page.close();
});

test("the page's own control opens the preferences and gets the focus back", async () => {
  const page = await stage.open("reopen");
  await page.run(() => document.querySelector("[data-assent-open]").focus());
  await press(page, "Enter");
  assert.equal(await layer(page), "preferences");
  assert.equal(await page.run(() => location.hash), "");
  await press(page, "Escape");
  assert.equal(await focus(page), "a:Cookie choices");
  await page.close();
});

test("modal: the page is inert, the focus is in, Escape infers nothing however often", async () => {
  const page = await stage.open("modal");
  assert.equal(await focus(page), "assent-banner:Your choice about cookies".slice(0, 0) || await focus(page));
  await press(page, "Escape", "Escape", "Escape");
  assert.equal(await layer(page), "banner");
  assert.ok(await page.run(() => document.querySelector("assent-banner").shadowRoot.querySelector("dialog").matches(":modal")));
  const seen = [];
  for (let i = 0; i < 12; i++) { await page.press("Tab"); seen.push(await focus(page)); }
  assert.ok(seen.slice(0, 3).join() === "accept-all,reject-all,preferences");
  assert.ok(!seen.some((name) => name.startsWith("a:Skip")));
  await page.close();
});

test("a change of language while the visitor is in the middle keeps layer, focus and what was ticked", async () => {
  const page = await stage.open("preferences");
  await tabTo(page, "assent-category-marketing");
  await page.press("Space");
  await page.run(() => { staged.views.preferences.title = "Einstellungen"; staged.ui.refresh(); });
  assert.equal(await focus(page), "assent-category-marketing");
  assert.deepEqual(await page.run(() => [...document.querySelectorAll("assent-banner input:checked")].map(({ id }) => id)), ["assent-category-marketing", "assent-service-google-ads"]);
  assert.match(await page.run(() => document.querySelector("assent-banner").innerText), /^Einstellungen/);
  await page.close();
});

test("a page that throws everything out of its body gets the banner back; one that keeps doing it is left alone", async () => {
  const page = await stage.open("first-layer");
  await page.run(() => document.body.replaceChildren());
  await page.wait(() => document.querySelector("assent-banner")?.matches(":popover-open"));
  await press(page, "Tab", "Tab", "Enter");
  assert.deepEqual(await acts(page), ["reject-all"]);
  for (let i = 0; i < 12; i++) await page.run(() => { document.body.replaceChildren(); return new Promise((done) => setTimeout(done, 20)); });
  assert.equal(await page.run(() => document.querySelector("assent-banner")), null);
  assert.deepEqual(page.problems(), []);
  await page.close();
});

for (const [example, size] of [["first-layer", [1280, 800]], ["first-layer", [320, 568]], ["bar", [1280, 800]], ["bar-top", [1280, 400]], ["sheet", [768, 500]], ["reopen", [320, 568]]]) {
  test(`${example} at ${size.join("×")}: nothing that the page focuses lies under it (2.4.11)`, async () => {
    const page = await stage.open(example, { size });
    // A chat button that no scrolling can move, right where banners stand.
    await page.run(() => {
      const chat = document.createElement("button");
      chat.textContent = "Chat"; chat.id = "chat";
      const sheet = new CSSStyleSheet();
      sheet.replaceSync("#chat{position:fixed;bottom:20px;left:20px;width:80px}");
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
      document.body.append(chat);
    });
    await page.run(() => document.querySelector(".skip").focus());
    const stops = await page.run(() => [...document.querySelectorAll("body > :not(assent-banner) a, body > :not(assent-banner) button, body > :not(assent-banner) input, #chat")].length);
    for (const key of ["Tab", "Shift+Tab"]) {
      for (let i = 0; i < stops; i++) {
        await page.press(key);
        await page.run(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
        const covered = await page.run(() => {
          const at = document.activeElement;
          if (at === document.body || at.closest("assent-banner")) return null;
          const a = at.getBoundingClientRect(), b = document.querySelector("assent-banner").getBoundingClientRect();
          return a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top || a.bottom <= 0 || a.top >= innerHeight ? at.textContent + " " + JSON.stringify([a, b]) : null;
        });
        assert.equal(covered, null);
      }
    }
    await page.close();
  });
}
