// The leak suite, in both grades and both browsers (LEAKS_BROWSERS=chromium: in one). LEAKS_PACK=1 gives every vector a page of its own (slower),
// LEAKS_ONLY=REGEX runs some alone: vectors are GROUP/NAME, the others control/NAME and revival/NAME.
import test from 'node:test';
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { launch } from '../harness/index.js';
import { buildFor, buildRing } from './build.js';
import { openGround } from './ground.js';
import { vectors } from './vectors.js';
import { runVectors } from './course.js';
import { abreast } from './abreast.js';
import { asVectors, difference, notesOf, revive } from './notes.js';
import { twoTabs } from './tabs.js';
import { deadOf, forbidden, leaksOf, table } from './table.js';
import { goneOf, limitOf, ringOf } from './limits.js';
import own from './controls/own.js';
import others from './controls/others.js';
import revivalChecks from './revivals.js';

const browsers = (process.env.LEAKS_BROWSERS ?? 'chromium,firefox').split(','), grades = ['strict', 'smooth'];
const only = new RegExp(process.env.LEAKS_ONLY ?? '.');
const list = vectors.filter(({ id }) => only.test(id));
const checks = (group, all) => asVectors(group, all).filter(({ id }) => only.test(`${group}/${id}`));
const controls = checks('control', { ...own, ...others }), revivals = checks('revival', revivalChecks);
const results = {}, rows = [];
// One that shared a page with others, and the machine with many pages, gets up to three more turns alone before it counts as dead.
const TURNS = ['again', 'once-more', 'at-last'];
let ground;

/** Controls, revivals and tabs in one browser: {controls: {name: {bare: '' or what is wrong, strict, smooth}}, revivals: the same, tabs: {strict, smooth}}. */
async function runNotes(browserName, builds) {
  const out = { controls: {}, revivals: {}, tabs: {} };
  const browser = await launch(browserName), visitor = await browser.visitor({ wholeProfile: true });
  const at = async (vector, run, story) => {
    const sheet = await ground.sheet({ label: `${run}-${vector.number}-${browserName}`, list: [vector], run: `${browserName}-${run}`, services: ['stats'], ...builds[run] });
    try { return await story(sheet); } catch (error) { return `it failed: ${error.message.split('\n')[0]}`; } finally { await sheet.close(); }
  };
  try {
    // All in one queue, the long ones first: nobody waits for the last of a lap.
    const queue = [revivals, controls].flatMap(checks => ['bare', ...grades].flatMap(run => checks.map(vector => ({ vector, run }))));
    const answers = await abreast(queue.map(({ vector, run }) => page => at(vector, run, sheet => vector.group === 'control' ? notesOf(sheet, page) : revive(sheet, page, run))), visitor, () => 'the page hung', 5);
    const said = { control: {}, revival: {} };
    queue.forEach(({ vector: { group, id }, run }, i) => { (said[group][id] ??= {})[run] = answers[i]; });
    out.revivals = said.revival;
    for (const [id, { bare, ...guarded }] of Object.entries(said.control)) {
      out.controls[id] = { bare: bare.at(-1) === 'done' ? '' : `without Assent: ${bare.slice(-3)}` };
      for (const [grade, notes] of Object.entries(guarded)) out.controls[id][grade] = typeof notes === 'string' ? notes : difference(bare, notes);
    }
    for (const grade of grades) out.tabs[grade] = await at({ single: true, label: 'tabs', number: 'tabs', id: 'tabs' }, grade, sheet => twoTabs(sheet, visitor, ground.third));
  } finally {
    await visitor.close();
    await browser.close();
  }
  return out;
}

