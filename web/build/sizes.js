#!/usr/bin/env node
// What a visitor, or an author, loads: bytes with brotli 11, and the budget. `sizes.js` prints the table; tests/house/budgets.test.js holds it.
import { readFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';
import { at } from './files.js';

/** Bytes after brotli at its best. */
export const brotli = content => brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length } }).length;

const file = name => readFileSync(at('dist', name));
/** consent.js as `assent build` makes it for the demo's policy, with one language. */
const consentInOneLanguage = async () => {
  const { createCompiler, consentFile } = await import('../../dist/node/compiler.js');
  const policy = JSON.parse(readFileSync(at('demo/policies/conversationware.json'))), tag = policy.languages.default;
  const { image } = (await createCompiler()).compile({ ...policy, languages: { default: tag, include: [tag] } }, { [tag]: JSON.parse(file(`languages/${tag}.json`)) });
  return Buffer.from(consentFile(String(file('assent.js')), String(file('assent-ui.js')), image));
};

/**
 * What is counted: [what it is, how it is had, most bytes that it may have, what its budget wants (where that is not reached yet)]. A limit above its
 * budget only ever goes down: it holds what was reached.
 */
const rows = [
  ['consent.js, built for the demo\'s policy: gate, core, banner, one language', consentInOneLanguage, 38350, 36000],
  ['the same with two languages, as the demo has it', () => file('demo/consent.js'), null],
  ['assent.js, without a build: gate, core', () => file('assent.js'), 30000],
  ['assent-ui.js: banner, preferences, placeholders', () => file('assent-ui.js'), 7000],
  ['assent-declaration.js: only on the cookie page', () => file('assent-declaration.js'), null],
  ['assent-core.js: only where WebAssembly is refused', () => file('assent-core.js'), null],
  ['compiler.wasm and compiler.js: only for authors, or without a build', () => Buffer.concat([file('compiler.wasm'), file('compiler.js')]), 80000],
];

/** [{what, bytes, limit (null: none), budget}]. Rejects when dist/ is not built. */
export const sizes = () => Promise.all(rows.map(async ([what, content, limit, budget = limit]) => ({ what, limit, budget, bytes: brotli(await content()) })));

/** The table of `sizes` as lines; `│` begins each, by which ./run finds them in a log. */
export const table = all => {
  const number = n => n?.toLocaleString('en') ?? '';
  const lines = [['brotli 11', 'bytes', 'holds at', 'budget'], ...all.map(({ what, bytes, limit, budget }) => [what, number(bytes), number(limit), number(budget)])];
  const widths = [0, 1, 2, 3].map(i => Math.max(...lines.map(line => line[i].length)));
  return lines.map(line => `│ ${line.map((cell, i) => (i ? cell.padStart(widths[i]) : cell.padEnd(widths[i]))).join(' │ ')} │`).join('\n');
};

if (process.argv[1] === at('web/build/sizes.js')) console.log(table(await sizes()));
