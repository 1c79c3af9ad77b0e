// Submissions and clicks that load another host into a frame of this page. A visitor who leaves the page by a link or a form is not held.
import * as N from './platform.js';
import { apply } from './native.js';
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
const baseTarget = element => element.ownerDocument.querySelector('base[target]')?.target || '';
const target = (form, submitter) => submitter && N.getAttribute(submitter, 'formtarget') || (N.getAttribute(form, 'target') ?? baseTarget(form));

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
  // A link that stands nowhere has no window to listen at.
  call('HTMLElement', 'click', (self, args, native) => self.isConnected || !heldLink(g, self) ? apply(native, self, args) : undefined);
  call('', 'open', (self, args, native) => {
    const [url, name] = args;
    // A window that no visitor asked for is one that browsers block.
    if (url && (staysHere(g, name) || g !== g.top && name === '_self' || !g.navigator.userActivation?.isActive) && isHeldUrl(FRAME, url, g.document.baseURI)) {
      hold({ kind: FRAME, subject: resolve(url, g.document.baseURI), stage: 1, revive: () => { apply(native, self, args); } });
      return g.frames[name] ?? null;
    }
    const opened = apply(native, self, args);
    armFrame(opened);
    return opened;
  });
};
/** Watches a window's submissions and clicks, or those in a shadow root, which a window can't tell; to be called again for a document that was opened anew. */
export const listenForms = (g, at = g) => {
  // Ahead of the page's own listeners, which may stop what they do not want to be heard.
  N.listen(at, 'submit', event => {
    const form = event.target, url = form instanceof g.HTMLFormElement && heldForm(g, form, event.submitter);
    if (!url) return;
    event.preventDefault();
    hold({ kind: FORM, subject: url, stage: 1, revive: () => form.requestSubmit(event.submitter) });
  }, true);
  N.listen(at, 'click', event => { if (heldLink(g, event.composedPath()[0])) event.preventDefault(); }, true);
};
/** Holds a frame's own navigations, where the browser tells of them: a window's location can't be stood before. */
export const listenNavigation = g => {
  if (g !== self && g.navigation) N.listen(g.navigation, 'navigate', event => {
    const { url } = event.destination;
    if (!event.cancelable || !isHeldUrl(FRAME, url)) return;
    event.preventDefault();
    hold({ kind: FRAME, subject: url, stage: 1, revive: () => { g.location = url; } });
  });
};
/** True when following a link would load a held address into a frame of this page; it is held then. */
const heldLink = (g, from) => {
  const link = from?.closest?.('a,area');
  if (!link) return false;
  const href = resolve(link.href?.baseVal ?? link.href, link.baseURI), name = N.getAttribute(link, 'target') ?? baseTarget(link);
  if (!(staysHere(g, name) || g !== g.top && !/^_(?:top|blank|parent)$/i.test(name)) || !isHeldUrl(FRAME, href)) return false;
  hold({ kind: FRAME, subject: href, stage: 1, revive: () => link.click() });
  return true;
};
