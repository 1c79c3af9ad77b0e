// The author's core in a page: for the install without a build, and for the studio.
import { wrapCompiler } from './compiler.js';
export { consentFile, declarationFile, snippet } from './consent-file.js';

/** Resolves with the compiler (see compiler.js). Its wasm is fetched from beside this module; rejects when it can't be had. */
export const createCompiler = async () => {
  const answer = await fetch(new URL('compiler.wasm', import.meta.url));
  if (!answer.ok) throw new Error(`compiler.wasm answered ${answer.status}`);
  return wrapCompiler(new Uint8Array(await answer.arrayBuffer()));
};

/**
 * Fetches a policy file and the languages that it includes (from beside this module), and compiles them; resolves with the image's bytes. Rejects
 * with the report's errors, each at its line and column.
 */
export const fetchImage = async policyUrl => {
  const [compiler, answer] = await Promise.all([createCompiler(), fetch(policyUrl)]);
  if (!answer.ok) throw new Error(`the policy ${policyUrl} answered ${answer.status}`);
  const text = await answer.text();
  let tags = ['en'];
  try { const { languages } = JSON.parse(text); tags = [...new Set([languages?.default || 'en', ...languages?.include || []])]; } catch { /* the compiler tells what is wrong, and where */ }
  const fetched = await Promise.all(tags.map(async tag => [tag, await fetch(new URL(`languages/${encodeURIComponent(tag)}.json`, import.meta.url)).then(file => file.ok ? file.json() : undefined)]));
  const { image, report } = compiler.compile(text, Object.fromEntries(fetched.filter(([, texts]) => texts)));
  if (!image) throw new Error(report.findings.filter(one => one.severity === 'error').map(one => `${policyUrl}:${one.line}:${one.column} ${one.code} ${one.message}`).join('\n'));
  return image;
};
