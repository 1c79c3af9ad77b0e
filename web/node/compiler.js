// The author's core in Node.
import { readFile } from 'node:fs/promises';
import { wrapCompiler } from '../compiler/compiler.js';
export { consentFile, declarationFile, policyLine, snippet } from '../compiler/consent-file.js';

/** Resolves with the compiler (see ../compiler/compiler.js). */
export const createCompiler = async () => wrapCompiler(await readFile(new URL('../compiler.wasm', import.meta.url)));
