// axe-core finds nothing in any named example, light and dark, on a phone, a tablet and a desk, and the tree that assistive technology sees is the one we mean.
import test from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { examples, openStage } from "./stage.js";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
let stage;
test.before(async () => { stage = await openStage(); });
test.after(() => stage.close());

for (const example of Object.keys(examples.states)) {
  test(`${example}: no violation in two schemes and three sizes`, async () => {
    const page = await stage.open(example, { reducedMotion: "reduce", bypassCSP: true });
    await page.run(axe);
    for (const colorScheme of ["light", "dark"]) {
      await page.raw.emulateMedia({ colorScheme });
      for (const [width, height] of [[1280, 800], [768, 1024], [320, 568]]) {
        await page.raw.setViewportSize({ width, height });
        const found = await page.run(async () => {
          const include = [["assent-banner"], ...(document.querySelector("assent-placeholder") ? [["assent-placeholder"]] : [])];
          const { violations } = await axe.run({ include }, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"], resultTypes: ["violations"] });
          return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target, failureSummary }) => `${target} ${failureSummary}`).join("; ")}`);
        });
        assert.deepEqual(found, [], `${colorScheme} ${width}`);
      }
    }
    await page.close();
  });
}

const trees = {
  "first-layer": `
- region "Cookie choices":
  - heading "Your choice about cookies" [level=2]
  - paragraph
  - button "Accept all"
  - button "Reject all"
  - button "Preferences"
  - link "Privacy policy"
  - link "Cookie page"
- status: Your choice about cookies`,
  changed: `
- region "Cookie choices":
  - heading "Your choice about cookies" [level=2]
  - paragraph: What we ask for has changed since your last choice, so we ask again.
  - paragraph
  - button "Accept all"
  - button "Reject all"
  - button "Preferences"
  - link "Privacy policy"
  - link "Cookie page"
- status: Your choice about cookies`,
  modal: `
- dialog "Cookie choices":
  - heading "Your choice about cookies" [level=2]
  - paragraph
  - button "Accept all"
  - button "Reject all"
  - button "Preferences"
  - link "Privacy policy"
  - link "Cookie page"
- status`,
  "preferences-open": `
- dialog "Cookie preferences":
  - heading "Cookie preferences" [level=2]
  - button "Close without changes": ×
  - paragraph
  - heading "Necessary" [level=3]
  - text: Always on
  - paragraph
  - group:
    - text: 1 service
    - list:
      - listitem:
        - heading "Field notes" [level=4]
        - text: Always on
        - paragraph: "Field Notes Ltd: Keeps you signed in, and keeps this choice."
        - link "Privacy notice of Field Notes Ltd"
  - heading "Analytics" [level=3]
  - checkbox "Analytics" [checked=mixed]
  - paragraph: Measures how the site is used, so that it can be improved.
  - group:
    - text: 2 services
    - list:
      - listitem:
        - heading "Matomo" [level=4]
        - checkbox "Matomo" [checked]
        - paragraph: "InnoCraft Ltd: Counts visits on our own server."
        - link "Privacy notice of InnoCraft Ltd"
      - listitem:
        - heading "Google Analytics" [level=4]
        - checkbox "Google Analytics"
        - paragraph: "Google Ireland Limited: Measures which pages are read and where readers come from."
        - link "Privacy notice of Google Ireland Limited"
        - link "Google Analytics Opt-out"
  - heading "Marketing" [level=3]
  - checkbox "Marketing"
  - paragraph: Shows and measures advertising, here and on other sites.
  - group:
    - text: 1 service
    - list:
      - listitem:
        - heading "Google Ads" [level=4]
        - checkbox "Google Ads"
        - paragraph: "Google Ireland Limited: Measures whether an advertisement led to an order."
        - link "Privacy notice of Google Ireland Limited"
  - heading "Embedded and social content" [level=3]
  - checkbox "Embedded and social content"
  - paragraph
  - group:
    - text: 2 services
    - list:
      - listitem:
        - heading "YouTube" [level=4]
        - checkbox "YouTube"
        - paragraph: "Google Ireland Limited: Plays videos in our pages."
        - link "Privacy notice of Google Ireland Limited"
      - listitem:
        - heading "OpenStreetMap" [level=4]
        - checkbox "OpenStreetMap"
        - paragraph: "OpenStreetMap Foundation: Draws the maps of our walks."
        - link "Privacy notice of OpenStreetMap Foundation"
  - button "Accept all"
  - button "Reject all"
  - button "Save choice"
- status`,
  reopen: `
- button "Cookie settings"
- status`,
  saved: `
- button "Cookie settings"
- status: Your choice is saved.`,
  embed: `
- region "Content not loaded: Crossing the moor at first light":
  - paragraph: Crossing the moor at first light
  - status
  - button "Load once"
  - button "Always allow YouTube"
  - link "Open on youtube.test"
  - link "Privacy notice of Google Ireland Limited"`,
  "embed-failed": `
- region "Content not loaded: Crossing the moor at first light":
  - paragraph: Crossing the moor at first light
  - status: Crossing the moor at first light could not be loaded.
  - button "Try again"
  - link "Open on youtube.test"`,
};
/** Without addresses, YAML's quotes round a line, and the text where the wanted line leaves it open. */
const plain = (tree) => tree.trim().split("\n").filter((line) => !line.includes("- /url")).map((line) =>
  line.replace(/- '(.*)'(:?)$/, "- $1$2").replace(/^(\s*- (?:link|button) "[^"]*"):$/, "$1"));
for (const [example, tree] of Object.entries(trees)) {
  test(`${example}: the accessibility tree is the one we mean`, async () => {
    const page = await stage.open(example);
    await page.raw.waitForTimeout(200);
    const seen = plain(await page.raw.locator(example.startsWith("embed") ? "assent-placeholder" : "assent-banner").ariaSnapshot());
    const wanted = plain(tree);
    const open = (line) => /- (paragraph|status)$/.test(line);
    assert.deepEqual(seen.map((line, at) => (open(wanted[at] ?? "") ? line.replace(/: .*/, "") : line)), wanted);
    await page.close();
  });
}
