// Markup as text: what the parser would fetch or run is parked before the parser sees it, byte for byte the same otherwise.
// A held attribute `src="x"` becomes `data-assent-src="x"` and its element carries `data-assent-held`; a held script's type is parked too.
// One walker serves document.write, innerHTML and its kin, srcdoc, blob: documents, and the rest of the page itself (page.js).
// It reads tags as the tokenizer of HTML 13.2.5 does; elements whose content is raw text are taken whole.
import { isHeldUrl, isHeldInline, resolve, isHeld } from './judge.js';
import * as N from './platform.js';
import { trusted } from './native.js';
import { sinkOf, linkKind, ONE, SRCSET, LIST, CSS, DOCUMENT, REFRESH, STYLE, IMAGE, HINT, INLINE, FRAME, OBJECT, SCRIPT } from './sinks.js';
import { parkSheet } from './sheets.js';
import { isOwnDocument } from './frames.js';

export const HELD = 'data-assent-held', PARKED = 'data-assent-', HELD_TYPE = 'assent/held', NOWHERE = 'data:text/css,#';
// An empty style sheet to an import, since a sheet fails with one of its imports; nothing to all else.
export const NOWHERE_URL = /data:text\/css,#([^"')\s]+)/;
const RAW = /^(?:script|style|textarea|title|xmp|noembed|noframes|noscript|iframe)$/;
const CLASSIC = /^(?:|module|(?:text|application)\/(?:x-)?(?:java|ecma)script|text\/(?:javascript1\.[0-5]|jscript|livescript))$/i;

let scratch;
/** A text with character references resolved, as the parser would read an attribute. */
export const decode = text => {
  if (!text.includes('&')) return text;
  scratch ||= document.implementation.createHTMLDocument('').body;
  N.setInnerHTML(scratch, trusted.html(`<p title="${text.replace(/"/g, '&quot;')}">`));
  return N.getAttribute(scratch.firstChild, 'title');
};
export const encode = text => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;');
/** The tag that puts up a policy. */
export const wallsOf = policy => `<meta http-equiv="Content-Security-Policy" content="${encode(policy)}">`;

/** True when a script's type (and language) makes it run; '' and unknown are told apart as HTML 4.12.1 does. */
export const runs = type => CLASSIC.test(type.trim());

/** A script's type, from its attributes (HTML 4.12.1.1, step 8 of prepare). */
export const typeOf = other => other('type') || (other('language') ? 'text/' + other('language') : '');

