// Same-origin child realms: each gets the same gate before its first statement. A frame's initial about:blank window is armed the moment it
// is inserted, and HTML 7.4.2.3.1 lets that window live on through the first same-origin navigation; documents that we are given as text
// (srcdoc, blob:, data:, javascript:) are parked as text and begin with a script that arms them, or shuts them where it can't.
import * as N from './platform.js';
import { trusted } from './native.js';
import { parkMarkup, wallsOf, NOWHERE_URL } from './markup.js';
import { resolve, read, isHeldUrl, urlsIn } from './judge.js';
import { FRAME, STYLE, OBJECT } from './sinks.js';
import { readSheet, readSheets, parkSheet, textOf } from './sheets.js';
import { hold, later, thrice, entryOf, found as tell } from './ledger.js';

/** Under this symbol a child finds its parent's gate: a function that arms a window. */
export const HOOK = Symbol.for('assent');
const CALL = 'parent[Symbol.for("assent")]';
let gate;
/** gate: {arm(window), nonce (as an attribute), walls()}: how this page arms a realm, and the policy line for documents that no script of ours can enter. Until then children are left alone. */
export const framesBelongTo = owner => { gate = owner; };

const shown = new WeakMap();
/** What the page gave as src or srcdoc where we gave the platform something else. */
export const shownAddress = (element, attribute) => shown.get(element)?.[attribute];

/**
 * How every document of ours begins: it takes the gate from its parent, or, where it can't (another origin's, a sandbox), puts up a policy that
 * lets through what may be reached now.
 */
const arming = () => {
  // Where there is no origin, a host without a scheme stands for nothing.
  const walls = JSON.stringify(gate.walls().replace(/ (?=[\w.*-]+:[\d*])/g, ' http://')).replace(/</g, '\\u003c');
  return `<script nonce="${gate.nonce}">try{${CALL}(self)}catch{document.write(${walls})}document.currentScript.remove()</script>`;
};
/** A child document's markup, parked and armed. found: called with each held thing. */
export const childDocument = (html, { base = document.baseURI, found = tell, prefix } = {}) => gate
  ? parkMarkup(html, { base, report: found, frame: true, prefix: prefix ?? arming(), child: text => childDocument(text, { base, found }), address: (url, at, kind) => childUrl(url, at, found, kind) || url }).out : html;
/** How markup's own frames are given their documents: not told of yet, since their elements enter what they hold (attributes.js, adopt). */
export const children = base => ({ child: html => childDocument(html, { base, found() {} }), address: (url, at, kind) => childUrl(url, at, () => {}, kind) });
/** Text or address of a child document; when something in it was held, it is made again once that is granted, unless its own gate revives it. */
const remade = (element, attribute, given, make, again, text) => {
  let held;
  const made = make(thing => { held ||= thing; tell(thing); });
  shown.set(element, { ...shown.get(element), [attribute]: made === given ? undefined : given });
  // What its scripts name, nobody has seen yet.
  held || whole(text ?? (/^(?:data|blob):/.test(given) ? read(given)[0] : given), thing => { held = thing; });
  if (held) hold({ ...held, element, quiet: true, revive() { if (!entered(element)) again(); } });
  return made;
};
/** True when the gate lives in the frame's document: then what it holds is revived in place. */
const entered = element => { try { return HOOK in element.contentWindow && element.contentDocument.URL !== 'about:blank'; } catch { return false; } };
/** The srcdoc to set in place of the page's. */
export const childMarkup = (element, html) => trusted.html(remade(element, 'srcdoc', html, found => childDocument(html, { found }), () => N.setAttribute(element, 'srcdoc', childMarkup(element, html))));
/**
 * The address to set in place of one of the site's own: of a frame's document, or a link's style sheet; the given one where it may stay, undefined while
 * a sheet is being read: it is set then.
 */
export const childAddress = (element, attribute, address, kind) => {
  const base = element.baseURI, again = () => setAddress(element, attribute, address, kind);
  const made = remade(element, attribute, address, found => childUrl(address, base, found, kind), again);
  if (made || !address) return made;
  N.removeAttribute(element, attribute);
  readSheet(resolve(address, base), kind === OBJECT ? null : undefined).then(() => { if (shownAddress(element, attribute) === address) again(); });
  return undefined;
};

