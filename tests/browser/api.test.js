// The page's own door to Assent: window.assent, the document's events, the attributes on controls.
import test from 'node:test';
import assert from 'node:assert/strict';
import { openStage } from './harness/index.js';

let stage;
test.before(async () => { stage = await openStage(); });
test.after(() => stage?.close());

// Stands in the head, after Assent, as a page's own script would.
const record = `<script>
  globalThis.heard = [];
  for (const name of ['ready', 'change', 'hold', 'release', 'failure']) {
    document.addEventListener('assent:' + name, (event) => heard.push({ name, by: 'document', detail: event.detail }));
    assent.on(name, (detail) => heard.push({ name, by: 'on', detail }));
  }
</script>`;
const body = () => `<p>text</p><script src="${stage.at('stats.test', '/s.js')}"></script><script src="${stage.at('ads.test', '/a.js')}"></script>
  <script src="${stage.at('pay.test', '/p.js')}"></script><script src="${stage.at('unknown.test', '/u.js')}"></script><button id="settings" data-assent-open>Settings</button>`;
const visit = (story, options) => stage.visit(body(), async (page, visitor) => {
  await story(page, visitor);
  assert.deepEqual(page.errors, []);
}, { head: record, ...options });
const state = (page) => page.run(() => globalThis.assent.state());
const heard = (page, name, by) => page.run((wanted) => globalThis.heard.filter((event) => event.name === wanted.name && event.by === wanted.by).map(({ detail }) => detail), { name, by });

test('state() tells the state, as a copy that nobody can use to change it', () => visit(async (page) => {
  const before = await state(page);
  assert.equal(before.status, 'unset');
  assert.equal(before.ask, true);
  assert.equal(before.record, '');
  assert.deepEqual(before.categories, { necessary: true, analytics: false, marketing: false, social: false });
  assert.deepEqual(before.services, { pay: true, stats: false, ads: false, video: false });
  await page.run(() => { try { globalThis.assent.state().services.ads = true; } catch { /* frozen is fine too */ } });
  assert.equal((await state(page)).services.ads, false);
  assert.deepEqual(stage.third.log('ads.test'), []);
}));

test('acceptAll() grants everything that is declared; what nobody declared stays held', () => visit(async (page) => {
  await page.run(() => globalThis.assent.acceptAll());
  await stage.third.until(3);
  await stage.third.quiet();
  assert.deepEqual(stage.third.log().map(({ host }) => host).sort(), ['ads.test', 'pay.test', 'stats.test']);
  const { status, source, services, at, expires, id } = await state(page);
  assert.deepEqual({ status, source }, { status: 'chosen', source: 'accept-all' });
  assert.ok(Object.values(services).every(Boolean));
  assert.ok(Math.abs(at - Date.now() / 1000) < 30);
  assert.ok(expires > at);
  assert.match(id, /^[0-9a-f]{16}$/);
}));

test('rejectAll() is remembered', () => visit(async (page, visitor) => {
  await page.run(() => globalThis.assent.rejectAll());
  await page.reload();
  const { status, source, ask, services } = await state(page);
  assert.deepEqual({ status, source, ask }, { status: 'chosen', source: 'reject-all', ask: false });
  assert.deepEqual(services, { pay: true, stats: false, ads: false, video: false });
  const [cookie, ...others] = await visitor.cookies();
  assert.equal(cookie.name, 'cookie_consent');
  assert.ok(cookie.value.length <= 64);
  assert.equal(cookie.sameSite, 'Lax');
  assert.deepEqual(others, []);
}));

test('save() takes categories and services, and a second choice is a change', () => visit(async (page) => {
  await page.run(() => globalThis.assent.save({ analytics: true }));
  assert.deepEqual((await state(page)).services, { pay: true, stats: true, ads: false, video: false });
  assert.equal((await state(page)).status, 'chosen');
  await page.run(() => globalThis.assent.save({ analytics: false, video: true }));
  const now = await state(page);
  assert.deepEqual(now.services, { pay: true, stats: false, ads: false, video: true });
  assert.equal(now.status, 'changed');
  assert.equal(now.source, 'save');
}));

test('withdraw() takes consent back and says so', () => visit(async (page, visitor) => {
  await page.run(() => {
    globalThis.assent.acceptAll();
    document.cookie = 'stats_id=1; path=/';
    document.cookie = 'ads_list=1; path=/';
    document.cookie = 'own=1; path=/';
    localStorage.setItem('stats:visits', '3');
    localStorage.setItem('own', '1');
  });
  await page.run(() => globalThis.assent.withdraw());
  assert.equal((await state(page)).status, 'withdrawn');
  assert.deepEqual((await state(page)).services, { pay: true, stats: false, ads: false, video: false });
  assert.deepEqual((await visitor.cookies()).map(({ name }) => name).sort(), ['cookie_consent', 'own']);
  assert.deepEqual(await page.run(() => Object.keys(localStorage)), ['own']);
}));

