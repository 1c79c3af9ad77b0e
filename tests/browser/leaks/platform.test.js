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

test('no reason is left over', () => assert.deepEqual(Object.keys(REASONS).filter(pattern => !used.has(pattern)), []));
