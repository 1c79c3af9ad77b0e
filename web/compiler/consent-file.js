// What `assent build` makes of the parts in dist/: the one script of a site, the declaration's script, and the line to paste.
import { literal } from './byte-string.js';

// web/build ends each script that takes data with the call that hands it over; the last argument is the place for it.
const SITE_PLACE = /,"",null\);\s*$/, DATA_PLACE = /\(null\);\s*$/, UI_PART = /^\uFEFF?self\.__assentUI\(([^]*)\);\s*$/;
const put = (script, place, end, what) => {
  if (!place.test(script)) throw new Error(`This is not ${what} as it comes from dist/.`);
  return script.replace(place, () => end);
};

/** The text of a site's consent.js. runtime, ui: the texts of dist/assent.js and dist/assent-ui.js; image: the policy image's bytes. */
export const consentFile = (runtime, ui, image) => {
  if (!UI_PART.test(ui)) throw new Error('This is not assent-ui.js as it comes from dist/.');
  return put(runtime, SITE_PLACE, `,${literal(image)},${UI_PART.exec(ui)[1]});\n`, 'assent.js');
};

/** The text of a site's consent-declaration.js. element: the text of dist/assent-declaration.js; data: {language tag: declaration}. */
export const declarationFile = (element, data) => put(element, DATA_PLACE, `(${JSON.stringify(data).replace(/</g, '\\u003c')});\n`, 'assent-declaration.js');

const attribute = text => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;');
/** A Content-Security-Policy as markup. */
export const policyLine = csp => `<meta http-equiv="Content-Security-Policy" content="${attribute(csp)}">`;

// What a parser that reads ahead of the script takes for the end of the page: to it the rest is plain text, so it finds nothing to fetch. The script
// takes it away with the line, or swallows it; where the script did not come, the inline one does; without JavaScript it is a comment.
const SCREEN = "<script>document.write('<!--')</script><noscript><!--</noscript><plaintext><noscript>--></noscript>";

/**
 * What to paste first in <head>: one line, because the script and the line beside it must arrive in the same chunk.
 * grade: "strict" (needs `csp`, the policy that the script lifts), "smooth" (the line pauses the preload scanner) or "markup".
 * inline: false for a page whose own policy allows no inline script; then what Firefox fetches ahead of the script is not stopped.
 */
export const snippet = (grade, { src = 'consent.js', csp = '', inline = true } = {}) => {
  const script = line => `<script src="${attribute(src)}"${line}></script>`;
  if (grade === 'markup') return script('');
  return `${script(` data-line="${grade}"`)}${policyLine(grade === 'strict' ? csp : 'assent-pause')}${inline ? SCREEN : '<!-- -->'}`;
};
