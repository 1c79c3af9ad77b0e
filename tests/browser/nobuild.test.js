// The install without a build: one script, a policy file beside it. Everything is held until the policy has been fetched and compiled.
import test from 'node:test';
import assert from 'node:assert/strict';
import { distPages, openStage, pauseLine, testPolicy } from './harness/index.js';

let stage, pages;
test.before(async () => {
  pages = distPages();
  stage = await openStage();
});
test.after(() => stage?.close());

const line = pauseLine.replace('"/consent.js"', '"/dist/assent.js" data-policy="/policy.json"');
const policyPage = (delay = 0) => ({ delay, headers: { 'content-type': 'application/json' }, body: JSON.stringify(testPolicy()) });
const body = () => `<script>document.cookie = 'stats_id=early; path=/'; document.cookie = 'own=1; path=/';</script>
  <script src="${stage.at('stats.test', '/s.js')}"></script><script src="${stage.at('pay.test', '/p.js')}"></script><script src="/own.js"></script>
  <iframe src="${stage.at('video.test', '/v.html')}" title="A video"></iframe>`;
const visit = (story, delay) => stage.visit(body(), async (page, visitor) => {
  await story(page, visitor);
  assert.deepEqual(page.errors, []);
}, { line, pages: { ...pages, '/policy.json': policyPage(delay) } });
const ready = (page) => page.wait(() => globalThis.assent?.state()?.fingerprint);
const hosts = () => stage.third.log().map(({ host }) => host).sort();

test('asks, holds, and lets go with consent', () => visit(async (page, visitor) => {
  await ready(page);
  await page.wait(() => document.querySelector('[data-assent-action="accept-all"]'));
  await stage.third.until(1);
  await stage.third.quiet();
  assert.deepEqual(hosts(), ['pay.test']); // exempt: released as soon as the policy is known
  assert.deepEqual((await visitor.cookies()).map(({ name }) => name), ['own']);
  await page.click('[data-assent-action="accept-all"]');
  await stage.third.until(3);
  await stage.third.quiet();
  assert.deepEqual(hosts(), ['pay.test', 'stats.test', 'video.test']);
  assert.deepEqual((await page.run(() => globalThis.ran)).sort(), ['pay.test/p.js', 'site.localhost/own.js', 'stats.test/s.js']);
}));

test('while the policy is on its way third parties wait and the page works', () => visit(async (page) => {
  assert.deepEqual(hosts(), []);
  assert.deepEqual(await page.run(() => globalThis.ran), ['site.localhost/own.js']);
  await ready(page);
  await stage.third.until(1);
  assert.deepEqual(hosts(), ['pay.test']);
}, 700));

test('a refusal holds on the next page', () => visit(async (page) => {
  await ready(page);
  await page.run(() => globalThis.assent.rejectAll());
  await page.reload();
  await ready(page);
  await stage.third.quiet();
  assert.ok(hosts().every((host) => host === 'pay.test'), hosts().join());
  assert.equal(await page.run(() => globalThis.assent.state().ask), false);
}));

test('consent given before lets everything load', () => visit(async (page) => {
  await ready(page);
  await page.run(() => globalThis.assent.acceptAll());
  await stage.third.until(3);
  stage.third.reset();
  await page.reload();
  await stage.third.until(3);
  await stage.third.quiet();
  assert.deepEqual(hosts(), ['pay.test', 'stats.test', 'video.test']);
}));
