// Parking on elements: a held URL waits in `data-assent-<attribute>` on its own element, so it keeps its place, its listeners and its other
// attributes, survives cloning and serialising, and reads back as the page set it.
import * as N from './platform.js';
import { HELD, PARKED, HELD_TYPE, NOWHERE_URL, heldUrl, kindOf, parkStyle, freeStyle, isHeldScript, typeOf } from './markup.js';
import { isHeld } from './judge.js';
import { SINKS, sinkOf, linkKind, CSS, DOCUMENT, INLINE, FRAME, OBJECT, IMAGE, STYLE, CATEGORY, SERVICE } from './sinks.js';
import { hold, entryOf, FREE } from './ledger.js';
import { childMarkup, childAddress, setAddress, shownAddress, isOwnDocument } from './frames.js';
import { cover, uncover, EMBEDS } from './placeholder.js';
import { reviveScript, putBack, sourceOf } from './revive.js';

const nameOf = element => element.localName.toLowerCase();
const reader = element => attribute => N.getAttribute(element, attribute) || '';
const parkedOn = element => element.getAttributeNames().filter(name => name.startsWith(PARKED) && name !== HELD).map(name => name.slice(PARKED.length));
const isParkedScript = element => N.getAttribute(element, 'type') === HELD_TYPE;

/** What the page set an attribute to while we hold or replaced it; undefined when the platform's own answer is right. */
export const readBack = (element, attribute) => (element?.localName && N.hasAttribute(element, HELD)
  ? N.getAttribute(element, PARKED + attribute) ?? (attribute === 'type' && isParkedScript(element) ? '' : undefined) : undefined) ?? shownAddress(element, attribute);

/** The held URL in what an element's attribute is or would be set to; '' for none. A page's own refresh is its visitor leaving. */
const heldOn = (element, attribute, value) => nameOf(element) === 'meta' && element.ownerDocument === document ? '' : heldUrl(nameOf(element), attribute, value, reader(element), element.baseURI);

/** What an element still waits for, as {kind, subject}; undefined when nothing of it must be held. */
const waitsFor = element => {
  const name = nameOf(element), read = reader(element);
  for (const attribute of parkedOn(element)) {
    const subject = heldOn(element, attribute, N.getAttribute(element, PARKED + attribute));
    if (subject) return { kind: kindOf(name, attribute, read), subject };
  }
  if (isParkedScript(element)) {
    const type = N.getAttribute(element, PARKED + 'type') || '', text = N.text(element);
    return !sourceOf(element) && isHeldScript(type, text, element.baseURI) ? { kind: INLINE, subject: text } : undefined;
  }
  const style = NOWHERE_URL.exec(name === 'style' ? N.text(element) : [...element.attributes].map(a => a.value).join());
  return style && isHeld(IMAGE, style[1]) ? { kind: IMAGE, subject: style[1] } : undefined;
};
const enter = (element, quiet) => {
  const thing = waitsFor(element), known = entryOf(element);
  // What waits for nothing any more is entered under what it waited for, or a subject that is always allowed, so that it has its turn with the others.
  hold({ ...thing || (known && !isHeld(known.kind, known.subject) ? known : { kind: IMAGE, subject: FREE }), element, quiet: quiet || !thing, revive: () => reviveElement(element) });
  if (thing) cover(element, thing.kind, thing.subject);
  return thing;
};

/** Forgets a parked attribute, because the page sets or removes it anew. */
export const unpark = (element, attribute) => {
  N.removeAttribute(element, PARKED + attribute);
  if (!parkedOn(element).length && !isParkedScript(element)) N.removeAttribute(element, HELD);
};
const mark = element => N.setAttribute(element, HELD, '');
const park = (element, attribute, value) => {
  N.removeAttribute(element, attribute);
  N.setAttribute(element, PARKED + attribute, value);
  mark(element);
  enter(element);
};

/**
 * Asked before an attribute is set: the value to set (the given object itself when nothing changes, so that trusted types stay trusted), or
 * undefined when it is held and nothing must be set.
 */
