// What the gate costs a page's own work on its document: 10,000 insertions, with the gate up and without Assent, in one browser, by turns. Called by run.js.
import { launch, consentFor, pauseLine, startSite, script, testPolicy } from '../browser/harness/index.js';

const ROUNDS = 9, GOAL = '1.15';
const pageOf = head => `<!doctype html><html lang="en"><head><meta charset="utf-8">${head}<title>A page</title></head><body><div id="room"></div></body></html>`;
const median = all => all.toSorted((a, b) => a - b)[all.length >> 1];

/** One round in the page: ms for 10,000 of each way, in a room that is emptied before; the median of five. */
const round = () => {
  const room = document.getElementById('room'), COUNT = 10000;
  const once = work => { room.textContent = ''; const began = performance.now(); for (let i = 0; i < COUNT; i += 1) work(i); return performance.now() - began; };
  const time = work => [1, 2, 3, 4, 5].map(() => once(work)).sort((a, b) => a - b)[2];
  return {
    'made, appended and laid out': time(i => { room.appendChild(document.createElement('p')); if (i === COUNT - 1) room.getBoundingClientRect(); }),
    'made and appended, script alone': time(() => room.appendChild(document.createElement('p'))),
    'with text and two attributes, script alone': time(i => { const p = document.createElement('p'); p.setAttribute('class', 'a'); p.id = `n${i}`; p.textContent = 'text'; room.append(p); }),
    'by innerHTML, 100 at once, script alone': time(i => { if (i % 100 === 0) { const div = document.createElement('div'); div.innerHTML = '<p class="a">text</p>'.repeat(100); room.appendChild(div); } }),
  };
};

/** Rows of {what, ms without, ms with, ratio, goal} as text. */
export async function insertion() {
  const site = await startSite({ pages: { '/consent.js': script(consentFor(testPolicy())), '/bare': pageOf(''), '/gated': pageOf(pauseLine) } });
  const browser = await launch('chromium'), visitor = await browser.visitor(), seen = {};
  try {
    const pages = { bare: await visitor.page(), gated: await visitor.page() };
    for (const [name, page] of Object.entries(pages)) await page.open(site.url(`/${name}`));
    if (!await pages.gated.run(() => Symbol.for('assent') in globalThis)) throw new Error('no gate stands: there is nothing to measure');
    for (let i = 0; i < ROUNDS + 3; i += 1) for (const [name, page] of Object.entries(pages)) {
      await page.raw.bringToFront();
      const times = await page.run(round);
      if (i >= 3) for (const [what, ms] of Object.entries(times)) ((seen[what] ??= {})[name] ??= []).push(ms);
    }
  } finally {
    await browser.close();
    await site.close();
  }
  return [['10,000 insertions', 'without Assent, ms', 'before a choice, ms', '', 'goal'],
    ...Object.entries(seen).map(([what, { bare, gated }]) => [what, median(bare).toFixed(1), median(gated).toFixed(1), `${(median(gated) / median(bare)).toFixed(2)} x`, `${GOAL} x`])];
}
