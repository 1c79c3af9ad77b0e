// Same-origin child realms: each gets the same gate before its first statement. A frame's initial about:blank window is armed the moment it
// is inserted, and HTML 7.4.2.3.1 lets that window live on through the first same-origin navigation; documents that we are given as text
// (srcdoc, blob:, data:, javascript:) are parked as text and begin with a script that arms them, or shuts them where it can't.
import * as N from './platform.js';
import { trusted } from './native.js';
import { parkMarkup, NOWHERE_URL } from './markup.js';
import { resolve, read, isHeldUrl, urlsIn } from './judge.js';
import { FRAME, STYLE } from './sinks.js';
import { readSheet, parkSheet } from './sheets.js';
import { hold, found as tell } from './ledger.js';

/** Under this symbol a child finds its parent's gate: a function that arms a window. */
export const HOOK = Symbol.for('assent');
const CALL = 'parent[Symbol.for("assent")]';
let gate = { arm() {}, active: () => false, nonce: '', line: () => '' };
/** gate: {arm(window), active(), nonce (as an attribute), line()}: how this page arms a realm, and the policy line for documents that no script of ours can enter. */
export const framesBelongTo = owner => { gate = owner; };

const shown = new WeakMap();
/** What the page gave as src or srcdoc where we gave the platform something else. */
export const shownAddress = (element, attribute) => shown.get(element)?.[attribute];
const show = (element, attribute, value) => { shown.set(element, { ...shown.get(element), [attribute]: value }); };

/**
 * How every document of ours begins: it takes the gate from its parent, or, where it can't (another origin's, a sandbox), puts up a policy that
 * lets through what may be reached now.
 */
const arming = () => {
  const walls = JSON.stringify(gate.line()).replace(/</g, '\\u003c');
  return `<script${gate.nonce}>try{${CALL}(self)}catch{document.write(${walls})}document.currentScript.remove()</script>`;
};
/** A child document's markup, parked and armed. found: called with each held thing. */
export const childDocument = (html, { base = document.baseURI, found = tell } = {}) => gate.active()
  ? parkMarkup(html, { base, report: found, frame: true, prefix: arming(), child: text => childDocument(text, { base, found }), address: (url, at, kind) => childUrl(url, at, found, kind) || url }).out : html;
/** How markup's own frames are given their documents: not told of yet, since their elements enter what they hold (attributes.js, adopt). */
export const children = base => ({ child: html => childDocument(html, { base, found() {} }), address: (url, at, kind) => childUrl(url, at, () => {}, kind) });
/** Text or address of a child document; when something in it was held, it is made again once that is granted, unless its own gate revives it. */
const remade = (element, attribute, given, make, again) => {
  let held;
  const made = make(thing => { held ||= thing; tell(thing); });
  show(element, attribute, made === undefined ? made : given);
  if (!made) return made;
  if (held) hold({ ...held, element, quiet: true, revive() { if (!entered(element)) again(); } });
  return made;
};
/** True when the gate lives in the frame's document: then what it holds is revived in place. */
const entered = element => { try { return HOOK in element.contentWindow; } catch { return false; } };
/** The srcdoc to set in place of the page's, or undefined. */
export const childMarkup = (element, html) => gate.active()
  ? trusted.html(remade(element, 'srcdoc', html, found => childDocument(html, { found }), () => N.setAttribute(element, 'srcdoc', childMarkup(element, html) ?? html))) : undefined;
/**
 * The address to set in place of one of the site's own: of a frame's document, or a link's style sheet; the given one where it may stay, undefined while
 * a sheet is being read: it is set then.
 */
export const childAddress = (element, attribute, address) => {
  const base = element.baseURI, again = () => setAddress(element, attribute, address);
  const made = remade(element, attribute, address, found => { const url = childUrl(address, base, found, element.localName === 'link' && STYLE); return url === address ? undefined : url; }, again);
  if (made !== '') return made ?? address;
  N.removeAttribute(element, attribute);
  readSheet(resolve(address, base)).then(() => { if (shownAddress(element, attribute) === address) again(); });
  return undefined;
};

/** XML documents have no place for a script of ours: one that names a held host waits as a whole. */
const whole = (text, found) => {
  const subject = urlsIn(text).find(url => isHeldUrl(FRAME, url));
  if (subject) found({ kind: FRAME, subject });
  return subject && 'about:blank';
};
/** A document given as blob:, data: or javascript: with the gate in it, a style sheet with what it names parked; any other address as it is. */
export const childUrl = (address, base, found = tell, kind) => {
  const url = resolve(address, base), scheme = url.slice(0, url.indexOf(':'));
  if (!gate.active()) return address;
  if (kind === STYLE) {
    const made = parkSheet(url);
    if (made === url) return address;
    if (made) found({ kind, subject: NOWHERE_URL.exec(made)[1] });
    return made;
  }
  if (scheme === 'javascript') {
    let code = url.slice(11);
    try { code = decodeURIComponent(code); } catch { /* not percent-encoded: the text is the code */ }
    return 'javascript:' + encodeURIComponent(`${CALL}(self),${CALL}.written((0,eval)(${JSON.stringify(code)}))`);
  }
  if (scheme !== 'blob' && scheme !== 'data') return address;
  const { text, type } = read(url);
  if (/xml/.test(type)) return whole(text, found) || address;
  if (!/^text\/html/.test(type)) return address;
  return scheme === 'blob' ? N.createObjectURL(new N.Blob([childDocument(text, { found })], { type }))
    : `data:text/html;charset=utf-8,${encodeURIComponent(childDocument(text, { base: 'about:blank', found }))}`;
};
/** Sets such an address. */
export const setAddress = (element, attribute, address) => { const safe = childAddress(element, attribute, address); if (safe !== undefined) N.setAttribute(element, attribute, safe); };

/** Arms a child's realm, given its window or document, if it is one of ours. */
export const armFrame = inner => { try { const g = inner.defaultView || inner; if (g.document) gate.arm(g); } catch { /* another origin's */ } };
const FRAMES = 'iframe,frame,object,embed';
/** Arms every frame in a tree that was just inserted. */
export const armFrames = root => {
  for (const frame of [...root.nodeType === 1 && root.matches(FRAMES) ? [root] : [], ...N.queryAll(root, FRAMES)]) frame.contentWindow;
};
