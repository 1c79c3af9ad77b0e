// Same-origin child realms: each gets the same gate before its first statement. A frame's initial about:blank window is armed the moment it
// is inserted, and HTML 7.4.2.3.1 lets that window live on through the first same-origin navigation; documents that we are given as text
// (srcdoc, blob:, data:, javascript:) are parked as text and begin with a script that arms them.
import { N, trusted } from './native.js';
import { parkMarkup } from './markup.js';
import { resolve } from './judge.js';
import { hold, report } from './ledger.js';

/** Under this symbol a child finds its parent's gate: a function that arms a window. */
export const HOOK = Symbol.for('assent');
const CALL = 'parent[Symbol.for("assent")]';
let gate = { arm() {}, active: () => false, nonce: '', csp: () => '' };
/** gate: {arm(window), active(), nonce, csp()}: how this page arms a realm, and the policy line for documents that no script of ours can enter. */
export const framesBelongTo = owner => { gate = owner; };

const shown = new WeakMap();
/** What the page gave as src or srcdoc where we gave the platform something else. */
export const shownAddress = (element, attribute) => shown.get(element)?.[attribute];
const show = (element, attribute, value) => { shown.set(element, { ...shown.get(element), [attribute]: value }); };

const escapes = sandbox => sandbox === undefined || sandbox === null || /\ballow-same-origin\b/.test(sandbox);
const attribute = text => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;');
const arming = () => `<script${gate.nonce ? ` nonce="${gate.nonce}"` : ''}>${CALL}(self);document.currentScript.remove()</script>`;
const walls = () => `<meta http-equiv="Content-Security-Policy" content="${attribute(gate.csp())}">`;

/** A child document's markup, parked and armed. sandbox: the attribute's value, or undefined. found: called with each held thing. */
export const childDocument = (html, { sandbox, base = document.baseURI, opaque = !escapes(sandbox), found = report.bind(null, 'hold') } = {}) => {
  if (!gate.active()) return html;
  return parkMarkup(html, { base, report: found, child: (text, inner) => childDocument(text, { sandbox: inner, base, opaque: opaque || !escapes(inner) }), prefix: opaque ? walls() : arming() }).out;
};
/** The srcdoc to set in place of the page's, or undefined. */
export const childMarkup = (element, html) => {
  if (!gate.active()) return undefined;
  show(element, 'srcdoc', html);
  const opaque = !escapes(N.getAttribute(element, 'sandbox'));
  let held;
  const out = childDocument(html, { opaque, found: thing => { held ||= thing; report('hold', thing); } });
  // No gate of ours can enter an opaque document: it is written anew when what it needs is granted.
  if (opaque && held) hold({ ...held, element, quiet: true, revive: () => N.setAttribute(element, 'srcdoc', childMarkup(element, html) ?? html) });
  return trusted.html(out);
};

const readBlob = address => {
  try {
    const request = new N.XHR();
    request.open('GET', address, false);
    request.send();
    return { text: request.responseText, type: request.getResponseHeader('content-type') || '' };
  } catch { return { text: '', type: '' }; }
};
/** The address to set in place of a frame's own document given as blob:, data: or javascript:, or undefined. */
export const childAddress = (element, address) => {
  if (!gate.active()) return undefined;
  const url = resolve(address, element.baseURI), scheme = url.slice(0, url.indexOf(':'));
  let made;
  if (scheme === 'javascript') {
    let code = url.slice(11);
    try { code = decodeURIComponent(code); } catch { /* not percent-encoded: the text is the code */ }
    made = 'javascript:' + encodeURIComponent(`${CALL}.written((0,eval)(${JSON.stringify(code)}))`);
  } else if (scheme === 'blob') {
    const { text, type } = readBlob(url);
    if (!/html|xml|svg/.test(type)) return undefined;
    made = N.createObjectURL(new N.Blob([childDocument(text, { sandbox: N.getAttribute(element, 'sandbox') ?? undefined })], { type }));
  } else if (scheme === 'data' && /^data:(?:text\/html|image\/svg|application\/xhtml)/i.test(url)) {
    const comma = url.indexOf(','), head = url.slice(0, comma), body = url.slice(comma + 1);
    let text;
    try { text = /;base64$/i.test(head) ? new TextDecoder().decode(Uint8Array.from(atob(decodeURIComponent(body)), c => c.charCodeAt(0))) : decodeURIComponent(body); } catch { return undefined; }
    let held;
    const out = childDocument(text, { opaque: true, base: 'about:blank', found: thing => { held ||= thing; report('hold', thing); } });
    if (held) hold({ ...held, element, quiet: true, revive: () => N.setAttribute(element, 'src', childAddress(element, address) ?? address) });
    made = `${head.replace(/;base64$/i, '').replace(/;charset=[^;,]*/i, '')};charset=utf-8,${encodeURIComponent(out)}`;
  }
  if (made) show(element, 'src', address);
  return made;
};

/** Arms a child's realm, given its window or document, if it is one of ours. */
export const armFrame = inner => { try { const g = inner.defaultView || inner; if (g.document) gate.arm(g); } catch { /* another origin's */ } };
const FRAMES = 'iframe,frame,object,embed';
/** Arms every frame in a tree that was just inserted. */
export const armFrames = root => {
  for (const frame of [...root.nodeType === 1 && root.matches(FRAMES) ? [root] : [], ...N.queryAll(root, FRAMES)]) frame.contentWindow;
};
