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
      const output = join(folder, `output-${i}`);
      await run(process.execPath, [at('node_modules/binaryen/bin', tool), last, FEATURES, ...options, '-o', output], { maxBuffer: 1 << 26 });
      last = output;
    }
    return await readFile(last);
  } finally {
    await rm(folder, { recursive: true });
  }
};

/**
 * The bytes of a module as they are shipped: without what only exports that wasm/loader.js doesn't use would need (exports.json). Throws when it
 * imports what the loader doesn't have: a symbol that nobody defines.
 */
export const optimized = async input => {
  const wasm = await binaryen(input, ['wasm-metadce', '--graph-file', at('web/build/exports.json')],
    ['wasm-opt', '--flatten', '--rereloop', '-Oz', '-Oz', '--strip-debug', '--strip-producers', '--strip-target-features']);
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
  const text = String(await binaryen(input, ['wasm2js', '-Oz']));
  const begin = text.indexOf('function Table('), end = text.indexOf('var retasmFunc');
  if (begin < 0 || end < 0) throw new Error('wasm2js writes another frame than this knows');
  return text.slice(begin, end);
};
