// The course that every vector runs: without Assent (it must leak, or it counts for nothing), then with it: before a choice, after a refusal and
// a reload, and with consent for analytics alone (then the advertising twin stays silent, and the analytics twin comes alive).
import { setTimeout as pause } from 'node:timers/promises';
import { launch } from '../harness/index.js';
import { vectors } from './vectors.js';
import { heard } from './ground.js';
import { abreast } from './abreast.js';
import { deadOf } from './table.js';

/**
 * ms for which a page may do what it will: no vector of the list is slower, and late ones are found at the end; for which a leak without Assent, and
 * life after consent (by a reload in the strict grade), are waited for at most: of those only that are to come alive.
 */
const SETTLE = 700, PATIENCE = 2500, REVIVAL = 5000;

/** How many vectors share a page. */
const PACK = Number(process.env.LEAKS_PACK ?? 8);

const isAlone = vector => vector.single || vector.alone || vector.ownServer || vector.leaves || vector.back || vector.first || vector.headers;
/** The vectors as they share pages: those of one group together. */
export const pack = (list, size = PACK) => {
  const packs = [];
  for (const vector of list) {
    const last = packs.at(-1);
    if (!isAlone(vector) && last?.length < size && !isAlone(last[0]) && last[0].group === vector.group) last.push(vector); else packs.push([vector]);
  }
  return packs;
};

/** What stands in the page's own stores, as the page itself can see it. */
const stores = page => page.run(async () => ({
  ran: globalThis.ran ?? [], cookie: document.cookie.split('; '), local: Object.keys(localStorage), session: Object.keys(sessionStorage),
  database: (await indexedDB.databases()).map(one => one.name), cache: globalThis.caches ? await caches.keys() : [],
}));

/** The leak of one vector: what the server heard, what ran, or the key that was found; '' for none. */
const leakOf = (one, found, visitorCookies = []) => {
  const { context: { n, host }, vector } = one, wire = heard(one);
  const keys = vector.leaks === 'cookie' ? [...found.cookie, ...visitorCookies] : found[vector.leaks] ?? [];
  if (keys.some(key => String(key).startsWith(vector.leaks === 'ran' ? host : `${n}_`))) return vector.leaks;
  return found.ran.some(name => name.startsWith(`${host}/`)) ? 'ran' : wire;
};

async function visit(sheet, page, path = '/page') {
  const [{ vector }] = sheet.vectors;
  if (vector.first) await page.open(sheet.url('/before'));
  await page.open(sheet.url(path), { timeout: 8000 }).catch(error => { if (!/timeout/i.test(error.message)) throw error; });
  if (vector.back) { await page.open(sheet.url('/before')); await page.goBack({ until: 'commit' }); }
}

/** Opens the page without Assent; answers {id: {ads: leak, stats: leak}}. */
async function bare(sheet, page) {
  const out = {};
  try {
    const [{ vector }] = sheet.vectors;
    if (vector.first) { await page.open(sheet.url('/before')); await pause(150); }
    await visit(sheet, page);
    let found;
    for (const end = Date.now() + PATIENCE; Date.now() < end; await pause(60)) {
      found = await stores(page);
      for (const one of sheet.vectors) (out[one.vector.id] ??= {})[one.context.svc] = leakOf(one, found);
      if (sheet.vectors.every(one => out[one.vector.id][one.context.svc])) break;
      if (vector.leaves) await page.open(sheet.url('/own.html'));
    }
  } catch (error) {
    for (const one of sheet.vectors) { const it = out[one.vector.id] ??= {}; it[one.context.svc] ||= heard(one); it.error = error.message.split('\n')[0]; }
  }
  return out;
}

