// Where a held frame, video or embed stands, a placeholder of the banner's making says who it is and offers to load it.
import * as N from './platform.js';
import { FRAME, OBJECT, MEDIA } from './sinks.js';

let make = null;
const waiting = new Map(), covers = new WeakMap();
let sheet;

/** Gives the maker of placeholders once the page's words are known: (element, kind, url, service, category) -> element or null. */
export const placeholdersBy = maker => {
  make = maker;
  for (const [element, rest] of waiting) cover(element, ...rest);
  waiting.clear();
};
const VISIBLE = { iframe: FRAME, frame: FRAME, object: OBJECT, embed: OBJECT, video: MEDIA, audio: MEDIA };

/** Covers a held element that a visitor would have seen. */
export const cover = (element, kind, url, service, category) => {
  if (VISIBLE[element.localName] === undefined || covers.has(element)) return;
  if (!make || !element.isConnected) { waiting.set(element, [kind, url, service, category]); return; }
  const placeholder = make(element, kind, url, service, category);
  if (!placeholder) return;
  const doc = element.ownerDocument;
  sheet ||= (() => { const made = new doc.defaultView.CSSStyleSheet(); made.replaceSync('[data-assent-covered]{display:none!important}'); return made; })();
  if (!doc.adoptedStyleSheets.includes(sheet)) try { doc.adoptedStyleSheets = [...doc.adoptedStyleSheets, sheet]; } catch { /* a child document has sheets of its own */ }
  N.setAttribute(element, 'data-assent-covered', '');
  // Known before it is put in: putting it in asks for what could not be covered yet, and this one may still be waiting.
  covers.set(element, placeholder);
  element.before(placeholder);
};
/** Covers what could not be covered yet, because it stood nowhere. */
export const coverConnected = () => {
  if (make) for (const [element, rest] of waiting) if (element.isConnected) { waiting.delete(element); cover(element, ...rest); }
};
/** The element may live: its placeholder says when it gives way to it. */
export const uncover = element => {
  waiting.delete(element);
  const placeholder = covers.get(element);
  if (!placeholder) return;
  covers.delete(element);
  placeholder.giveWay(() => { placeholder.remove(); N.removeAttribute(element, 'data-assent-covered'); });
};
