// A page that comes back by history, with held things in it, after the visitor has chosen in another tab: the choice holds at once, whether the
// browser kept the page (back/forward cache) or loads it again.
import test from 'node:test';
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { openStage } from './harness/index.js';

const stages = {};
test.after(() => Promise.all(Object.values(stages).map(stage => stage.close())));
const pages = { '/elsewhere': '<!doctype html><title>Elsewhere</title><p>elsewhere' };
const asked = (stage, host, path) => stage.third.log(host).filter(request => request.path === path).length;
/** Resolves when the page's state grants analytics, or no longer does. */
const knows = (page, granted) => page.wait(wanted => globalThis.assent?.state()?.categories.analytics === wanted, granted);
const show = (page, address) => page.run(src => { new Image().src = src; }, address);

for (const name of ['chromium', 'firefox']) {
  /** Opens the page, goes elsewhere, chooses in another tab, and comes back; `before(page, stage)` and `story(page, stage)` are asked at either end. */
  const comeBack = async (choose, story, before = () => {}) => {
    const stage = stages[name] ??= await openStage(name), { at } = stage;
    // Without a script that the parser asks for: Firefox reads ahead of ours (docs/gate.md).
    const body = `<script>document.body.append(Object.assign(new Image(), { src: '${at('stats.test', '/held.gif')}' }), Object.assign(new Image(), { src: '${at('ads.test', '/held.gif')}' }))</script>`;
    await stage.visit(body, async (page, visitor) => {
      await before(page, stage);
      await page.open(stage.site.url('/elsewhere'));
      const other = await visitor.page();
      await other.open(stage.site.url());
      await other.run(choose);
      await other.close();
      stage.third.reset();
      await page.goBack({ until: 'commit' });
      await story(page, stage);
    }, { pages });
  };

  test(`${name}: what was held comes alive by a choice that was made in another tab meanwhile, and nothing else does`, { timeout: 40000 }, () =>
    comeBack(() => { globalThis.assent.save({ analytics: true }); }, async (page, stage) => {
      await knows(page, true);
      await stage.third.until(1, 'stats.test');
      await pause(300);
      assert.equal(asked(stage, 'stats.test', '/held.gif'), 1);
      assert.deepEqual(stage.third.log('ads.test'), []);
      assert.equal(await page.run(() => document.querySelectorAll('assent-banner').length && globalThis.assent.state().ask), false, 'it is not asked again');
    }));

  test(`${name}: a consent that was withdrawn in another tab meanwhile is withdrawn here`, { timeout: 40000 }, () =>
    comeBack(() => { globalThis.assent.withdraw(); }, async (page, stage) => {
      await knows(page, false);
      await show(page, stage.at('stats.test', '/after.gif'));
      await pause(500);
      assert.equal(asked(stage, 'stats.test', '/after.gif'), 0);
    }, async (page, stage) => {
      await page.run(() => { globalThis.assent.save({ analytics: true }); });
      await stage.third.until(1, 'stats.test');
      assert.equal(asked(stage, 'stats.test', '/held.gif'), 1, 'granted at first');
    }));
}

// A channel's message, or a cookie that changes under a page that must not be stored, makes a browser load the page again. Without either it keeps the page, and only the page's own
// return tells it. (Firefox under WebDriver keeps none.)
test('chromium: a page that the browser kept looks at the record when it comes back, though nobody told it', { timeout: 40000 }, async () => {
  const stage = stages.chromium ??= await openStage('chromium');
  await stage.visit(`<script>addEventListener('pageshow', event => { globalThis.kept = event.persisted; }); document.body.append(Object.assign(new Image(), { src: '${stage.at('stats.test', '/held.gif')}' }))</script>`, async page => {
    const record = await page.run(() => { globalThis.assent.save({ analytics: true }); return document.cookie.split('; ').find(pair => pair.startsWith('cookie_consent=')); });
    await page.run(() => { document.cookie = 'cookie_consent=; max-age=0'; });
    await page.open(stage.site.url());
    await knows(page, false);
    await page.open(stage.site.url('/elsewhere'));
    stage.third.reset();
    await page.run(pair => { document.cookie = `${pair}; path=/`; }, record);
    await page.goBack({ until: 'commit' });
    await knows(page, true);
    assert.equal(await page.run(() => globalThis.kept), true, 'the browser kept the page, or this sees nothing');
    await stage.third.until(1, 'stats.test');
  }, { pages, headers: { 'cache-control': 'max-age=0' } });
});
