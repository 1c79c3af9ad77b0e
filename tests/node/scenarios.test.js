// The scenarios that the C++ engine is tested by, once more against what is shipped: the optimized wasm, and its twin in JavaScript.
import test from 'node:test';
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { cores } from './cores.js';
import { replay } from './replay.js';

const names = readdirSync(new URL('../scenarios/', import.meta.url)).filter(name => name.endsWith('.txt')).map(name => name.slice(0, -4));

for (const [kind, start] of Object.entries(cores)) {
  for (const name of names) test(`${kind}: ${name}`, () => assert.ok(replay(name, start) > 0, 'a scenario that asks nothing tests nothing'));
}

test('there are scenarios', () => assert.ok(names.length >= 3));
