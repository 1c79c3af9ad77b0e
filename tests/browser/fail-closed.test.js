// When Assent itself fails, nothing leaks and nothing breaks: third parties stay held, the page's own scripts run, and
// `assent:failure` tells what happened and why.
import test from 'node:test';
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { consentFor, distPages, openStage, pauseLine, script, testPolicy } from './harness/index.js';

let stage;
test.before(async () => { stage = await openStage(); });
test.after(() => stage?.close());

const body = () => `<script src="/own.js"></script><script src="${stage.at('stats.test', '/s.js')}"></script>
  <iframe src="${stage.at('video.test', '/v.html')}" title="A video"></iframe><script src="/after.js"></script>`;
// Before Assent, so that nothing is missed: the gate opens the document anew, and listeners of before are gone then, as the platform has it.
const record = () => {
  globalThis.failures = [];
  const { dispatchEvent } = EventTarget.prototype;
  EventTarget.prototype.dispatchEvent = function (event) {
    if (this === document && event.type === 'assent:failure') globalThis.failures.push(event.detail);
    return dispatchEvent.call(this, event);
  };
};
const ownScripts = ['site.localhost/own.js', 'site.localhost/after.js'];

/** Held, running, told. */
async function failedClosed(page, told) {
  await page.wait(() => globalThis.failures.length);
  // Later insertions are held as well.
  await page.run((url) => {
    document.body.append(Object.assign(document.createElement('script'), { src: url }));
    fetch(url).catch(() => {});
    navigator.sendBeacon(url);
  }, stage.at('ads.test', '/a.js'));
  await stage.third.quiet();
  assert.deepEqual(stage.third.log(), []);
  assert.deepEqual(await page.run(() => globalThis.ran), ownScripts);
  const failure = (await page.run(() => globalThis.failures))[0];
  assert.match(failure.code, told);
  assert.ok(failure.message.length > 10, 'the failure says why');
  assert.deepEqual(page.errors, []);
}

test('a damaged image', () => stage.visit(body(), (page) => failedClosed(page, /^image-/), {
  init: record, consent: damage(),
}));

/** The built file with one byte of its policy image changed: a letter of a text that stands in the image and nowhere else. */
function damage() {
  const consent = consentFor(testPolicy((policy) => { policy.site.name = 'Canary Islands'; }));
  assert.equal(consent.split('Canary Islands').length, 2, 'the image’s text is found once');
  return consent.replace('Canary Islands', 'Canary Jslands');
}

const noWasm = { 'content-security-policy': "script-src 'self' http://*.test:*" };
test('WebAssembly refused by the page’s CSP, and nothing to put in its place', () => stage.visit(body(), async (page) => {
  await failedClosed(page, /wasm/);
  assert.ok((await page.run(() => globalThis.failures)).some(({ code }) => code === 'no-core'));
}, { init: record, headers: noWasm, pages: { '/assent-core.js': { status: 404, body: '' } } }));

test('WebAssembly refused by the page’s CSP: the same core as JavaScript takes over', () => stage.visit(body(), async (page) => {
  await page.wait(() => globalThis.assent.state());
  await page.wait(() => document.querySelector('[data-assent-action="accept-all"]'));
  await failedClosed(page, /wasm/);
  await page.click('[data-assent-action="accept-all"]');
  await stage.third.until(3);
  assert.equal(await page.run(() => globalThis.assent.state().source), 'accept-all');
}, { init: record, headers: noWasm }));

test('a core that traps in the middle of a visit', () => stage.visit(body(), async (page) => {
  assert.equal(await page.run(() => globalThis.assent.state().status), 'unset');
  await page.run(() => { globalThis.trapNow = true; });
  await page.run(() => { try { globalThis.assent.acceptAll(); } catch { /* told by the event */ } });
  await failedClosed(page, /trap|core/);
}, { init: [record, trapLater] }));

