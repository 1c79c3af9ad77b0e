// What a test server answers when nobody tells it otherwise: a small valid file of the type that the path or `?as=` names.
// The query steers the answer, so that a vector is one URL and nothing else:
//   as=TYPE          the type, where the path has no telling extension
//   delay=MS         answer that much later
//   status=N         the status code
//   cookie=A=1;...   a Set-Cookie header (may be given several times)
//   body=TEXT        the text to send (of a script: the script)
//   callback=NAME    JSONP: NAME({...})
//   redirect=URL     302 to there
//   cors=off         no CORS headers

const pixel = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const emptyWasm = Buffer.from([0, 97, 115, 109, 1, 0, 0, 0]);

/** A tenth of a second of silence: 8 kHz, 8 bit, mono. Browsers play it, so `canplay` fires. */
const silence = (() => {
  const samples = 800, wav = Buffer.alloc(44 + samples, 128);
  wav.write('RIFF', 0); wav.writeUInt32LE(36 + samples, 4); wav.write('WAVEfmt ', 8);
  wav.writeUInt32LE(16, 16); wav.writeUInt16LE(1, 20); wav.writeUInt16LE(1, 22);
  wav.writeUInt32LE(8000, 24); wav.writeUInt32LE(8000, 28); wav.writeUInt16LE(1, 32); wav.writeUInt16LE(8, 34);
  wav.write('data', 36); wav.writeUInt32LE(samples, 40);
  return wav;
})();

/** A script that leaves a trace wherever it runs: window, worker or worklet. */
export const trace = (name) => `(globalThis.ran = globalThis.ran || []).push(${JSON.stringify(name)});\n`;

const types = {
  js: ['text/javascript', trace],
  mjs: ['text/javascript', (name) => `${trace(name)}export const name = ${JSON.stringify(name)};\nexport default name;\n`],
  css: ['text/css', () => ':root { --third-party-style: 1 }\n'],
  html: ['text/html; charset=utf-8', (name) => `<!doctype html><title>${name}</title><p>${name}</p><script>${trace(name)}</script>`],
  json: ['application/json', (name) => JSON.stringify({ name })],
  txt: ['text/plain; charset=utf-8', (name) => name],
  xml: ['text/xml', () => '<?xml version="1.0"?><r/>'],
  svg: ['image/svg+xml', () => '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><g id="a"/></svg>'],
  vtt: ['text/vtt', () => 'WEBVTT\n\n00:00.000 --> 00:01.000\nhello\n'],
  webmanifest: ['application/manifest+json', () => '{"name":"x"}'],
  gif: ['image/gif', () => pixel],
  png: ['image/png', () => png],
  jpg: ['image/png', () => png],
  ico: ['image/png', () => png],
  wav: ['audio/wav', () => silence],
  mp3: ['audio/wav', () => silence],
  mp4: ['audio/wav', () => silence],
  webm: ['audio/wav', () => silence],
  // Not a font: browsers refuse to use it, but they ask for it, and asking is what the log is about.
  woff2: ['font/woff2', () => Buffer.from('wOF2')],
  ttf: ['font/ttf', () => Buffer.from('true')],
  wasm: ['application/wasm', () => emptyWasm],
  events: ['text/event-stream', () => 'data: hello\n\n'],
  // Beacons and hits: taken, nothing to say.
  none: ['', () => ''],
};

const extension = (path) => /\.([a-z0-9]+)$/i.exec(path)?.[1].toLowerCase();

/** The answer to `url` (a URL object) as `{status, headers, body, delay, open}`; `open` keeps the connection (event streams). */
export function answerFor(url, origin) {
  const ask = url.searchParams;
  const name = url.hostname + url.pathname;
  const type = ask.get('as') ?? extension(url.pathname) ?? 'none';
  const [contentType, make] = types[type] ?? types.txt;
  const answer = {
    status: Number(ask.get('status') ?? (type === 'none' ? 204 : 200)),
    headers: { 'cache-control': 'no-store' },
    body: ask.get('body') ?? make(name),
    delay: Number(ask.get('delay') ?? 0),
    open: type === 'events',
  };
  if (contentType) answer.headers['content-type'] = contentType;
  if (ask.has('callback')) answer.body = `${ask.get('callback')}(${JSON.stringify({ name })});`;
  if (ask.has('cookie')) answer.headers['set-cookie'] = ask.getAll('cookie');
  if (ask.has('redirect')) Object.assign(answer, { status: 302, body: '' }).headers.location = ask.get('redirect');
  if (ask.get('cors') !== 'off') Object.assign(answer.headers, cors(origin));
  return answer;
}

/** Headers that let every kind of request of every origin through. */
export const cors = (origin) => ({
  'access-control-allow-origin': origin || '*',
  ...(origin && { 'access-control-allow-credentials': 'true' }),
  'access-control-allow-methods': 'GET,HEAD,POST,PUT,PATCH,DELETE,OPTIONS',
  'access-control-allow-headers': 'content-type,x-requested-with,authorization,x-test',
  'access-control-allow-private-network': 'true',
  'cross-origin-resource-policy': 'cross-origin',
  'timing-allow-origin': '*',
});