test.before(async () => {
  const builds = Object.fromEntries(grades.map(grade => [grade, buildFor(grade)]));
  ground = await openGround();
  // Side by side: nearly all of it is waiting for what must not come. Controls, whose order is what is judged, have the machine to themselves.
  for (const browser of browsers) results[browser] = await runNotes(browser, builds);
  await Promise.all(browsers.map(async browser => {
    Object.assign(results[browser], await runVectors({ ground, browserName: browser, builds, turns: TURNS, gone: (id, grade) => goneOf(id, browser, grade), ring: buildRing(), ringed: ({ id }) => ringOf(id, browser), list, log: console.log }));
  }));
  await ground.close();

  for (const browser of browsers) for (const grade of grades) {
    const it = results[browser], leaks = leaksOf(it, list, browser, grade), at = look => leaks.filter(one => one.look === look);
    const dead = deadOf(it, list, grade), counted = list.filter(({ id }) => it.bare[id].ads).length, twins = list.filter(({ id }) => it[grade][id] && it.bare[id].stats).length;
    const good = (checks) => { const all = Object.values(checks).map(one => one[grade]); return `${all.filter(one => one === '').length} of ${all.length}`; };
    rows.push({ browser, grade, counted, before: at('before').length, named: leaks.filter(one => one.limit).length, refused: at('refused').length, partial: leaks.filter(one => /partial|late/.test(one.look)).length,
      alive: `${twins - dead.length} of ${twins}`, dead, controls: good(it.controls), revivals: good(it.revivals), tabs: it.tabs[grade] || 'yes', leaks });
  }
  const out = new URL('../out/', import.meta.url);
  mkdirSync(out, { recursive: true });
  writeFileSync(new URL('leaks.json', out), `${JSON.stringify({ rows, results }, null, 1)}\n`);
  console.log(table(rows).join('\n'));
});

const words = leaks => leaks.map(({ id, look, leak }) => `${id} (${look}: ${leak})`).join('\n');
const failing = (checks, run) => Object.entries(checks).filter(([, it]) => it[run]).map(([name, it]) => `${name}: ${it[run]}`).join('\n');

for (const browser of browsers) {
  test(`${browser}: without Assent the vectors leak, controls and revivals see what they should`, () => {
    const { bare, controls: seen, revivals: came } = results[browser];
    const leaking = list.filter(({ id }) => bare[id].ads);
    const silent = list.filter(({ id }) => !bare[id].ads).map(({ id }) => id);
    if (silent.length) console.log(`${browser}: not a leak here: ${silent.join(', ')}`);
    if (list === vectors || list.length > 300) assert.ok(leaking.length >= 400, `only ${leaking.length} vectors leak without Assent`);
    assert.equal(failing(seen, 'bare'), '');
    assert.equal(failing(came, 'bare'), '');
  });

  for (const grade of grades) {
    test(`${browser}, ${grade}: nothing leaks before a choice, after a refusal, or by consent for another category`, () => {
      const leaks = leaksOf(results[browser], list, browser, grade);
      assert.equal(words(forbidden(leaks)), '');
      const broken = Object.entries(results[browser][grade]).filter(([id, it]) => it.error && !limitOf(id, browser, grade)).map(([id, it]) => `${id}: ${it.error}`);
      assert.deepEqual(broken, []);
    });
    test(`${browser}, ${grade}: what was held comes alive after consent, but for what is named with its reason`, () => {
      assert.deepEqual(deadOf(results[browser], list, grade).filter(id => !goneOf(id, browser, grade)), []);
    });
    test(`${browser}, ${grade}: the page does not notice`, () => assert.equal(failing(results[browser].controls, grade), ''));
    test(`${browser}, ${grade}: what was held comes alive once, in order`, () => assert.equal(failing(results[browser].revivals, grade), ''));
    test(`${browser}, ${grade}: a withdrawal in one tab holds in the other`, () => assert.equal(results[browser].tabs[grade], ''));
  }
  test(`${browser}: what a page can't close, the header of assent csp does, sent with the site's documents`, () => {
    const { ring } = results[browser];
    assert.equal(Object.entries(ring).filter(([, leak]) => leak).map(([id, leak]) => `${id}: ${leak}`).join('\n'), '');
    assert.equal(Object.keys(ring).length, list.filter(({ id }) => results[browser].bare[id].ads && ringOf(id, browser)).length);
  });
}
