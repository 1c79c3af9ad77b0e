// The cores as they are shipped: dist/runtime.wasm, and dist/assent-core.js, its twin for hosts that refuse WebAssembly.
import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import load from '../../wasm/loader.js';

const dist = name => new URL(`../../dist/${name}`, import.meta.url);
const wasm = readFileSync(dist('runtime.wasm'));

const asJavaScript = () => {
  let made;
  const realm = createContext({ TextEncoder, TextDecoder, Uint8Array });
  realm.self = { __assentCore: create => { made = create(); } };
  runInContext(readFileSync(dist('assent-core.js'), 'utf8'), realm);
  return made;
};

/** {name: a function that starts one instance}. */
export const cores = { 'WebAssembly': () => load(wasm), 'the same as JavaScript': asJavaScript };
