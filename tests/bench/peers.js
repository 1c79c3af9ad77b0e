// Assent beside two peers, in the same browser and the same run: what each weighs, what an unchanged page lets out before a choice, what the
// main thread pays at load, and how long the click on "accept" keeps it. The peers get their tags wrapped as their own manuals say; Assent gets
// the page as it is. Rounds go round the tools, so that a busy moment hits all of them. Called by run.js.
import { readFileSync } from 'node:fs';
import { launch, consentFor, pauseLine, startSite, startThirdParty, script, testPolicy } from '../browser/harness/index.js';
import { brotli } from '../../web/build/sizes.js';

const ROUNDS = 9, TAGS = 10;
const packaged = path => readFileSync(new URL(`../../node_modules/${path}`, import.meta.url));
const consent = consentFor(testPolicy());
const vanilla = { js: packaged('vanilla-cookieconsent/dist/cookieconsent.umd.js'), css: packaged('vanilla-cookieconsent/dist/cookieconsent.css') };
const tarteaucitron = Object.fromEntries(['tarteaucitron.min.js', 'tarteaucitron.services.min.js', 'lang/tarteaucitron.en.min.js', 'css/tarteaucitron.min.css'].map(name => [name, packaged(`tarteaucitronjs/${name}`)]));

const bare = tags => tags.map(src => `<script src="${src}"></script>`).join('');
const vanillaSetting = JSON.stringify({ hideFromBots: false, categories: { necessary: { enabled: true, readOnly: true }, analytics: {} }, language: { default: 'en', translations: { en: {
  consentModal: { title: 'Your choice about cookies', description: 'We would like to store and read data on your device.', acceptAllBtn: 'Accept all', acceptNecessaryBtn: 'Reject all', showPreferencesBtn: 'Preferences' },
  preferencesModal: { title: 'Preferences', acceptAllBtn: 'Accept all', acceptNecessaryBtn: 'Reject all', savePreferencesBtn: 'Save', closeIconLabel: 'Close', sections: [{ title: 'Analytics', linkedCategory: 'analytics' }] } } } } });

/** {head, tags(urls): the tags as this tool wants them, foot, accept: its button, files: what it brings} */
const tools = {
  nothing: { head: '', tags: bare, foot: '', files: [] },
  Assent: { head: pauseLine, tags: bare, foot: '', accept: '[data-assent-action="accept-all"]', files: [Buffer.from(consent)] },
  'vanilla-cookieconsent 3.1.0': {
    head: '<link rel="stylesheet" href="/vanilla.css">', tags: urls => urls.map(src => `<script type="text/plain" data-category="analytics" src="${src}"></script>`).join(''),
    foot: `<script src="/vanilla.js"></script><script>CookieConsent.run(${vanillaSetting})</script>`, accept: '#cc-main [data-role="all"]', files: Object.values(vanilla),
  },
  'tarteaucitron 1.34.0': {
    head: '<script src="/tac/tarteaucitron.min.js"></script>', files: Object.values(tarteaucitron), accept: '#tarteaucitronPersonalize2',
    tags: urls => `<script>tarteaucitron.init({ privacyUrl: '/privacy', orientation: 'bottom', adblocker: false, removeCredit: true, useExternalCss: false, useExternalJs: false });
tarteaucitron.services.bench = { key: 'bench', type: 'analytic', name: 'Bench', uri: '/privacy', needConsent: true, cookies: [], js() { for (const src of ${JSON.stringify(urls)}) tarteaucitron.addScript(src); } };
(tarteaucitron.job = tarteaucitron.job || []).push('bench');</script>`, foot: '',
  },
};

const median = all => all.toSorted((a, b) => a - b)[all.length >> 1];

