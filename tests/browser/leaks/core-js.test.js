// Where WebAssembly is refused the same core runs as JavaScript, loaded only then, with everything held until it is there: a sample of the leak suite
// under it, in both grades. It is refused in two ways: by a device that has none, and by the page's own policy.
import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { launch } from '../harness/index.js';
import { buildFor } from './build.js';
import { openGround } from './ground.js';
import { vectors } from './vectors.js';
import { runVectors } from './course.js';
import { abreast } from './abreast.js';
import { asVectors, difference, notesOf, revive } from './notes.js';
import { forbidden, leaksOf } from './table.js';
import { goneOf, limitOf } from './limits.js';
import own from './controls/own.js';
import revivalChecks from './revivals.js';

const grades = ['strict', 'smooth'];
const built = Object.fromEntries(grades.map(grade => [grade, buildFor(grade)]));
const each = change => Object.fromEntries(grades.map(grade => [grade, { ...built[grade], ...change(built[grade]) }]));
const every = (n, list) => list.filter((_, i) => i % n === 0);

/** way: {plain: what the runs without Assent have as well, builds, list: the sample, least: how many of it leak without Assent, at least} */
const policy = { header: "script-src 'self'" };
const ways = {
  'a device without it': { plain: {}, builds: each(({ consent }) => ({ consent: `Object.defineProperty(self, 'WebAssembly', { value: undefined });${consent.replace(/^\uFEFF/, '')}` })), list: every(60, vectors), least: 10 },
  // No inline script of a page runs under it: what is left is markup.
  "script-src 'self'": { plain: policy, builds: each(() => policy), list: every(14, vectors.filter(({ html, js, leaks }) => html && !js && leaks === 'request')), least: 7 },
};
const core = { headers: { 'content-type': 'text/javascript; charset=utf-8' }, body: readFileSync(new URL('../../../dist/assent-core.js', import.meta.url)) };
const asked = new Set(), results = {};
let ground, browser;

const open = async () => {
  const made = await openGround();
  made.site.set('/assent-core.js', request => { asked.add(request.headers.host.split('.')[0]); return core; });
  return made;
};
before(async () => {
  // Side by side: nearly all of it is waiting. Each on a ground of its own, since hosts bear the names of vectors and runs.
  await Promise.all(Object.entries(ways).map(async ([way, { plain, builds, list }]) => {
    const ground = await open();
    try { results[way] = await runVectors({ ground, browserName: 'chromium', plain, builds, gone: (id, grade) => goneOf(id, 'chromium', grade), list, log: line => console.log(`${way}: ${line}`) }); } finally { await ground.close(); }
  }));
  ground = await open();
  browser = await launch('chromium');
});
after(async () => { await browser.close(); await ground.close(); });

/** Runs story(sheet, page, run) for each of the vectors and runs, each on a page of its own; answers [{id, run, said}]. */
async function pages(list, runs, story) {
  const visitor = await browser.visitor({ wholeProfile: true }), queue = Object.keys(runs).flatMap(run => list.map(vector => ({ vector, run })));
  try {
    const said = await abreast(queue.map(({ vector, run }) => async page => {
      const sheet = await ground.sheet({ label: `js-${run}-${vector.number}`, list: [vector], run: `js-${run}`, services: ['stats'], ...runs[run] });
      try { return await story(sheet, page, run); } catch (error) { return `it failed: ${error.message.split('\n')[0]}`; } finally { await sheet.close(); }
    }), visitor, () => 'the page hung', 5);
    return queue.map(({ vector: { id }, run }, i) => ({ id, run, said: said[i] }));
  } finally {
    await visitor.close();
  }
}
const wrong = all => all.filter(({ said }) => said).map(({ id, run, said }) => `${run} ${id}: ${said}`);

for (const [way, { builds, list, least }] of Object.entries(ways)) {
  test(`${way}: the core as JavaScript is there before the page is, and that WebAssembly was refused is told`, async () => {
    const known = { id: 'known', number: 'known', label: 'known', single: true, html: () => '<p>x</p>' };
    const all = await pages([known], builds, async (sheet, page) => {
      await page.open(sheet.url('/page'));
      const seen = await page.run(async () => {
        const codes = [];
        globalThis.assent.on('failure', ({ code }) => codes.push(code));
        await new Promise(done => setTimeout(done, 100));
        return { codes, status: globalThis.assent.state()?.status, version: /^\d/.test(globalThis.assent.version), page: document.querySelectorAll('p').length };
      });
      return difference([{ codes: ['wasm-refused'], status: 'unset', version: true, page: 2 }].map(JSON.stringify), [seen].map(JSON.stringify)) || (asked.has(sheet.label) ? '' : 'nobody asked for assent-core.js');
    });
    assert.deepEqual(wrong(all), []);
  });

  test(`${way}: nothing leaks before a choice, after a refusal, or by consent for another category`, () => {
    const leaking = list.filter(({ id }) => results[way].bare[id].ads).length;
    assert.ok(leaking >= least, `only ${leaking} of ${list.length} vectors leak without Assent`);
    for (const grade of grades) {
      assert.equal(forbidden(leaksOf(results[way], list, 'chromium', grade)).map(({ id, look, leak }) => `${id} (${look}: ${leak})`).join('\n'), '', grade);
      assert.deepEqual(Object.entries(results[way][grade]).filter(([id, it]) => it.error && !limitOf(id, 'chromium', grade)).map(([id, it]) => `${id}: ${it.error}`), [], grade);
    }
  });
}

const { builds } = ways['a device without it'];
// A sample, without the one that measures the machine: it wants it for itself.
const { 'the page stays responsive while 200 come alive': measured, ...revivals } = revivalChecks;
test('what was held comes alive once, in order', { timeout: 60000 }, async () => assert.deepEqual(wrong(await pages(every(4, asVectors('revival', revivals)), builds, revive)), []));

test('the page does not notice', { timeout: 60000 }, async () => {
  const controls = every(12, asVectors('control', own)), notes = await pages(controls, { bare: {}, ...builds }, notesOf);
  const bare = Object.fromEntries(notes.filter(({ run }) => run === 'bare').map(({ id, said }) => [id, said]));
  assert.deepEqual(wrong(notes.filter(({ run }) => run !== 'bare').map(one => ({ ...one, said: typeof one.said === 'string' ? one.said : difference(bare[one.id], one.said) }))), []);
});

test('where WebAssembly runs nobody asks for the other core', async () => {
  const all = await pages([{ id: 'wasm', number: 'wasm', label: 'wasm', single: true, html: () => '<p>x</p>' }], built, async (sheet, page) => {
    await page.open(sheet.url('/page'));
    return await page.run(() => globalThis.assent.state()?.status) !== 'unset' ? 'no core' : asked.has(sheet.label) ? 'the other core was asked for' : '';
  });
  assert.deepEqual(wrong(all), []);
});
