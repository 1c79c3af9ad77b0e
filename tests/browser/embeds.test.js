// Held embeds under the real runtime: the placeholder's buttons, what follows them, and where the focus and the words go.
import test from 'node:test';
import assert from 'node:assert/strict';
import { consentFor, openStage, script, testPolicy } from './harness/index.js';

let stage;
test.before(async () => { stage = await openStage(); });
test.after(() => stage?.close());

const frame = (path = '/v.html', more = '') => `<iframe ${more} src="${stage.at('video.test', path)}" title="A talk" width="560" height="315"></iframe>`;
const press = async (page, action) => { await page.run((name) => document.querySelector(`assent-placeholder [data-assent-action="${name}"]`).focus(), action); await page.press('Enter'); };
const words = (page) => page.run(() => document.querySelector('assent-placeholder')?.innerText ?? '');
const said = (page) => page.run(() => document.querySelector('assent-banner').shadowRoot.querySelector('[role=status]').textContent);
const shown = (page) => page.run(() => !document.querySelector('assent-placeholder') && document.querySelector('iframe, video, audio').checkVisibility());
/** Where an element stands, and how big it is. */
const box = (page, selector) => page.run((wanted) => { const { x, y, width, height } = document.querySelector(wanted).getBoundingClientRect(); return [x, y, width, height]; }, selector);
/** What is left of the frame: whether it is covered, and the document in it (undefined: another origin's). */
const gone = (page) => page.run(() => { const it = document.querySelector('iframe'); return { covered: !it.checkVisibility(), document: it.contentDocument?.URL }; });
const there = (page) => page.wait(() => document.querySelector('assent-placeholder button'));

test('load once: it says that it loads, then the frame is there with the focus, and the status says so', () => stage.visit(frame('/v.html?delay=600', 'loading="lazy"'), async (page) => {
  await there(page);
  assert.equal(stage.third.log().length, 0);
  await press(page, 'once');
  assert.match(await words(page), /Loading A talk/);
  assert.equal(await shown(page), false);
  await page.wait(() => !document.querySelector('assent-placeholder'));
  assert.equal(await shown(page), true);
  assert.equal(await page.run(() => document.activeElement.localName), 'iframe');
  await page.wait(() => /A talk is loaded/.test(document.querySelector('assent-banner').shadowRoot.querySelector('[role=status]').textContent));
  assert.equal(stage.third.log().length, 1);
  assert.equal(await page.run(() => globalThis.assent.state().services.video), false, 'once is no consent');
  assert.deepEqual(page.errors, []);
}));

test('always allow: the service is granted; a withdrawal takes the frame away at once and brings the placeholder back in its box, to be allowed again', () => stage.visit(frame(), async (page) => {
  await there(page);
  const before = await box(page, 'assent-placeholder');
  await press(page, 'always');
  await page.wait(() => !document.querySelector('assent-placeholder'));
  assert.equal(await page.run(() => globalThis.assent.state().services.video), true);
  await page.run(() => globalThis.assent.withdraw());
  await there(page);
  assert.deepEqual(await gone(page), { covered: true, document: 'about:blank' });
  assert.deepEqual(await box(page, 'assent-placeholder'), before);
  await stage.third.quiet();
  assert.equal(stage.third.log().length, 1);
  await press(page, 'always');
  await page.wait(() => !document.querySelector('assent-placeholder'));
  assert.equal(await shown(page), true);
  assert.equal(stage.third.log().length, 2);
  assert.deepEqual(page.errors, []);
}));

test('a service switched off by itself takes its frame away at once, and no other', () => stage.visit(frame() + `<iframe id="other" src="${stage.at('ads.test', '/a.html')}"></iframe>`, async (page) => {
  await there(page);
  await page.run(() => globalThis.assent.acceptAll());
  await stage.third.until(2);
  await page.wait(() => !document.querySelector('assent-placeholder'));
  await page.run(() => globalThis.assent.save({ services: { video: false } }));
  await there(page);
  assert.deepEqual(await gone(page), { covered: true, document: 'about:blank' });
  assert.deepEqual(await page.run(() => [document.querySelectorAll('assent-placeholder').length, document.querySelector('#other').checkVisibility(), !!document.querySelector('#other').src]), [1, true, true]);
}));

test('a withdrawal reaches a frame that was loaded once, and one that everything was granted for before the page came', () => stage.visit(frame(), async (page) => {
  await there(page);
  await press(page, 'once');
  await page.wait(() => !document.querySelector('assent-placeholder'));
  await page.run(() => globalThis.assent.rejectAll());
  await there(page);
  assert.equal((await gone(page)).document, 'about:blank');
  await page.run(() => globalThis.assent.acceptAll());
  await page.reload();
  await page.wait(() => document.querySelector('iframe').src && globalThis.assent?.state().services.video);
  await page.run(() => globalThis.assent.withdraw());
  await there(page);
  assert.deepEqual(await gone(page), { covered: true, document: 'about:blank' });
}));

