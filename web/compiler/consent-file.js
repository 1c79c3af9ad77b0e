// What `assent build` makes of the parts in dist/: the one script of a site, the declaration's script, and the line to paste.
import { literal } from './byte-string.js';

// web/build ends each script that takes data with the call that hands it over; the last argument is the place for it.
const IMAGE_PLACE = /,""\);\s*$/, DATA_PLACE = /\(null\);\s*$/;
const put = (script, place, end, what) => {
  if (!place.test(script)) throw new Error(`This is not ${what} as it comes from dist/.`);
  return script.replace(place, () => end);
};

/** The text of a site's consent.js. runtime: the text of dist/assent.js; image: the policy image's bytes. */
export const consentFile = (runtime, image) => put(runtime, IMAGE_PLACE, `,${literal(image)});\n`, 'assent.js');

/** The text of a site's consent-declaration.js. element: the text of dist/assent-declaration.js; data: {language tag: declaration}. */
export const declarationFile = (element, data) => put(element, DATA_PLACE, `(${JSON.stringify(data).replace(/</g, '\\u003c')});\n`, 'assent-declaration.js');

const attribute = text => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;');

/**
 * What to paste first in <head>: one line, because the script and the line beside it must arrive in the same chunk.
 * grade: "strict" (needs `csp`, the policy that the script lifts), "smooth" (the line pauses the preload scanner) or "markup".
 */
export const snippet = (grade, { src = 'consent.js', csp = '' } = {}) => {
  const script = `<script src="${attribute(src)}"></script>`;
  const line = content => `<meta http-equiv="Content-Security-Policy" content="${attribute(content)}">`;
  if (grade === 'strict') return `${script}${line(csp)}<!-- -->`;
  return grade === 'smooth' ? script + line('pause-preload-scanner') : script;
};
