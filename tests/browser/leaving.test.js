// A visitor leaves a page while Assent still reads something of the site's own for it. Firefox ends such a read at once, and goes on with the page until the next one is
// there: what could not be read must not start as it is.
import test from 'node:test';
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { openStage, script } from './harness/index.js';

const stages = {};
test.after(() => Promise.all(Object.values(stages).map(stage => stage.close())));

/** What a page begins, and the site's file that is read for it, which reaches the third party `T`. */
const READS = {
  'a page in a frame': { file: T => `<!doctype html><img src="${T}">`, begin: () => { const frame = document.createElement('iframe'); frame.src = '/read'; document.body.append(frame); } },
  'a page to which a frame goes on by itself': { file: T => `<!doctype html><img src="${T}">`, begin: () => { const frame = document.createElement('iframe'); frame.src = '/first'; frame.onload = () => { frame.contentDocument.links[0].click(); }; document.body.append(frame); } },
  'a worker': { file: T => script(`fetch('${T}', {mode: 'no-cors'})`), begin: () => { new Worker('/read'); } },
  'a service worker': { file: T => script(`fetch('${T}', {mode: 'no-cors'})`), begin: () => { navigator.serviceWorker.register('/read').catch(() => {}); } },
  'a style sheet': { file: T => ({ headers: { 'content-type': 'text/css' }, body: `body{background:url(${T})}` }), begin: () => { document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: '/read' })); } },
};

for (const name of ['chromium', 'firefox']) for (const [what, { file, begin }] of Object.entries(READS)) {
  test(`${name}: ${what} that is being read when the visitor leaves sends nothing`, { timeout: 30000 }, async () => {
    const stage = stages[name] ??= await openStage(name), whole = file(stage.at('ads.test', '/held.gif')), { site } = stage;
    let asked = 0;
    const pages = { '/read': () => ({ ...typeof whole === 'string' ? { body: whole } : whole, delay: asked++ ? 0 : 600 }), '/first': '<!doctype html><a href="/read">read</a>', '/next': { body: '<!doctype html>next', delay: 1200 } };
    await stage.visit('<p>text</p>', async page => {
      await page.run(code => { setTimeout(() => { (0, eval)(`(${code})()`); }, 100); }, String(begin));
      while (!asked) await pause(20);
      await page.open(site.url('/next'));
      await stage.third.quiet();
      assert.deepEqual(stage.third.log().map(({ host, path }) => host + path), []);
    }, { pages });
  });
}
