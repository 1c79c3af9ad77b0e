// Every way of seeing: small and zoomed screens, forced colours, right to left, long words, wide spacing, no motion, paper; and what a page's metrics see.
import test from "node:test";
import assert from "node:assert/strict";
import { action, examples, languages, openStage } from "./stage.js";

let stage;
test.before(async () => { stage = await openStage(); });
test.after(() => stage.close());
const LAYOUTS = Object.keys(examples.states).filter((name) => examples.states[name].layer === "banner");
const PHONE = [320, 568], ZOOMED = [320, 256];

/** The visible controls of the interface: [name, x, y, width, height]. Those scrolled out of a scroller count too. */
const controls = (page) => page.run(() => [...document.querySelectorAll("assent-banner, assent-placeholder")].flatMap((host) =>
  [...host.children, ...host.shadowRoot.querySelectorAll("summary")].filter((element) => element.matches("button, a, input, summary") && element.checkVisibility())
    .map((element) => { const { x, y, width, height } = element.getBoundingClientRect(); return [element.dataset.assentAction || element.id || element.textContent, x, y, width, height]; })));

/** The share of the window that the interface takes, in per cent, and whether the page can be scrolled sideways. */
const share = (page) => page.run(() => {
  const panel = document.querySelector("assent-banner").shadowRoot.querySelector("[part~=panel]").getBoundingClientRect();
  const width = Math.min(panel.right, innerWidth) - Math.max(panel.left, 0), height = Math.min(panel.bottom, innerHeight) - Math.max(panel.top, 0);
  return { blocked: Math.round(width * height / innerWidth / innerHeight * 1000) / 10, sideways: document.scrollingElement.scrollWidth > innerWidth };
});

/** Scrollers of ours that can be scrolled sideways, and words that stick out of their control (the reopen control hides its own on purpose). */
const spills = (page) => page.run(() => [...document.querySelectorAll("assent-banner, assent-placeholder")].flatMap((host) => {
  const scrollers = [...host.shadowRoot.querySelectorAll("[part]:not([part=status])")].filter((element) => /auto|hidden/.test(getComputedStyle(element).overflowX));
  const controls = [...host.querySelectorAll("button, a")].filter((element) => host.dataset.layer || host.localName === "assent-placeholder");
  return [...scrollers, ...controls].filter((element) => element.checkVisibility() && element.scrollWidth > element.clientWidth + 1 && element.clientWidth)
    .map((element) => `${element.getAttribute("part") ?? element.textContent}: ${element.scrollWidth} in ${element.clientWidth}`);
}));

test("every target is at least 44 by 44 pixels", async () => {
  const page = await stage.open("first-layer", { reducedMotion: "reduce" });
  for (const example of Object.keys(examples.states)) {
    await page.restage(example);
    for (const size of [[1280, 800], PHONE, ZOOMED]) {
      await page.resize(size);
      const all = await controls(page), small = all.filter(([, , , width, height]) => width < 44 || height < 44);
      assert.ok(all.length, example);
      assert.deepEqual(small, [], `${example} ${size.join("×")}`);
    }
    assert.deepEqual(page.problems(), [], example);
  }
  await page.close();
});

for (const example of LAYOUTS) {
  test(`${example}: to accept and to reject are the same control twice`, async () => {
    const page = await stage.open(example, { reducedMotion: "reduce", lang: "de" });
    for (const [size, colorScheme] of [[[1280, 800], "light"], [[768, 1024], "dark"], [PHONE, "light"], [ZOOMED, "dark"]]) {
      await page.resize(size);
      await page.raw.emulateMedia({ colorScheme });
      await page.restage(example, "de");
      const [accept, reject] = await page.run(() => ["accept-all", "reject-all"].map((name) => {
        const element = document.querySelector(`[data-assent-action="${name}"]`);
        const { width, height, y } = element.getBoundingClientRect();
        const style = getComputedStyle(element);
        const seen = document.elementFromPoint(element.getBoundingClientRect().x + width / 2, y + height / 2) === element;
        return { seen, width: Math.round(width), height: Math.round(height), y: Math.round(y), style: [...style].filter((name) => !/^(perspective-origin|transform-origin)/.test(name)).map((name) => `${name}:${style[name]}`).join("\n") };
      }));
      assert.ok(accept.seen, size.join());
      assert.deepEqual(reject, accept);
    }
    await page.close();
  });

  test(`${example}: on a phone and at 400 % zoom at most 70 % of the screen, nothing sideways, the buttons in sight`, async () => {
    const page = await stage.open(example, { reducedMotion: "reduce" });
    for (const lang of ["en", ...["de", "fi", "el"].filter((name) => languages.includes(name))]) {
      await page.restage(example, lang);
      for (const size of [[390, 844], PHONE, ZOOMED]) {
        await page.resize(size);
        const { blocked, sideways } = await share(page);
        if (example !== "inline") assert.ok(blocked <= 70, `${lang} ${size.join("×")}: ${blocked} %`);
        assert.equal(sideways, false);
        assert.deepEqual(await spills(page), [], `${lang} ${size.join("×")}`);
        for (const name of ["accept-all", "reject-all", "preferences"]) {
          if (example === "inline" && size === ZOOMED) continue; // it is part of the page and scrolls with it
          const box = await page.run((selector) => document.querySelector(selector).getBoundingClientRect().toJSON(), action(name));
          assert.ok(box.top >= 0 && box.bottom <= size[1] + .5 && box.left >= 0 && box.right <= size[0], `${lang} ${size.join("×")} ${name} ${JSON.stringify(box)}`);
        }
      }
    }
    await page.close();
  });
}

