// The first party: a server whose pages are strings or functions of the test, with headers and timing of its choice.
import http from 'node:http';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { answerFor } from './answers.js';

/**
 * A page is
 *   "text"                                   sent as HTML,
 *   {status, headers, body}                  sent as it is (HTML unless a content-type says otherwise),
 *   {chunks: ["<head>…", 200, "…"]}          sent piece by piece, a number is a pause in ms,
 *   (request, url) => any of these           or a promise of it.
 * A path that has no page gets the usual file of its extension (answers.js), so `/own.js` and `/own.png` just exist; without one: 404.
 *
 * `startSite({pages, headers})` -> `{port, url(path, host), set(path, page), log(), reset(), close()}`. `headers` go with every answer.
 */
export async function startSite({ pages = {}, headers = {}, host = 'site.localhost', port = 0 } = {}) {
  const shelf = new Map(Object.entries(pages));
  let requests = [];

  const server = http.createServer(async (request, response) => {
    const url = new URL(request.url, `http://${request.headers.host}`);
    requests.push({ time: Date.now(), host: url.hostname, path: request.url, method: request.method,
      dest: request.headers['sec-fetch-dest'] ?? '', cookie: request.headers.cookie ?? '' });
    request.resume();
    let page = shelf.get(url.pathname);
    if (typeof page === 'function') page = await page(request, url);
    if (page === undefined) page = /\.\w+$/.test(url.pathname) || url.searchParams.has('as') ? answerFor(url) : { status: 404, body: 'not here' };
    if (typeof page === 'string' || Buffer.isBuffer(page)) page = { body: page };
    if (page.delay) await pause(page.delay);
    if (response.destroyed) return;
    response.writeHead(page.status ?? 200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', ...headers, ...page.headers });
    for (const chunk of page.chunks ?? []) {
      if (typeof chunk === 'number') await pause(chunk);
      else response.write(chunk);
    }
    if (page.open) response.write(page.body); else response.end(page.body);
  });
  server.on('clientError', (_, socket) => socket.destroy());
  await once(server.listen(port, '127.0.0.1'), 'listening');
  const here = server.address().port;

  return {
    port: here,
    url: (path = '/', at = host) => `http://${at}:${here}${path}`,
    set: (path, page) => shelf.set(path, page),
    log: () => requests.slice(),
    reset: () => { requests = []; },
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
