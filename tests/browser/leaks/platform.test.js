// Every sink that the browser itself has is one of the gate's, or has a written reason (REASONS in web/gate/sinks.js). A browser that grows a new one
// fails here.
import test from 'node:test';
import assert from 'node:assert/strict';
import { launch, startSite } from '../harness/index.js';
import { REASONS } from '../../../web/gate/sinks.js';
import { buildFor } from './build.js';
import { walk } from './platform.js';

const reasonFor = name => Object.entries(REASONS).find(([pattern]) => new RegExp(`^(?:${pattern})$`).test(name))?.[1];
const used = new Set();

for (const browserName of ['chromium', 'firefox']) {
  test(`${browserName}: no sink without a row or a reason`, { timeout: 60000 }, async () => {
    const { consent, snippet } = buildFor('smooth'), site = await startSite(), browser = await launch(browserName);
    try {
      site.set('/consent.js', { headers: { 'content-type': 'text/javascript' }, body: consent });
      site.set('/', `<!doctype html><html><head><script>globalThis.pristine = Function.prototype.toString</script>${snippet}<title>x</title></head><body>x</body></html>`);
      const page = await (await browser.visitor()).page();
      await page.open(site.url('/'));
      const sinks = await page.run(walk), open = sinks.filter(({ patched }) => !patched).map(({ name }) => name);
      assert.ok(sinks.length > 150, `only ${sinks.length} sinks were found`);
      assert.ok(sinks.filter(({ patched }) => patched).length > 60, 'the gate stands before hardly any');
      for (const [pattern] of Object.entries(REASONS)) if (open.some(name => new RegExp(`^(?:${pattern})$`).test(name))) used.add(pattern);
      assert.deepEqual(open.filter(name => !reasonFor(name)), []);
    } finally {
      await browser.close();
      await site.close();
    }
  });
}

// Auctions and attribution want https, which the vectors' hosts do not speak: that these calls wait is seen at the page itself.
test('chromium: an ad auction waits, and an attribution source reads back and is not there', { timeout: 60000 }, async () => {
  const { consent, snippet } = buildFor('smooth'), site = await startSite(), browser = await launch('chromium');
  try {
    site.set('/consent.js', { headers: { 'content-type': 'text/javascript' }, body: consent });
    site.set('/', `<!doctype html><html><head>${snippet}<title>x</title></head><body><img id="given" attributionsrc="https://given.ads.test/a"></body></html>`);
    const page = await (await browser.visitor()).page();
    await page.open(site.url('/'));
    const seen = await page.run(async () => {
      const heard = [], soon = promise => Promise.race([promise.then(() => 'done', () => 'refused'), new Promise(done => setTimeout(done, 200, 'waits'))]);
      globalThis.assent.on('hold', ({ url }) => heard.push(url));
      const image = new Image(), given = document.getElementById('given'), group = { owner: 'https://join.ads.test', name: 'x' };
      image.attributionSrc = 'https://set.ads.test/a';
      const calls = [await soon(navigator.joinAdInterestGroup(group, 60)), await soon(navigator.runAdAuction({ seller: 'https://sell.ads.test', decisionLogicURL: 'https://sell.ads.test/a.js' }))];
      return { calls, heard: heard.sort(), reads: [image.attributionSrc, given.attributionSrc], natively: [image, given].map(one => one.getAttributeNames().includes('attributionsrc')) };
    });
    assert.deepEqual(seen, { calls: ['waits', 'waits'], heard: ['https://given.ads.test/a', 'https://join.ads.test/', 'https://sell.ads.test/', 'https://set.ads.test/a'], reads: ['https://set.ads.test/a', 'https://given.ads.test/a'], natively: [false, false] });
  } finally {
    await browser.close();
    await site.close();
  }
});

test('no reason is left over', () => assert.deepEqual(Object.keys(REASONS).filter(pattern => !used.has(pattern)), []));
