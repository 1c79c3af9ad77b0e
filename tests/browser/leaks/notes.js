// Controls and revivals: pages that note what they see.
import { setTimeout as pause } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';

const PRELUDE = `<script>{ const said = x => Array.isArray(x) ? x.map(said).join() : x === undefined || x === null ? '' : String(x); globalThis.notes = []; globalThis.note = (...all) => { notes.push(all.map(said).join(' ')); }; globalThis.done = () => { globalThis.isDone = true; }; }</script>`;

/** The list {name: page} as vectors for ground.js. */
export const asVectors = (group, list) => Object.entries(list).map(([id, page], i) => ({
  ...page, group, id, label: `${group}${i}`, number: `${group}${i}`, single: true,
  head: context => PRELUDE + (page.head?.(context) ?? ''),
  ...(page.page && { page: (context, snippet) => page.page(context, snippet, PRELUDE) }),
}));

async function open(page, sheet) {
  const [{ vector }] = sheet.vectors;
  await page.open(sheet.url('/page'), { timeout: 8000 }).catch(error => { if (!/timeout/i.test(error.message)) throw error; });
  if (vector.back) { await page.open(sheet.url('/own.html')); await page.goBack({ until: 'commit' }); }
}
const read = page => page.run(() => ({ notes: globalThis.notes ?? [], done: !!globalThis.isDone }));

/** Opens a control and answers its notes, the last one saying how it ended. */
export async function notesOf(sheet, page, patience = 5000) {
  await open(page, sheet);
  for (const end = Date.now() + patience; ; await pause(40)) {
    const { notes, done } = await read(page).catch(() => ({ notes: [] }));
    // Hosts differ by the run's name.
    if (done || Date.now() > end) return [...notes.map(one => one.replace(/\b(?:bare|strict|smooth)\b/g, 'RUN')), done ? 'done' : 'never done'];
  }
}

/** Where two lists of notes part, in words; '' when they are the same. */
export const difference = (wanted, got) => {
  if (isDeepStrictEqual(wanted, got)) return '';
  const [missing, more] = [[wanted, got], [got, wanted]].map(([these, those]) => { const known = new Set(those); return these.filter(one => !known.has(one)); });
  const show = list => list.slice(0, 8).map(one => `"${one.slice(0, 240)}"`).join(', ') + (list.length > 8 ? ` and ${list.length - 8} more` : '');
  return missing.length || more.length ? `wanted ${show(missing)}; saw ${show(more)}` : `another order: ${show(got)}`;
};

/**
 * Runs a revival check: opens the page, consents to analytics (unless the run is `bare`), and compares. Answers '' or what was wrong.
 */
export async function revive(sheet, page, run) {
  const bare = run === 'bare';
  const [{ vector, context, server }] = sheet.vectors;
  const expect = [...vector.expect, ...run === 'smooth' ? vector.inPlace ?? [] : []], patience = vector.patience ?? 6000;
  await open(page, sheet);
  await pause(bare ? 0 : 400);
  if (!bare) {
    const early = await read(page);
    const heard = server.log(context.host);
    if (heard.length) return `before consent the third party heard of ${heard[0].path}`;
    if (early.notes.some(one => expect.includes(one)) && !vector.anyOrder) return `before consent the page noted ${early.notes}`;
    await page.run(() => { globalThis.assent.save({ analytics: true }); });
    if (vector.start) await page.run(vector.start).catch(() => {});
  } else if (vector.start) await page.run(vector.start);
  const wanted = vector.after ? expect.slice(0, -1) : expect;
  for (const end = Date.now() + patience; Date.now() < end; await pause(40)) {
    const now = await (vector.until ? page.run(vector.until) : read(page).then(({ notes }) => notes.length >= wanted.length)).catch(() => false);
    if (now && !vector.then?.({ log: server.log(context.host) })) break;
  }
  await pause(350); // for what comes twice
  if (vector.after) await page.run(vector.after);
  const { notes } = await read(page);
  const order = list => vector.anyOrder ? [...list].sort() : list;
  return difference(order(expect), order(notes)) || vector.then?.({ log: server.log(context.host) }) || '';
}
