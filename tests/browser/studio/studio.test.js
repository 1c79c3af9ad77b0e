// The studio as such: it opens from a plain file server, axe finds nothing in any panel or view, light and dark, and a change is seen at once.
import test from "node:test";
import assert from "node:assert/strict";
import { openStudio, violations } from "./stage.js";

let stage;
test.before(async () => { stage = await openStudio(); });
test.after(() => stage.close());

const panels = ["design", "words", "policy", "checks", "export"], views = ["preview", "states", "languages", "compare"];

for (const colorScheme of ["light", "dark"]) for (const size of [[1280, 800], [768, 1024]]) {
  test(`axe finds nothing, ${colorScheme}, ${size[0]} px`, async () => {
    const page = await stage.open({ size, colorScheme, reducedMotion: "reduce" });
    await page.checked();
    for (const panel of panels) {
      await page.app(({ app, arg }) => app.show({ panel: arg, view: "preview", sideOpen: false, policyMode: "both", wordGroups: ["First layer", "Preferences"] }), panel);
      await page.run(() => { for (const details of document.querySelectorAll(".panel details")) details.open = true; });
      assert.deepEqual(await violations(page), [], panel);
    }
    for (const side of ["inspect", "left", "events"]) {
      await page.app(({ app, arg }) => app.show({ sideOpen: true, side: arg }), side);
      assert.deepEqual(await violations(page), [], side);
    }
    await page.app(({ app }) => { app.addVariant("Another"); app.show({ sideOpen: false }); });
    for (const view of views.slice(1)) {
      await page.app(({ app, arg }) => app.show({ view: arg }), view);
      assert.deepEqual(await violations(page), [], view);
    }
    for (const menu of ["simulate-menu", "visitor-menu", "variant-menu"]) {
      await page.run((id) => document.getElementById(id).showPopover(), menu);
      assert.deepEqual(await violations(page), [], menu);
    }
    await page.run(() => document.getElementById("help").showModal());
    assert.deepEqual(await violations(page), [], "help");
    assert.deepEqual(page.problems(), []);
    await page.end();
  });
}

test("nothing is wider than the window from 768 px up", async () => {
  const page = await stage.open({ size: [768, 1024] });
  for (const panel of panels) {
    await page.app(({ app, arg }) => app.show({ panel: arg }), panel);
    const wide = await page.run(() => [document.documentElement.scrollWidth, ...[...document.querySelectorAll(".panel .body, .toolbar, .bar, .panel > header")].filter((element) => element.scrollWidth > element.clientWidth + 1).map((element) => `${element.className}: ${element.scrollWidth} > ${element.clientWidth}`)]);
    assert.deepEqual(wide, [768], panel);
  }
  await page.end();
});

