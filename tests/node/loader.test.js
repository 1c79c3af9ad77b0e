// The JavaScript half of Embind (wasm/loader.js), and the runtime's own malloc (wasm/memory.cpp), from outside.
import test from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import load, { link } from '../../wasm/loader.js';

const dist = name => readFileSync(new URL(`../../dist/${name}`, import.meta.url));
const runtime = dist('runtime.wasm');
/** An instance with its insides: {core, memory, malloc, free}. */
const opened = () => {
  let inside;
  const core = link(imports => { inside = new WebAssembly.Instance(new WebAssembly.Module(runtime), imports).exports; return inside; });
  return { core, ...inside };
};
/** Numbers that are the same in every run (mulberry32). */
const random = seed => () => { seed = seed + 0x6D2B79F5 | 0; let t = Math.imul(seed ^ seed >>> 15, 1 | seed); t = t + Math.imul(t ^ t >>> 7, 61 | t) ^ t; return ((t ^ t >>> 14) >>> 0) / 4294967296; };

test('the functions of the waist are there, and no others', () => {
  assert.deepEqual(Object.keys(load(runtime)).sort(), ['decide', 'open', 'send', 'version', 'view']);
  assert.deepEqual(Object.keys(load(dist('compiler.wasm'), ['compile'])).sort(), ['compile', 'csp', 'declare', 'declare_html', 'fingerprint', 'lint', 'report', 'version']);
});

test('texts go in and come out as they are, bytes too', () => {
  const core = load(dist('compiler.wasm'), ['compile']);
  assert.equal(typeof core.version(), 'string');
  assert.ok(core.compile('{}', '{}') instanceof Uint8Array);
  const bad = JSON.parse(core.lint('{"ключ": "ünï 😀"}', '{}'));
  assert.ok(bad.findings.some(({ message }) => message.includes('ключ')), 'a name of two bytes a letter');
  assert.deepEqual(JSON.parse(core.lint(new TextEncoder().encode('{"ключ": "ünï 😀"}'), '{}')), bad, 'the same as bytes');
});

test('a refusal to instantiate is thrown', () => {
  assert.throws(() => link(() => { throw new Error('refused'); }), /refused/);
  assert.throws(() => load(new Uint8Array([1, 2, 3])), WebAssembly.CompileError);
});

test('malloc: no two blocks overlap, every block is aligned and as large as asked', () => {
  const { malloc, free, memory } = opened(), next = random(1), blocks = new Map();
  for (let i = 0; i < 20000; i += 1) {
    if (blocks.size > 200 || (blocks.size && next() < 0.45)) {
      const [at, { size, mark }] = [...blocks][Math.floor(next() * blocks.size)];
      const held = new Uint8Array(memory.buffer, at, size);
      assert.ok(held.every(byte => byte === mark), `block ${at} was written into`);
      free(at);
      blocks.delete(at);
    } else {
      const size = Math.floor(next() ** 4 * 20000), mark = i & 255, at = malloc(size);
      assert.ok(at > 0 && at % 8 === 0 && !blocks.has(at));
      new Uint8Array(memory.buffer, at, size).fill(mark);
      blocks.set(at, { size, mark });
    }
  }
});

test('malloc: what can\'t be had is null, and nothing is harmed by asking', () => {
  const { malloc, free, core } = opened();
  for (const size of [2 ** 30, 2 ** 31, 2 ** 32 - 1, 2 ** 32 - 8]) assert.equal(malloc(size), 0);
  free(0);
  assert.ok(core.version());
});

test('a long visit needs no more memory than a short one', () => {
  const { core, memory } = opened();
  const turn = n => { for (let i = 0; i < n; i += 1) { core.decide(0, `https://host-${i % 997}.example/${'x'.repeat(i % 300)}`); core.send('close\nnow=1\nnonce=1'); core.view('banner'); } };
  turn(1000);
  const before = memory.buffer.byteLength;
  turn(50000);
  assert.equal(memory.buffer.byteLength, before);
});