/** XML documents have no place for a script of ours: one that names a held host, elsewhere than as a vocabulary's name, waits as a whole. */
const whole = (text, found) => {
  const subject = urlsIn(text.replace(/xmlns[^\s>]+|<!DOCTYPE[^>]+/g, '')).find(url => isHeldUrl(FRAME, url));
  if (subject) found({ kind: FRAME, subject });
  return subject && 'about:blank';
};
/** A document given as blob:, data: or javascript: with the gate in it, a style sheet with what it names parked; any other address as it is. */
export const childUrl = (address, base, found = tell, kind) => {
  const url = resolve(address, base);
  if (!gate) return address;
  if (kind === STYLE) {
    const made = parkSheet(url);
    if (made === url) return address;
    if (made) found({ kind, subject: NOWHERE_URL.exec(made)[1] });
    return made;
  }
  // Nothing can be written into an <object> or <embed>: where what is in it names a held host, it waits as a whole.
  if (kind === OBJECT && isOwnDocument(FRAME, url)) {
    const text = textOf(url);
    if (!text?.trim) return '';
    let made = whole(String(text.match(/<script[^]*?<\/script/gi)), found) || address;
    childDocument(text, { base: url, found(thing) { made = 'about:blank'; found(thing); } });
    return made;
  }
  if (url.startsWith('javascript:')) {
    let code = url.slice(11);
    try { code = decodeURIComponent(code); } catch { /* not percent-encoded: the text is the code */ }
    return 'javascript:' + encodeURIComponent(`${CALL}(self),${CALL}.written((0,eval)(${JSON.stringify(code)}))`);
  }
  if (!/^(?:data|blob):/.test(url)) return address;
  const [text, type] = read(url);
  if (/xml/.test(type)) return whole(text, found) || address;
  if (!/^text\/html/.test(type)) return address;
  return url[0] === 'b' ? N.createObjectURL(new N.Blob([childDocument(text, { found })], { type }))
    : `data:text/html;charset=utf-8,${encodeURIComponent(childDocument(text, { base: 'about:blank', found }))}`;
};
/** Sets such an address. */
export const setAddress = (element, attribute, address, kind) => { const safe = childAddress(element, attribute, address, kind); if (safe !== undefined) N.setAttribute(element, attribute, safe); };

/**
 * The site's own documents: their parsers would fetch what they name before anyone could enter them. Such a frame has an empty `srcdoc`, which no frame of the page's has here, ahead of
 * its address; the text is written into that, under its own address.
 */
const isOurs = frame => N.getAttribute(frame, 'srcdoc') === '' && N.hasAttribute(frame, 'src');
/**
 * Reads one: [answer, type, text, walls]; nothing for what is not for us to write: what is no document, is to be kept, is no UTF-8, has a policy that is not for a frame, or in its markup (so has a page
 * with our line). walls: the policy that came by header, with the site's address beside 'self', which means nothing to Firefox in a document that is written. Where the page's own policy wants nonces,
 * which holds in its frames too, theirs become ours (a short one might be anything in a text).
 */
