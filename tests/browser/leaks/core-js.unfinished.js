// Where WebAssembly is refused the same core runs as JavaScript, loaded only then, and everything waits for it: a sample of the vectors, and all revivals.
import test, { after } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { launch } from '../harness/index.js';
import { buildFor } from './build.js';
import { openGround } from './ground.js';
import { vectors } from './vectors.js';
import { runVectors } from './course.js';
import { abreast } from './abreast.js';
import { asVectors, revive } from './notes.js';
import { forbidden, leaksOf } from './table.js';
import revivalChecks from './revivals.js';

const refused = build => ({ ...build, consent: `Object.defineProperty(self, 'WebAssembly', { value: undefined });${build.consent.replace(/^\uFEFF/, '')}` });
const builds = { strict: refused(buildFor('strict')), smooth: refused(buildFor('smooth')) };
const ground = await openGround();
ground.site.set('/assent-core.js', { headers: { 'content-type': 'text/javascript; charset=utf-8' }, body: readFileSync(new URL('../../../dist/assent-core.js', import.meta.url)) });
after(() => ground.close());

test('a tenth of the vectors', { timeout: 180000 }, async () => {
  const list = vectors.filter((_, i) => i % 10 === 0), results = await runVectors({ ground, browserName: 'chromium', builds, list });
  for (const grade of Object.keys(builds)) {
    const leaks = leaksOf(results, list, 'chromium', grade);
    assert.equal(forbidden(leaks).map(({ id, look, leak }) => `${grade} ${id} (${look}: ${leak})`).join('\n'), '');
  }
});

test('what was held comes alive once, in order', { timeout: 180000 }, async () => {
  const browser = await launch('chromium'), visitor = await browser.visitor({ wholeProfile: true }), checks = asVectors('revival', revivalChecks);
  try {
    for (const [run, build] of Object.entries(builds)) {
      const wrong = await abreast(checks.map(vector => async page => {
        const sheet = await ground.sheet({ label: `js-${run}-${vector.number}`, list: [vector], run: `js-${run}`, services: ['stats'], ...build });
        try { const said = await revive(sheet, page, run); return said && `${vector.id}: ${said}`; } finally { await sheet.close(); }
      }), visitor, i => `${checks[i].id}: the page hung`, 4);
      assert.deepEqual(wrong.filter(Boolean), [], run);
    }
  } finally {
    await visitor.close();
    await browser.close();
  }
});
