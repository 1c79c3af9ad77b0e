// The markups that people know from other consent tools: they must work as they are, without the gate having to recognise a host.
import test from 'node:test';
import assert from 'node:assert/strict';
import { openStage } from './harness/index.js';

let stage;
test.before(async () => { stage = await openStage(); });
test.after(() => stage?.close());

const visit = (body, story) => stage.visit(body, async (page, visitor) => {
  await story(page, visitor);
  assert.deepEqual(page.errors, []);
});
const ran = (page) => page.run(() => globalThis.ran ?? []);
const accept = (page, choice) => page.run((save) => (save ? globalThis.assent.save(save) : globalThis.assent.acceptAll()), choice);

test('type="text/plain" data-category: inline and with src, in document order', () => visit(
  `<script type="text/plain" data-category="analytics" src="${stage.at('stats.test', '/one.js?delay=200')}"></script>
   <script type="text/plain" data-category="analytics">(globalThis.ran = globalThis.ran || []).push('inline')</script>
   <script type="text/plain" data-category="marketing">(globalThis.ran = globalThis.ran || []).push('marketing')</script>
   <script type="text/plain">(globalThis.ran = globalThis.ran || []).push('never')</script>`,
  async (page) => {
    await stage.third.quiet();
    assert.deepEqual(await ran(page), []);
    assert.deepEqual(stage.third.log(), []);
    await accept(page, { analytics: true });
    await page.wait(() => globalThis.ran?.length >= 2);
    assert.deepEqual(await ran(page), ['stats.test/one.js', 'inline']);
    await accept(page);
    await page.wait(() => globalThis.ran?.length >= 3);
    assert.deepEqual(await ran(page), ['stats.test/one.js', 'inline', 'marketing']);
    await stage.third.quiet();
    assert.equal(stage.third.log().length, 1);
  }));

test('data-category rules over the host: an own file under a category waits too', () => visit(
  '<script type="text/plain" data-category="analytics" src="/own.js"></script>',
  async (page) => {
    assert.equal(stage.site.log().filter(({ path }) => path === '/own.js').length, 0);
    await accept(page, { analytics: true });
    await page.wait(() => globalThis.ran?.length);
    assert.deepEqual(await ran(page), ['site.localhost/own.js']);
  }));

test('data-service: a service of its own is enough', () => visit(
  `<script type="text/plain" data-service="stats" src="${stage.at('stats.test', '/s.js')}"></script>
   <script type="text/plain" data-service="ads" src="${stage.at('ads.test', '/a.js')}"></script>`,
  async (page) => {
    await accept(page, { stats: true });
    await page.wait(() => globalThis.ran?.length);
    await stage.third.quiet();
    assert.deepEqual(await ran(page), ['stats.test/s.js']);
  }));

test('data-src: frames and images get their address with consent', () => visit(
  `<iframe data-category="social" data-src="${stage.at('video.test', '/v.html')}" title="A video"></iframe>
   <img data-category="marketing" data-src="${stage.at('ads.test', '/p.gif')}" alt="">`,
  async (page) => {
    await stage.third.quiet();
    assert.deepEqual(stage.third.log(), []);
    await accept(page, { social: true });
    await stage.third.until(1);
    await stage.third.quiet();
    assert.deepEqual(stage.third.log().map(({ host, path }) => host + path), ['video.test/v.html']);
    await accept(page);
    await stage.third.until(2);
    await stage.third.quiet();
    assert.deepEqual(stage.third.log().map(({ host, path }) => host + path), ['video.test/v.html', 'ads.test/p.gif']);
  }));

test('<template data-category>: its content is put in its place, scripts run once', () => visit(
  `<div id="place"><template data-category="analytics"><b>here</b><img src="${stage.at('stats.test', '/t.gif')}" alt="">
   <script>(globalThis.ran = globalThis.ran || []).push('template')</script></template></div>`,
  async (page) => {
    await stage.third.quiet();
    assert.deepEqual(stage.third.log(), []);
    assert.equal(await page.run(() => document.querySelector('#place b')), null);
    await accept(page, { analytics: true });
    await page.wait(() => globalThis.ran?.length);
    await stage.third.until(1);
    assert.equal(await page.run(() => document.querySelector('#place b').textContent), 'here');
    assert.deepEqual(await ran(page), ['template']);
    assert.equal(stage.third.log().length, 1);
  }));

test('an id that the policy does not know stays held, even after accept all', () => visit(
  '<script type="text/plain" data-category="no-such">(globalThis.ran = globalThis.ran || []).push("x")</script>',
  async (page) => {
    await accept(page);
    await stage.third.quiet();
    assert.deepEqual(await ran(page), []);
  }));

test('markup that comes later is treated alike', () => visit('<div id="place"></div>', async (page) => {
  const insert = () => page.run((url) => {
    const script = Object.assign(document.createElement('script'), { type: 'text/plain', src: url });
    script.dataset.category = 'analytics';
    document.querySelector('#place').append(script);
  }, stage.at('stats.test', '/late.js'));
  await insert();
  await stage.third.quiet();
  assert.deepEqual(stage.third.log(), []);
  await accept(page, { analytics: true });
  await page.wait(() => globalThis.ran?.length === 1);
  await insert();
  await page.wait(() => globalThis.ran?.length === 2);
  assert.equal(stage.third.log().length, 2);
}));

// A tree of many is looked through another way than a small one, and markup that can hold nothing is passed unread.
for (const count of [1, 30]) test(`what is held is found among ${count} others: a copy, an owner's mark, a frame, an inline script`, () => visit('<div id="place"></div>', async (page) => {
  const made = await page.run(([url, count]) => {
    const tree = document.createElement('div'), frame = document.createElement('iframe'), image = document.createElement('IMG'), owned = document.createElement('script');
    tree.innerHTML = '<p class="a">text</p>'.repeat(count);
    image.src = url;
    Object.assign(owned, { type: 'text/plain', text: '(globalThis.ran = globalThis.ran || []).push("owned")' }).dataset.category = 'analytics';
    tree.lastChild.append(frame, image.cloneNode(), owned);
    document.querySelector('#place').append(tree);
    tree.insertAdjacentHTML('beforeend', `<p>plain</p><IMG/SRC\n=${url}?2>`);
    frame.contentWindow.fetch(`${url}?3`).catch(() => {});
    return [tree.querySelector('img').src, tree.lastElementChild.src];
  }, [stage.at('stats.test', '/t.gif'), count]);
  assert.deepEqual(made, ['', '?2'].map(query => stage.at('stats.test', '/t.gif') + query));
  await stage.third.quiet();
  assert.deepEqual(stage.third.log(), []);
  assert.deepEqual(await ran(page), []);
  await accept(page, { analytics: true });
  await page.wait(() => globalThis.ran?.length);
  await stage.third.until(3);
  assert.deepEqual(await ran(page), ['owned']);
}));
