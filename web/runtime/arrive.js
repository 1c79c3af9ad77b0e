// What may arrive late: the core, where WebAssembly is refused (the same core as JavaScript, loaded only then), and the policy, where none was
// built in. Until both are there everything that is not plainly the page's own is held.
import { N, trusted } from '../gate/native.js';

const beside = (source, file) => new N.URL(file, source).href;

/** Loads assent-core.js from beside our script; resolves with its instantiated module. */
export const lateCore = source => new Promise((done, refused) => {
  const script = document.createElement('script');
  Object.defineProperty(self, '__assentCore', { configurable: true, value: createModule => { delete self.__assentCore; done(createModule()); } });
  script.async = true;
  N.listen(script, 'error', () => refused(new Error('assent-core.js could not be loaded from beside the script')));
  N.setAttribute(script, 'src', trusted.url(beside(source, 'assent-core.js')));
  const nonce = document.currentScript?.nonce;
  if (nonce) script.nonce = nonce;
  (document.head || document.documentElement).append(script);
});

/** Fetches and compiles a policy; resolves with the image's bytes. Languages are the page's and the policy's, as far as they exist. */
export const lateImage = async (policyUrl, source) => {
  const answer = await fetch(new N.URL(policyUrl, document.baseURI));
  if (!answer.ok) throw new Error(`the policy ${policyUrl} answered ${answer.status}`);
  const text = await answer.text();
  const { createCompiler } = await import(/* @vite-ignore */ beside(source, 'compiler.js'));
  const compiler = await createCompiler();
  let wanted = ['en'];
  try { const { languages } = JSON.parse(text); wanted = [...new Set([languages?.default || 'en', ...languages?.include || []])]; } catch { /* the compiler tells what is wrong, and where */ }
  const languages = Object.fromEntries(await Promise.all(wanted.map(async tag => [tag, await fetch(beside(source, `languages/${encodeURIComponent(tag)}.json`)).then(r => r.ok ? r.json() : undefined)])));
  const { image, report } = compiler.compile(text, JSON.stringify(languages));
  if (!image) throw new Error(report.findings.filter(f => f.severity === 'error').map(f => `${policyUrl}:${f.line}:${f.column} ${f.code} ${f.message}`).join('\n'));
  return image;
};