export async function peers() {
  const busy = { headers: { 'content-type': 'text/javascript' }, body: '{ const end = performance.now() + 20; while (performance.now() < end); }' };
  const third = await startThirdParty({ answer: () => busy });
  const urls = Array.from({ length: TAGS }, (_, i) => third.url('stats.test', `/tag-${i}.js`));
  const page = (tool, tags) => `<!doctype html><html lang="en"><head><meta charset="utf-8">${tool.head}<title>An article</title></head><body><h1>An article</h1>${'<p>Some words to read, and then some more of them.</p>'.repeat(200)}${tags}${tool.foot}</body></html>`;
  const pages = { '/consent.js': script(consent), '/vanilla.js': script(vanilla.js), '/vanilla.css': { headers: { 'content-type': 'text/css' }, body: vanilla.css } };
  for (const [name, body] of Object.entries(tarteaucitron)) pages[`/tac/${name}`] = { headers: { 'content-type': name.endsWith('css') ? 'text/css' : 'text/javascript' }, body };
  Object.values(tools).forEach((tool, i) => { pages[`/${i}`] = page(tool, tool.tags(urls)); pages[`/unchanged/${i}`] = page(tool, bare(urls)); pages[`/empty/${i}`] = page(tool, ''); });
  const site = await startSite({ pages }), browser = await launch('chromium');

  /** One visit with a fresh profile; `story(page, cdp)`. */
  const visit = async (path, story) => {
    const visitor = await browser.visitor(), page = await visitor.page(), cdp = await page.raw.context().newCDPSession(page.raw);
    try { await cdp.send('Performance.enable'); await page.open(site.url(path)); return await story(page, cdp); } finally { await visitor.close(); }
  };
  const taskTime = async cdp => (await cdp.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
  /** The longest interaction of a click on the tool's "accept" (Event Timing), in ms; 0 where none reaches the observer's 16. */
  const clickTime = async (page, accept) => {
    await page.wait(selector => document.querySelector(selector)?.getBoundingClientRect().height > 0, accept, 5000);
    await page.run(() => { globalThis.longest = 0; new PerformanceObserver(list => { for (const { duration } of list.getEntries()) longest = Math.max(longest, duration); }).observe({ type: 'event', durationThreshold: 16 }); });
    await page.raw.click(accept);
    await page.raw.waitForTimeout(900);
    return page.run(() => longest);
  };

  const seen = Object.fromEntries(Object.keys(tools).map(name => [name, { load: [], click: [], out: 0 }]));
  try {
    for (let round = 0; round < ROUNDS; round += 1) for (const [i, [name, { accept }]] of Object.entries(tools).entries()) {
      seen[name].load.push(await visit(`/empty/${i}`, async (page, cdp) => { await page.raw.waitForTimeout(600); return taskTime(cdp); }));
      if (accept) seen[name].click.push(await visit(`/${i}`, page => clickTime(page, accept)));
    }
    for (const [i, name] of Object.keys(tools).entries()) {
      third.reset();
      await visit(`/unchanged/${i}`, page => page.raw.waitForTimeout(800));
      seen[name].out = third.log().length;
    }
  } finally {
    await browser.close(); await site.close(); await third.close();
  }

  const base = median(seen.nothing.load), rows = Object.entries(tools).filter(([name]) => name !== 'nothing').map(([name, { files }]) => ({
    name, bytes: files.reduce((sum, file) => sum + brotli(file), 0), load: Math.max(0.1, median(seen[name].load) - base), click: median(seen[name].click), out: seen[name].out }));
  const ours = rows[0], ratio = (value, other) => `${(other / value).toFixed(2)} x`;
  return [['beside the peers', 'bytes, brotli 11', '', `of ${TAGS} unmarked tags, before a choice`, 'main thread at load, ms', '', 'click on accept, ms', ''],
    ...rows.map(({ name, bytes, out, load, click }) => [name, bytes.toLocaleString('en'), ratio(ours.bytes, bytes), `${out} sent`, load.toFixed(1), ratio(ours.load, load), click.toFixed(0), ratio(ours.click || 1, click)])];
}
