// Submissions and clicks that load another host into a frame of this page. A visitor who leaves the page is not held; a script that sends an idle one
// to a service that must wait is.
import * as N from './platform.js';
import { apply } from './native.js';
import { FORM, FRAME } from './sinks.js';
import { isHeldUrl, resolve, verdict } from './judge.js';
import { hold } from './ledger.js';
import { armFrame, goOn, isOwnDocument, shownAddress } from './frames.js';

/** True when the target names a frame of this page, so that nobody leaves it. */
const staysHere = (g, target) => target && g.frames[target];
const address = (form, submitter) => submitter && N.getAttribute(submitter, 'formaction') || N.getAttribute(form, 'action') || '';
const baseTarget = element => element.ownerDocument.querySelector('base[target]')?.target || '';
const target = (form, submitter) => submitter && N.getAttribute(submitter, 'formtarget') || (N.getAttribute(form, 'target') ?? baseTarget(form));

/** True while the visitor has just clicked or typed (HTML 6.4): what happens then is by will. */
const acts = g => g.navigator.userActivation?.isActive;
/** True when nobody asked to go to a service of the policy's: a host that it does not name may be where the site's visitors log in. */
const sent = (g, kind, url) => !acts(g) && verdict(kind, url) >>> 15;
const heldForm = (g, form, submitter) => {
  const url = resolve(address(form, submitter), form.baseURI);
  return isHeldUrl(FORM, url) && (g !== g.top || staysHere(g, target(form, submitter)) || sent(g, FORM, url)) ? url : '';
};

/** Installs the rows of forms and links in a realm. */
export const installForms = ({ call }, g) => {
  call('HTMLFormElement', 'submit', (self, args, native) => {
    const url = heldForm(g, self);
    if (!url) return apply(native, self, args);
    hold({ kind: FORM, subject: url, revive: () => apply(native, self, args) });
    return undefined;
  });
  // A link that stands nowhere has no window to listen at.
  call('HTMLElement EventTarget', 'click dispatchEvent', (self, args, native) => self?.isConnected || args[0] && args[0].type !== 'click' || !heldLink(g, self) ? apply(native, self, args) : undefined);
  // An empty frame's own navigation is told by no event.
  call('Navigation', 'navigate', (self, args, native) => {
    const url = resolve(args[0], g.document.baseURI), never = new g.Promise(() => {});
    if (g === g.top || !isHeldUrl(FRAME, url)) return apply(native, self, args);
    hold({ kind: FRAME, subject: url, revive: () => { apply(native, self, args); } });
    return { committed: never, finished: never };
  });
  call('', 'open', (self, args, native) => {
    const [url, name] = args;
    // A window that no visitor asked for is one that browsers block.
    if (url && (staysHere(g, name) || g !== g.top && name === '_self' || !acts(g)) && isHeldUrl(FRAME, url, g.document.baseURI)) {
      hold({ kind: FRAME, subject: resolve(url, g.document.baseURI), revive: () => { apply(native, self, args); } });
      return g.frames[name] ?? null;
    }
    return armFrame(apply(native, self, args));
  });
  call('DocumentPictureInPicture', 'requestWindow', (self, args, native) => apply(native, self, args).then(armFrame));
  // Another name for it, with three arguments (HTML 8.4.1).
  call('Document', 'open', (self, args, native) => args.length > 2 ? g.open(...args) : apply(native, self, args));
};
/** Watches a window's submissions and clicks, or those in a shadow root, which a window can't tell; to be called again for a document that was opened anew. */
export const listenForms = (g, at = g) => {
  // Ahead of the page's own listeners, which may stop what they do not want to be heard.
  N.listen(at, 'submit', event => {
    const form = event.target, url = form instanceof g.HTMLFormElement && heldForm(g, form, event.submitter);
    if (!url) return;
    event.preventDefault();
    hold({ kind: FORM, subject: url, revive: () => form.requestSubmit(event.submitter) });
  }, true);
  N.listen(at, 'click', event => { if (heldLink(g, event.composedPath()[0])) event.preventDefault(); }, true);
};
/**
 * Holds a window's own navigations, where the browser tells of them (HTML 7.2.6, Navigation API): its location can't be stood before. One that leads a frame to another of
 * the site's documents is led there as the first one was; not what is sent by POST, or to be kept.
 */
export const listenNavigation = g => {
  if (g.navigation) N.listen(g.navigation, 'navigate', event => {
    const { url } = event.destination;
    const frame = g !== self && g.frameElement;
    if (!event.cancelable) return;
    if (isHeldUrl(FRAME, url) && (g !== g.top || sent(g, FRAME, url))) hold({ kind: FRAME, subject: url, revive: () => { g.location = url; } });
    // Only an <iframe> has a sandbox, and a srcdoc. What is loaded in place of an empty one goes as it is.
    else if (frame?.sandbox && isOwnDocument(FRAME, url) && event.sourceElement?.getAttribute('download') == null && shownAddress(frame, url) !== 0 && g.document.URL !== 'about:srcdoc' && !event.destination.sameDocument && !event.formData) goOn(g, frame, url);
    else return;
    event.preventDefault();
  });
};
/** True when following a link would load a held address into a frame of this page, or a script follows one unasked; it is held then. */
const heldLink = (g, from) => {
  const link = from?.closest?.('a,area');
  if (!link) return false;
  const href = resolve(link.href?.baseVal ?? link.href, link.baseURI), name = N.getAttribute(link, 'target') ?? baseTarget(link);
  if (!(staysHere(g, name) || g !== g.top && !/^_(?:top|blank|parent)$/i.test(name) || sent(g, FRAME, href)) || !isHeldUrl(FRAME, href)) return false;
  hold({ kind: FRAME, subject: href, revive: () => link.click() });
  return true;
};
