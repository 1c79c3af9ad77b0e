// Where a held frame, video or embed stands, a placeholder of the banner's making says who it is and offers to load it.
import * as N from './platform.js';

let make = null;
const waiting = new Map(), covers = new WeakMap();

/** Gives the maker of placeholders once the page's words are known: (element, kind, url, service, category) -> element, beside which what is `data-assent-covered` is not shown. */
export const placeholdersBy = maker => { make = maker; coverConnected(); };
/** What a visitor would have seen. */
export const EMBEDS = ':is(iframe,frame,object,embed,video,audio)';

/** Covers a held element that a visitor would have seen. */
export const cover = (element, kind, url, service, category) => {
  // A player whose sources are all held shows nothing.
  if (element.localName === 'source') element = element.closest('video:not([src],:has(source[src])),audio') || element;
  const known = covers.get(element);
  // It was on its way, and may no longer come.
  if (known?.phase) known.draw('');
  if (known || !element.matches(EMBEDS)) return;
  if (!make || !element.isConnected) { waiting.set(element, [kind, url, service, category]); return; }
  const placeholder = make(element, kind, url, service, category);
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
  element = element.closest('video,audio') || element;
  waiting.delete(element);
  const placeholder = covers.get(element);
  if (!placeholder) return;
  placeholder.giveWay(() => { covers.delete(element); placeholder.remove(); N.removeAttribute(element, 'data-assent-covered'); });
};
