// Assent in Node, for tests and for servers that render pages: the same runtime.wasm as in a page, and a policy may come uncompiled.
import { readdirSync, readFileSync } from 'node:fs';
import { wrapCompiler } from '../compiler/compiler.js';
import { startCore } from '../edge/core.js';
import { openVisit } from '../edge/visit.js';

/** The built-in texts, {language tag: texts}. */
export const languages = () => {
  const folder = new URL('../languages/', import.meta.url);
  return Object.fromEntries(readdirSync(folder).map(file => [file.replace(/\.json$/, ''), JSON.parse(readFileSync(new URL(file, folder), 'utf8'))]));
};

const compiled = policy => {
  const { image, report } = wrapCompiler(readFileSync(new URL('../compiler.wasm', import.meta.url))).compile(policy, languages());
  if (image) return image;
  const errors = report.findings.filter(({ severity }) => severity === 'error');
  throw Object.assign(new Error(errors.map(({ line, column, code, message }) => `${line}:${column} ${code} ${message}`).join('\n')), { report });
};

let runtime;
/**
 * Opens a policy for one visitor. policy: the image's bytes, or the policy as JSON text or value; options: see openVisit. Throws when the policy
 * has errors (`error.report`) or the image is damaged (`error.code`).
 */
export const createConsent = (policy, options) => {
  runtime ??= new WebAssembly.Module(readFileSync(new URL('../runtime.wasm', import.meta.url)));
  return openVisit(startCore(runtime), policy instanceof Uint8Array ? policy : compiled(policy), options);
};
