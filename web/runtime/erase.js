// Erasing what must not be on the device: every cookie on every domain and path that can hold it, every key, database and cache whose name
// the core does not allow. What a script can't reach (HttpOnly, another site's cookies) stays; nothing here pretends otherwise.
import * as N from '../gate/platform.js';
import { COOKIE, LOCAL, SESSION, DATABASE, CACHE } from '../gate/sinks.js';
import { isHeld } from '../gate/index.js';

/** Host-only, the host, and each parent domain: a browser refuses those that are too wide (RFC 6265bis 5.6.3). */
const domains = () => ['', ...location.hostname.split('.').map((_, i, labels) => '; Domain=' + labels.slice(i).join('.'))];
/** Every path that a cookie seen here can have (RFC 6265bis 5.1.4). */
const paths = () => location.pathname.split('/').flatMap((_, i, parts) => [parts.slice(0, i).join('/') + '/', parts.slice(0, i + 1).join('/')]);
/** The last two forms are those of cookies that a plain one can't replace. */
const FORMS = ['', '; Secure', '; Secure; SameSite=None; Partitioned'];
const expire = name => { for (const domain of domains()) for (const path of paths()) for (const form of FORMS) N.setCookie(document, `${name}=; Max-Age=0; Path=${path}${domain}${form}`); };

/** Erases what `decide` does not allow; resolves when the asynchronous stores are through. */
export const sweep = async () => {
  for (const pair of N.cookie(document).split('; ')) {
    const [name] = pair.split('=');
    if (name && isHeld(COOKIE, name)) expire(name);
  }
  for (const [name, kind] of [['localStorage', LOCAL], ['sessionStorage', SESSION]]) try {
    for (const key of Object.keys(self[name])) if (isHeld(kind, key)) self[name].removeItem(key);
  } catch { /* one may be refused, or not there, without the other */ }
  try {
    for (const { name } of await self.indexedDB?.databases?.() || []) if (isHeld(DATABASE, name)) self.indexedDB.deleteDatabase(name);
    for (const name of await self.caches?.keys() || []) if (isHeld(CACHE, name)) self.caches.delete(name);
  } catch { /* stores are refused to this document: then nothing can be in them */ }
};
