// Markup as text: what the parser would fetch or run is parked before the parser sees it, byte for byte the same otherwise.
// A held attribute `src="x"` becomes `data-assent-src="x"` and its element carries `data-assent-held`; a held script's type is parked too.
// One walker serves document.write, innerHTML and its kin, srcdoc, blob: documents, and the rest of the page itself (page.js).
// It reads tags as the tokenizer of HTML 13.2.5 does; elements whose content is raw text are taken whole.
import { N, trusted } from './native.js';
import { isHeldUrl, isHeldInline, resolve, urlsIn, isHeld } from './judge.js';
import { sinkOf, linkKind, ONE, SRCSET, LIST, CSS, DOCUMENT, ANIMATED, STYLE, IMAGE, HINT, INLINE } from './sinks.js';

export const HELD = 'data-assent-held', PARKED = 'data-assent-', HELD_TYPE = 'assent/held', NOWHERE = 'about:invalid#';
export const NOWHERE_URL = /about:invalid#([^"')\s]+)/;
const RAW = { __proto__: null, script: 1, style: 1, textarea: 1, title: 1, xmp: 1, noembed: 1, noframes: 1, noscript: 1, iframe: 1 };
const CLASSIC = /^(?:|module|(?:text|application)\/(?:x-)?(?:java|ecma)script|text\/(?:javascript1\.[0-5]|jscript|livescript))$/i;

let scratch;
/** A text with character references resolved, as the parser would read an attribute. */
const decode = text => {
  if (!text.includes('&')) return text;
  scratch ||= document.implementation.createHTMLDocument('').body;
  N.setInnerHTML(scratch, trusted.html(`<p title="${text.replace(/"/g, '&quot;')}">`));
  return N.getAttribute(scratch.firstChild, 'title');
};
const encode = text => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;');

/** True when a script's type (and language) makes it run; '' and unknown are told apart as HTML 4.12.1 does. */
export const runs = type => CLASSIC.test(type.trim());

/** A script's type, from its attributes (HTML 4.12.1.1, step 8 of prepare). */
export const typeOf = other => other('type') || (other('language') ? 'text/' + other('language') : '');

/** The URLs of a value, by the shape of its row. */
const urlsOf = (shape, value) => shape === ONE ? [value.trim()]
  : shape === SRCSET ? value.split(/,(?=\s)|,\s*(?=\S+:\/\/)|(?<=\s[\d.]+[wxh]\s*),/).map(part => part.trim().split(/\s+/)[0]).filter(Boolean)
    : shape === LIST ? value.split(/\s+/).filter(Boolean) : shape === ANIMATED ? value.split(';').map(part => part.trim()).filter(part => part.includes('//')) : [];

