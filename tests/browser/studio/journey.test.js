// A designer's journey, once by mouse and once by keyboard alone: a seed colour, a layout, a wording in three languages, a red item mended, and
// files taken home that hold and release trackers on a plain page. The third party's own log decides.
import test from "node:test";
import assert from "node:assert/strict";
import { downloaded, openStudio, upload } from "./stage.js";
import { pageWith, script, startSite, startThirdParty, testPolicy } from "../harness/index.js";

const titles = { en: "May we count visits?", de: "Dürfen wir Besuche zählen?", fr: "Pouvons-nous compter les visites ?" };
const names = { en: "English", de: "Deutsch", fr: "français" };

/** A site's policy in three languages; its services are the demo's stand-ins, which are third parties on any page. */
const policy = (() => {
  const its = testPolicy((one) => {
    one.languages = { default: "en", include: ["en", "de"] };
    one.services = one.services.map((service, i) => ({ ...service, urls: [["pay.localhost"], ["ga.localhost"], ["doubleclick.localhost"], ["social.localhost"]][i] }));
  });
  const inAll = (text) => Object.fromEntries(Object.keys(titles).map((tag) => [tag, `${text}${tag === "en" ? "" : ` (${tag})`}`]));
  for (const purpose of its.purposes) for (const key of ["title", "description"]) purpose[key] = inAll(purpose[key]);
  for (const { cookies = [], storage = [] } of its.services) for (const item of [...cookies, ...storage]) item.purpose = inAll(item.purpose);
  return `${JSON.stringify(its, null, 2)}\n`;
})();

let stage, site, third;
test.before(async () => { [stage, site, third] = [await openStudio(), await startSite(), await startThirdParty()]; });
test.after(async () => { await stage.close(); await site.close(); await third.close(); });


const accent = (page) => page.frame(() => getComputedStyle(document.querySelector('assent-banner [data-assent-action="accept-all"]')).backgroundColor);
const state = (page) => page.app(({ app }) => ({ theme: app.now.theme, layout: app.now.banner.layout, tags: app.now.tags, texts: app.now.value.texts, errors: app.checks.findings.filter(({ severity }) => severity === "error").map(({ code }) => code) }));

/** The files, on a page of the harness that knows nothing of the studio. */
async function onAPlainPage(consent, line) {
  const at = (host, path) => third.url(`${host}.localhost`, path);
  const body = `<h1>A plain page</h1><script src="${at("ga", "/ga.js")}"></script><img src="${at("doubleclick", "/pixel.gif")}" alt=""><iframe src="${at("social", "/post.html")}" title="A post" width="300" height="200"></iframe><script>window.own = true</script>`;
  site.set("/consent.js", script(consent));
  const visit = async (language, story) => {
    site.set("/", pageWith(body, { line }).replace('lang="en"', `lang="${language}"`));
    third.reset();
    const visitor = await stage.browser.visitor(), page = await visitor.page();
    await page.open(site.url("/"));
    await page.wait(() => document.querySelector("assent-banner button"));
    assert.equal(await page.run(() => window.own), true, "the page's own script runs");
    await third.quiet(400);
    assert.deepEqual(third.log().map(({ host }) => host), [], "nothing before the choice");
    await story(page);
    await visitor.close();
  };
  for (const language of Object.keys(titles)) await visit(language, async (page) => { assert.equal(await page.run(() => document.querySelector("assent-banner span").textContent), titles[language]); });
  await visit("en", async (page) => {
    await page.click('assent-banner [data-assent-action="reject-all"]');
    await third.quiet(500);
    assert.deepEqual(third.log().map(({ host }) => host), [], "nothing after a refusal");
  });
  await visit("en", async (page) => {
    assert.equal(await page.run(() => document.querySelector("assent-banner").dataset.layout), "bar");
    await page.click('assent-banner [data-assent-action="accept-all"]');
    await third.until(3);
    await third.quiet(300);
    assert.deepEqual([...new Set(third.log().map(({ host }) => host))].sort(), ["doubleclick.localhost", "ga.localhost", "social.localhost"], "all of it after consent");
  });
}

/** The studio with the site's policy open. */
async function begin() {
  const page = await stage.open();
  await page.raw.click("#tab-export");
  await upload(page, () => page.raw.getByRole("button", { name: "Open a policy" }).click(), "policy.json", policy);
  await page.wait(async (text) => (await globalThis.studio).variant.policy === text, policy);
  await page.raw.click("#tab-design");
  await page.ready();
  return page;
}

