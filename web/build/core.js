// From what em++ made to what is shipped: the wasm once more through today's optimizer, and the same core as JavaScript.
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { link } from '../../wasm/loader.js';
import { at } from './files.js';

const run = promisify(execFile);
const binaryen = async (tool, input, ...options) => {
  const folder = await mkdtemp(join(tmpdir(), 'assent-'));
  try {
    const output = join(folder, 'output');
    await run(process.execPath, [at('node_modules/binaryen/bin', tool), at(input), ...options, '-o', output], { maxBuffer: 1 << 26 });
    return await readFile(output);
  } finally {
    await rm(folder, { recursive: true });
  }
};

/** The bytes of a module as they are shipped. Throws when it imports what wasm/loader.js doesn't have: a symbol that nobody defines. */
export const optimized = async input => {
  const wasm = await binaryen('wasm-opt', input, '--flatten', '--rereloop', '-Oz', '-Oz', '--strip-debug', '--strip-producers', '--strip-target-features');
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
  const text = String(await binaryen('wasm2js', input, '-Oz'));
  const begin = text.indexOf('function Table('), end = text.indexOf('var retasmFunc');
  if (begin < 0 || end < 0) throw new Error('wasm2js writes another frame than this knows');
  return text.slice(begin, end);
};