test('withdrawn while it loads: the placeholder asks again, and what had been asked for does not show', () => stage.visit(frame('/v.html?delay=700'), async (page) => {
  await there(page);
  await press(page, 'always');
  assert.match(await words(page), /Loading A talk/);
  await page.run(() => globalThis.assent.withdraw());
  await there(page);
  await new Promise((done) => { setTimeout(done, 900); });
  assert.equal(await page.run(() => document.querySelectorAll('assent-placeholder').length), 1);
  assert.equal(await shown(page), false);
  await press(page, 'once');
  await page.wait(() => !document.querySelector('assent-placeholder'));
  assert.equal(await page.run(() => document.activeElement.localName), 'iframe');
}));

for (const [how, empty, film] of [['its own address', 0, (url) => `<audio controls title="A film" src="${url}"></audio>`], ['sources', 3, (url) => `<audio controls title="A film"><source src="${url}?1"><source src="${url}?2"></audio>`]]) {
  test(`a film with ${how} stops when its consent is withdrawn, and its placeholder keeps the room that the film had`, () => stage.visit(film(stage.at('video.test', '/film.wav')), async (page) => {
    await there(page);
    assert.equal(await page.run(() => document.querySelectorAll('assent-placeholder').length), 1);
    await page.run(() => globalThis.assent.acceptAll());
    await page.wait(() => document.querySelector('audio').readyState > 1);
    const before = await box(page, 'audio');
    await page.run(() => { document.querySelector('audio').muted = true; document.querySelector('audio').loop = true; return document.querySelector('audio').play(); });
    await page.run(() => globalThis.assent.withdraw());
    await there(page);
    assert.deepEqual(await page.run(() => { const { readyState, networkState } = document.querySelector('audio'); return [readyState, networkState]; }), [0, empty]);
    assert.deepEqual(await box(page, 'assent-placeholder'), before);
  }));
}

test('a player that has a source of the site\'s own, or an address of its own, is not covered', () => stage.visit(
  `<video src="/own.wav"><source src="${stage.at('video.test', '/film.wav')}"></video><video><source src="${stage.at('video.test', '/film.wav')}"><source src="/own.wav"></video>`, async (page) => {
    await page.wait(() => globalThis.assent?.state());
    await stage.third.quiet();
    assert.equal(await page.run(() => document.querySelectorAll('assent-placeholder').length), 0);
  }));

test('consent from the banner shows an embed at once and leaves the focus alone', () => stage.visit(frame('/v.html?delay=500'), async (page) => {
  await there(page);
  await page.run(() => globalThis.assent.acceptAll());
  await page.wait(() => !document.querySelector('assent-placeholder'), null, 400);
  assert.notEqual(await page.run(() => document.activeElement.localName), 'iframe');
  assert.doesNotMatch(await said(page), /is loaded/);
}));

test('a film that does not come says so, and can be tried again', () => stage.visit(`<video controls preload="none" title="A film" width="560" height="315" src="${stage.at('video.test', '/film.wav?status=500')}"></video>`, async (page) => {
  await there(page);
  await press(page, 'once');
  await page.wait(() => /could not be loaded/.test(document.querySelector('assent-placeholder').innerText));
  const before = stage.third.log().length;
  await press(page, 'once');
  await page.wait(() => /could not be loaded/.test(document.querySelector('assent-placeholder').innerText));
  assert.ok(stage.third.log().length > before, 'it was asked for again');
}));

test('strict: the line holds for the whole page, so there is no "load once" to press in vain; "always" reloads and the frame is there', async () => {
  stage.site.set('/consent.js', script(consentFor(testPolicy((policy) => { policy.gate = { grade: 'strict' }; }))));
  const line = `<script src="/consent.js" data-line="strict"></script><meta http-equiv="Content-Security-Policy" content="default-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'"><!-- -->`;
  await stage.visit(frame(), async (page) => {
    await there(page);
    assert.deepEqual(await page.run(() => [...document.querySelectorAll('assent-placeholder button')].map((button) => button.dataset.assentAction)), ['always']);
    await press(page, 'always');
    await page.wait(() => globalThis.assent?.state().services.video && document.readyState === 'complete' && !document.querySelector('assent-placeholder'), null, 5000);
    await stage.third.until(1);
    assert.deepEqual(stage.third.log().map(({ path }) => path), ['/v.html']);
  }, { line });
});
