// The ring beyond the page: the header that `assent csp` prints, sent by the server, together with the gate.
import test, { after } from 'node:test';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';
import { openStage, testPolicy } from './harness/index.js';

const stage = await openStage();
after(() => stage.close());
const { at, third } = stage;
const folder = mkdtempSync(join(tmpdir(), 'assent-csp-')), source = join(folder, 'policy.json');
writeFileSync(source, JSON.stringify(testPolicy()));
after(() => rmSync(folder, { recursive: true }));
const headerFor = granted => execFileSync(process.execPath, [fileURLToPath(new URL('../../web/cli/assent.js', import.meta.url)), 'csp', source, ...granted ? ['--state', granted] : []], { encoding: 'utf8' })
  .trim().replace(/^content-security-policy:\s*/i, '');
// A redirect of the site's own is what no gate in a page sees.
const body = () => `<script src="${at('cdn.stats.test', '/a.js')}"></script><img src="${at('cdn.ads.test', '/a.gif')}"><script src="${at('js.pay.test', '/pay.js')}"></script><img src="/go?to=${encodeURIComponent(at('cdn.ads.test', '/sent.gif'))}"><script>globalThis.own = 1</script>`;
const pages = { '/go': request => ({ status: 302, headers: { location: new URL(request.url, 'http://x').searchParams.get('to') }, body: '' }) };
const hosts = () => [...new Set(third.log().map(one => one.host))].sort();

test('without a choice: own and necessary things alone', () => stage.visit(body(), async page => {
  await pause(600);
  assert.deepEqual(hosts(), ['js.pay.test']);
  assert.deepEqual(await page.run(() => [globalThis.own, typeof globalThis.assent]), [1, 'object']);
}, { pages, headers: { 'content-security-policy': headerFor('') } }));

test('with analytics granted in both: its scripts, and nothing of the others', () => stage.visit(body(), async page => {
  await page.run(() => { globalThis.assent.save({ analytics: true }); });
  await third.until(2, 'cdn.stats.test', 2000);
  await pause(400);
  assert.deepEqual(hosts(), ['cdn.stats.test', 'js.pay.test']);
}, { pages, headers: { 'content-security-policy': headerFor('analytics') } }));
