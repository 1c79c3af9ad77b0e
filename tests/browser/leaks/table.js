// The figures of the suite as a table and as numbers. Lines begin with '│' so that ./run shows them.
import { limitOf } from './limits.js';

const LOOKS = ['before', 'refused', 'partial', 'late'];

/** The leaks of one browser and grade: [{id, look, leak, limit}]. */
export const leaksOf = (results, vectors, browser, grade) => vectors.flatMap(({ id }) => {
  const it = results[grade][id] ?? {}, look = LOOKS.find(name => it[name]);
  return look ? [{ id, look, leak: it[look], limit: limitOf(id, browser, grade) }] : [];
});
/** What leaks that may not. */
export const forbidden = leaks => leaks.filter(({ limit }) => !limit);
/** Held and never alive again, of those whose analytics twin leaks without Assent. */
export const deadOf = (results, vectors, grade) => vectors.filter(({ id }) => {
  const it = results[grade][id];
  return it && results.bare[id].stats && !it.revived && !LOOKS.some(name => it[name]);
}).map(({ id }) => id);

/** rows: [{browser, grade, counted, before, refused, limits, revived, of, controls, revivals, tabs}] -> lines. */
export const table = rows => {
  const head = ['browser', 'grade', 'vectors', 'before a choice', 'of these named', 'after refusal and reload', 'partial consent', 'alive after consent', 'controls', 'revivals', 'two tabs'];
  const cells = [head, ...rows.map(row => [row.browser, row.grade, row.counted, row.before, row.named, row.refused, row.partial, row.alive, row.controls, row.revivals, row.tabs].map(String))];
  const widths = head.map((_, i) => Math.max(...cells.map(line => line[i].length)));
  return cells.map(line => `│ ${line.map((cell, i) => cell.padEnd(widths[i])).join(' │ ')} │`);
};