export const guardAttribute = (element, attribute, value) => {
  if (!element?.localName) return value; // the platform says what is wrong
  const name = nameOf(element);
  if (name === 'link' && attribute === 'rel') {
    // A link's rel decides what its href fetches.
    const href = N.getAttribute(element, 'href');
    if (href && heldUrl(name, 'href', href, () => String(value), element.baseURI)) { park(element, 'href', href); queueMicrotask(() => enter(element, true)); }
    else if (href && linkKind(value) === STYLE) setAddress(element, 'href', href, STYLE);
    return value;
  }
  const row = sinkOf(name, attribute);
  if (!row || value === null || typeof value === 'symbol') return value;
  const text = String(value);
  if (row.shape === CSS) {
    const clean = parkStyle(text, element.baseURI);
    if (clean === text) return value;
    mark(element);
    queueMicrotask(() => enter(element));
    return clean;
  }
  if (N.hasAttribute(element, HELD)) unpark(element, attribute);
  if (row.shape === DOCUMENT) return childMarkup(element, text);
  if (heldOn(element, attribute, text)) { park(element, attribute, text); return undefined; }
  return guardOwn(element, attribute, text, value);
};
/** The same of an address that may stay: the site's own documents and style sheets may name who must wait. */
const guardOwn = (element, attribute, text, value = text) => {
  const kind = kindOf(nameOf(element), attribute, reader(element));
  if (isOwnDocument(kind, text, element.baseURI)) N.setAttribute(element, 'srcdoc', '');
  else if (kind === FRAME && N.getAttribute(element, 'srcdoc') === '') for (const name of [attribute, 'srcdoc']) N.removeAttribute(element, name);
  const safe = kind === FRAME || kind === OBJECT || kind === STYLE ? childAddress(element, attribute, text, kind) : text;
  return safe === text ? value : safe;
};

const SEEN = ['script', 'style', ...[...SINKS].map(name => `[${name.replace('xlink:', '*|')}]`)].join();
/** Parks what an element carries natively: for nodes that came from another document, from the parser or through CSSOM. */
export const parkElement = element => {
  const name = nameOf(element);
  for (const { name: given, value } of [...element.attributes]) {
    const attribute = given.toLowerCase(), row = sinkOf(name, attribute);
    if (row?.shape === CSS) { const clean = guardAttribute(element, attribute, value); if (clean !== value) N.setAttribute(element, given, clean); }
    else if (row && row.shape !== DOCUMENT && heldOn(element, attribute, value)) park(element, attribute, value);
  }
  if (name === 'style') {
    const text = N.text(element), clean = parkStyle(text, element.baseURI);
    if (clean !== text) { N.setText(element, clean); mark(element); enter(element); }
  }
  if (name === 'script') parkScriptText(element);
};
/** The same for a whole tree; answers it. */
export const parkTree = root => { N.within(root, SEEN).forEach(parkElement); return root; };
/** An inline script that must wait gets a type that doesn't run; true then. Must be asked before the script is prepared. */
export const parkScriptText = element => {
  const type = N.getAttribute(element, 'type');
  if (isParkedScript(element) || sourceOf(element) || N.hasAttribute(element, 'src') || N.hasAttribute(element, 'href') || !isHeldScript(typeOf(reader(element)), N.text(element), element.baseURI)) return false;
  if (type !== null) N.setAttribute(element, PARKED + 'type', type);
  N.setAttribute(element, 'type', HELD_TYPE);
  mark(element);
  enter(element);
  return true;
};

