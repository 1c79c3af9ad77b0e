// Erasing what must not be on the device: every cookie on every domain and path that can hold it, every key, database and cache whose name
// the core does not allow. What a script can't reach (HttpOnly, another site's cookies) stays; nothing here pretends otherwise.
import * as N from '../gate/platform.js';
import { COOKIE, LOCAL, SESSION, DATABASE, CACHE } from '../gate/sinks.js';
import { isHeld } from '../gate/index.js';

/** Host-only, the host, and each parent domain with at least one dot (RFC 6265bis 5.6.3: a wider Domain is refused by the browser itself). */
const domains = () => {
  const labels = location.hostname.split('.');
  return ['', ...labels.map((_, i) => labels.slice(i).join('.')).filter(domain => domain.includes('.') || domain === location.hostname)];
};
const paths = () => location.pathname.split('/').flatMap((_, i, parts) => { const path = parts.slice(0, i + 1).join('/'); return [path, path + '/']; });
// Where a cookie can't be Secure the browser refuses the last two itself.
const expire = name => {
  for (const domain of domains()) for (const path of paths()) for (const more of ['', '; Secure', '; Secure; SameSite=None; Partitioned']) {
    N.setCookie(document, `${name}=; Path=${path}${domain && `; Domain=${domain}`}; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Max-Age=0${more}`);
  }
};

/** Erases what `decide` does not allow; resolves when the asynchronous stores are through. */
export const sweep = async () => {
  for (const pair of N.cookie(document).split('; ')) {
    const [, name] = /^([^=]+)=/.exec(pair) || [];
    if (name && isHeld(COOKIE, name)) expire(name);
  }
  for (const [name, kind] of [['localStorage', LOCAL], ['sessionStorage', SESSION]]) try {
    const storage = self[name];
    for (const key of Array.from({ length: storage.length }, (_, i) => storage.key(i))) if (isHeld(kind, key)) storage.removeItem(key);
  } catch { /* refused to this document */ }
  try {
    for (const { name } of await self.indexedDB?.databases?.() || []) if (isHeld(DATABASE, name)) self.indexedDB.deleteDatabase(name);
    for (const name of await self.caches?.keys() || []) if (isHeld(CACHE, name)) self.caches.delete(name);
  } catch { /* stores are refused to this document: then nothing can be in them */ }
};
