// Where the vectors run: the site, whose pages hold vectors, and the third parties, whose logs judge them. Every vector has hosts of its own at
// the third parties (LABEL.ads.test, LABEL.stats.test), every page a host of its own at the site (LABEL.own.localhost), so that many pages can
// be open at once in one browser and each log line says whose it is.
import { startSite, startThirdParty } from '../harness/index.js';

export const SERVICES = ['ads', 'stats'];
const PAUSE = 150;
const types = { js: 'text/javascript', mjs: 'text/javascript', css: 'text/css', svg: 'image/svg+xml', json: 'application/json' };

const head = ({ vectors, snippet }) => {
  const of = field => vectors.map(({ vector, context }) => vector[field]?.(context) ?? '').join('\n');
  return `${of('before')}${snippet}<meta charset="utf-8"><title>A page</title>${of('head')}`;
};
const body = ({ vectors }) => vectors.map(({ vector, context }) => {
  const code = vector.js?.(context);
  return `${vector.html?.(context) ?? ''}\n${code ? `<script>{ ${code} }</script>` : ''}`;
}).join('\n');
const textOf = sheet => {
  const [{ vector, context }] = sheet.vectors;
  if (vector.page) return vector.page(context, sheet.snippet);
  return `<!doctype html><html lang="en"><head>${head(sheet)}</head><body ${vector.body?.(context) ?? ''}><p>text</p>${body(sheet)}</body></html>`;
};

/**
 * The servers. `sheet({label, list, run, snippet, consent, services})` puts a page of vectors on the site and answers {url(path), vectors: [{vector,
 * context}]}: with `snippet` first in its head (empty: no Assent), `consent` the text of /consent.js, `header` a Content-Security-Policy that the site sends
 * with all that is this page's. `close()`.
 */
export async function openGround() {
  const third = await startThirdParty(), sheets = new Map();
  const site = await startSite();
  const here = request => sheets.get(request.headers.host.split('.')[0]);

  site.set('/page', request => here(request).page);
  site.set('/before', request => {
    const code = here(request).vectors.map(({ vector, context }) => vector.first?.(context) ?? '').join('\n');
    return `<!doctype html><title>before</title><script>fetch('/consent.js'); ${code}</script>`;
  });
  site.set('/consent.js', request => ({ headers: { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'max-age=600' }, body: here(request).consent, delay: here(request).slow }));

  const put = (path, file, header) => {
    const type = types[path.split('.').pop()] ?? 'text/html; charset=utf-8', whole = typeof file === 'string' ? { headers: { 'content-type': type }, body: file } : file;
    site.set(path, !header ? whole : request => { const answer = typeof whole === 'function' ? whole(request) : whole; return { ...answer, headers: { ...answer.headers, ...header } }; });
  };

  return {
    third,
    site,
    async sheet({ label, list, run, snippet = '', consent = '', header = '', services = SERVICES }) {
      const ring = header && { 'content-security-policy': header };
      const O = site.url('', `${label}.own.localhost`).replace(/\/$/, '');
      const servers = [], vectors = [];
      for (const vector of list) for (const svc of vector.single ? services.slice(0, 1) : services) {
        const server = vector.ownServer ? await startThirdParty() : third;
        if (vector.ownServer) servers.push(server);
        const name = `${vector.label}-${run}`, host = vector.third ? `${name}.${vector.third}` : `${name}.${svc}.test`;
        const folder = `/files/${name}/${svc}`, H = `${host}:${server.port}`;
        const context = { svc, run, n: `${svc}_${vector.number}`, host, H, T: `http://${H}`, W: `ws://${H}`, S: `http://${H.replace('.test', '.localhost')}`, O, ok: third.url('tags.ok.test', ''), own: file => `${O}${folder}/${file}` };
        for (const [file, content] of Object.entries(vector.files?.(context) ?? {})) put(`${folder}/${file}`, content, ring);
        vectors.push({ vector, context, server, hosts: [host, host.replace('.test', '.localhost'), `${host}.`] });
      }
      const [{ vector, context }] = vectors;
      const text = textOf({ vectors, snippet: vector.cutSnippet ? snippet.replace('</script>', '</script>¦') : snippet });
      const pieces = text.split('¦');
      const headers = Object.assign({}, ring, ...vectors.map(one => one.vector.headers?.(one.context)).map((one, i, all) => {
        const cookies = all.flatMap(other => other?.['set-cookie'] ?? []);
        return cookies.length ? { ...one, 'set-cookie': cookies } : one ?? {};
      }));
      const page = vector.encode ? { headers, body: Buffer.from(`\uFEFF${text}`, vector.encode) }
        : pieces.length > 1 ? { headers, chunks: pieces.flatMap((piece, i) => i ? [PAUSE, piece] : [piece]) } : { headers, body: text };
      sheets.set(label, { page, vectors, consent, slow: vector.slowConsent });
      return {
        label, vectors, url: path => `${O}${path}`,
        async close() { for (const server of servers) await server.close(); },
      };
    },
    async close() { await site.close(); await third.close(); },
  };
}

/** What the third party's server knows of a vector: '' or 'request', 'connect', 'packet'. */
export const heard = ({ server, hosts, vector }) => hosts.some(host => server.log(host).length) ? 'request'
  : !vector.ownServer ? '' : server.connections().length ? 'connect' : server.datagrams() ? 'packet' : '';
