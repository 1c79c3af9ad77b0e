// Assent where there is neither Node nor a page: dist/edge.js in a bare realm with what a worker at the edge has, and no more.
import test from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import { transformSync } from 'esbuild';
import { createCompiler } from '../../dist/node/compiler.js';
import { createConsent, languages } from '../../dist/node/index.js';

const dist = name => readFileSync(new URL(`../../dist/${name}`, import.meta.url));
const policy = JSON.parse(readFileSync(new URL('../../demo/policies/conversationware.json', import.meta.url)));
const { image } = (await createCompiler()).compile(policy, languages());

const worker = () => {
  const realm = createContext({ TextEncoder, TextDecoder, URL, crypto, structuredClone, Uint8Array });
  const { code } = transformSync(String(dist('edge.js')), { format: 'iife', globalName: 'edge' });
  runInContext(code, realm);
  realm.bytes = dist('runtime.wasm');
  return runInContext('edge.consentWith(new WebAssembly.Module(bytes))', realm);
};

test('a visitor\'s life at the edge is the one in Node', () => {
  const url = 'https://www.conversationware.example/', ads = 'https://googleads.g.doubleclick.net/pagead/x', at = { url, now: () => 1764000000, nonce: () => '0000000000000001' };
  const here = worker()(image, at), there = createConsent(image, at);
  for (const consent of [here, there]) {
    assert.equal(consent.decide('script', ads), 'hold');
    consent.acceptAll();
    assert.equal(consent.decide('script', ads), 'allow');
  }
  assert.deepEqual([...here.setCookie], there.setCookie);
  assert.equal(JSON.stringify(here.state()), JSON.stringify(there.state()));
});

test('the choice comes with the request, and one visitor knows nothing of another', () => {
  const createAtEdge = worker(), first = createAtEdge(image), ads = 'https://googleads.g.doubleclick.net/pagead/x';
  first.acceptAll();
  const again = createAtEdge(image, { cookie: first.cookie }), other = createAtEdge(image);
  assert.equal(again.state().source, 'accept-all');
  assert.equal(other.state().status, 'unset');
  // The visits go on side by side.
  assert.deepEqual([first, other, again].map(visit => visit.decide('script', ads)), ['allow', 'hold', 'allow']);
});

test('it brings its own chance: no two records are alike', () => {
  const create = worker(), ids = [0, 1].map(() => create(image).acceptAll().id);
  assert.match(ids[0], /^[0-9a-f]{16}$/);
  assert.notEqual(ids[0], ids[1]);
});

test('a damaged image is refused with its code', () => {
  assert.throws(() => worker()(image.slice(0, 40)), ({ code }) => code.startsWith('image-'));
});