/** Runs before Assent: every function of every WebAssembly instance will trap once `trapNow` is set. */
function trapLater() {
  const { Instance } = WebAssembly;
  WebAssembly.Instance = function (...args) {
    const instance = new Instance(...args);
    const exports = {};
    for (const [name, value] of Object.entries(instance.exports)) {
      exports[name] = typeof value !== 'function' ? value : (...given) => {
        if (globalThis.trapNow) throw new WebAssembly.RuntimeError('unreachable');
        return value(...given);
      };
    }
    return { exports };
  };
}

test('cookies disabled: held until the choice, which then holds for this page; the failure says that it can’t be kept', () => stage.visit(body(), async (page, visitor) => {
  await stage.third.quiet();
  assert.deepEqual(stage.third.log(), []);
  assert.deepEqual(await page.run(() => globalThis.ran), ownScripts);
  await page.click('[data-assent-action="accept-all"]');
  await page.wait(() => globalThis.failures.length);
  assert.match((await page.run(() => globalThis.failures))[0].code, /cookie/);
  assert.deepEqual(await visitor.cookies(), []);
  await page.run(() => { dispatchEvent(new Event('pageshow')); document.dispatchEvent(new Event('visibilitychange')); });
  assert.equal(await page.run(() => globalThis.assent.state().source), 'accept-all', 'a visitor who comes back to the page is not asked anew');
  stage.third.reset();
  await page.reload();
  await stage.third.quiet();
  assert.deepEqual(stage.third.log(), [], 'without a record the next page holds again');
  assert.deepEqual(page.errors, []);
}, { init: record, wholeProfile: { profile: { default_content_setting_values: { cookies: 2 } } } }));

const unbuilt = (policy) => pauseLine.replace('"/consent.js"', `"/dist/assent.js" data-policy="${policy}"`);
test('an unreachable policy', () => stage.visit(body(), (page) => failedClosed(page, /policy/), {
  init: record, pages: distPages(), line: unbuilt('/nowhere.json'),
}));

test('a policy with mistakes', () => stage.visit(body(), (page) => failedClosed(page, /policy/), {
  init: record, pages: { ...distPages(), '/broken.json': { headers: { 'content-type': 'application/json' }, body: '{"assent":1,"services":7}' } },
  line: unbuilt('/broken.json'),
}));

test('the script that holds the line is missing: nothing of Assent is there, and the page still works', () => stage.visit(body(), async (page) => {
  assert.deepEqual((await page.run(() => globalThis.ran)).filter((name) => name.startsWith('site.')), ownScripts);
  assert.ok(stage.third.log().length > 0, 'smooth can’t hold without its script; that is what strict is for');
}, { init: record, pages: { '/consent.js': script('throw new Error("lost on the way")') }, line: '<script src="/consent.js"></script>' }));

test('a style sheet of the site’s own that never comes is read once, and loaded as it is then', { timeout: 30000 }, () => stage.visit('<p>text</p>', async (page) => {
  await page.open(stage.site.url(), { until: 'commit' });
  const asked = () => stage.site.log().filter(({ path }) => path === '/never.css').map(({ dest }) => dest);
  for (const end = Date.now() + 10000; Date.now() < end && !asked().includes('style');) await pause(100);
  assert.deepEqual(asked(), ['empty', 'style']);
}, { open: false, head: '<link rel="stylesheet" href="/never.css">', pages: { '/never.css': { delay: 6000, headers: { 'content-type': 'text/css' }, body: '' } } }));

test('a page of the site’s own in an <object> or <embed> is held however late it comes', { timeout: 30000 }, () => stage.visit('<object data="/late.html"></object><embed src="/late.html?embed">', async (page) => {
  await page.open(stage.site.url(), { until: 'commit' });
  await pause(6000);
  await stage.third.quiet();
  assert.deepEqual(stage.third.log(), []);
  await page.click('[data-assent-action="accept-all"]');
  await stage.third.until(2);
}, { open: false, pages: {
  // Late for whoever reads it; whoever shows it has it at once.
  '/late.html': ({ headers }) => ({ delay: headers['sec-fetch-dest'] === 'empty' ? 5000 : 0, body: `<script src="${stage.at('stats.test', '/s.js')}"></script>` }),
} }));
