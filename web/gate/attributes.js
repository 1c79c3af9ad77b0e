// Parking on elements: a held URL waits in `data-assent-<attribute>` on its own element, so it keeps its place, its listeners and its other
// attributes, survives cloning and serialising, and reads back as the page set it.
import { N } from './native.js';
import { sinkOf, linkKind, CSS, DOCUMENT, INLINE, FRAME, CATEGORY, SERVICE } from './sinks.js';
import { HELD, PARKED, HELD_TYPE, NOWHERE_URL, heldUrl, kindOf, parkStyle, freeStyle, isHeldScript } from './markup.js';
import { isHeld, isHeldUrl, resolve } from './judge.js';
import { hold, isEntered } from './ledger.js';
import { childMarkup, childAddress, shownAddress } from './frames.js';
import { reviveScript } from './revive.js';
import { cover, uncover } from './placeholder.js';

const nameOf = element => element.localName.toLowerCase();
const reader = element => attribute => N.getAttribute(element, attribute) || '';

/** What the page set an attribute to while we hold or replaced it; undefined when the platform's own answer is right. */
export const readBack = (element, attribute) => {
  if (!N.hasAttribute(element, HELD)) return shownAddress(element, attribute);
  return N.getAttribute(element, PARKED + attribute) ?? shownAddress(element, attribute)
    ?? (attribute === 'type' && N.getAttribute(element, 'type') === HELD_TYPE ? '' : undefined);
};
const enter = (element, kind, subject) => {
  hold({ kind, subject, element, stage: 1, revive: () => reviveElement(element) });
  cover(element, kind, subject);
};

/** Forgets a parked attribute, because the page sets or removes it anew. */
export const unpark = (element, attribute) => {
  N.removeAttribute(element, PARKED + attribute);
  if (!parkedAttributes(element).length && N.getAttribute(element, 'type') !== HELD_TYPE) N.removeAttribute(element, HELD);
};
const parkedAttributes = element => [...element.attributes].map(a => a.name).filter(name => name.startsWith(PARKED) && name !== HELD).map(name => name.slice(PARKED.length));

const park = (element, attribute, value, url) => {
  N.removeAttribute(element, attribute);
  N.setAttribute(element, PARKED + attribute, value);
  N.setAttribute(element, HELD, '');
  enter(element, kindOf(nameOf(element), attribute, reader(element)), url);
};

/**
 * Asked before an attribute is set: the value to set (the given object itself when nothing changes, so that trusted types stay trusted), or
 * undefined when it is held and nothing must be set.
 */
export const guardAttribute = (element, attribute, value) => {
  const name = nameOf(element);
  if (name === 'link' && attribute === 'rel') { relate(element, String(value)); return value; }
  const row = sinkOf(name, attribute);
  if (!row || value === null && row.shape !== CSS) return value;
  const text = String(value);
  if (row.shape === CSS) {
    const clean = parkStyle(text, element.baseURI);
    if (clean === text) return value;
    N.setAttribute(element, HELD, '');
    enter(element, row.kind, NOWHERE_URL.exec(clean)[1]);
    return clean;
  }
  if (N.hasAttribute(element, HELD)) unpark(element, attribute);
  if (row.shape === DOCUMENT) return childMarkup(element, text) ?? value;
  const url = heldUrl(name, attribute, text, reader(element), element.baseURI);
  if (url) { park(element, attribute, text, url); return undefined; }
  if (row.kind === FRAME) return childAddress(element, text) ?? value;
  return value;
};
/** A link's rel decides what its href fetches. */
const relate = (element, rel) => {
  const href = N.getAttribute(element, 'href'), kind = linkKind(rel);
  if (href && kind >= 0 && isHeldUrl(kind, href, element.baseURI)) {
    const url = resolve(href, element.baseURI);
    N.removeAttribute(element, 'href');
    N.setAttribute(element, PARKED + 'href', href);
    N.setAttribute(element, HELD, '');
    enter(element, kind, url);
  }
};