test("by mouse", async () => {
  const page = await begin(), { raw } = page;
  const before = await accent(page);
  await raw.getByRole("button", { name: "Seed #a3246b" }).click();
  await page.ready();
  assert.notEqual(await accent(page), before);
  assert.equal((await state(page)).theme.accent, "#a3246b");

  await raw.getByText("Bar", { exact: true }).click();
  await page.ready();
  assert.equal(await page.frame(() => document.querySelector("assent-banner").dataset.layout), "bar");

  await raw.click("#tab-policy");
  await raw.locator("summary", { hasText: "Languages" }).click();
  await raw.getByLabel("Add a language").selectOption("fr");
  await raw.click("#tab-words");
  for (const [tag, title] of Object.entries(titles)) await raw.getByLabel(`banner.title, ${names[tag]}`, { exact: true }).fill(title);
  await page.ready();
  assert.deepEqual(Object.fromEntries(Object.entries((await state(page)).texts).map(([tag, texts]) => [tag, texts["banner.title"]])), titles);
  assert.equal(await page.frame(() => document.querySelector("assent-banner span").textContent), titles.en);

  // A colour that nobody can read words on: the checks go red, the export closes.
  await raw.click("#tab-design");
  await raw.getByLabel("On accent, light", { exact: true }).fill("#b0557f");
  await page.checked();
  assert.ok((await state(page)).errors.includes("D006"));
  await raw.click("#tab-export");
  assert.equal(await raw.locator("#take-consent").count(), 0);
  await raw.getByRole("button", { name: "To the checks" }).click();
  await raw.locator("[data-code=D006]").getByRole("button", { name: "Mend the colours" }).click();
  await page.checked();
  assert.deepEqual((await state(page)).errors, []);

  await raw.click("#tab-export");
  const { name, body } = await downloaded(page, () => raw.click("#take-consent"));
  assert.equal(name, "consent.js");
  await onAPlainPage(body.toString("utf8"), await raw.inputValue("#snippet"));
  assert.deepEqual(page.problems(), []);
  await page.end();
});

test("by keyboard alone", async () => {
  const page = await begin(), { raw } = page;
  /** Tab until what has the focus is called `name`. */
  const tabTo = async (name, most = 200) => {
    for (let i = 0; i < most; i++) {
      await page.press("Tab");
      const found = await page.run((wanted) => { const at = document.activeElement; return [at.getAttribute("aria-label"), (at.labels?.[0]?.querySelector("span") ?? at.labels?.[0])?.textContent, at.textContent, at.title].some((text) => text?.trim() === wanted); }, name);
      if (found) return;
    }
    assert.fail(`Tab does not lead to “${name}”`);
  };
  const type = async (text) => { await page.press("Control+a"); await raw.keyboard.type(text); };
  const panel = async (digit, id) => { await page.press(`Alt+${digit}`); await page.wait((wanted) => document.activeElement?.id === wanted, `tab-${id}`); };

  await panel(1, "design");
  await tabTo("Seed colour");
  await type("#a3246b");
  await tabTo("Box");
  await page.press("ArrowRight");
  await page.ready();
  assert.equal((await state(page)).theme.accent, "#a3246b");
  assert.equal(await page.frame(() => document.querySelector("assent-banner").dataset.layout), "bar");

  await panel(3, "policy");
  await tabTo("Languages");
  await page.press("Enter");
  await tabTo("Add a language");
  await raw.keyboard.type("fran");
  await page.wait(async () => (await globalThis.studio).now.tags.includes("fr"));
  await panel(2, "words");
  for (const [tag, title] of Object.entries(titles)) { await tabTo(`banner.title, ${names[tag]}`); await type(title); }
  await page.ready();
  assert.deepEqual(Object.fromEntries(Object.entries((await state(page)).texts).map(([tag, texts]) => [tag, texts["banner.title"]])), titles);

  await panel(1, "design");
  await tabTo("On accent, light");
  await type("#b0557f");
  await page.checked();
  assert.ok((await state(page)).errors.includes("D006"));
  await panel(4, "checks");
  await tabTo("Mend the colours");
  await page.press("Enter");
  await page.checked();
  assert.deepEqual((await state(page)).errors, []);

  await panel(5, "export");
  await tabTo("consent.js");
  const { body } = await downloaded(page, () => page.press("Enter"));
  await onAPlainPage(body.toString("utf8"), await raw.inputValue("#snippet"));
  assert.deepEqual(page.problems(), []);
  await page.end();
});
