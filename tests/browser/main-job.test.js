// The main job, end to end, judged where it counts: at the stand-ins' own logs and in the browser's cookie jar, on the demo's unchanged page.
import test from 'node:test';
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { launch } from './harness/index.js';
import { startDemo } from '../../demo/server.js';

const theirs = /^(__utm[abcz]|calltracks(Guid|Data).*|id|imp|reader)$/;
// What one page view brings the third parties when everything is allowed: each of these once.
const everything = [
  'ga.localhost/ga.js', 'ga.localhost/__utm.gif', 'calltracks.localhost/calltracks.js', 'calltracks.localhost/visit',
  'doubleclick.localhost/remarketing.js', 'doubleclick.localhost/viewthroughconversion/9724410/', 'doubleclick.localhost/activity.gif', 'doubleclick.localhost/advertisement.html',
  'teracent.localhost/tase.js', 'teracent.localhost/tase/pixel.gif', 'social.localhost/plugin.js', 'social.localhost/post/4417', 'social.localhost/share/count.json',
].sort();
const measuring = everything.filter((request) => /^(ga|calltracks)/.test(request));

let demo, browser;
test.before(async () => {
  demo = await startDemo({ port: 0 });
  browser = await launch('chromium');
});
test.after(async () => {
  await browser?.close();
  await demo?.close();
});

const address = (path = '/', host = '127.0.0.1') => `http://${host}:${demo.port}${path}`;
const asked = () => demo.log().map(({ host, path }) => host + path.replace(/\?.*/, '')).sort();
const theirCookies = async (visitor) => (await visitor.cookies()).map(({ name, domain }) => ({ name, domain })).filter(({ name }) => theirs.test(name));

/** Nothing has reached a third party for a while, so the logs may be read. */
async function quiet(ms = 600) {
  for (let count = -1; count !== demo.log().length;) { count = demo.log().length; await pause(ms); }
}
async function settled(count) {
  for (const end = Date.now() + 6000; demo.log().length < count && Date.now() < end;) await pause(25);
  await quiet(250);
}

/** The promise before a choice and after a refusal. Every assertion of the main job about "nothing" is this one. */
async function nothingLeaked(visitor) {
  await quiet();
  assert.deepEqual(asked(), []);
  assert.deepEqual(await theirCookies(visitor), []);
}

/** Opens the demo for a new visitor, runs `story`, and lets the visitor go. The stand-ins' logs begin empty. */
async function visit(story, { path, host, ...options } = {}) {
  demo.reset();
  const visitor = await browser.visitor(options);
  try {
    const page = await visitor.page();
    await page.open(address(path, host));
    await story(page, visitor);
    assert.deepEqual(page.errors, []);
  } finally {
    await visitor.close();
  }
}

const press = (page, action) => page.click(`[data-assent-action="${action}"]`);
const status = (page) => page.run(() => globalThis.assent.state().status);
const listen = (page) => page.run(() => {
  globalThis.deeds = [];
  document.addEventListener('stand-in', (event) => globalThis.deeds.push(event.detail));
});

test('before a choice no third party hears of the visit, and the page works', () => visit(async (page, visitor) => {
  await nothingLeaked(visitor);
  assert.equal(await status(page), 'unset');
  assert.equal(await page.run(() => document.querySelector('.telephone').textContent), '020 7946 0100');
  // The site's own form goes on.
  await page.run(() => {
    document.querySelector('#callback [name=name]').value = 'Ada';
    document.querySelector('#callback [name=number]').value = '1';
    document.querySelector('#callback button').click();
  });
  assert.match(await page.run(() => document.querySelector('#callback output').textContent), /Thank you, Ada/);
  assert.equal(await page.run(() => /form_guard=1/.test(document.cookie)), true);
}, { wholeProfile: true }));

test('the same assertions find the leak when the gate is switched off', () => visit(async (page, visitor) => {
  await settled(everything.length);
  await assert.rejects(nothingLeaked(visitor), (error) => error.code === 'ERR_ASSERTION');
  assert.deepEqual(asked(), everything);
  const names = (await theirCookies(visitor)).map(({ name }) => name).sort();
  assert.deepEqual(names, ['__utma', '__utmb', '__utmc', '__utmz', 'calltracksData2041', 'calltracksGuid2041', 'id', 'imp', 'reader']);
}, { path: '/?without-assent', wholeProfile: true }));

test('after a refusal and a reload nothing reaches a third party, and nobody is asked again', () => visit(async (page, visitor) => {
  await press(page, 'reject-all');
  assert.equal(await status(page), 'chosen');
  await nothingLeaked(visitor);
  await page.reload();
  await nothingLeaked(visitor);
  assert.equal(await page.run(() => globalThis.assent.state().ask), false);
  assert.equal(await page.run(() => document.querySelector('[data-assent-action="accept-all"]')), null);
}, { wholeProfile: true }));

