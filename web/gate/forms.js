// Submissions and clicks that load another host into a frame of this page. A visitor who leaves the page by a link or a form is not held.
import { N, apply } from './native.js';
import { FORM, FRAME } from './sinks.js';
import { isHeldUrl, resolve } from './judge.js';
import { hold } from './ledger.js';
import { armFrame } from './frames.js';

/** True when the target names a frame of this page, so that nobody leaves it. */
const staysHere = (g, target) => {
  if (!target || /^_(?:self|top|parent|blank|unfencedtop)$/i.test(target)) return false;
  try { return !!g.frames[target] || [...N.queryAll(g.document, 'iframe,frame,object')].some(frame => frame.name === target); } catch { return false; }
};
const address = (form, submitter) => submitter && N.getAttribute(submitter, 'formaction') || N.getAttribute(form, 'action') || '';
const target = (form, submitter) => submitter && N.getAttribute(submitter, 'formtarget') || N.getAttribute(form, 'target') || '';

const heldForm = (g, form, submitter) => {
  const url = address(form, submitter);
  return (staysHere(g, target(form, submitter)) || g !== g.top) && isHeldUrl(FORM, url, form.baseURI) ? resolve(url, form.baseURI) : '';
};

/** Installs the rows of forms and links in a realm. */
export const installForms = ({ call }, g) => {
  call('HTMLFormElement', 'submit', (self, args, native) => {
    const url = heldForm(g, self);
    if (!url) return apply(native, self, args);
    hold({ kind: FORM, subject: url, stage: 1, revive: () => apply(native, self, args) });
    return undefined;
  });
  call('', 'open', (self, args, native) => {
    const [url, name] = args;
    if (url && staysHere(g, name) && isHeldUrl(FRAME, url, g.document.baseURI)) {
      hold({ kind: FRAME, subject: resolve(url, g.document.baseURI), stage: 1, revive: () => { apply(native, self, args); } });
      return g.frames[name] ?? null;
    }
    const opened = apply(native, self, args);
    armFrame(opened);
    return opened;
  });
};
/** Watches a window's submissions and clicks; to be called again for a document that was opened anew. */
export const listenForms = g => {
  N.listen(g, 'submit', event => {
    const url = event.target instanceof g.HTMLFormElement && heldForm(g, event.target, event.submitter);
    if (!url || event.defaultPrevented) return;
    event.preventDefault();
    hold({ kind: FORM, subject: url, stage: 1, revive: () => event.target.requestSubmit(event.submitter) });
  });
  N.listen(g, 'click', event => {
    const link = event.target?.closest?.('a[href],area[href]');
    if (!link || event.defaultPrevented || !(staysHere(g, link.target) || g !== g.top && !/^_(?:top|blank|parent)$/i.test(link.target))) return;
    if (!isHeldUrl(FRAME, link.href, link.baseURI)) return;
    event.preventDefault();
    hold({ kind: FRAME, subject: link.href, stage: 1, revive: () => link.click() });
  });
};