test('show() opens either layer, [data-assent-open] the preferences; every control says what it does', () => visit(async (page) => {
  const actions = () => page.run(() => [...document.querySelectorAll('[data-assent-action]')].map((control) => control.dataset.assentAction));
  assert.deepEqual((await actions()).sort(), ['accept-all', 'preferences', 'reject-all']);
  await page.run(() => globalThis.assent.show('preferences'));
  for (const action of ['accept-all', 'reject-all', 'save', 'close']) assert.ok((await actions()).includes(action), action);
  await page.click('[data-assent-action="close"]');
  await page.run(() => globalThis.assent.rejectAll());
  await page.click('#settings');
  await page.wait(() => document.querySelector('[data-assent-action="save"]'));
  await page.press('Escape');
  await page.wait(() => !document.querySelector('[data-assent-action="save"]'));
  await page.run(() => globalThis.assent.show('banner'));
  assert.ok((await actions()).includes('accept-all'));
}));

test('explain() says what would become of an address, and why', () => visit(async (page) => {
  const explain = (path) => page.run((url) => {
    const { verdict, reason, category, service } = globalThis.assent.explain(url);
    return [verdict, reason, category, service];
  }, path);
  assert.deepEqual(await explain(stage.at('stats.test', '/x')), ['hold', 'not-asked', 'analytics', 'stats']);
  assert.deepEqual(await explain(stage.at('pay.test', '/x')), ['allow', 'exempt', 'necessary', 'pay']);
  assert.deepEqual(await explain('/own.js'), ['allow', 'first-party', '', '']);
  assert.deepEqual((await explain(stage.at('unknown.test', '/x'))).slice(0, 2), ['hold', 'unclassified']);
  await page.run(() => globalThis.assent.save({ analytics: true }));
  assert.deepEqual((await explain(stage.at('stats.test', '/x'))).slice(0, 2), ['allow', 'granted']);
  const [verdict, reason] = await explain(stage.at('ads.test', '/x'));
  assert.deepEqual([verdict, reason], ['drop', 'refused']);
}));

test('events: ready once, hold with the reason, change and release with a choice', () => visit(async (page) => {
  assert.equal((await heard(page, 'ready', 'on')).length, 1);
  // What the page's own markup held came before any script of the page; `on` tells it all the same.
  const found = Object.fromEntries((await heard(page, 'hold', 'on')).map(({ url, kind, reason, service }) => [new URL(url).hostname, { kind, reason, service }]));
  assert.deepEqual(found['stats.test'], { kind: 'script', reason: 'not-asked', service: 'stats' });
  assert.deepEqual(found['ads.test'], { kind: 'script', reason: 'not-asked', service: 'ads' });
  assert.equal(found['unknown.test'].reason, 'unclassified');
  assert.equal('pay.test' in found, false);

  await page.run((url) => { new Image().src = url; }, stage.at('ads.test', '/late.gif'));
  assert.deepEqual((await heard(page, 'hold', 'document')).at(-1), { kind: 'image', subject: stage.at('ads.test', '/late.gif'), url: stage.at('ads.test', '/late.gif'),
    verdict: 'hold', reason: 'not-asked', category: 'marketing', service: 'ads' });

  for (const by of ['document', 'on']) assert.deepEqual(await heard(page, 'change', by), []);
  await page.run(() => globalThis.assent.save({ analytics: true }));
  await page.wait(() => globalThis.heard.some(({ name }) => name === 'release'));
  await stage.third.quiet();
  for (const by of ['document', 'on']) {
    assert.deepEqual((await heard(page, 'change', by)).map(({ source }) => source), ['save']);
    assert.deepEqual((await heard(page, 'release', by)).map(({ kind, service }) => [kind, service]), [['script', 'stats']]);
    assert.deepEqual(await heard(page, 'failure', by), []);
  }
}));

test('on() hears the same events by their short names, and can be taken back', () => visit(async (page) => {
  await page.run(() => {
    globalThis.changes = [];
    globalThis.stop = globalThis.assent.on('change', (state) => globalThis.changes.push(state.source ?? state.state?.source));
    globalThis.assent.rejectAll();
  });
  assert.deepEqual(await page.run(() => globalThis.changes), ['reject-all']);
  await page.run(() => { globalThis.stop(); globalThis.assent.acceptAll(); });
  assert.deepEqual(await page.run(() => globalThis.changes), ['reject-all']);
}));

test('a page that listens with a broken function breaks nothing', () => visit(async (page) => {
  await page.run(() => { globalThis.assent.on('change', () => { throw new Error('the page’s own mistake'); }); });
  await page.run(() => { try { globalThis.assent.acceptAll(); } catch { globalThis.thrown = true; } });
  await stage.third.until(3);
  assert.equal((await state(page)).status, 'chosen');
  assert.equal(await page.run(() => globalThis.thrown), undefined);
  page.errors.length = 0; // its own mistake is reported as such
}));