const readDocument = url => thrice(async () => {
  const answer = await N.fetch(url, { mode: 'same-origin' }), { headers } = answer, type = headers.get('content-type'), policy = headers.get('content-security-policy') || '', text = /xml|^text\/html/i.test(type) && await answer.text();
  const theirs = /'nonce-([^']{9,})/.exec(policy)?.[1] ?? gate.nonce, ours = part => part.replaceAll(theirs, gate.nonce || theirs);
  return text && ours(policy).includes(gate.nonce) && !/sandbox|ancestors (?!'self'|\*)|options,deny|disposition,a/i.test([...headers]) && !/security-policy|\ufffd/i.test(text) && [answer, type, ours(text), ours(policy.replace(/'self'/g, `'self' ${location.origin}`)).split(',').map(wallsOf).join('')];
});
/** The frames whose document has not told of its load yet. */
export const waiting = new Set();
/** True for the address of such a document. */
export const isOwnDocument = (kind, url, base) => kind === FRAME && gate && url && resolve(url, base).startsWith(location.origin + '/');
/** Goes on with a frame's empty document, if it is one; opened(): it was opened anew, and its listeners were lost. */
export const fill = async (g, frame, opened) => {
  const doc = g.document;
  if (doc.URL !== 'about:srcdoc' || !isOurs(frame)) return;
  waiting.add(frame);
  // What is no document after all (a download) never tells: it is waited for a few seconds (ms).
  const done = () => waiting.delete(frame), load = () => { later(4000).then(done); N.removeAttribute(frame, 'srcdoc'); };
  // Of whatever it shows in the end: it may have gone on before it was there.
  N.listen(frame, 'load', done);
  try {
    let url = resolve(N.getAttribute(frame, 'src'), frame.baseURI);
    // No document is in itself (HTML 7.3.2): the platform sees to that.
    for (let around = g; around !== self;) { around = around.parent; if ((around.document.URL + '#').startsWith(url.split('#')[0] + '#')) throw 0; }
    const said = shown.get(frame) ?? {}, [answer, type, text, policy] = said[url] || await readDocument(url);
    delete said[url];
    if (answer.redirected) url = answer.url;
    await readSheets(text, url);
    // One that is opened before its end is there, or while it tells of that, would not tell of the next.
    do await later(0); while (doc.readyState !== 'complete');
    if (g.document !== doc) return done();
    // What it shows may be what a style sheet of the site's own makes of it.
    const [, sheet] = /<\?xml-s[^>]*?href\s*=\s*["']([^"']+)/.exec(text) || [];
    if (/xml/.test(type)) return whole(sheet ? text + read(resolve(sheet, url))[0] : text, thing => hold({ ...thing, revive: load })) ? done() : load();
    N.open(doc);
    opened();
    g.history.replaceState(null, '', url);
    // Firefox leaves the base where the page's is.
    N.write(doc, trusted.html(childDocument(text, { base: url, prefix: (doc.baseURI === url || /<base[^>]+href/i.test(text) ? '' : `<base href="${url}">`) + policy })));
    N.close(doc);
  } catch (error) {
    // So speaks Firefox when the page around is gone, whose frames it goes on to load.
    if (error.name === 'SecurityError') done(); else load();
  }
};
/** A frame's load event: of an empty document nobody hears. */
export const frameLoaded = event => {
  const frame = event.target, doc = frame.contentDocument; // asked for, it is armed
  if (doc === undefined || !isOurs(frame) || doc && doc.URL !== 'about:srcdoc') return;
  event.stopImmediatePropagation();
  if (!doc) enclose(frame, N.getAttribute(frame, 'src'));
};
/** A sandbox of another origin: nobody can write into it, so it is given the document as a file of ours. */
const enclose = async (frame, address) => {
  const url = resolve(address, frame.baseURI);
  try {
    const [, , text, policy] = await readDocument(url), prefix = `<base href="${url}">${arming()}${policy}`;
    // By now the page may have sent it elsewhere.
    if (frame.getAttribute('src') !== address) return;
    const made = remade(frame, 'src', address, found => N.createObjectURL(new N.Blob([childDocument(text, { base: url, found, prefix })], { type: 'text/html' })), () => enclose(frame, address), text);
    // With nothing held in it, it keeps its own address.
    N.setAttribute(frame, 'src', entryOf(frame) ? made : address);
  } catch { /* what is not for us to write */ }
  N.removeAttribute(frame, 'srcdoc');
};
/**
 * Shows a frame that goes on by itself the document at `url` in the same way, once it is read; its `src` reads as before. What is no such document it goes to by itself:
 * meanwhile shownAddress(frame, url) is 0.
 */
export const goOn = async (g, frame, url) => {
  const said = { src: frame.getAttribute('src') };
  shown.set(frame, said);
  const page = await readDocument(url).catch(() => {});
  // By now it may have been sent elsewhere.
  if (shown.get(frame) !== said) return;
  said[url] = page || 0;
  if (page) {
    N.setAttribute(frame, 'srcdoc', '');
    N.setAttribute(frame, 'src', url);
  } else g.location = url;
  said[url] = page;
};
/** Arms a child's realm, given its window or document, if it is one of ours; answers what it was given. */
export const armFrame = inner => { try { gate.arm(inner.defaultView || inner); } catch { /* another origin's */ } return inner; };
const FRAMES = 'iframe,frame,object,embed';
/** Arms every frame in a tree that was just inserted. */
export const armFrames = root => {
  for (const frame of N.within(root, FRAMES)) armFrame(frame.contentWindow);
};
