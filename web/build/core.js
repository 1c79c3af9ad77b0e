// From what em++ made to what is shipped: the wasm once more through today's optimizer, and the same core as JavaScript.
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { link } from '../../wasm/loader.js';
import { at } from './files.js';

const run = promisify(execFile);
/** What the modules are compiled for beyond the first WebAssembly (CMakeLists.txt), which em++ leaves unsaid in the file. */
const FEATURES = '--enable-bulk-memory';
/** Runs binaryen tools, [tool, ...options], each on what the one before made; answers the last one's output. */
const binaryen = async (input, ...steps) => {
  const folder = await mkdtemp(join(tmpdir(), 'assent-'));
  try {
    let last = at(input);
    for (const [i, [tool, ...options]] of steps.entries()) {
      const output = join(folder, `${i}.wasm`); // wasm2js goes by the name
      await run(process.execPath, [at('node_modules/binaryen/bin', tool), last, FEATURES, ...options, '-o', output], { maxBuffer: 1 << 26 });
      last = output;
    }
    return await readFile(last);
  } finally {
    await rm(folder, { recursive: true });
  }
};

/** Without what only exports that wasm/loader.js doesn't use would need. */
const USED = ['wasm-metadce', '--graph-file', at('web/build/exports.json')];
const BARE = ['--strip-debug', '--strip-producers', '--strip-target-features'];
const SMALL = ['--flatten', '--rereloop', '-Oz', '-Oz'];
/**
 * Of the runtime alone: an order that was searched for, 3 % less after brotli. What is not aligned costs JavaScript much, and a page nothing. The core relies on no trap
 * of a load or a division (--ignore-implicit-traps).
 */
export const SMALLER = '--flatten --rereloop -Os --generate-global-effects -Oz --dealign --converge --always-inline-max-function-size=10 --ignore-implicit-traps --flatten --simplify-locals-notee --ssa-nomerge --simplify-locals-notee-nostructure --local-cse --rse --simplify-locals -Oz'.split(' ');
/** The bytes of a module as they are shipped. Throws when it imports what wasm/loader.js doesn't have: a symbol that nobody defines. */
export const optimized = async (input, passes = SMALL) => {
  const wasm = await binaryen(input, USED, ['wasm-opt', ...passes, ...BARE]);
  const module = new WebAssembly.Module(wasm);
  link(imports => {
    const unknown = WebAssembly.Module.imports(module).filter(({ module: from, name }) => !imports[from]?.[name]);
    if (unknown.length) throw new Error(`${input} needs ${unknown.map(({ name }) => name).join(', ')}, which nobody defines`);
    return new WebAssembly.Instance(module, imports).exports;
  });
  return wasm;
};

/** The text of a JavaScript function body `asmFunc(imports) -> exports`: the module for hosts that refuse WebAssembly. */
export const asJavaScript = async input => {
  const text = String(await binaryen(input, USED, ['wasm-opt', ...SMALL, ...BARE], ['wasm2js', '-Oz']));
  const begin = text.indexOf('function Table('), end = text.indexOf('var retasmFunc');
  if (begin < 0 || end < 0) throw new Error('wasm2js writes another frame than this knows');
  return text.slice(begin, end);
};
