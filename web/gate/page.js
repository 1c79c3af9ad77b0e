// The page's own markup. The first script of a document can make the parser hand over the rest of the page as text
// (`<plaintext>`): it is parked as text when it is whole, and written back into the reopened document, so that the platform parses it as it
// would have, with its scripts in order, its events once, and nothing of it fetched ahead. The line beside the script (GATE.md's pause, or
// the strict policy) keeps the preload scanner from fetching before that.
import * as N from './platform.js';
import { trusted } from './native.js';
import { parkMarkup } from './markup.js';
import { later } from './ledger.js';
import { waiting } from './frames.js';

/** How many promises in a row are waited for. */
const SETTLE = 20;
const LINE = /^\s*<meta\s[^>]*content-security-policy[^>]*>([^]*?<plaintext><noscript>-->)?/i;

/** The attribute by which a script of ours may run where ours may. */
export const nonceOf = script => script?.nonce || '';
const same = it => it, pass = (markup, body) => parkMarkup(markup, { report: same, child: same, address: same, body }).out;

const OWN_MAP = /(<script[^>]*\stype\s*=\s*["']?importmap\b[^>]*>)([^<]*)/i;
/** The markup with an import map: in the page's own, since some browsers take one only, or ahead of all. */
export const withMap = (markup, map, script) => (OWN_MAP.test(markup) ? markup : `<script type="importmap" nonce="${nonceOf(script)}">{}</script>${markup}`).replace(OWN_MAP, (whole, tag, text) => {
  try {
    const own = JSON.parse(text);
    return tag + JSON.stringify({ imports: { ...map.imports, ...own.imports }, scopes: { ...map.scopes, ...own.scopes } }).replace(/</g, '\\u003c');
  } catch { return whole; }
});

/** What stood before the script, and the script: to be written again, with scripts that have run made inert. */
const before = ({ doctype, documentElement }) => {
  for (const script of N.queryAll(documentElement, 'script')) N.setAttribute(script, 'type', 'assent/done');
  const markup = documentElement.outerHTML;
  return (doctype ? new XMLSerializer().serializeToString(doctype) : '') + markup.slice(0, markup.lastIndexOf('</script>') + 9);
};

/**
 * Takes the page's markup over. walls: markup written at once, ahead of the rest (a narrower policy). rewrite(markup, body): what is written in its place, with `body` ahead of the body, or the promise of it. opened:
 * called when the document has been reopened, before its first byte is written. trouble(code): the line is missing, or the script does not stand where it
 * must. Answers true, unless it is too late to take anything over.
 */
export const takeOver = ({ script, walls = '', rewrite = pass, opened, trouble }) => {
  const doc = document;
  if (doc.readyState !== 'loading' || doc.contentType !== 'text/html' || !script || script.async || script.defer || script.type === 'module') return trouble('late');
  if (script.parentNode !== doc.head) return trouble('not-in-head');
  if (doc.head.querySelector(':not(meta,title,base)') !== script) trouble('not-first');
  N.write(doc, trusted.html(`${walls}<plaintext hidden>`));
  // Once: opening a document anew takes its listeners away (HTML 8.4.1).
  N.listen(doc, 'readystatechange', async () => {
    if (doc.readyState !== 'interactive') return;
    // Firefox still owes the first document its end, and would run the second one's deferred scripts at it: it is waited for there, and nobody hears of it.
    if (self.InternalError) await new Promise(done => N.listen(self, 'DOMContentLoaded', event => { event.stopImmediatePropagation(); done(); }, { capture: true, once: true }));
    const plain = doc.querySelector('plaintext'), text = plain ? N.text(plain) : '';
    plain?.remove();
    const head = before(doc);
    if (!LINE.test(text)) trouble('no-line');
    // The browser has painted before, and would paint a body ahead of its style sheets: a script waits for them (HTML 4.12.1.1), and the body for the script.
    const written = rewrite(text.replace(LINE, ''), `<script nonce="${nonceOf(script)}">document.currentScript.remove()</script>`);
    // In this turn still, before the browser goes on with the end of the first document; but Firefox ends a reopened one that waits.
    if (self.InternalError) await written;
    N.open(doc);
    // Firefox shows a document that was opened anew without saying so.
    let shown = false;
    N.listen(self, 'pageshow', () => { shown = true; });
    N.listen(self, 'load', async event => {
      // The browser knows of empty frames only. Of one that is gone nobody waits.
      if (waiting.size) {
        event.stopImmediatePropagation();
        while ([...waiting].some(frame => frame.contentWindow)) await later(9);
        waiting.clear();
        return self.dispatchEvent(new Event('load'));
      }
      await later(9);
      shown || self.dispatchEvent(new PageTransitionEvent('pageshow'));
    });
    opened();
    const out = await written;
    // Script by script: promises that one has settled are heard before the next, as they are when a parser runs them.
    for (const piece of (head + out).split(/(?<=<\/script\s*>)/i)) {
      N.write(doc, trusted.html(piece));
      for (let i = 0; i < SETTLE; i += 1) await i;
    }
    N.close(doc);
  });
  return true;
};
