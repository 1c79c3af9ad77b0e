// Writes to the device: cookies, Web Storage, databases, caches. A held write reads back as not there, and comes true when it is granted.
import { apply } from './native.js';
import { COOKIE, LOCAL, SESSION, DATABASE, CACHE } from './sinks.js';
import { isHeld } from './judge.js';
import { hold, drop, heldEntries } from './ledger.js';
import { standIn } from './network.js';

const nameOfCookie = text => /^\s*([^;=]*?)\s*=/.exec(text)?.[1] || '';
const write = (kind, name, key, revive) => hold({ kind, subject: name, stored: key, revive });

const raws = new WeakMap(), guards = new WeakMap();
const raw = storage => raws.get(storage) || storage;
/** A Storage whose keys that must wait can't be set; by method, by property and by definition. */
const guardedStorage = (g, storage, kind, setItem) => {
  const keyOf = name => kind + name;
  const guard = {
    put(name, value) {
      if (isHeld(kind, name)) write(kind, name, keyOf(name), () => { setItem.call(storage, name, value); });
      else setItem.call(storage, name, value);
      return true;
    },
    forget: name => { for (const entry of heldEntries()) if (name === undefined ? entry.kind === kind : entry.stored === keyOf(name)) drop(entry); },
  };
  const own = name => typeof name === 'symbol' || name in g.Storage.prototype;
  const proxy = new Proxy(storage, {
    set: (target, name, value) => own(name) ? Reflect.set(target, name, value) : guard.put(name, String(value)),
    defineProperty: (target, name, d) => own(name) || !('value' in d) ? Reflect.defineProperty(target, name, d) : guard.put(name, String(d.value)),
    deleteProperty: (target, name) => { guard.forget(name); return Reflect.deleteProperty(target, name); },
  });
  raws.set(proxy, storage);
  guards.set(storage, guard);
  return proxy;
};

/** Installs the writes' rows in a realm. */
export const installWrites = ({ call, get, set }, g) => {
  const keep = (name, revive) => write(COOKIE, name, COOKIE + name, revive);
  set('Document', 'cookie', (self, value, native) => {
    const text = String(value), put = () => { apply(native, self, [text]); };
    if (isHeld(COOKIE, text)) keep(nameOfCookie(text), put); else put();
  });
  call('CookieStore', 'set', (self, args, native) => {
    const name = String(args[0]?.name ?? args[0]);
    if (!isHeld(COOKIE, name)) return apply(native, self, args);
    keep(name, () => { apply(native, self, args); });
    return g.Promise.resolve();
  });

  const setItem = g.Storage?.prototype.setItem;
  for (const [name, kind] of [['localStorage', LOCAL], ['sessionStorage', SESSION]]) {
    let storage, proxy;
    get('', name, (self, native) => {
      const now = apply(native, self, []);
      if (now !== storage) { storage = now; proxy = now && guardedStorage(g, now, kind, setItem); }
      return proxy;
    });
  }
  call('Storage', 'getItem key setItem removeItem clear', (self, args, native, name) => {
    const storage = raw(self), guard = guards.get(storage);
    if (guard && name === 'setItem' && args.length > 1) return void guard.put(String(args[0]), String(args[1]));
    if (guard && /^[rc]/.test(name)) guard.forget(args.length ? String(args[0]) : undefined);
    return apply(native, storage, args);
  });
  get('Storage', 'length', (self, native) => apply(native, raw(self), []));

  call('IDBFactory', 'open', (self, args, native) => {
    const name = String(args[0]);
    if (!isHeld(DATABASE, name)) return apply(native, self, args);
    return standIn(g, g.IDBOpenDBRequest.prototype, { readyState: 'pending' },
      ['success', 'error', 'upgradeneeded', 'blocked'], { kind: DATABASE, subject: name }, () => apply(native, self, args));
  });
  call('CacheStorage', 'open', (self, args, native) => {
    const name = String(args[0]);
    if (!isHeld(CACHE, name)) return apply(native, self, args);
    return new g.Promise(done => write(CACHE, name, '', () => { done(apply(native, self, args)); }));
  });
};
