// The author's core for JavaScript: the functions of compiler.wasm (docs/waist.md) with objects for JSON and bytes for the image.
import load from '../../wasm/loader.js';
import { withDurations } from './duration.js';

const text = value => (typeof value === 'string' ? value : JSON.stringify(value));
// A policy or language file may come as read: bytes. Whether they are UTF-8 is the core's to judge, so they are handed on as they are.
const source = value => (value instanceof Uint8Array ? value : text(value));

/**
 * Wraps the bytes of compiler.wasm. `policy` is the policy file's text, bytes or value; `languages` is {tag: texts}, or that as JSON text.
 * Every report is the waist's report object.
 */
export const wrapCompiler = wasm => {
  // A trap ends an instance; the next call starts a new one.
  let core = null;
  const call = (name, ...values) => {
    try {
      core ??= load(wasm, ['compile']);
      return core[name](...values);
    } catch (error) {
      core = null;
      throw error;
    }
  };
  const json = (name, ...values) => JSON.parse(call(name, ...values));
  return {
    version: () => call('version'),
    /** {image: Uint8Array, or null when the report has errors, report}. */
    compile: (policy, languages = {}) => {
      const image = call('compile', source(policy), text(languages));
      return { image: image.length ? image : null, report: json('report') };
    },
    lint: (policy, languages = {}) => json('lint', source(policy), text(languages)),
    /** The declaration in one language. */
    declare: (policy, languages, language) => json('declare', source(policy), text(languages), language),
    /** The same as static HTML. `language` is the tag of a language. */
    declareHtml: (policy, languages, language) => {
      const texts = typeof languages === 'string' ? JSON.parse(languages) : languages;
      return call('declare_html', source(policy), text(withDurations(texts, language)), language);
    },
    /** {strict, header}: the content of the line beside the script, and of a header for a visitor who granted `granted` (category ids, comma between). */
    csp: (policy, granted = '') => json('csp', source(policy), granted),
    fingerprint: policy => json('fingerprint', source(policy)),
  };
};
