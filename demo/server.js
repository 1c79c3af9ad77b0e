#!/usr/bin/env node
// Serves the demo: one socket, many hosts. The site itself is 127.0.0.1 (also localhost, conversationware.localhost); every other
// host is a stand-in for a third party and keeps a log of what it was asked. That log, not the page, tells whether anything leaked.
import http from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { standIns } from './stand-ins/routes.js';

const here = fileURLToPath(new URL('.', import.meta.url));
const ownHosts = ['127.0.0.1', 'localhost', 'conversationware.localhost'];

/** Where the site's paths lie on disk: the first shelf that has the file. What `assent build` made lies beside the pages. */
const shelves = [
  ['/dist/', '../dist/'],
  ['/policies/', 'policies/'],
  ['/gallery/', 'gallery/'],
  ['/web/', '../web/'],
  ['/tests/fixtures/', '../tests/fixtures/'],
  ['/studio/', '../dist/studio/'],
  ['/', 'site/'],
  ['/', '../dist/demo/'],
];

const types = {
  '.html': 'text/html; charset=utf-8', '.css': 'text/css; charset=utf-8', '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8', '.json': 'application/json', '.svg': 'image/svg+xml', '.png': 'image/png', '.gif': 'image/gif',
  '.ico': 'image/x-icon', '.wasm': 'application/wasm', '.txt': 'text/plain; charset=utf-8',
};

/** The one line of the pages that is Assent; `/?without-assent` serves the page as if it had never been added. */
const assentLine = /^.*<script src="\/consent\.js".*\n/m;

/** Where a page has what `assent declare` says, for visitors without JavaScript. */
const declaration = '<!-- declaration -->';

/**
 * Starts the demo on 127.0.0.1. `port` 0 takes any free one. Resolves to
 * `port`, `log(host?)` (requests to the stand-ins in order: {order, time in ms since 1970, host, path, method, referrer, cookies, set}; `cookies` are the
 * names that came, `set` those that went with the answer), `reset()` and `close()`. Rejects when the port is taken.
 */
export async function startDemo({ port = 8080 } = {}) {
  let requests = [], order = 0;
  const listeners = new Set();
  const tell = (event, data) => { for (const listener of listeners) listener.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`); };
  const reset = () => { requests = []; order = 0; tell('reset', {}); };

  const server = http.createServer((request, response) => {
    request.resume();
    const host = (request.headers.host ?? '').replace(/:\d+$/, '').toLowerCase();
    // Made-up hosts only: a page elsewhere that has its own name point here gets nothing.
    const answering = ownHosts.includes(host) ? answerSite : standIns[host] ? answerStandIn : answerNobody;
    answering(request, response, host).catch((error) => {
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain' });
      response.end(String(error.message));
    });
  });

  async function answerStandIn(request, response, host) {
    const url = new URL(request.url, `http://${request.headers.host}`);
    const route = standIns[host].find(({ path }) => (path.endsWith('*') ? url.pathname.startsWith(path.slice(0, -1)) : url.pathname === path));
    const set = route?.set?.() ?? [];
    const entry = {
      order: ++order, time: Date.now(), host, path: request.url, method: request.method, referrer: request.headers.referer ?? '',
      cookies: cookieNames(request.headers.cookie), set: set.map((cookie) => cookie.split('=')[0]),
    };
    requests.push(entry);
    tell('request', entry);
    if (!route) return void response.writeHead(404).end();
    const body = route.file ? await readFile(join(here, 'stand-ins', route.file)) : route.body ?? '';
    const headers = { 'cache-control': 'no-store', 'access-control-allow-origin': '*', 'content-type': route.type ?? types[extname(route.file)] };
    response.writeHead(body.length ? 200 : 204, set.length ? { ...headers, 'set-cookie': set } : headers).end(body);
  }

  async function answerSite(request, response) {
    const url = new URL(request.url, 'http://127.0.0.1');
    if (url.pathname === '/__log') {
      if (request.method === 'POST') { reset(); return void response.writeHead(204).end(); }
      return void response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' }).end(JSON.stringify(log(url.searchParams.get('host'))));
    }
    if (url.pathname === '/__reset' && request.method === 'POST') {
      reset();
      return void response.writeHead(204, { 'clear-site-data': '"cookies", "storage"' }).end(); // the site's own; a third party's are out of its reach
    }
    if (url.pathname === '/__events') return openEvents(response);

    const path = normalize(decodeURIComponent(url.pathname)).replace(/\/$/, '/index.html');
    const type = types[extname(path)];
    let body = null;
    for (const [prefix, folder] of shelves) {
      if (!body && type && !path.includes('..') && path.startsWith(prefix)) body = await readFile(join(here, folder, path.slice(prefix.length))).catch(() => null);
    }
    if (!body) return void response.writeHead(404, { 'content-type': 'text/plain' }).end(path === '/consent.js' ? 'consent.js is not built yet: ./run build' : 'Not here.');
    if (type.startsWith('text/html')) {
      body = String(body).replaceAll('.localhost:8080', `.localhost:${server.address().port}`);
      if (body.includes(declaration)) body = body.split(declaration).join(await readFile(join(here, '../dist/demo/declaration.html'), 'utf8').catch(() => ''));
      if (url.searchParams.has('without-assent')) body = body.replace(assentLine, '');
    }
    response.writeHead(200, { 'content-type': type, 'cache-control': 'no-cache' }).end(body);
  }

  /** What has been logged so far, then each new request as it comes. */
  function openEvents(response) {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    for (const entry of requests) response.write(`event: request\ndata: ${JSON.stringify(entry)}\n\n`);
    listeners.add(response);
    response.on('close', () => listeners.delete(response));
  }

  const log = (host) => requests.filter((entry) => !host || entry.host === host);

  await new Promise((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  return {
    port: server.address().port,
    log,
    reset,
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

const cookieNames = (line = '') => line.split(/; */).filter(Boolean).map((pair) => pair.split('=')[0]);

async function answerNobody(_, response) {
  response.writeHead(421, { 'content-type': 'text/plain' }).end('No such host here.');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const asked = process.argv[2] ?? process.env.PORT;
  try {
    const { port } = await startDemo(asked === undefined ? {} : { port: Number(asked) });
    console.log(`The demo is at http://127.0.0.1:${port}\nThe studio: http://127.0.0.1:${port}/studio/ (dist/studio, a folder that any server can serve)`);
  } catch (error) {
    console.error(error.code === 'EADDRINUSE' ? `Port ${error.port} is taken: give another one, e.g. PORT=8081 ./run demo` : String(error.message));
    process.exitCode = 1;
  }
}
