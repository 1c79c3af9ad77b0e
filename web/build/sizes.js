#!/usr/bin/env node
// What a visitor, or an author, loads: bytes with brotli 11, and the budget. `sizes.js` prints the table; tests/house/budgets.test.js holds it.
import { existsSync, readFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';
import { at } from './files.js';

/** Bytes after brotli at its best. */
export const brotli = content => brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length } }).length;

/** What is counted: [what it is, its files in dist/, most bytes that it may have]. */
const rows = [
  ['assent.js: gate, core, runtime', ['assent.js'], 30000],
  ['assent-ui.js: banner, preferences, placeholders', ['assent-ui.js'], 7000],
  ['consent.js as built for the demo: all that, the policy, two languages', ['demo/consent.js'], 36000],
  ['assent-declaration.js: only on the cookie page', ['assent-declaration.js'], null],
  ['assent-core.js: only where WebAssembly is refused', ['assent-core.js'], null],
  ['compiler: only for authors and the install without a build', ['compiler.js', 'compiler.wasm'], 80000],
];

/** [{what, bytes (NaN where a file is missing), limit}] */
export const sizes = () => rows.map(([what, files, limit]) => ({
  what, limit, bytes: files.reduce((sum, file) => sum + (existsSync(at('dist', file)) ? brotli(readFileSync(at('dist', file))) : NaN), 0),
}));

/** The table as lines; `│` begins each, by which ./run finds them in a log. */
export const table = () => {
  const number = n => (n === null ? 'none' : Number.isNaN(n) ? 'missing' : n.toLocaleString('en'));
  const lines = [['brotli 11', 'bytes', 'limit'], ...sizes().map(({ what, bytes, limit }) => [what, number(bytes), number(limit)])];
  const widths = [0, 1, 2].map(i => Math.max(...lines.map(line => line[i].length)));
  return lines.map(line => `│ ${line.map((cell, i) => (i ? cell.padStart(widths[i]) : cell.padEnd(widths[i]))).join(' │ ')} │`).join('\n');
};

if (process.argv[1] === at('web/build/sizes.js')) console.log(table());
