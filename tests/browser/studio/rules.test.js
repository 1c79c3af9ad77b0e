// The D rules on facts: each has a banner that it passes and one that it doesn't.
import test from "node:test";
import assert from "node:assert/strict";
import { judge, regimesOf, rules } from "../../../demo/studio/checks/rules.js";
import { mendedColours } from "../../../demo/studio/checks/mend.js";
import { readability } from "../../../demo/studio/checks/readability.js";
import { contrast } from "../../../demo/studio/colour/contrast.js";
import { fromHex } from "../../../demo/studio/colour/oklch.js";
import { valueOf } from "../../../demo/studio/tokens/tokens.js";

const control = (action, more = {}) => ({ action, name: action, part: `button primary ${action}`, tag: "button", text: action, size: 15, weight: 600, ratio: 6, front: [1, 1, 1, 1], ground: [0, 0.3, 0.3, 1], picture: false, box: { left: 0, top: 0, width: 160, height: 44 }, inView: true, fill: [0, 0.3, 0.3, 1], hasFill: true, edgeRatio: 6, border: "1px solid", radius: "10px", display: "inline-flex", ...more });
const screen = (layer, more = {}) => ({ width: 1280, height: 720, layer, layout: "box", isolated: "open", position: "fixed", pageWide: false, status: "", clipped: [], links: [], boxes: [], words: [{ text: "Title", part: "title", size: 18, weight: 650, ratio: 15, front: [0, 0, 0, 1], ground: [1, 1, 1, 1], picture: false }],
  panel: { tag: "section", role: layer === "banner" ? "region" : "dialog", name: "Cookie choices", modal: layer !== "banner", headings: 1, box: { left: 16, top: 300, width: 416, height: 300 }, covers: 0.13, wide: false },
  controls: ["accept-all", "reject-all", "preferences"].map((action) => control(action)), ...more });
const box = (more = {}) => ({ id: "analytics", kind: "category", checked: false, disabled: false, box: { width: 62, height: 44 }, ratio: 7, said: "Off", ...more });
const good = () => ({
  first: Object.fromEntries(["1280x720", "640x360", "360x640", "390x844", "320x568", "320x256"].map((name) => [name, screen("banner")])), dark: screen("banner"),
  preferences: { "1280x720": screen("preferences", { boxes: [box()] }), "320x568": screen("preferences", { boxes: [box()] }) }, preferencesDark: screen("preferences", { boxes: [box()] }),
  clicks: { accept: 1, reject: 1, withdraw: 2 }, reopen: true, asked: true, mode: "opt-in", leaked: [], hidden: [], saved: { status: "Saved." }, refused: { status: "Saved." },
});

/** For each rule: what makes it fail. */
const spoil = {
  D001: (facts) => { for (const one of Object.values(facts.first)) one.controls = one.controls.filter(({ action }) => action !== "reject-all"); },
  D002: (facts) => { Object.assign(facts.first["1280x720"].controls[1], { hasFill: false, border: "0px none" }); },
  D003: (facts) => { facts.clicks.reject = 2; },
  D004: (facts) => { facts.reopen = false; },
  D005: (facts) => { facts.first["1280x720"].controls[1].box.width = 110; },
  D006: (facts) => { facts.dark.controls[1].ratio = 4.2; },
  D007: (facts) => { facts.first["1280x720"].controls[1].ratio = 4.6; facts.first["1280x720"].controls[0].ratio = 9; },
  D008: (facts) => { facts.preferences["1280x720"].boxes[0].checked = true; },
  D009: (facts) => { facts.first["640x360"].controls[1].inView = false; },
  D010: (facts) => { facts.first["1280x720"].controls[2].box.height = 20; },
  D011: (facts) => { facts.first["1280x720"].panel.name = ""; },
  D012: (facts) => { facts.hidden = ["Cookie settings"]; },
  D013: (facts) => { facts.first["320x568"].clipped = ["Alle akzeptieren"]; },
  D014: (facts) => { facts.preferencesDark.boxes[0].ratio = 2.2; },
  D015: (facts) => { facts.saved.status = ""; },
  D017: (facts) => { facts.first["1280x720"].isolated = "closed"; },
  D018: (facts) => { for (const one of Object.values(facts.first)) one.layer = ""; },
  D019: (facts) => { facts.preferencesDark.words[0].ratio = 3.4; facts.preferencesDark.words[0].size = 15; },
  D020: (facts) => { facts.first["1280x720"].controls[2].edgeRatio = 1.4; },
  D021: (facts) => { facts.first["390x844"].panel.covers = 0.62; },
  D022: (facts) => { facts.leaked = ["https://stats.example/hit"]; },
};