test("tokens, words, layout and order are seen in the preview within 100 ms of the input, and the visit with them in its image follows", async () => {
  const page = await stage.open();
  await page.app(({ app }) => app.show({ panel: "words" }));
  /** Milliseconds from each input to its sight; `put(value)` is the input, `look(banner)` what is seen of it. */
  const spent = (values, put, look) => page.run(async ([wanted, ...sources]) => {
    const [act, see] = sources.map((source) => new Function(`return (${source})`)()), times = [];
    for (const value of wanted) {
      const began = performance.now();
      act(value);
      await new Promise((done) => { const wait = () => (see(document.querySelector(".frame iframe:not(.coming)").contentDocument.querySelector("assent-banner")) === value || performance.now() - began > 3000 ? done() : setTimeout(wait)); wait(); });
      times.push(performance.now() - began);
      await new Promise((done) => { setTimeout(done, 400); });
    }
    return times.sort((a, b) => a - b);
  }, [values, String(put), String(look)]);
  const held = (what, times) => assert.ok(times[times.length >> 1] <= 100, `${what}: median ${times[times.length >> 1].toFixed(0)} ms of ${times.map((ms) => ms.toFixed(0))}`);

  held("words", await spent(["One", "Two", "Three", "Four", "Five"], (value) => { const field = document.querySelector('textarea[aria-label="banner.title, English"]'); field.value = value; field.dispatchEvent(new Event("input", { bubbles: true })); }, (banner) => banner?.querySelector("span")?.textContent));
  await page.app(({ app }) => app.show({ panel: "design" }));
  // What it is, not only what it is called: a modal layer makes the page inert, one in the page stands in its flow.
  const shapeOf = (banner) => { const panel = banner?.shadowRoot.querySelector("[part~=banner]"); return panel && `${banner.dataset.layout} ${panel.matches(":modal")} ${banner.matches(":popover-open")} ${panel.getBoundingClientRect().height > 100}`; };
  const shapes = { box: "box false true true", bar: "bar false true true", inline: "inline false false true", modal: "modal true true true", sheet: "sheet false true true" };
  const choose = (value) => document.querySelector(`input[name=layout][value=${value.split(" ")[0]}]`).click();
  held("layout", await spent(["bar", "box", "sheet", "bar", "box"].map((name) => shapes[name]), choose, shapeOf));
  held("modal", await spent(["modal", "box", "modal", "inline", "modal", "bar", "modal", "inline", "box"].map((name) => shapes[name]), choose, shapeOf));
  const orderOf = (banner) => [...banner?.shadowRoot.querySelectorAll("[part~=actions] slot") ?? []].map((slot) => slot.assignedElements()[0]?.dataset.assentAction).join();
  const swap = (value) => document.querySelector(`button[aria-label="${value.startsWith("reject") ? "Reject" : "Accept"} all, first layer: one earlier"]`).click();
  held("order of the first layer", await spent(["reject-all,accept-all,preferences", "accept-all,reject-all,preferences", "reject-all,accept-all,preferences", "accept-all,reject-all,preferences"], swap, orderOf));
  await page.frame(() => assent.show("preferences"));
  const later = (value) => document.querySelector(`button[aria-label="Save, preferences: one ${value.endsWith("save") ? "later" : "earlier"}"]`).click();
  held("order of the preferences", await spent(["accept-all,save,reject-all", "accept-all,reject-all,save", "accept-all,save,reject-all", "accept-all,reject-all,save"], later, orderOf));
  await page.frame(() => document.querySelector("assent-banner [data-assent-action=close]").click());
  held("token", await spent(["3px", "17px", "0px", "22px", "9px"], (value) => { const field = document.querySelector('input[aria-label="Radius"]'); field.value = value; field.dispatchEvent(new Event("input", { bubbles: true })); }, (banner) => banner && getComputedStyle(banner.querySelector("button")).borderTopLeftRadius));

  await page.ready();
  const end = await page.frame(() => { const banner = document.querySelector("assent-banner"); return [getComputedStyle(banner.querySelector("button")).borderTopLeftRadius, banner.dataset.layout, banner.querySelector("span").textContent]; });
  assert.deepEqual(end, ["9px", "box", "Five"]);
  assert.doesNotMatch(await page.frame(() => document.getElementById("own-css").textContent), /--assent/, "the radius comes from the image");
  await page.end();
});

test("steps are taken back and done again by keys", async () => {
  const page = await stage.open();
  const radius = () => page.app(({ app }) => app.now.theme.radius ?? "");
  await page.raw.getByLabel("Radius", { exact: true }).fill("4px");
  assert.equal(await radius(), "4px");
  await page.press("Control+z");
  assert.equal(await radius(), "");
  await page.press("Control+Shift+z");
  assert.equal(await radius(), "4px");
  await page.end();
});

test("a tab list is gone through with arrow keys, and Alt with a digit opens a panel", async () => {
  const page = await stage.open();
  await page.press("Alt+3");
  await page.wait(() => document.activeElement?.id === "tab-policy");
  await page.press("ArrowDown");
  await page.wait(() => document.activeElement?.id === "tab-checks" && document.activeElement.getAttribute("aria-selected") === "true");
  await page.press("ArrowUp");
  await page.press("ArrowUp");
  await page.wait(() => document.activeElement?.id === "tab-words");
  await page.end();
});

test("the studio tells nobody anything: every request goes to where it came from", async () => {
  const page = await stage.open(), hosts = new Set();
  page.raw.on("response", (response) => hosts.add(new URL(response.url()).host));
  await page.app(({ app }) => app.stage.preview.window.assent.acceptAll());
  await page.reload();
  await page.wait(() => document.getElementById("studio")?.dataset.open !== undefined, undefined, 20000);
  await page.app(({ app }) => { app.show({ side: "left", sideOpen: true }); app.stage.preview.window?.assent?.acceptAll(); });
  await page.raw.waitForTimeout(1500);
  hosts.delete("");
  assert.deepEqual([...hosts].filter((host) => host !== new URL(stage.server.url).host), []);
  await page.end();
});
