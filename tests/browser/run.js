#!/usr/bin/env node
// Runs the browser tests, one file after the other: two cores and one clock can't serve two browsers fairly.
// `run.js [word ...]` runs only the files whose path contains one of the words. Ends with "N passed, N failed" and a matching exit code.
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const words = process.argv.slice(2);
const files = readdirSync(here, { recursive: true })
  .filter((file) => file.endsWith('.test.js') && !file.includes('node_modules') && (!words.length || words.some((word) => file.includes(word))))
  // The harness first: if it can't measure, the rest means nothing.
  .sort((a, b) => Number(b.startsWith('harness')) - Number(a.startsWith('harness')) || a.localeCompare(b));

if (!files.length) console.error('no test file fits');
let passed = 0, failed = 0;
for (const file of files) {
  const began = Date.now();
  process.stdout.write(`${file} ...\n`);
  const outcome = await run(join(here, file));
  passed += outcome.passed;
  // A file that dies before its first test has failed too.
  failed += outcome.failed || Number(outcome.code !== 0 || outcome.passed === 0);
  process.stdout.write(`${file}: ${outcome.passed} passed, ${outcome.failed} failed, ${((Date.now() - began) / 1000).toFixed(1)} s\n`);
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed || !files.length ? 1 : 0;

/** Runs one file; its report goes to the terminal as it comes. */
function run(file) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--test', '--test-concurrency=1', '--test-reporter=spec', file], { cwd: join(here, '../..'), stdio: ['ignore', 'pipe', 'inherit'] });
    let text = '';
    child.stdout.on('data', (data) => { text += data; process.stdout.write(data); });
    child.on('close', (code) => {
      const count = (word) => Number(new RegExp(`^\\S+ ${word} (\\d+)$`, 'm').exec(text)?.[1] ?? 0);
      resolve({ code, passed: count('pass'), failed: count('fail') + count('cancelled') });
    });
  });
}