/** The course with Assent; answers {id: {before, refused, partial, late, revived, error}}. gone(id): true for one that is not waited for. */
async function guarded(sheet, page, gone) {
  const out = {};
  const each = (field, found, wanted = () => true) => {
    for (const one of sheet.vectors) if (wanted(one)) { const it = out[one.vector.id] ??= {}; it[field] ||= leakOf(one, found); }
  };
  // A question that meets a page on its way (the strict grade's reload) is asked anew.
  const ask = async (what, tries = 4) => { try { return await what(); } catch (error) { if (!tries || !/destroyed|navigation/i.test(error.message)) throw error; await pause(SETTLE / 2); return ask(what, tries - 1); } };
  const look = async (field, wanted) => each(field, await ask(() => stores(page)), wanted);
  try {
    const [{ vector }] = sheet.vectors;
    if (vector.first) { await page.open(sheet.url('/before')); await pause(150); }
    await visit(sheet, page);
    await pause(SETTLE);
    await look('before');
    await ask(() => page.run(() => { globalThis.assent.rejectAll(); }));
    await ask(() => page.reload({ timeout: 8000 }).catch(error => { if (!/timeout/i.test(error.message)) throw error; }));
    await pause(SETTLE);
    await look('refused', one => !out[one.vector.id].before);
    // In a task of its own: the answer is there ahead of the strict grade's reload, and nobody is asked twice.
    await ask(() => page.run(() => { setTimeout(() => { globalThis.assent.save({ analytics: true }); }); }));
    const stats = one => one.context.svc === 'stats';
    // Both drivers run what we ask of a page as if its visitor had clicked: nothing is asked before the page has done what it does unasked.
    if (vector.unasked) await pause(REVIVAL / 2);
    for (const end = Date.now() + REVIVAL; Date.now() < end;) {
      await pause(SETTLE / 2);
      const found = await stores(page).catch(() => null);
      if (!found) continue;
      for (const one of sheet.vectors.filter(stats)) out[one.vector.id].revived ||= leakOf(one, found);
      if (sheet.vectors.filter(stats).every(({ vector: { id } }) => out[id].revived || gone(id))) break;
    }
    await look('partial', one => !stats(one) && !out[one.vector.id].before && !out[one.vector.id].refused);
  } catch (error) {
    for (const one of sheet.vectors) (out[one.vector.id] ??= {}).error = error.message.split('\n')[0];
  }
  for (const one of sheet.vectors) if (one.context.svc === 'ads' && heard(one)) { const it = out[one.vector.id]; if (!it.before && !it.refused && !it.partial) it.late = heard(one); }
  return out;
}

/** A look before any choice; answers {id: leak}. */
async function fenced(sheet, page) {
  await visit(sheet, page).catch(() => {}); // a page that is sent away has no end
  await pause(SETTLE);
  const found = await stores(page).catch(() => ({ ran: [], cookie: [] })), out = {};
  for (const one of sheet.vectors) out[one.vector.id] ||= leakOf(one, found);
  return out;
}

/**
 * Runs the vectors in one browser. plain: {header} of the runs without Assent; builds: {strict: {snippet, consent}, smooth: ...}; gone(id, grade): true for what does not come alive; turns: the names of the turns that one gets alone when it stayed dead; ring: a build, and what of the
 * list must be closed by it. Answers
 * {bare: {id: ...}, strict: {id: ...}, smooth: ..., ring: {id: leak}}; a vector that doesn't leak in `bare` is not run any further.
 */
export async function runVectors({ ground, browserName, plain = {}, builds, gone = () => false, turns = [], ring, ringed = () => false, list = vectors, log = () => {} }) {
  const out = { bare: {} };
  const browser = await launch(browserName), visitor = await browser.visitor({ wholeProfile: true });
  try {
    const go = (packs, run, build, walk) => abreast(packs.map(list => async page => {
      const sheet = await ground.sheet({ label: `${run}-${list[0].number}`, list, run, ...build });
      try { return await walk(sheet, page); } finally { await sheet.close(); }
    }), visitor, i => Object.fromEntries(packs[i].map(({ id }) => [id, { error: 'the page hung' }]))).then(all => Object.assign({}, ...all));

    let began = Date.now();
    const lap = what => { log(`${browserName} ${what}: ${((Date.now() - began) / 1000).toFixed(0)} s`); began = Date.now(); };
    out.bare = await go(pack(list), `${browserName}-bare`, plain, bare);
    lap('bare');
    const silent = list.filter(vector => !out.bare[vector.id].ads);
    if (silent.length) Object.assign(out.bare, await go(silent.map(vector => [vector]), `${browserName}-again`, plain, bare));
    lap(`bare again (${silent.length})`);
    const leaking = list.filter(vector => out.bare[vector.id].ads);
    for (const [grade, build] of Object.entries(builds)) {
      const dies = id => gone(id, grade), walk = (sheet, page) => guarded(sheet, page, dies);
      out[grade] = await go(pack(leaking), `${browserName}-${grade}`, build, walk);
      lap(grade);
      for (const turn of turns) {
        const late = deadOf(out, leaking, grade).filter(id => !dies(id));
        const its = await go(leaking.filter(({ id }) => late.includes(id)).map(vector => [vector]), `${browserName}-${grade}-${turn}`, build, walk);
        for (const [id, it] of Object.entries(its)) for (const [field, found] of Object.entries(it)) out[grade][id][field] ||= found;
        lap(`${grade} ${turn} (${late.join(' ')})`);
      }
    }
    out.ring = await go(leaking.filter(ringed).map(vector => [vector]), `${browserName}-ring`, ring, fenced);
  } finally {
    await visitor.close();
    await browser.close();
  }
  return out;
}