test('after accept each loads once, scripts in document order, with their cookies', () => visit(async (page, visitor) => {
  await listen(page);
  await press(page, 'accept-all');
  await settled(everything.length);
  assert.deepEqual(asked(), everything);

  const scripts = demo.log().map(({ path }) => path.replace(/\?.*/, '')).filter((path) => ['/calltracks.js', '/remarketing.js', '/tase.js'].includes(path));
  assert.deepEqual(scripts, ['/calltracks.js', '/remarketing.js', '/tase.js']);
  const first = (await page.run(() => globalThis.deeds)).map(({ id }) => id).filter((id, at, all) => all.indexOf(id) === at);
  assert.deepEqual(first.filter((id) => ['calltracks', 'doubleclick', 'teracent'].includes(id)), ['calltracks', 'doubleclick', 'teracent']);
  assert.notEqual(await page.run(() => document.querySelector('.telephone').textContent), '020 7946 0100');

  const jar = Object.fromEntries((await visitor.cookies()).map((cookie) => [cookie.name, cookie]));
  const lasts = (name) => jar[name].expires - Date.now() / 1000;
  const near = (name, seconds) => assert.ok(Math.abs(lasts(name) - seconds) < 60, `${name} lasts ${lasts(name)} s`);
  near('__utma', 400 * 86400); // it asks for 730 days, and browsers cut at 400 (RFC 6265bis, 5.5)
  near('__utmb', 30 * 60);
  near('__utmz', 182 * 86400);
  assert.equal(jar.__utmc.session, true);
  assert.ok(jar.calltracksGuid2041 && jar.calltracksData2041);
}));

test('with consent on record a page loads as it always did', () => visit(async (page) => {
  await press(page, 'accept-all');
  await settled(everything.length);
  demo.reset();
  await page.reload();
  await settled(everything.length);
  assert.deepEqual(asked(), everything);
}));

for (const host of ['127.0.0.1', 'conversationware.localhost']) {
  test(`after withdrawal their cookies are gone, after a reload so are the requests (${host})`, () => visit(async (page, visitor) => {
    await press(page, 'accept-all');
    await settled(everything.length);
    assert.equal((await theirCookies(visitor)).length, 6);
    await page.run(() => globalThis.assent.withdraw());
    for (let i = 0; i < 40 && (await theirCookies(visitor)).length; i++) await pause(50);
    assert.deepEqual(await theirCookies(visitor), []);
    assert.equal(await status(page), 'withdrawn');
    demo.reset();
    await page.reload();
    await nothingLeaked(visitor);
  }, { host }));
}

test('analytics alone releases no advertising and no social content', () => visit(async (page, visitor) => {
  await page.run(() => globalThis.assent.save({ analytics: true }));
  await settled(measuring.length);
  assert.deepEqual(asked(), measuring);
  demo.reset();
  await page.reload();
  await settled(measuring.length);
  assert.deepEqual(asked(), measuring);
  assert.deepEqual((await theirCookies(visitor)).map(({ name }) => name).sort(), ['__utma', '__utmb', '__utmc', '__utmz', 'calltracksData2041', 'calltracksGuid2041']);
}));

/** What has the focus: the name of its action, or of its switch. */
const focused = (page) => page.run(() => {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element?.dataset.assentAction ?? element?.id ?? '';
});
async function tabTo(page, wanted, most = 40) {
  const seen = [];
  for (let i = 0; i < most; i++) {
    await page.press('Tab');
    seen.push(await focused(page));
    if (seen.at(-1) === wanted) return seen;
  }
  throw new Error(`${wanted} is not reached by Tab: ${seen.join(', ')}`);
}

test('with the keyboard alone: refuse', () => visit(async (page, visitor) => {
  const way = await tabTo(page, 'reject-all', 4); // the banner comes first
  assert.ok(way.length <= 3, way.join());
  await page.press('Enter');
  assert.equal(await status(page), 'chosen');
  await nothingLeaked(visitor);
}));

test('with the keyboard alone: into the preferences, one category on, save; later withdraw', () => visit(async (page) => {
  await tabTo(page, 'preferences', 4);
  await page.press('Enter');
  await page.wait(() => document.querySelector('#assent-category-analytics'));
  await tabTo(page, 'assent-category-analytics');
  assert.equal(await page.run(() => document.activeElement.checked), false);
  await page.press('Space');
  await tabTo(page, 'save');
  await page.press('Enter');
  await settled(measuring.length);
  assert.deepEqual(asked(), measuring);
  assert.equal(await page.run(() => globalThis.assent.state().categories.analytics), true);
  assert.equal(await page.run(() => globalThis.assent.state().categories.marketing), false);

  // The control that stays brings the preferences back; there consent is withdrawn.
  await tabTo(page, 'preferences', 60);
  await page.press('Enter');
  await tabTo(page, 'withdraw');
  await page.press('Enter');
  await page.wait(() => globalThis.assent.state().status === 'withdrawn');
}));
