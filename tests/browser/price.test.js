// What Assent costs a visit: the click that answers the banner on a slow device, and a page that has nothing to hold. Lines that begin with '│' are figures.
import test, { after } from 'node:test';
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { buildFor } from './leaks/build.js';
import { openStage, consentFor, testPolicy, script } from './harness/index.js';

const stage = await openStage();
after(() => stage.close());
const { site, at } = stage;
const median = list => [...list].sort((a, b) => a - b)[list.length >> 1];

test('the click is answered within 100 ms at a quarter of the speed, with 200 held scripts', { timeout: 90000 }, () => {
  const busy = encodeURIComponent('globalThis.count = (globalThis.count || 0) + 1; for (const end = performance.now() + 5; performance.now() < end;);');
  const body = Array.from({ length: 200 }, (_, i) => `<script src="${at('cdn.stats.test', `/s${i}.js`)}?body=${busy}"></script>`).join('');
  return stage.visit(body, async page => {
    const cdp = await page.raw.context().newCDPSession(page.raw);
    await page.wait(() => document.querySelector('assent-banner'));
    await pause(300);
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    await page.run(() => {
      globalThis.slow = [];
      new PerformanceObserver(list => slow.push(...list.getEntries().filter(one => one.interactionId))).observe({ type: 'event', durationThreshold: 16, buffered: true });
    });
    await page.click('[data-assent-action=accept-all]');
    await page.wait(() => document.cookie.includes('cookie_consent') && !document.querySelector('assent-banner [data-assent-action=accept-all]')?.offsetWidth);
    await page.wait(() => globalThis.count === 200, undefined, 40000);
    await pause(200);
    const worst = Math.max(0, ...await page.run(() => globalThis.slow.map(one => one.duration)));
    console.log(`│ the click on "accept all" at 4x throttling, 200 held scripts │ ${worst || 'under 16'} ms │`);
    assert.ok(worst <= 100, `${worst} ms until the next frame`);
  });
});

test('the price of a page with nothing to hold', { timeout: 90000 }, async () => {
  const files = Array.from({ length: 10 }, (_, i) => `<script src="/own${i}.js"></script>`).join(''), text = '<p>A paragraph of the page.</p>'.repeat(2000);
  for (let i = 0; i < 10; i += 1) site.set(`/own${i}.js`, { ...script('globalThis.own = (globalThis.own || 0) + 1'), delay: 20 });
  const measure = async (page, url) => {
    const times = [];
    for (let i = 0; i < 7; i += 1) {
      await page.open(url);
      assert.equal(await page.run(() => globalThis.own), 10);
      times.push(await page.run(async () => { await new Promise(done => setTimeout(done, 100)); const paint = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0; return [paint, performance.now() - 100]; }));
    }
    return [0, 1].map(i => Math.round(median(times.map(one => one[i]))));
  };
  const rows = [], add = (what, [paint, loaded]) => { rows.push(`│ ${what.padEnd(60)} │ first paint ${String(paint).padStart(4)} ms │ all loaded ${String(loaded).padStart(4)} ms │`); return loaded; };
  let bare, granted, free;
  await stage.visit(files + text, async page => {
    site.set('/bare', `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title></head><body>${files}${text}</body></html>`);
    bare = add('a page with nothing to hold, without Assent', await measure(page, site.url('/bare')));
    add('the same, before a choice', await measure(page, site.url()));
    await page.run(() => { globalThis.assent.acceptAll(); });
    granted = add('the same, everything granted, strangers held', await measure(page, site.url()));
  }, { consent: consentFor(testPolicy()) });
  await stage.visit(files + text, async page => {
    await page.run(() => { globalThis.assent.acceptAll(); });
    free = add('the same, everything granted, strangers too', await measure(page, site.url()));
    assert.equal(await page.run(() => Object.getOwnPropertySymbols(globalThis).includes(Symbol.for('assent'))), false, 'no gate stands where nothing is held');
    await page.run(() => { globalThis.assent.withdraw(); });
    assert.deepEqual(await page.run(async address => {
      const heard = [];
      globalThis.assent.on('failure', ({ code }) => heard.push(code));
      await new Promise(done => setTimeout(done, 50));
      return [heard, await Promise.race([fetch(address).then(() => 'fetched', () => 'refused'), new Promise(done => setTimeout(done, 300, 'held'))])];
    }, at('cdn.ads.test', '/late.json')), [[], 'held'], 'a withdrawal puts the gate up');
  }, { consent: consentFor(testPolicy(policy => { policy.gate = { unclassified: 'marketing' }; })) });
  console.log(rows.join('\n'));
  assert.ok(granted <= bare + 150, 'with everything granted the page loads as it always did, but for the script itself and the strangers that are looked for');
  assert.ok(free <= bare + 120, 'where nothing is held a page costs the script alone: a parser that may not look ahead would take 190 ms more');
});

test('nothing is painted before the page\'s own style sheet is there: before a choice, in the strict grade, and with everything granted', { timeout: 60000 }, async () => {
  const painted = async page => {
    await page.wait(() => performance.getEntriesByName('first-contentful-paint').length);
    return page.run(() => performance.getEntriesByName('first-contentful-paint')[0].startTime >= performance.getEntriesByType('resource').find(({ name }) => name.endsWith('/own.css')).responseEnd);
  };
  const head = '<link rel="stylesheet" href="/own.css">', open = async page => { site.set('/own.css', { headers: { 'content-type': 'text/css', 'cache-control': 'no-store' }, body: 'p{color:green}', delay: 400 }); await page.open(site.url()); return painted(page); };
  const granting = consentFor(testPolicy(policy => { policy.gate = { unclassified: 'marketing' }; })), strict = buildFor('strict');
  await stage.visit('<p>text', async page => {
    assert.ok(await open(page), 'smooth, before a choice');
    await page.run(() => { globalThis.assent.acceptAll(); });
    assert.ok(await open(page), 'everything granted');
  }, { consent: granting, head, open: false });
  site.set('/consent.js', script(strict.consent));
  await stage.visit('<p>text', async page => assert.ok(await open(page), 'strict, before a choice'), { line: strict.snippet, head, open: false });
});