// A srcset's candidates (HTML 4.8.4.2.2): a URL ends at white space, commas before and behind it are none of its own.
const CANDIDATE = /[\s,]*(\S*[^\s,])(?:\s+(?:\([^)]*\)|[^,(])*)?(?:,|$)/g;
/** The URLs of a value, by the shape of its row. */
const urlsOf = (shape, value) => shape === ONE ? [value.trim()] : shape === REFRESH ? [/^[\s\d.]*[;,]?\s*(?:url\s*=\s*)?["']?([^"']*)/i.exec(value)[1]] : shape === SRCSET ? [...value.matchAll(CANDIDATE)].map(match => match[1])
  : value.split(shape === LIST ? /\s+/ : ';').map(part => part.replace(/^\s*(?:url\(\s*["']?)?|["']?\s*\)?\s*$/g, '')).filter(Boolean);

const CSS_URL = /(@import\s+(?:url\(\s*)?["']?|url\(\s*["']?|["'])([^"')\s;]+)/gi, MAY_FETCH = /url\(|@import|["']\s*(?:https?:)?[\\/]{2}/i;
const unescape = text => text.replace(/\\(?:\r\n|[\n\f])/g, '').replace(/\\([\da-f]{1,6})\s?|\\(.)/gi, (_, hex, char) => hex ? String.fromCodePoint(parseInt(hex, 16) % 0x110000) : char);
/** Style text in which each held URL leads nowhere; the URL stays readable behind it. file: the text gets another address, so that relative URLs in it are made absolute. */
export const parkStyle = (text, base, file) => {
  // Escapes may hide a name or a host (CSS Syntax 4.3.7), or end a host too early: where reading them shows other held URLs, the text is taken as read.
  const plain = parkPlain(text, base, file), read = text.includes('\\') ? parkPlain(unescape(text), base, file) : plain;
  return !NOWHERE_URL.test(read) ? text : parkedIn(plain) === parkedIn(read) ? plain : read;
};
const parkedIn = text => String(text.match(/data:text\/css,#[^"')\s]+/g));
const parkPlain = (text, base, file) => !MAY_FETCH.test(text) ? text : text.replace(CSS_URL, (whole, before, url) => {
  if (url.startsWith(NOWHERE) || before.length < 2 && !/^(?:https?:)?[\\/]{2}/i.test(url)) return whole;
  const absolute = resolve(url, base);
  const imported = before[0] === '@', safe = imported && parkSheet(absolute) || absolute;
  if (absolute && isHeld(imported ? STYLE : IMAGE, absolute)) return before + NOWHERE + absolute;
  return safe !== absolute || file && absolute && !/^(?:#|[\w-]+:)/.test(url) ? before + safe : whole;
});
/** The inverse of parkStyle for what may be fetched now. */
export const freeStyle = text => text.replace(/(?:blob:[^"')\s#]*#([^"')\s]*?))?data:text\/css,#([^"')\s]+)/g, (whole, sheet, url) => isHeld(IMAGE, url) ? whole : parkSheet(sheet || url));

/**
 * The held URL of an attribute, or '' when it may stay. `other(name)` reads the element's other attributes.
 */
export const heldUrl = (element, attribute, value, other, base) => {
  const row = sinkOf(element, attribute), kind = kindOf(element, attribute, other);
  if ((kind ?? -1) < 0 || row.shape === REFRESH && !/^\s*refresh\s*$/i.test(other('http-equiv'))) return '';
  return urlsOf(row.shape, value).map(url => resolve(url, base)).find(url => isHeldUrl(kind, url)) || '';
};
/** The kind under which an attribute's URL is judged; undefined or -1 where it is none. */
export const kindOf = (element, attribute, other) => element === 'link' && attribute === 'href' ? linkKind(other('rel')) : sinkOf(element, attribute)?.kind;

/** Speculation rules, web bundles and the import maps that a script makes wait when they name a held host; rules also when they choose links by what they are not: any link may be a third party's. */
const isHeldRules = (text, base) => {
  let held = /"(?:not|selector_matches)"/.test(text) && isHeld(HINT, 'https://unclassified.invalid/');
  try { JSON.parse(text, (_, value) => { if (typeof value === 'string' && /\/\//.test(value) && isHeldUrl(HINT, value.replace(/\*/g, 'any'), base)) held = true; return value; }); } catch { /* no rules then */ }
  return held;
};
/** An import map in which held addresses lead nowhere. */
const parkMap = (text, base) => {
  let held = false;
  try {
    const map = JSON.stringify(JSON.parse(text, (_, value) => typeof value === 'string' && isHeldUrl(SCRIPT, value, base) ? held = NOWHERE + resolve(value, base) : value));
    return held ? map.replace(/</g, '\\u003c') : text;
  } catch { return text; }
};
/** True when a script element with this type and text must not run. */
export const isHeldScript = (type, text, base) => {
  if (/^\s*(?:speculationrules|webbundle|importmap)\s*$/i.test(type)) return isHeldRules(text, base);
  return runs(type) && isHeldInline(text, base);
};

const NAME = /[^\s/>]+/y, ATTRIBUTE = /[\s/]*([^\s/>][^\s/>=]*)(\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>][^\s>]*))?)?/y, END = /[\s/]*>/y;
const sticky = (pattern, text, at) => { pattern.lastIndex = at; return pattern.exec(text); };

/** The attributes of the start tag whose name ends at `at`: {list, tail (where the last one ends), end (behind the '>')}; undefined when the tag is unfinished. */
const readAttributes = (html, at) => {
  const list = [];
  for (let tail = at; ;) {
    if (sticky(END, html, tail)) return { list, tail, end: END.lastIndex };
    const match = sticky(ATTRIBUTE, html, tail);
    const to = ATTRIBUTE.lastIndex;
    if (!match || to >= html.length || match[2]?.trimEnd().endsWith('=') && /["']/.test(html[to])) return undefined;
    list.push({ name: match[1].toLowerCase(), from: tail + match[0].search(/[^\s/]/), to, value: match[3] ?? match[4] ?? match[5] });
    tail = to;
  }
};

/** Where a script's text ends: behind `<!--` a `<script` hides the next `</script` (HTML 13.2.5.15 to 31); undefined when it doesn't. */
const scriptEnd = (html, at) => {
  const marks = /<!--(?:-?>)?|-->|<(\/?)script(?=[\s/>])/ig;
  let inside = 0;
  for (let mark; (mark = sticky(marks, html, at)); at = marks.lastIndex) {
    if (mark[1] === undefined) inside = mark[0].endsWith('>') ? 0 : inside || 1;
    else if (mark[1] && inside < 2) return mark.index;
    else if (inside) inside = mark[1] ? 1 : 2;
  }
  return undefined;
};

/**
 * Rewrites markup. base: the document's base URL; report({kind, subject}): told of each held thing; child(markup) -> markup, address(url, base, kind) -> url: for
 * a frame's own documents and the site's own style sheets, '' while one is being read; frame: the markup is a child's, whose refresh is no visitor leaving; prefix: put behind the doctype; body: put ahead of the body; partial: the text
 * may go on, and an unfinished tag or raw text at its end is not consumed. Answers {out, rest}: rest is what was not consumed, '' unless partial.
 */
export const parkMarkup = (html, { base, report, child, address, frame = false, prefix = '', body = '', partial = false }) => {
  let out = '', done = 0, at = 0, foreign = 0;
  const edit = (from, to, text) => { out += html.slice(done, from) + text; done = to; };
  if (prefix && !/^\s*(?:<!--[^]*?-->\s*)*<!doctype/i.test(html)) { out = prefix; prefix = ''; }
  for (let open; (open = html.indexOf('<', at)) >= 0;) {
    const unfinished = () => { edit(open, open, ''); return { out, rest: html.slice(open) }; };
    const next = html[open + 1];
    if (next === '!' || next === '?') {
      const comment = html.startsWith('<!--', open), end = comment ? /<!--(?:-?>|[^]*?--!?>)/y : /<[!?][^>]*>/y;
      // A bare `<!--` swallows what the parser reads next, as the line's own switch does; its end may never be written.
      if (!sticky(end, html, open)) { if (partial && html.slice(open) !== '<!--') return unfinished(); break; }
      at = end.lastIndex;
      if (prefix && !comment) { edit(at, at, prefix); prefix = ''; }
      continue;
    }
    const closing = next === '/' ? 1 : 0, start = open + 1 + closing;
    if (!/[a-z]/i.test(html[start] || '')) {
      if (partial && html[start] === undefined) return unfinished();
      at = open + 1;
      continue;
    }
    const name = sticky(NAME, html, start)[0].toLowerCase();
    const tag = readAttributes(html, start + name.length);
    if (!tag) { if (partial) return unfinished(); break; }
    if (name === 'svg' || name === 'math') foreign += closing ? -1 : html[tag.end - 2] === '/' ? 0 : 1;
    if (closing) { at = tag.end; continue; }
    if (name === 'plaintext') break;
    if (name === 'body') { edit(open, open, body); body = ''; }

    // Raw text belongs to its element; what stands in templates, selects and the rest is ordinary markup to a tokenizer.
    let textEnd = tag.end;
    if (RAW.test(name)) {
      textEnd = name === 'script' ? scriptEnd(html, tag.end) : sticky(new RegExp(`</${name}(?=[\\s/>])`, 'ig'), html, tag.end)?.index;
      if (textEnd === undefined && partial) return unfinished();
      textEnd ??= html.length;
    }
    // In foreign content the same names hold markup (HTML 13.2.6.5): it is read as both.
    let text = html.slice(tag.end, textEnd);
    if (foreign > 0) text = decode(text);
    const other = attribute => decode(tag.list.find(a => a.name === attribute)?.value || '');
    if (name === 'base' && other('href')) base = resolve(other('href'), base) || base;

    // attribute -> what stands in its place; undefined where it is parked.
    const edits = new Map();
    let tail = '', waits = false;
    for (const { name: attribute, value: raw } of tag.list) {
      const row = raw && sinkOf(name, attribute);
      if (!row || edits.has(attribute) || row.shape === REFRESH && !frame) continue;
      const value = decode(raw);
      if (row.shape === CSS || row.shape === DOCUMENT) {
        const clean = row.shape === CSS ? parkStyle(value, base) : child(value);
        if (clean !== value) {
          edits.set(attribute, clean);
          if (row.shape === CSS) report({ kind: IMAGE, subject: NOWHERE_URL.exec(clean)[1] });
        }
        continue;
      }
      const url = heldUrl(name, attribute, value, other, base), kind = kindOf(name, attribute, other);
      if (url) {
        edits.set(attribute);
        waits = true;
        report({ kind, subject: url });
      } else if (kind === FRAME || kind === OBJECT || kind === STYLE) {
        const safe = address(value, base, kind);
        if (isOwnDocument(kind, value, base)) tail += ' srcdoc';
        if (safe !== value) edits.set(attribute, safe || undefined);
      }
    }
    const clean = name === 'style' ? parkStyle(text, base) : name === 'script' && typeOf(other) === 'importmap' ? parkMap(text, base) : text;
    if (name === 'script') {
      const inline = clean === text && !tag.list.some(a => a.name === 'src') && isHeldScript(typeOf(other), text, base);
      if (inline) report({ kind: INLINE, subject: text });
      if (inline || waits) { edits.set('type'); tail = ` type="${HELD_TYPE}"`; }
    }
    if (clean !== text) report({ kind: IMAGE, subject: NOWHERE_URL.exec(clean)[1] });
    if (edits.size || clean !== text) tail += ` ${HELD}=""`;
    for (const { name: attribute, from, to } of tag.list) {
      const safe = edits.get(attribute);
      if (safe !== undefined) {
        const css = sinkOf(name, attribute).shape === CSS;
        edit(from, css ? to : from, `${attribute}="${encode(safe)}" ${css ? '' : PARKED}`);
      } else if (edits.has(attribute)) edit(from, from, PARKED);
    }
    if (tail) edit(tag.tail, tag.tail, tail);
    if (clean !== text) edit(tag.end, textEnd, clean);
    at = foreign > 0 && clean === text ? tag.end : textEnd;
  }
  edit(html.length, html.length, '');
  return { out, rest: '' };
};
