// What a script in a page can't close, each with the reason and the ring that closes it (GATE.md, rings; README). A vector stands here for the
// grades and browsers named; everything else that leaks fails the suite.
const HEADER = 'a header that the server sends with the page is carried out before any script of the page';
const REDIRECT = 'a redirect of the site\'s own server is followed inside the browser, out of a script\'s sight';
const RACE = 'the page enters its own frames in the task behind the end of their last window, ahead of their first statement; Firefox, when it is busy, may be quicker';
const LOCATION = 'a window\'s location belongs to the platform alone, and tells nobody before it leaves; browsers tell of it once the window shows a document (it is held then), not while it is empty';
const LATER = 'strict', CARRY = 'the script tag in that document too; the header of `assent csp`';

/** [{ids, grades, browsers, reason, ring}] */
export const LIMITS = [
  { ids: ['link/link-header-preload', 'link/link-header-style', 'link/speculation-rules-own-header'], reason: HEADER, ring: 'the server\'s own headers; the edge, which can take them out' },
  { ids: ['network/img-own-redirects', 'network/script-own-redirects', 'frame/own-frame-redirects', 'network/fetch-own-redirects', 'style/link-own-redirects'], grades: ['smooth'], reason: REDIRECT, ring: LATER },
  { ids: ['frame/own-frame-location'], browsers: ['firefox'], reason: RACE, ring: CARRY },
  { ids: ['frame/own-frame-policy-by-markup'], browsers: ['firefox'], reason: 'what a policy in the markup of an own page means by \'self\' Firefox would not know in a document that is written: the page is loaded as it is', ring: CARRY },
  { ids: ['frame/own-frame-by-post', 'frame/own-frame-xhtml-computed', 'frame/own-object-computed', 'frame/own-embed-from-outside'], reason: 'an own page that can\'t be asked for twice, is XML, or stands in an <object> or <embed>, is loaded as it is where nothing in its text names who must wait', ring: CARRY },
  { ids: ['frame/srcdoc-sandboxed-noscript'], grades: ['smooth'], reason: 'what is in a <noscript> is read as text', ring: LATER },
  { ids: ['location', 'location-href', 'location-replace', 'document-location', 'document-location-set', 'named-frame-location', 'blob-frame-location', 'data-frame-location'].map(name => `frame/${name}`), grades: ['smooth'], reason: LOCATION, ring: LATER },
  { ids: ['style/constructable-base-url'], grades: ['smooth'], browsers: ['firefox'], reason: 'a constructed sheet may have a base address of its own, which its addresses don\'t show', ring: LATER },
  { ids: ['image/svg-use-own-file', 'media/video-own-playlist'], grades: ['smooth'], reason: 'what a picture\'s part, or a playlist, of the site\'s own names is read by the browser alone', ring: LATER },
  { ids: ['style/css-module-own-file'], grades: ['smooth'], reason: 'what a style sheet of the site\'s own names that a module imports is read by the browser alone, and put in by an array that nobody can stand before', ring: LATER },
  { ids: ['media/media-session'], grades: ['smooth'], browsers: ['firefox'], reason: 'the artwork of a media session is fetched by the browser\'s own controls', ring: LATER },
];

const ids = (group, names) => names.split(' ').map(name => `${group}/${name}`);
const named = (list, id, browser, grade) => list.find(one => one.ids.includes(id) && (one.grades ?? [grade]).includes(grade) && (one.browsers ?? [browser]).includes(browser));
/** The limit that covers a leak of `id`, or undefined. */
export const limitOf = (id, browser, grade) => named(LIMITS, id, browser, grade);
/** True for a vector that a page can't close in some grade of a browser, while the site's own header can. */
export const ringOf = (id, browser) => LIMITS.some(({ ids, browsers = [browser] }) => ids.includes(id) && browsers.includes(browser));

