// Whatever a page's style sheets say, even as important, the interface stays where it is, looks as it looks and works.
import test from "node:test";
import assert from "node:assert/strict";
import { openStage } from "./stage.js";

const SHEETS = {
  "unset all": "* { all: unset !important }",
  "revert all": "* { all: revert !important }",
  "hide by tag": "div, section, dialog, button, span, a, input, label, h2, p, slot { display: none !important }",
  "hide by name": "assent-banner, assent-banner *, [popover], [popover]:not(:popover-open), :not(:defined), [data-assent-action], [role] { display: none !important; opacity: 0 !important }",
  "buttons thrown about": "button { position: absolute !important; top: -999px !important; left: -9999px !important; font-size: 3px !important; width: 1px !important; border: 9px dotted red !important; float: right !important }",
  "a reset": "* { margin: 0 !important; padding: 0 !important; border: 0 !important; background: none !important; font: inherit !important; color: inherit !important; outline: 0 !important; box-shadow: none !important; list-style: none !important; appearance: none !important }",
  "a huge root": "html { font-size: 96px !important } body { font-size: 60px !important; line-height: 4 !important }",
  "a tiny root": "html { font-size: 4px !important } body { font-size: 2px !important }",
  "moved ancestors": "html, body { transform: translate(300px, 90px) rotate(4deg) !important; filter: blur(3px) !important; opacity: .3 !important; perspective: 90px !important; will-change: transform !important; backdrop-filter: blur(2px) !important; overflow: hidden !important }",
  "contained ancestors": "html, body { contain: strict !important; container-type: size !important; overflow: clip !important; clip-path: inset(40%) !important; mask-image: linear-gradient(transparent, transparent) !important; isolation: isolate !important }",
  "contain everything": "* { contain: strict !important; container-type: size !important } body * { content-visibility: hidden !important }",
  "a war of z-indexes": "body::after { content: ''; position: fixed !important; inset: 0 !important; z-index: 2147483647 !important; background: crimson !important } * { z-index: 2147483647 !important; position: relative !important }",
  "nothing to click": "* { pointer-events: none !important; user-select: none !important; touch-action: none !important; visibility: hidden !important; cursor: none !important }",
  "words distorted": "* { text-transform: uppercase !important; letter-spacing: 1em !important; word-spacing: 2em !important; line-height: .5 !important; text-indent: 9em !important; writing-mode: vertical-rl !important; direction: rtl !important; unicode-bidi: bidi-override !important; -webkit-text-fill-color: lime !important; text-shadow: 0 0 9px red !important; font: 9px monospace !important; font-variant: small-caps !important; white-space: pre !important; -webkit-text-security: disc !important; quotes: 'x' 'y' !important }",
  "boxes distorted": "* { rotate: 180deg !important; scale: .2 !important; translate: 50vw !important; width: 3px !important; max-width: 3px !important; height: 9px !important; max-height: 9px !important; inset: 0 !important; margin: 99px !important; animation: none 1s !important; columns: 4 !important; float: left !important; clip: rect(0 0 0 0) !important; mix-blend-mode: difference !important } body * { zoom: .5 !important }",
  "invented boxes": "*::before, *::after { content: 'Accept all' !important; display: block !important; position: fixed !important; inset: 0 !important; background: red !important } *::first-letter { font-size: 90px !important } *::first-line { color: lime !important; font-size: 40px !important } ::backdrop { display: block !important; background: lime !important; opacity: 1 !important } ::marker { content: 'x' !important } ::placeholder { color: red }",
  "tokens of the inside": "* { --_surface: red !important; --_text: red !important; --_accent: red !important; --_radius: 99px !important; --_space: 99px !important; --_gap: 300px !important; --_line: red !important; --_on: red !important; --_muted: red !important; --_edge: red !important; --_start: 70% !important; --_end: 10% !important }",
};

/** Where every light child and every part is, how it looks, and whether a click in its middle reaches it. */
const look = (page) => page.run(() => {
  const host = document.querySelector("assent-banner");
  const properties = ["color", "backgroundColor", "backgroundImage", "backgroundPosition", "borderTopColor", "borderTopWidth", "borderTopLeftRadius", "fontSize", "fontFamily", "fontWeight", "lineHeight", "letterSpacing",
    "textTransform", "textDecorationLine", "opacity", "visibility", "pointerEvents", "cursor", "direction", "writingMode", "filter", "transform", "zoom", "boxShadow", "paddingTop", "whiteSpace", "webkitTextFillColor"];
  const all = [host, ...host.children, ...host.shadowRoot.querySelectorAll("[part]:not([part=status])")];
  return all.map((element) => {
    const style = getComputedStyle(element);
    const { x, y, width, height } = element.getBoundingClientRect();
    const hit = document.elementFromPoint(x + width / 2, y + height / 2);
    return { what: element.dataset.assentAction || element.id || element.getAttribute("part") || element.textContent.slice(0, 20),
      box: [x, y, width, height].map(Math.round).join(" "), reached: hit === element,
      ...Object.fromEntries(properties.map((name) => [name, style[name]])),
      before: getComputedStyle(element, "::before").content, after: getComputedStyle(element, "::after").content };
  });
});

const attack = (page, css) => page.run((text) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  document.adoptedStyleSheets = [sheet, ...document.adoptedStyleSheets];
}, css);

let stage;
test.before(async () => { stage = await openStage(); });
test.after(() => stage.close());

for (const [name, css] of Object.entries(SHEETS)) {
  test(`${name}: first layer, preferences and the way back are as without it`, async () => {
    for (const example of ["first-layer", "preferences-open", "reopen"]) {
      const page = await stage.open(example, { reducedMotion: "reduce" });
      const calm = await look(page);
      await attack(page, css);
      const attacked = await look(page);
      assert.deepEqual(attacked, calm, example);
      const buttons = attacked.filter(({ what }) => ["accept-all", "reject-all", "preferences", "save", "close"].includes(what));
      assert.ok(buttons.length && buttons.every(({ reached }) => reached), "every button is reached by a click");
      await page.close();
    }
  });
}

test("under all of them at once, the visitor can still say no", async () => {
  const page = await stage.open("first-layer");
  for (const css of Object.values(SHEETS)) await attack(page, css);
  const box = await page.run(() => document.querySelector('[data-assent-action="reject-all"]').getBoundingClientRect().toJSON());
  await page.raw.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  assert.deepEqual(await page.run(() => staged.acts.map(([what]) => what)), ["reject-all"]);
  await page.close();
});