const CSS_URL = /(@import\s+(?:url\(\s*)?["']?|url\(\s*["']?|image-set\(\s*["']|["'])((?:[a-z][a-z\d+.-]*:|\/|\\)[^"')\s]*|[^"')\s;]+)/gi;
/** Style text in which each held URL leads nowhere; the URL stays readable behind `about:invalid#`. */
export const parkStyle = (text, base) => {
  if (!/url\(|@import|image-set\(|src\(/i.test(text)) return text;
  return text.replace(CSS_URL, (whole, before, url) => {
    if (url.startsWith(NOWHERE) || /^["']$/.test(before) && !/^(?:https?:)?[\\/]{2}/i.test(url)) return whole;
    const plain = url.replace(/\\([\da-f]{1,6})\s?|\\(.)/gi, (_, hex, char) => hex ? String.fromCodePoint(parseInt(hex, 16)) : char);
    const kind = before[0] === '@' ? STYLE : IMAGE;
    const absolute = resolve(plain, base);
    return absolute && isHeld(kind, absolute) ? before + NOWHERE + absolute : whole;
  });
};
/** The inverse of parkStyle for what may be fetched now. */
export const freeStyle = text => text.replace(/about:invalid#([^"')\s]+)/g, (whole, url) => isHeld(IMAGE, url) ? whole : url);

/**
 * The held URL of an attribute, or '' when it may stay. `other(name)` reads the element's other attributes.
 */
export const heldUrl = (element, attribute, value, other, base) => {
  const row = sinkOf(element, attribute);
  if (!row) return '';
  let { kind } = row;
  if (element === 'link') {
    if (attribute === 'href') kind = linkKind(other('rel'));
    if (kind < 0) return '';
  }
  if (row.shape === ANIMATED && !/^(?:xlink:)?href$/.test(other('attributename'))) return '';
  const held = urlsOf(row.shape, value).find(url => isHeldUrl(kind, url, base));
  return held === undefined ? '' : resolve(held, base);
};
/** The kind under which an attribute's URL is judged. */
export const kindOf = (element, attribute, other) => element === 'link' && attribute === 'href' ? linkKind(other('rel')) : sinkOf(element, attribute).kind;

/** True when a script element with this type and text must not run. */
export const isHeldScript = (type, text, base) => {
  if (type.trim().toLowerCase() === 'speculationrules') return urlsIn(text).some(url => isHeld(HINT, url));
  return runs(type) && isHeldInline(text, base);
};

const NAME = /[^\s/>]+/y, ATTRIBUTE = /[\s/]*([^\s/>=][^\s/>=]*)(\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>][^\s>]*))?)?/y, END = /[\s/]*>/y;
const sticky = (pattern, text, at) => { pattern.lastIndex = at; return pattern.exec(text); };

/** The attributes of the start tag whose name ends at `at`: {list, tail (where the last one ends), end (behind the '>')}; undefined when the tag is unfinished. */
const readAttributes = (html, at) => {
  const list = [];
  for (let tail = at; ;) {
    if (sticky(END, html, tail)) return { list, tail, end: END.lastIndex };
    const match = sticky(ATTRIBUTE, html, tail);
    const to = ATTRIBUTE.lastIndex;
    if (!match || to >= html.length || match[2]?.trimEnd().endsWith('=') && /["']/.test(html[to])) return undefined;
    list.push({ name: match[1].toLowerCase(), from: tail + match[0].search(/[^\s/]/), to, value: match[2] === undefined ? undefined : match[3] ?? match[4] ?? match[5] ?? '' });
    tail = to;
  }
};

/**
 * Rewrites markup. options: base (the document's base URL), report({kind, subject}) for each held thing, child(markup) -> markup for
 * srcdoc values, prefix (put behind the doctype), partial (the text may go on: an unfinished tag or raw text at the end is not
 * consumed). Answers {out, rest}: rest is what was not consumed, '' unless partial.
 */
export const parkMarkup = (html, { base, report = () => {}, child = markup => markup, prefix = '', partial = false }) => {
  let out = '', done = 0, at = 0;
  const edit = (from, to, text) => { out += html.slice(done, from) + text; done = to; };
  if (prefix && !/^\s*(?:<!--[^]*?-->\s*)*<!doctype/i.test(html)) { out = prefix; prefix = ''; }
  for (let open; (open = html.indexOf('<', at)) >= 0;) {
    const unfinished = () => { edit(open, open, ''); return { out, rest: html.slice(open) }; };
    const next = html[open + 1];
    if (next === '!' || next === '?') {
      const comment = html.startsWith('<!--', open), end = comment ? /<!--(?:-?>|[^]*?--!?>)/y : /<[!?][^>]*>/y;
      if (!sticky(end, html, open)) { if (partial) return unfinished(); break; }
      at = end.lastIndex;
      if (prefix && !comment) { edit(at, at, prefix); prefix = ''; }
      continue;
    }
    if (!/[a-z]/i.test(next || '')) {
      if (partial && (next === undefined || next === '/' && html.indexOf('>', open) < 0)) return unfinished();
      at = open + 1;
      continue;
    }
    const name = sticky(NAME, html, open + 1)[0].toLowerCase();
    const tag = readAttributes(html, open + 1 + name.length);
    if (!tag) { if (partial) return unfinished(); break; }
    if (name === 'plaintext') break;

    // Raw text belongs to its element; what stands in templates, selects and the rest is ordinary markup to a tokenizer.
    let textEnd = tag.end;
    if (RAW[name]) {
      const close = new RegExp(`</${name}(?=[\\s/>])`, 'ig');
      const match = sticky(close, html, tag.end);
      if (!match && partial) return unfinished();
      textEnd = match ? match.index : html.length;
    }
    const text = html.slice(tag.end, textEnd);
    const other = attribute => decode(tag.list.find(a => a.name === attribute)?.value || '');
    if (name === 'base' && other('href')) base = resolve(other('href'), base) || base;

    const parked = new Set(), replaced = new Map();
    let tail = '';
    for (const { name: attribute, value: raw } of tag.list) {
      const row = raw && sinkOf(name, attribute);
      if (!row || parked.has(attribute)) continue;
      const value = decode(raw);
      if (row.shape === CSS || row.shape === DOCUMENT) {
        const clean = row.shape === CSS ? parkStyle(value, base) : child(value, tag.list.some(a => a.name === 'sandbox') ? other('sandbox') : undefined);
        if (clean !== value) replaced.set(attribute, clean);
        if (clean !== value && row.shape === CSS) report({ kind: IMAGE, subject: NOWHERE_URL.exec(clean)[1] });
        continue;
      }
      const url = heldUrl(name, attribute, value, other, base);
      if (!url) continue;
      parked.add(attribute);
      report({ kind: kindOf(name, attribute, other), subject: url });
    }
    if (name === 'script' && !tag.list.some(a => a.name === 'src') && isHeldScript(typeOf(other), text, base)) {
      parked.add('type');
      report({ kind: INLINE, subject: text });
    } else if (name === 'script' && parked.size) parked.add('type');
    if (parked.has('type')) tail = ` type="${HELD_TYPE}"`;
    const clean = name === 'style' ? parkStyle(text, base) : text;
    if (clean !== text) report({ kind: IMAGE, subject: NOWHERE_URL.exec(clean)[1] });
    if (parked.size || clean !== text || replaced.size) tail += ` ${HELD}=""`;
    for (const { name: attribute, from, to } of tag.list) {
      if (parked.has(attribute)) edit(from, from, PARKED);
      else if (replaced.has(attribute)) edit(from, to, `${attribute}="${encode(replaced.get(attribute))}"`);
    }
    if (tail) edit(tag.tail, tag.tail, tail);
    if (clean !== text) edit(tag.end, textEnd, clean);
    at = textEnd;
  }
  edit(html.length, html.length, '');
  return { out, rest: '' };
};