/** What comes alive with the next page only, or never again. A vector stands here for the grades and browsers named; any other must come alive. */
export const GONE = [
  { ids: ids('write', 'cookie-from-before local-from-before database-from-before cache-from-before'), reason: 'what was stored before Assent came is swept: it is the service\'s own to write anew' },
  { ids: ids('write', 'cookie-by-server cookie-by-own-image cookie-by-own-fetch'), grades: ['smooth'], reason: 'what a server set is swept: it sets it with its next answer' },
  { ids: ids('network', 'beacon-leaving fetch-leaving'), reason: 'sent when the page is left: nobody is there to see it come alive' },
  { ids: ids('network', 'link-ping link-ping-second link-ping-by-script area-ping'), grades: ['smooth'], reason: 'the click is past' },
  { ids: ['frame/link-into-frame-svg'], grades: ['smooth'], reason: 'the click is past' },
  { ids: ['timing/back-again'], reason: 'the way back is past' },
  { ids: ids('network', 'xhr-sync'), grades: ['smooth'], reason: 'a call that must answer at once has failed' },
  { ids: ['worker/blob-xhr-sync'], grades: ['smooth'], reason: 'a call that must answer at once has failed' },
  { ids: ids('network', 'rtc-turn-tcp rtc-turn-alias rtc-turn-later payment-request'), grades: ['smooth'], reason: 'made without those who had to wait, who can\'t be given to it later' },
  { ids: ids('static', 'module-import-map-by-script module-own-file-imports module-data-url-imports module-static-import-escaped import-in-handler import-call-own-file import-call-computed import-call-blob import-source'), grades: ['smooth'], reason: 'a module that could not be resolved stays so for as long as its page lives' },
  { ids: [...ids('style', 'font-face-constructor font-face-added'), 'worker/blob-font-face'], grades: ['smooth'], reason: 'the font that asked has failed; a new one in its place is fetched when a text wants it' },
  { ids: ['style/register-property'], grades: ['smooth'], reason: 'a property is registered once' },
  { ids: ids('style', 'processing-instruction processing-instruction-data'), grades: ['smooth'], reason: 'a processing instruction bears no mark of ours: with the next page' },
  { ids: ['script/set-html'], grades: ['smooth'], reason: 'the page\'s own sanitizer takes away what is parked' },
  { ids: ['script/write-tag-ended-by-the-page'], reason: 'a tag that document.write begins and the page\'s own text ends' },
  { ids: ['markup/style-in-svg-breaks-out'], grades: ['smooth'], reason: 'read as style, parsed as an image' },
  { ids: ids('image', 'img-srcset-no-blank img-srcset-relative img-srcset-widths img-srcset-behind-data'), browsers: ['chromium'], reason: 'a browser may be content with the picture it has' },
  { ids: ids('image', 'svg-animate svg-animate-relative'), reason: 'an animation\'s time may be over' },
  { ids: ids('link', 'speculation-rules-prefetch speculation-rules-prerender speculation-rules-relative speculation-rules-escaped speculation-rules-document speculation-rules-by-script speculation-rules-all-links prerender'), browsers: ['chromium'], reason: 'a hint: the browser follows as many as it likes' },
  { ids: ids('link', 'preload-script preload-image preload-font preload-fetch modulepreload as-last preload-by-script modulepreload-by-script prefetch-by-script'), grades: ['strict'], browsers: ['firefox'], reason: 'a hint, which Firefox does not follow in a document that is written anew' },
  { ids: ['address/trailing-dot'], browsers: ['firefox'], grades: ['strict'], reason: 'to Firefox\'s policy a host with a dot behind it is another' },
  { ids: ids('frame', 'meta-refresh-in-srcdoc meta-refresh-written meta-refresh-by-script own-frame-refresh'), grades: ['smooth'], browsers: ['firefox'], reason: 'Firefox carries out a refresh when it is parsed, and no more' },
  { ids: ['worker/service-computed'], reason: 'the service worker is there already, and starts once' },
];
/** True for what does not come alive. */
export const goneOf = (id, browser, grade) => named(GONE, id, browser, grade) !== undefined;
