// The author's core in a page: for the install without a build, and for the studio.
import { wrapCompiler } from './compiler.js';
export { consentFile, declarationFile, snippet } from './consent-file.js';

/** Resolves with the compiler (see compiler.js). Its wasm is fetched from beside this module; rejects when it can't be had. */
export const createCompiler = async () => {
  const answer = await fetch(new URL('compiler.wasm', import.meta.url));
  if (!answer.ok) throw new Error(`compiler.wasm answered ${answer.status}`);
  return wrapCompiler(new Uint8Array(await answer.arrayBuffer()));
};
