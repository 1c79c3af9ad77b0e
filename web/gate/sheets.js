// The site's own style sheets, whose text the browser alone reads (smooth; in strict the policy line holds what they name). Each is read before a
// link may have it; where it names a held host, the link loads its text with that parked, and still reads as it was.
import * as N from './platform.js';
import { parkStyle, decode, NOWHERE_URL } from './markup.js';
import { resolve } from './judge.js';
import { thrice } from './ledger.js';

/** A sheet that has not come after this long (ms) no longer makes the page wait: it is loaded as it is. An <object>'s document waits as long as it takes. */
const PATIENCE = 4000;
/** address -> text, or the promise of it. */
const sheets = new Map();
let judged = false;
/** From here on sheets are read. */
export const judgeSheets = () => { judged = true; };

const isOwn = url => judged && (/^(?:data|blob):/.test(url) || url.startsWith(location.origin + '/'));
/** Reads a sheet and those that it imports. signal: what ends it, one for all tries. */
export const readSheet = (url, signal = AbortSignal.timeout(PATIENCE)) => {
  return sheets.get(url) ?? sheets.set(url, thrice(() => N.fetch(url, { signal }).then(answer => answer.ok ? answer.text() : ''))
    .then(text => { sheets.set(url, text); return readSheets(text, url); }, () => { sheets.set(url, ''); })).get(url);
};
/** What was read; nothing yet, or the promise of it. */
export const textOf = url => sheets.get(url);
/** Reads, side by side, the sheets that markup links or style text imports. */
export const readSheets = (text, base) => Promise.all([...text.matchAll(/(?:@import\s+(?:url\(\s*)?|<link\b(?=[^>]*stylesheet)[^>]*?\shref\s*=\s*)["']?([^"')\s>]+)/gi)]
  .map(match => resolve(decode(match[1]), base)).filter(url => isOwn(url) && !sheets.has(url)).map(url => readSheet(url)));

/**
 * The address to load in place of a sheet's own: of its parked text where it, or one that it imports, names a held host (both addresses stay readable
 * in the fragment); '' for one that must be read before it can be judged.
 */
export const parkSheet = url => {
  const text = sheets.get(url);
  if (!text?.trim) return isOwn(url) ? '' : url;
  sheets.set(url, ''); // it may import itself
  const out = parkStyle(text, url, true), held = NOWHERE_URL.exec(out);
  sheets.set(url, text);
  return held ? `${N.createObjectURL(new N.Blob([out], { type: 'text/css' }))}#${url}${held[0]}` : url;
};
