// The servers of third parties: one socket that answers every host name and keeps a log. The log is where a leak is judged.
import http from 'node:http';
import dgram from 'node:dgram';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { answerFor, cors } from './answers.js';

const websocketKey = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11'; // RFC 6455, 1.3

/**
 * Starts a server on 127.0.0.1. What it promises:
 * `log(host?)`       requests so far, in order of arrival: {order, time (ms since 1970), host, path (with query), method, dest, referrer, origin, cookie}.
 *                    WebSocket handshakes are there with dest "websocket", CORS preflights with method OPTIONS.
 * `connections()`    TCP connects so far: {order, time, requests}. One with no request is a bare preconnect; it has no host, so a test that
 *                    wants to know whose it was gives that host a server of its own.
 * `datagrams()`      number of UDP packets at the same port number (QUIC, STUN)
 * `reset()`          forgets all of it
 * `url(host, path)`  an address of this server
 * `until(n, host?)`  resolves with the log once it has n entries, or after `timeout` ms with what is there
 * `quiet(ms)`        resolves when nothing has come for `ms`
 * `answer(request, url)` may return its own answer {status, headers, body, delay, open}; undefined: the usual one (see answers.js).
 */
export async function startThirdParty({ answer, port = 0 } = {}) {
  let requests = [], connects = [], packets = 0, order = 0, last = Date.now();
  const sockets = new Map();

  const note = (request, dest) => {
    const { headers, socket } = request;
    last = Date.now();
    requests.push({
      order: ++order, time: last, host: (headers.host ?? '').replace(/:\d+$/, ''), path: request.url, method: request.method,
      dest: dest ?? headers['sec-fetch-dest'] ?? '', referrer: headers.referer ?? '', origin: headers.origin ?? '', cookie: headers.cookie ?? '',
    });
    const connection = sockets.get(socket);
    if (connection) connection.requests++;
  };

  const server = http.createServer(async (request, response) => {
    note(request);
    request.resume(); // bodies of beacons and uploads
    const { origin, host } = request.headers;
    if (request.method === 'OPTIONS') return response.writeHead(204, cors(origin)).end();
    const url = new URL(request.url, `http://${host}`);
    const its = (await answer?.(request, url)) ?? answerFor(url, origin);
    if (its.delay) await pause(its.delay, undefined, { ref: false }); // nobody waits for an answer when the servers are gone
    if (response.destroyed) return;
    response.writeHead(its.status ?? 200, its.headers);
    if (its.open) response.write(its.body); else response.end(its.body);
  });

  server.on('connection', (socket) => {
    last = Date.now();
    const connection = { order: ++order, time: last, requests: 0 };
    connects.push(connection);
    sockets.set(socket, connection);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => {});
  });
  server.on('clientError', (_, socket) => socket.destroy()); // TLS and other tongues: the connect is noted above
  server.on('upgrade', (request, socket) => {
    note(request, 'websocket');
    const accept = createHash('sha1').update(request.headers['sec-websocket-key'] + websocketKey).digest('base64');
    socket.write(`HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`);
    socket.write(Buffer.from([0x81, 5, ...Buffer.from('hello')])); // one text frame, then silence
    socket.on('data', (data) => { if ((data[0] & 0x0f) === 8) socket.end(Buffer.from([0x88, 0])); });
  });

  server.keepAliveTimeout = 1000;
  await once(server.listen(port, '127.0.0.1'), 'listening');
  const here = server.address().port;
  const udp = dgram.createSocket('udp4').on('message', () => { packets++; last = Date.now(); }).on('error', () => {});
  udp.bind(here, '127.0.0.1');

  const log = (host) => requests.filter((request) => !host || request.host === host);
  return {
    port: here,
    log,
    connections: () => connects.map((connection) => ({ ...connection })),
    datagrams: () => packets,
    reset() { requests = []; connects = []; packets = 0; order = 0; },
    url: (host, path = '/') => `http://${host}:${here}${path}`,
    async until(count, host, timeout = 4000) {
      for (const end = Date.now() + timeout; log(host).length < count && Date.now() < end;) await pause(20);
      return log(host);
    },
    async quiet(ms = 300) {
      const start = Date.now();
      while (Date.now() - Math.max(last, start) < ms) await pause(20);
    },
    async close() {
      udp.close();
      server.closeAllConnections();
      for (const socket of sockets.keys()) socket.destroy();
      await new Promise((done) => server.close(done));
    },
  };
}
