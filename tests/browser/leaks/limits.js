// What a script in a page can't close, each with the reason and the ring that closes it (GATE.md, rings; README). A vector stands here for the
// grades and browsers named; everything else that leaks fails the suite.
const HEADER = 'a header that the server sends with the page is carried out before any script of the page';
const REDIRECT = 'a redirect of the site\'s own server is followed inside the browser, out of a script\'s sight';

/** [{ids, grades, browsers, reason, ring}] */
export const LIMITS = [
  { ids: ['link/link-header-preload', 'link/link-header-style', 'link/speculation-rules-own-header'], reason: HEADER, ring: 'the server\'s own headers; the edge, which can take them out' },
  { ids: ['network/img-own-redirects', 'network/script-own-redirects', 'frame/own-frame-redirects', 'network/fetch-own-redirects'], grades: ['smooth'], reason: REDIRECT, ring: 'strict' },
];

/** The limit that covers a leak of `id`, or undefined. */
export const limitOf = (id, browser, grade) => LIMITS.find(limit => limit.ids.includes(id)
  && (limit.grades ?? [grade]).includes(grade) && (limit.browsers ?? [browser]).includes(browser));
