// All vectors, as a list. A vector is one way in which an unchanged page reaches a third party or writes to the device:
//   head, html, js, body   (context) -> markup for the head or body, code of an inline script at the end of the body, attributes of <body>
//   page                   (context, snippet) -> the whole page, instead
//   before                 (context) -> markup that stands before Assent's snippet
//   headers, files         (context) -> headers of the page; the site's own files by name (`own(name)` is their address)
//   first                  (context) -> code of an earlier view of the site, when it had no Assent
//   leaks                  what the leak is: request (default), ran, cookie, local, session, database, cache
//   single                 once in its page and alone there; alone: alone in its page
//   leaves, back           the leak comes when the page is left, or come back to
//   ownServer              a server of its own, so that its TCP connects and UDP packets can be told apart
//   third                  the third party's host, instead of one of the service's
// The context names a third party that belongs to `svc` (ads or stats): `T` its address, `S` the same on a potentially trustworthy host,
// `W` its WebSockets, `H` host and port, `host`; `O` the page's origin; `ok` a necessary third party; `n` a name of its own.
// '¦' in markup is where a chunk ends.
import address from './vectors/address.js';
import form from './vectors/form.js';
import frame from './vectors/frame.js';
import image from './vectors/image.js';
import link from './vectors/link.js';
import markup from './vectors/markup.js';
import media from './vectors/media.js';
import network from './vectors/network.js';
import script from './vectors/script.js';
import staticScript from './vectors/static.js';
import style from './vectors/style.js';
import timing from './vectors/timing.js';
import worker from './vectors/worker.js';
import write from './vectors/write.js';

const groups = { static: staticScript, markup, address, script, image, style, link, media, frame, network, worker, form, write, timing };

/** [{id, label, group, ...}] */
export const vectors = Object.entries(groups).flatMap(([group, list]) => Object.entries(list).map(([name, vector], i) => ({
  leaks: 'request', ...vector, group, id: `${group}/${name}`, label: `${group}-${name}`, number: `${group}${i}`,
})));