test("a good banner passes every rule", () => assert.deepEqual(judge(good()), []));

for (const { id, severity } of rules) {
  test(`${id} fails where it should, and only there`, () => {
    const facts = good();
    spoil[id](facts);
    const found = judge(facts);
    const its = found.find(({ code }) => code === id);
    assert.ok(its, `${id} says nothing`);
    assert.equal(its.severity, severity);
    assert.ok(its.message && its.fix && its.source);
    const company = { D002: ["D005"], D009: [], D018: ["D001"] }[id] ?? [];
    assert.deepEqual(found.map(({ code }) => code).filter((code) => code !== id && !company.includes(code)), []);
  });
}

test("targets under 44 px are a warning, under 24 an error; large text needs 3:1", () => {
  const facts = good();
  facts.first["1280x720"].controls[2].box.height = 36;
  assert.deepEqual(judge(facts).map(({ code, severity }) => [code, severity]), [["D010", "warning"]]);
  const large = good();
  large.first["1280x720"].words[0] = { ...large.first["1280x720"].words[0], size: 24, ratio: 3.2 };
  assert.deepEqual(judge(large), []);
});

test("a rule is passed over with a reason only, and stays in the list", () => {
  const facts = good();
  spoil.D012(facts);
  assert.equal(judge(facts, { silence: [{ rule: "D012" }] })[0].severity, "error");
  const [silent] = judge(facts, { silence: [{ rule: "D012", reason: "The page has a footer of its own." }] });
  assert.equal(silent.severity, "info");
  assert.match(silent.message, /Silenced: The page has a footer/);
});

test("regimes switch rules on and off", () => {
  const facts = good();
  spoil.D001(facts);
  const codes = (policy) => judge(facts, { regimes: regimesOf(policy) }).map(({ code }) => code);
  assert.ok(codes({}).includes("D001"));
  assert.ok(codes({ jurisdictions: [{ regions: ["GB"] }] }).includes("D001"));
  assert.ok(!codes({ jurisdictions: [{ regions: ["US-CA"] }] }).includes("D001"));
  assert.deepEqual(regimesOf({ jurisdictions: [{ regions: ["EEA"] }, { regions: ["GB"] }] }), ["eu", "fr", "uk"]);
  assert.deepEqual(regimesOf({ jurisdictions: [{ regions: ["DE"] }] }), ["eu"]);
});

test("colours are mended until they read, and no further than needed", () => {
  for (const theme of [{ accent: "#ffd54f", onAccent: "#ffffff" }, { muted: "#bbbbbb" }, { surface: "#777777" }, { accentDark: "#222222" }, { edge: "#eeeeee", edgeDark: "#222222" }]) {
    const mended = { ...theme, ...mendedColours(theme) };
    for (const scheme of ["", "Dark"]) for (const [front, back, ratio] of [["text", "surface", 4.5], ["muted", "surface", 4.5], ["onAccent", "accent", 4.5], ["accent", "surface", 3], ["edge", "surface", 3]]) {
      const found = contrast(fromHex(valueOf(mended, front + scheme)), fromHex(valueOf(mended, back + scheme)));
      assert.ok(found >= ratio, `${JSON.stringify(theme)}: ${front}${scheme} ${found.toFixed(2)}`);
    }
  }
  assert.deepEqual(mendedColours({}), {});
});

test("reading level", () => {
  assert.equal(readability("日本語の文章です。", "ja"), null);
  const easy = readability("You can say yes or no. You can change it at any time.", "en"), hard = readability("Notwithstanding aforementioned jurisdictional considerations, continued utilisation constitutes unconditional acknowledgement.", "en");
  assert.ok(easy.lix < 20 && hard.lix > 60, `${easy.lix} ${hard.lix}`);
  assert.deepEqual([easy.words, easy.sentences], [13, 2]);
});
