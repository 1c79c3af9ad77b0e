// What a script in a page can't close, each with the reason and the ring that closes it (GATE.md, rings; README). A vector stands here for the
// grades and browsers named; everything else that leaks fails the suite.
const HEADER = 'a header that the server sends with the page is carried out before any script of the page';
const REDIRECT = 'a redirect of the site\'s own server is followed inside the browser, out of a script\'s sight';
const RACE = 'the page enters its own frames in the task behind the end of their last window, ahead of their first statement; Firefox, when it is busy, may be quicker';
const LOCATION = 'a window\'s location belongs to the platform alone, and tells nobody before it leaves; Chromium tells of it once the window shows a document (it is held then), not while it is empty';
const OWN_FILE = 'what the site\'s own files import is syntax; the import map leads away only hosts that the policy or the page name in full';
const LATER = 'strict', CARRY = 'the script tag in that document too; the header of `assent csp`';

/** [{ids, grades, browsers, reason, ring}] */
export const LIMITS = [
  { ids: ['link/link-header-preload', 'link/link-header-style', 'link/speculation-rules-own-header'], reason: HEADER, ring: 'the server\'s own headers; the edge, which can take them out' },
  { ids: ['network/img-own-redirects', 'network/script-own-redirects', 'frame/own-frame-redirects', 'network/fetch-own-redirects'], grades: ['smooth'], reason: REDIRECT, ring: LATER },
  { ids: ['frame/own-frame-location', 'frame/own-frame-moves-on', 'frame/own-object'], browsers: ['firefox'], reason: RACE, ring: CARRY },
  { ids: ['location', 'location-href', 'location-replace', 'document-location', 'document-location-set', 'named-frame-location', 'blob-frame-location', 'data-frame-location'].map(name => `frame/${name}`), grades: ['smooth'], reason: LOCATION, ring: LATER },
  { ids: ['static/module-own-file-imports', 'static/import-call-own-file', 'static/import-in-handler', 'static/module-static-import-escaped'], grades: ['smooth'], reason: OWN_FILE, ring: LATER },
  { ids: ['style/constructable-base-url'], grades: ['smooth'], browsers: ['firefox'], reason: 'a constructed sheet may have a base address of its own, which its addresses don\'t show', ring: LATER },
  { ids: ['media/media-session'], grades: ['smooth'], browsers: ['firefox'], reason: 'the artwork of a media session is fetched by the browser\'s own controls', ring: LATER },
];

/** The limit that covers a leak of `id`, or undefined. */
export const limitOf = (id, browser, grade) => LIMITS.find(limit => limit.ids.includes(id)
  && (limit.grades ?? [grade]).includes(grade) && (limit.browsers ?? [browser]).includes(browser));
/** True for a vector that a page can't close in some grade of a browser, while the site's own header can. */
export const ringOf = (id, browser) => LIMITS.some(({ ids, browsers = [browser] }) => ids.includes(id) && browsers.includes(browser));