const SEEN = 'script,[src],[srcset],[href],[style],[data],[poster],[ping],[background],[srcdoc],style,[fill],[filter],[mask],[imagesrcset],[attributionsrc],[values],[to]';
/** Parks what an element carries natively: used for nodes that came from another document or from the parser. */
export const parkElement = element => {
  const name = nameOf(element);
  for (const { name: attribute, value } of [...element.attributes]) {
    const lower = attribute.toLowerCase(), row = sinkOf(name, lower);
    if (!row || row.shape === DOCUMENT) continue;
    if (row.shape === CSS) { const clean = guardAttribute(element, lower, value); if (clean !== value) N.setAttribute(element, attribute, clean); continue; }
    const url = heldUrl(name, lower, value, reader(element), element.baseURI);
    if (url) park(element, lower, value, url);
  }
  if (name === 'style') parkStyleText(element);
  if (name === 'script') parkScriptText(element);
};
/** The same for a whole tree; the root itself when it is an element. */
export const parkTree = root => {
  if (root.nodeType === 1) parkElement(root);
  for (const element of N.queryAll(root, SEEN)) parkElement(element);
};
const parkStyleText = element => {
  const text = N.text(element), clean = parkStyle(text, element.baseURI);
  if (clean === text) return;
  N.setText(element, clean);
  N.setAttribute(element, HELD, '');
  enter(element, 2, NOWHERE_URL.exec(clean)[1]);
};
/** An inline script that must wait gets a type that doesn't run; true then. Must be asked before the script is prepared. */
export const parkScriptText = element => {
  const type = N.getAttribute(element, 'type');
  if (type === HELD_TYPE || N.hasAttribute(element, 'src') || N.hasAttribute(element, PARKED + 'src')) return false;
  const text = N.text(element);
  if (!isHeldScript(type || '', text, element.baseURI)) return false;
  if (type !== null) N.setAttribute(element, PARKED + 'type', type);
  N.setAttribute(element, 'type', HELD_TYPE);
  N.setAttribute(element, HELD, '');
  enter(element, INLINE, text);
  return true;
};
/** Enters what markup.js parked as text, or an owner's own markup marks, once its elements exist. */
export const adopt = root => {
  for (const element of root.nodeType === 1 && (N.hasAttribute(root, HELD) || marked(root)) ? [root, ...N.queryAll(root, ADOPTED)] : N.queryAll(root, ADOPTED)) adoptElement(element);
};
const MARKED = '[type="text/plain"][data-category],[type="text/plain"][data-service],[data-src][data-category],[data-src][data-service],template[data-category],template[data-service],template[data-purpose]';
const ADOPTED = `[${HELD}],${MARKED}`;
const marked = element => element.matches(MARKED);
const adoptElement = element => {
  if (isEntered(element)) return;
  const name = nameOf(element), read = reader(element);
  if (!N.hasAttribute(element, HELD) || name === 'script' && marked(element)) return adoptMarked(element);
  for (const attribute of parkedAttributes(element)) {
    const row = sinkOf(name, attribute);
    if (!row || row.shape === CSS) continue;
    const value = N.getAttribute(element, PARKED + attribute);
    // A script that may run by now still waits for its turn.
    const url = heldUrl(name, attribute, value, read, element.baseURI) || name === 'script' && resolve(value, element.baseURI);
    if (!url) continue;
    hold({ kind: kindOf(name, attribute, read), subject: url, element, stage: 1, quiet: true, revive: () => reviveElement(element) });
    cover(element, row.kind, url);
    return;
  }
  const invalid = NOWHERE_URL.exec(name === 'style' ? N.text(element) : element.outerHTML);
  if (name === 'script' && N.getAttribute(element, 'type') === HELD_TYPE) hold({ kind: INLINE, subject: N.text(element), element, stage: 1, quiet: true, revive: () => reviveElement(element) });
  else if (invalid) hold({ kind: 2, subject: invalid[1], element, stage: 1, quiet: true, revive: () => reviveElement(element) });
  else reviveElement(element);
};
/** Markup that owners write themselves: text/plain scripts, data-src, templates, with a category or a service. */
const adoptMarked = element => {
  const service = N.getAttribute(element, 'data-service'), subject = service || N.getAttribute(element, 'data-category') || N.getAttribute(element, 'data-purpose');
  const kind = service ? SERVICE : CATEGORY, address = N.getAttribute(element, 'data-src');
  const revive = () => {
    if (nameOf(element) === 'template') {
      element.replaceWith(element.ownerDocument.importNode(element.content, true));
    } else if (nameOf(element) === 'script') {
      const type = N.getAttribute(element, 'data-type');
      N.setAttribute(element, 'type', HELD_TYPE);
      if (type !== null) N.setAttribute(element, PARKED + 'type', type);
      const source = address ?? N.getAttribute(element, 'src');
      if (source !== null) { N.setAttribute(element, PARKED + 'src', source); N.removeAttribute(element, 'src'); N.removeAttribute(element, 'data-src'); }
      N.removeAttribute(element, 'data-category'); N.removeAttribute(element, 'data-service');
      return reviveScript(element);
    } else {
      uncover(element);
      N.removeAttribute(element, 'data-src');
      const value = guardAttribute(element, 'src', address);
      if (value !== undefined) N.setAttribute(element, 'src', value);
    }
  };
  if (isHeld(kind, subject)) {
    hold({ kind, subject, element, stage: 1, revive });
    cover(element, nameOf(element) === 'iframe' ? FRAME : kind, address || '', service || '', kind === CATEGORY ? subject : '');
  } else return revive();
};

/** Gives an element what may live now; what must still wait stays parked. Answers a promise for scripts that run in order. */
export const reviveElement = element => {
  const name = nameOf(element), read = reader(element);
  let waits = '', kind = 0;
  for (const attribute of parkedAttributes(element)) {
    if (attribute === 'type' || name === 'script' && attribute === 'src') continue;
    const value = N.getAttribute(element, PARKED + attribute), url = heldUrl(name, attribute, value, read, element.baseURI);
    if (url) { waits = url; kind = kindOf(name, attribute, read); continue; }
    N.removeAttribute(element, PARKED + attribute);
    N.setAttribute(element, attribute, value);
  }
  for (const { name: attribute, value } of [...element.attributes]) if (value.includes('about:invalid#')) N.setAttribute(element, attribute, freeStyle(value));
  if (name === 'style') { const text = N.text(element), free = freeStyle(text); if (free !== text) N.setText(element, free); }
  if (waits) { enter(element, kind, waits); return undefined; }
  uncover(element);
  if (name === 'script') return reviveScript(element);
  N.removeAttribute(element, HELD);
  return undefined;
};
