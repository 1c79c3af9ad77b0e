// The cookie page: tables that assistive technology can read, sorting, narrowing with a live count, cards in a narrow column, paper,
// the visitor's choice, and no violation in two schemes and three sizes.
import test from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { openStage } from "./stage.js";
import { classic } from "../../../web/build/bundle.js";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const data = JSON.parse(readFileSync(new URL("../../fixtures/views/declaration.json", import.meta.url)));
const items = data.categories.flatMap((category) => category.items.map((item) => ({ ...item, category: category.title })));
let stage;
test.before(async () => { stage = await openStage("chromium", { "/demo/dist/assent-declaration.js": await classic("web/declaration/element.js", { $declaration: "null" }) }); });
test.after(() => stage.close());
const open = (wishes = {}, query = "") => stage.open("", { at: `declaration.html?${query}&`, ...wishes });
const shown = (page) => page.run(() => [...document.querySelectorAll("assent-declaration tbody tr")].filter((row) => row.checkVisibility()).map((row) => row.querySelector("code").textContent));

for (const colorScheme of ["light", "dark"]) {
  test(`${colorScheme}: no violation at three sizes, with and without a choice, under a strict policy`, async () => {
    for (const query of ["", "chosen"]) {
      const strict = await open({ colorScheme }, query);
      assert.deepEqual(strict.problems(), []);
      await strict.close();
      const page = await open({ colorScheme, bypassCSP: true }, query);
      await page.run(axe);
      for (const size of [[1280, 800], [768, 1024], [320, 568]]) {
        await page.resize(size);
        const { violations, sideways } = await page.run(async () => ({ sideways: document.scrollingElement.scrollWidth > innerWidth,
          violations: (await axe.run(document.querySelector("assent-declaration"), { runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"] })).violations.map(({ id, nodes }) => `${id}: ${nodes[0].html} ${nodes[0].failureSummary}`) }));
        assert.deepEqual(violations, [], size.join("×"));
        assert.equal(sideways, false);
      }
      await page.close();
    }
  });
}

test("every entry is in the table of its category, which has a caption and header cells, as cards too", async () => {
  const page = await open();
  for (const size of [[1280, 800], [320, 568]]) {
    await page.resize(size);
    assert.deepEqual((await shown(page)).sort(), items.map(({ name }) => name).sort());
    const tree = await page.raw.locator("assent-declaration").ariaSnapshot();
    for (const { title, items: own } of data.categories.filter((category) => category.items.length)) {
      assert.ok(tree.includes(`- table "${title}":`), title);
      assert.ok(tree.includes(`- rowheader "${own[0].name}`), own[0].name);
    }
    assert.equal(tree.split("columnheader").length - 1, 5 * data.categories.filter((category) => category.items.length).length);
  }
  await page.close();
});

test("a press on a column's head sorts it, the next one turns it round, and both are said", async () => {
  const page = await open();
  const table = page.raw.locator("table", { hasText: "__utma" });
  const names = () => table.locator("tbody code").allTextContents();
  const head = table.getByRole("columnheader").nth(3);
  assert.equal(await head.getAttribute("aria-sort"), "none");
  await head.getByRole("button").press("Enter");
  assert.equal(await head.getAttribute("aria-sort"), "ascending");
  const up = await names();
  assert.equal(up[0], "__utmc", "until the browser closes is the shortest");
  await head.getByRole("button").press("Enter");
  assert.equal(await head.getAttribute("aria-sort"), "descending");
  assert.equal((await names()).at(-1), "__utmc");
  await page.close();
});

test("a word, a category and a provider narrow it, with a count that is said politely", async () => {
  const page = await open();
  const count = () => page.run(() => document.querySelector("assent-declaration [role=status]").textContent);
  assert.match(await count(), new RegExp(`^${items.length} entries out of ${items.length}$`));
  await page.raw.getByRole("searchbox").fill("utm");
  assert.ok((await shown(page)).every((name) => /utm/.test(name)) && (await shown(page)).length > 1);
  await page.raw.getByRole("searchbox").fill("");
  await page.raw.locator("select[name=category]").selectOption("marketing");
  assert.deepEqual((await shown(page)).sort(), items.filter(({ category }) => category === "Marketing").map(({ name }) => name).sort());
  await page.raw.locator("select[name=category]").selectOption("");
  const provider = items.at(-1).provider;
  await page.raw.locator("select[name=provider]").selectOption(provider);
  assert.equal((await shown(page)).length, items.filter((item) => item.provider === provider).length);
  await page.raw.getByRole("searchbox").fill("no such thing");
  assert.match(await count(), /^0 entries/);
  await page.close();
});

test("the visitor's choice: none yet; made, with its record; withdrawn", async () => {
  const before = await open();
  assert.match(await before.run(() => document.querySelector(".assent-choice").textContent), /not chosen yet/);
  await before.close();
  const page = await open({}, "chosen");
  assert.match(await page.run(() => document.querySelector(".assent-choice").innerText), /November 24, 2026.*90e0d428d09801aa[\s\S]*Analytics\s*Allowed[\s\S]*Marketing\s*Not allowed/);
  await page.click('assent-declaration [data-assent-action="preferences"]');
  await page.click('assent-declaration [data-assent-action="withdraw"]');
  assert.deepEqual(await page.run(() => staged.acts), [["show", "preferences"], ["withdraw"]]);
  assert.match(await page.run(() => document.querySelector(".assent-choice").innerText), /not chosen yet/);
  await page.close();
});

test("before a choice it says that all is off only where that is so", async () => {
  for (const [query, said] of [["", true], ["mode=opt-out", false]]) {
    const page = await open({}, query);
    assert.equal(await page.run(() => /Everything that needs consent is off/.test(document.querySelector(".assent-choice").textContent)), said, query);
    await page.close();
  }
});

test("what is on the device now is marked", async () => {
  const page = await open();
  assert.equal(await page.run(() => [...document.querySelectorAll("assent-declaration th .assent-mark")].filter((mark) => mark.checkVisibility()).length), 0);
  await page.run(() => { document.cookie = "__utmz=1; path=/"; document.dispatchEvent(new CustomEvent("assent:change")); });
  assert.deepEqual(await page.run(() => [...document.querySelectorAll("assent-declaration th .assent-mark")].filter((mark) => mark.checkVisibility()).map((mark) => mark.closest("th").querySelector("code").textContent)), ["__utmz", "_utm*"].filter((name) => name === "__utmz"));
  await page.close();
});

test("targets are at least 44 pixels; on paper the controls are gone and the tables stay", async () => {
  const page = await open({}, "chosen");
  const small = await page.run(() => [...document.querySelectorAll("assent-declaration :is(button, select, input)")].map((element) => [element.textContent.slice(0, 20), element.getBoundingClientRect()]).filter(([, box]) => box.width < 44 || box.height < 44).map(([text]) => text));
  assert.deepEqual(small, []);
  await page.raw.emulateMedia({ media: "print" });
  assert.deepEqual(await page.run(() => [".assent-bar", ".assent-downloads", ".assent-choice button", "table"].map((selector) => document.querySelector(`assent-declaration ${selector}`).checkVisibility())), [false, false, false, true]);
  await page.close();
});

test("the lists can be taken away: CSV with a head and every entry, JSON as it came", async () => {
  const page = await open();
  for (const [kind, check] of [["CSV", (text) => { const lines = text.trim().split("\r\n"); assert.equal(lines.length, items.length + 1); assert.match(lines[0], /^Category,Name,Provider,Purpose,How long,Type$/); }],
    ["JSON", (text) => assert.deepEqual(JSON.parse(text), data)]]) {
    const [download] = await Promise.all([page.raw.waitForEvent("download"), page.raw.getByRole("button", { name: kind }).click()]);
    check(readFileSync(await download.path(), "utf8"));
  }
  await page.close();
});