test("preferences reflow at 320 pixels and 400 % zoom: nothing sideways, the foot in sight, the last category can be reached", async () => {
  for (const lang of ["en", ...["de", "fi", "el"].filter((name) => languages.includes(name))]) {
    const page = await stage.open("preferences-open", { lang, reducedMotion: "reduce" });
    for (const size of [PHONE, ZOOMED]) {
      await page.resize(size);
      assert.equal((await share(page)).sideways, false);
      assert.deepEqual(await spills(page), []);
      for (const id of ["assent-category-analytics", "assent-service-openstreetmap"]) {
        await page.run((name) => document.getElementById(name).focus(), id);
        const [box, foot] = await page.run((name) => [document.getElementById(name), document.querySelector('[data-assent-action="accept-all"]')].map((element) => element.getBoundingClientRect().toJSON()), id);
        assert.ok(box.top >= 0 && box.bottom <= foot.top, `${lang} ${size.join("×")} ${id}: ${box.bottom} under ${foot.top}`);
        assert.ok(foot.bottom <= size[1]);
      }
    }
    await page.close();
  }
});

test("every language fits: no words out of their button, no sideways scrolling, no key and no hole on screen", async () => {
  assert.ok(languages.length > 1);
  for (const [example, size] of [["first-layer", PHONE], ["bar", [1280, 800]], ["preferences-open", PHONE], ["embed", [768, 1024]]]) {
    const page = await stage.open(example, { size, reducedMotion: "reduce" });
    for (const lang of languages) {
      await page.restage(example, lang);
      const where = `${lang} ${example}`;
      assert.deepEqual(await spills(page), [], where);
      const { sideways, text, tag } = await page.run(() => ({ sideways: document.scrollingElement.scrollWidth > innerWidth, tag: document.querySelector("assent-banner").lang,
        text: [...document.querySelectorAll("assent-banner, assent-placeholder")].map((host) => host.innerText).join(" ") }));
      assert.equal(sideways, false, where);
      assert.ok(!/undefined|null|[{}#]|\b(banner|preferences|placeholder)\.\w/.test(text), `${where}: ${text}`);
      assert.equal(tag, lang);
    }
    await page.close();
  }
});

test("a long status keeps its distance from the window's edge, in every language", async () => {
  const page = await stage.open("withdrawn", { size: PHONE, reducedMotion: "reduce" });
  for (const lang of languages) {
    await page.restage("withdrawn", lang);
    await page.wait(() => document.querySelector("assent-banner").shadowRoot.querySelector("[role=status]").textContent);
    const { left, right } = await page.run(() => document.querySelector("assent-banner").shadowRoot.querySelector("[role=status]").getBoundingClientRect().toJSON());
    assert.ok(left >= 16 && right <= PHONE[0] - 16, `${lang}: ${left} to ${right}`);
  }
  await page.close();
});

test("right to left: everything is mirrored, on a page that is not", async () => {
  for (const [example, first, second] of [["first-layer", "accept-all", "reject-all"], ["preferences-chosen", "close", null]]) {
    const places = {};
    for (const dir of ["ltr", "rtl"]) {
      const page = await stage.open(example, { reducedMotion: "reduce" });
      if (dir === "rtl") await page.run(() => { for (const view of Object.values(staged.views)) if (view?.lang) Object.assign(view, { lang: "ar", dir: "rtl" }); staged.ui.refresh(); });
      places[dir] = await page.run(([a, b]) => [document.querySelector("assent-banner").shadowRoot.querySelector("[part~=panel]"), ...[a, b].filter(Boolean).map((name) => document.querySelector(`[data-assent-action="${name}"]`)),
        document.querySelector("assent-banner [type=checkbox]")].filter(Boolean).map((element) => { const { left, right } = element.getBoundingClientRect(); return [Math.round(left), Math.round(right)]; }), [first, second]);
      const thumb = await page.run(() => { const box = document.querySelector("assent-banner [type=checkbox]:checked"); return box && getComputedStyle(box).backgroundPositionX; });
      if (thumb) assert.match(thumb, dir === "rtl" ? /^0%/ : /^100%/);
      await page.close();
    }
    assert.deepEqual(places.rtl, places.ltr.map(([left, right]) => [1280 - right, 1280 - left]), example);
  }
});

test("forced colours: panel, buttons and boxes have edges, the focus an outline, the box its own state", async () => {
  for (const [example, size] of [["first-layer", [1280, 800]], ["preferences-open", [1280, 800]], ["embed", [1280, 900]]]) {
    const page = await stage.open(example, { forcedColors: "active", size, reducedMotion: "reduce" });
    const edges = await page.run(() => [...document.querySelectorAll("assent-banner button:not([data-assent-action=close]), assent-placeholder button"),
      ...document.querySelector("assent-banner, assent-placeholder").shadowRoot.querySelectorAll("[part~=panel]")].map((element) => {
      const style = getComputedStyle(element);
      return [element.textContent.slice(0, 20), parseFloat(style.borderTopWidth) >= 1 && style.borderTopColor !== style.backgroundColor && style.borderTopStyle];
    }));
    assert.ok(edges.length && edges.every(([, edge]) => edge === "solid"), JSON.stringify(edges));
    if (example === "preferences-open") {
      const boxes = await page.run(() => [...document.querySelectorAll("assent-banner input")].map((element) => getComputedStyle(element).appearance));
      assert.ok(boxes.every((appearance) => appearance === "auto"), String(boxes));
      const box = page.raw.locator("#assent-service-matomo");
      const on = await box.screenshot();
      await box.click();
      assert.notDeepEqual(await box.screenshot(), on, "on and off look different");
    }
    await page.press("Tab");
    const outline = await page.run(() => { const style = getComputedStyle(document.activeElement); return [style.outlineStyle, parseFloat(style.outlineWidth)]; });
    assert.deepEqual(outline, ["solid", 3]);
    await page.close();
  }
});

test("the focus is seen: a ring of 3 pixels with 3:1 against the surface, in both schemes, on every control", async () => {
  for (const colorScheme of ["light", "dark"]) {
    const page = await stage.open("preferences-open", { colorScheme });
    for (let i = 0; i < 24; i++) {
      await page.press("Tab");
      const seen = await page.run(() => {
        let at = document.activeElement;
        if (at.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
        const style = getComputedStyle(at), luminance = (color) => { const [r, g, b] = color.match(/[\d.]+/g).map((value) => ((value / 255 + .055) / 1.055) ** 2.4); return .2126 * r + .7152 * g + .0722 * b; };
        const surface = getComputedStyle(document.querySelector("assent-banner").shadowRoot.querySelector("[part~=panel]")).backgroundColor;
        const [a, b] = [luminance(style.outlineColor), luminance(surface)].sort((x, y) => y - x);
        return at === document.body ? null : [at.textContent || at.id, style.outlineStyle, style.outlineWidth, (a + .05) / (b + .05) >= 3];
      });
      if (seen) assert.deepEqual(seen.slice(1), ["solid", "3px", true], seen[0]);
    }
    await page.close();
  }
});

test("state is not told by colour alone: the thumb moves and a word says it", async () => {
  const page = await stage.open("preferences");
  const look = () => page.run(() => { const box = document.querySelector("#assent-category-marketing"); return [getComputedStyle(box).backgroundPositionX, box.checked, box.assignedSlot.closest("[part~=row]").querySelector("[part=state]").textContent]; });
  const off = await look();
  await page.click("#assent-category-marketing");
  const on = await look();
  assert.deepEqual([off[1], off[2], on[1], on[2]], [false, "Off", true, "On"]);
  assert.notEqual(on[0], off[0]);
  await page.close();
});

test("nothing is ticked before the visitor ticks it", async () => {
  const page = await stage.open("preferences");
  assert.deepEqual(await page.run(() => [...document.querySelectorAll("assent-banner input")].filter(({ checked, indeterminate }) => checked || indeterminate).map(({ id }) => id)), []);
  await page.close();
});

test("reduced motion: nothing moves; else at most a fifth of a second", async () => {
  for (const [reducedMotion, least, most] of [["reduce", 0, 0], ["no-preference", 1, 2]]) {
    const page = await stage.open("first-layer", { reducedMotion });
    const running = await page.run(() => { staged.ui.hide(); staged.ui.show("banner"); return document.querySelector("assent-banner").shadowRoot.getAnimations().map((animation) => animation.effect.getComputedTiming().duration); });
    assert.ok(running.length >= least && running.length <= most && running.every((ms) => ms <= 200), String(running));
    await page.close();
  }
});

test("text spacing (1.4.12): nothing is lost when the reader spaces our text", async () => {
  for (const [example, size] of [["first-layer", [1280, 800]], ["first-layer", PHONE], ["preferences-open", PHONE], ["embed", [768, 1024]]]) {
    const page = await stage.open(example, { size, reducedMotion: "reduce", lang: "de" });
    await page.run(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(":host, [part], ::slotted(*) { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }");
      for (const host of document.querySelectorAll("assent-banner, assent-placeholder")) host.shadowRoot.adoptedStyleSheets = [...host.shadowRoot.adoptedStyleSheets, sheet];
    });
    assert.deepEqual(await spills(page), [], `${example} ${size}`);
    const clipped = await page.run(() => [...document.querySelectorAll("assent-banner button")].filter((element) => element.scrollHeight > element.clientHeight + 1).map((element) => element.textContent));
    assert.deepEqual(clipped, []);
    await page.close();
  }
});

test("the reader's own font size is taken, the page's root size is not", async () => {
  const page = await stage.open("first-layer");
  const size = () => page.run(() => getComputedStyle(document.querySelector("assent-banner")).fontSize);
  const cdp = await page.raw.context().newCDPSession(page.raw);
  assert.equal(await size(), "16px");
  await cdp.send("Page.setFontSizes", { fontSizes: { standard: 24 } });
  assert.equal(await size(), "24px");
  await page.close();
});

test("on paper there is no banner, and a placeholder gives title and address", async () => {
  const page = await stage.open("embed");
  await page.raw.emulateMedia({ media: "print" });
  assert.equal(await page.run(() => document.querySelector("assent-banner").checkVisibility()), false);
  const shown = await page.run(() => [...document.querySelector("assent-placeholder").shadowRoot.querySelectorAll("[part=title], [part=address], [part=actions], [part=links]")].map((element) => [element.getAttribute("part"), element.checkVisibility()]));
  assert.deepEqual(Object.fromEntries(shown), { title: true, actions: false, links: false, address: true });
  await page.close();
});

test("no layout shift when it comes or goes, and it is not the largest paint", async () => {
  for (const example of ["first-layer", "bar", "sheet", "inline"]) {
    const page = await stage.open(example, { size: [1280, 800] });
    await page.raw.waitForTimeout(300);
    const watched = await page.run(() => {
      globalThis.shift = 0;
      new PerformanceObserver((list) => { for (const entry of list.getEntries()) if (!entry.hadRecentInput) globalThis.shift += entry.value; }).observe({ type: "layout-shift", buffered: true });
      return new Promise((done) => new PerformanceObserver((list) => done(list.getEntries().at(-1).element?.className ?? "ours")).observe({ type: "largest-contentful-paint", buffered: true }));
    });
    assert.notEqual(watched, "ours");
    await page.click(action("reject-all"));
    await page.raw.waitForTimeout(400);
    const shift = await page.run(() => globalThis.shift);
    // The inline layout pushes the page, and on this stage it comes after the page's own text: that is what it is for.
    if (example !== "inline") assert.equal(shift, 0, example);
    await page.close();
  }
});

test("dark: it follows the system, and the page may overrule", async () => {
  for (const [colorScheme, theme, dark] of [["light", "", false], ["dark", "", true], ["dark", "light", false], ["light", "dark", true]]) {
    const page = await stage.open("first-layer", { colorScheme, theme });
    const surface = await page.run(() => getComputedStyle(document.querySelector("assent-banner").shadowRoot.querySelector("[part~=panel]")).backgroundColor);
    assert.equal(surface, dark ? "rgb(28, 31, 36)" : "rgb(255, 255, 255)", `${colorScheme} ${theme}`);
    await page.close();
  }
});

test("a theme's accent gets readable words, a page's tokens beat the policy's, and ::part reaches the real control", async () => {
  const page = await stage.open("own-theme");
  const look = (name) => page.run((selector) => { const { color, backgroundColor, borderTopLeftRadius } = getComputedStyle(document.querySelector(selector)); return [color, backgroundColor, borderTopLeftRadius]; }, action(name));
  assert.deepEqual(await look("accept-all"), ["rgb(0, 0, 0)", "rgb(242, 194, 0)", "0px"]);
  await page.run(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("assent-banner { --assent-accent: #123456; --assent-on-accent: #fff } assent-banner::part(reject-all) { border-radius: 9px }");
    document.adoptedStyleSheets = [sheet];
  });
  assert.deepEqual(await look("accept-all"), ["rgb(255, 255, 255)", "rgb(18, 52, 86)", "0px"]);
  assert.equal((await look("reject-all"))[2], "9px");
  await page.close();
});
