// The gate's one question. JavaScript never judges: it makes a subject canonical, asks the core's `decide` and remembers the answer
// until the state changes.
import * as N from './platform.js';
import { KINDS, INLINE, SCRIPT } from './sinks.js';
import { unpack } from '../runtime/protocol.js';

const MEMORY = 2000;
let decide = () => 1;
const memory = new Map();

/** Sets the function that decides; (kind, subject) -> packed int as in docs/waist.md. */
export const judgeBy = answer => { decide = answer; forget(); };
/** Must be called after each change of the visitor's state. */
export const forget = () => memory.clear();

/** The packed answer of the core. */
export const verdict = (kind, subject) => {
  const key = kind + subject;
  let packed = memory.get(key);
  if (packed === undefined) {
    packed = decide(kind, subject);
    if (memory.size >= MEMORY) forget();
    memory.set(key, packed);
  }
  return packed;
};

/** True unless the core allows the subject. */
export const isHeld = (kind, subject) => (verdict(kind, subject) & 3) !== 0;

/** The absolute form of a URL as the browser would fetch it, or '' where it could fetch nothing. */
export const resolve = (url, base) => {
  try { return new N.URL(url, base).href; } catch { return ''; }
};
/** What a script or a document's address gives, read at once, since nothing of it may start before: [text, type], both '' where it gives nothing. */
export const read = (url, tries = 2) => {
  try {
    const request = new N.XHR();
    request.open('GET', url, false);
    request.send();
    if (!request.status || request.status === 200) return [request.responseText, request.getResponseHeader('content-type') || ''];
  } catch { if (tries) return read(url, tries - 1); }
  return ['', ''];
};
/** True when fetching `url` (relative to `base`) must wait. */
export const isHeldUrl = (kind, url, base) => {
  url = resolve(url, base);
  return url && isHeld(kind, url);
};

/** The same answer in words, for people and events. */
export const explain = (kind, subject, policy) => ({ 'kind': KINDS[kind], 'subject': subject, ...unpack(verdict(kind, subject), policy) });

const IMPORT = /\b(?:import\s*(?:\(\s*|(?:[\w*{}\s,$]+?from\s*)?)|export\s+[\w*{}\s,$]+?from\s*)(["'`])((?:(?!\1)\S)+)\1(?!\s*\+)/g;
/** What a script's text imports, as far as it says so: absolute addresses, '' for what is none. */
export const importsIn = (text, base) => [...text.matchAll(IMPORT)].map(match => resolve(match[2], base));
/** True when an inline script belongs to a service that must wait: by a signature, or because it imports a held host. */
export const isHeldInline = (text, base) => !!text?.trim() && (isHeld(INLINE, text) || importsIn(text, base).some(url => isHeldUrl(SCRIPT, url)));
/** The URLs that a text names, absolute or protocol-relative. */
export const urlsIn = text => [...text.matchAll(/(?:https?|wss?):\/\/[^\s"'`<>\\)]+/g)].map(match => match[0]);