// The parser's own markup comes with its type parked where its address is held as well.
const BY_OWNER = `:is([type="text/plain"],[${PARKED}type="text/plain"],[data-src],template):is([data-category],[data-service]),template[data-purpose]`;
const ADOPTED = `[${HELD}],${BY_OWNER}`;
/** Enters what markup.js parked as text, or an owner's own markup marks, once its elements exist; true when something of it may live at once. */
export const adopt = root => {
  let free = false;
  for (const element of N.within(root, ADOPTED)) {
    // What stands beside its parked form was replaced by a document of ours, and reads back as it was given.
    const given = parkedOn(element).find(attribute => attribute !== 'type' && N.hasAttribute(element, attribute));
    if (given) {
      const value = N.getAttribute(element, PARKED + given);
      if (guardAttribute(element, given, value) === value) N.setAttribute(element, given, value);
      continue;
    }
    const entry = entryOf(element), owners = !N.hasAttribute(element, HELD) || nameOf(element) === 'script' && element.matches(BY_OWNER);
    free = !(entry && (!owners || entry.kind >= CATEGORY) ? isHeld(entry.kind, entry.subject) : owners ? adoptOwners(element) : enter(element, true)) || free;
  }
  return free;
};
/** Markup that owners write themselves: text/plain scripts, data-src, templates, with a category or a service. Answers true when it must wait. */
const adoptOwners = element => {
  const service = N.getAttribute(element, 'data-service'), subject = service || N.getAttribute(element, 'data-category') || N.getAttribute(element, 'data-purpose');
  const kind = service ? SERVICE : CATEGORY, name = nameOf(element), address = N.getAttribute(element, 'data-src');
  hold({ kind, subject, element, revive() {
    for (const mark of ['data-service', 'data-category', 'data-src']) N.removeAttribute(element, mark);
    if (name === 'template') return element.replaceWith(element.ownerDocument.importNode(element.content, true));
    if (name === 'script') {
      // The owner's mark is one condition; its address or text may have to wait for another.
      const type = N.getAttribute(element, 'data-type'), source = address ?? N.getAttribute(element, 'src');
      N.setAttribute(element, 'type', HELD_TYPE);
      mark(element);
      if (type === null) N.removeAttribute(element, PARKED + 'type'); else N.setAttribute(element, PARKED + 'type', type);
      if (source !== null) { N.setAttribute(element, PARKED + 'src', source); N.removeAttribute(element, 'src'); }
      return reviveElement(element);
    }
    uncover(element);
    const value = guardAttribute(element, 'src', address);
    if (value !== undefined) N.setAttribute(element, 'src', value);
    return undefined;
  } });
  if (!isHeld(kind, subject)) return false;
  cover(element, name === 'iframe' ? FRAME : kind, address || '', service || '', service ? '' : subject);
  return true;
};

/** Takes away the embeds that were let in and may no longer be there: they stop, and wait as they did before. */
export const recall = root => {
  for (const element of N.queryAll(root, `:is(${EMBEDS},source):not([${HELD}])`)) {
    parkElement(element);
    // A frame without an address keeps its document until it is put in anew.
    const player = element.closest('video,audio');
    if (N.hasAttribute(element, HELD)) player ? player.load() : element.replaceWith(element);
  }
};
/** Gives an element what may live now; what must still wait stays parked. Answers a promise for scripts that run in order. */
export const reviveElement = element => {
  const name = nameOf(element);
  for (const attribute of parkedOn(element)) {
    const value = N.getAttribute(element, PARKED + attribute);
    if (attribute === 'type' || name === 'script' && /src|href/.test(attribute) || heldOn(element, attribute, value)) continue;
    N.removeAttribute(element, PARKED + attribute);
    const safe = guardOwn(element, attribute, value);
    if (safe === undefined || attribute === 'covered') continue; // placeholder.js, which sees to that itself
    putBack(element, attribute, safe);
    // What chose or asked when its address was missing is asked again.
    if (name === 'source') element.parentNode?.load?.();
    if (attribute === 'imagesrcset' || ['object', 'set', 'track'].includes(name)) element.replaceWith(element);
  }
  for (const { name: attribute, value } of [...element.attributes]) if (NOWHERE_URL.test(value)) N.setAttribute(element, attribute, freeStyle(value));
  if (name === 'style') { const text = N.text(element), free = freeStyle(text); if (free !== text) N.setText(element, free); }
  if (waitsFor(element)) { enter(element, true); return undefined; }
  uncover(element);
  if (name === 'script') return reviveScript(element);
  N.removeAttribute(element, HELD);
  return undefined;
};
