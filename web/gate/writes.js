// Writes to the device: cookies, Web Storage, databases, caches. A held write reads back as not there, and comes true when it is granted.
import { method, accessor } from './native.js';
import { COOKIE, LOCAL, SESSION, DATABASE, CACHE } from './sinks.js';
import { isHeld } from './judge.js';
import { hold, drop, heldEntries } from './ledger.js';
import { standIn } from './network.js';

const nameOfCookie = text => { const pair = String(text).split(';')[0], at = pair.indexOf('='); return at < 0 ? '' : pair.slice(0, at).trim(); };
const write = (kind, name, key, revive) => hold({ kind, subject: name, key, stage: 0, revive });

const raws = new WeakMap(), guards = new WeakMap();
const raw = storage => raws.get(storage) || storage;
/** A Storage whose keys that must wait can't be set; by method, by property and by definition. */
const guardedStorage = (g, storage, kind, setItem) => {
  const keyOf = name => `${kind} ${name}`;
  const guard = {
    put(name, value) {
      if (isHeld(kind, name)) write(kind, name, keyOf(name), () => { setItem.call(storage, name, value); });
      else setItem.call(storage, name, value);
      return true;
    },
    forget: name => { for (const entry of heldEntries()) if (name === undefined ? entry.kind === kind : entry.key === keyOf(name)) drop(entry); },
  };
  const own = name => typeof name === 'symbol' || name in g.Storage.prototype;
  const proxy = new Proxy(storage, {
    get: (target, name) => Reflect.get(target, name),
    set: (target, name, value) => own(name) ? Reflect.set(target, name, value) : guard.put(name, String(value)),
    defineProperty: (target, name, d) => own(name) || !('value' in d) ? Reflect.defineProperty(target, name, d) : guard.put(name, String(d.value)),
    deleteProperty: (target, name) => { guard.forget(name); return Reflect.deleteProperty(target, name); },
  });
  raws.set(proxy, storage);
  guards.set(storage, guard);
  return proxy;
};

/** Installs the writes' rows in a realm. */
export const installWrites = g => {
  accessor(g.Document?.prototype, 'cookie', ({ get, set }) => ({ get, set: { set(value) {
    const text = String(value), name = nameOfCookie(text);
    if (isHeld(COOKIE, text)) write(COOKIE, name, `${COOKIE} ${name}`, () => { set.call(this, text); });
    else set.call(this, text);
  } }.set }));
  method(g.CookieStore?.prototype, 'set', native => ({
    set(...args) {
      const name = String(typeof args[0] === 'object' ? args[0]?.name : args[0]);
      if (!isHeld(COOKIE, name)) return native.apply(this, args);
      write(COOKIE, name, `${COOKIE} ${name}`, () => { native.apply(this, args); });
      return g.Promise.resolve();
    },
  }).set);

  const proto = g.Storage?.prototype, setItem = proto?.setItem;
  for (const [name, kind] of [['localStorage', LOCAL], ['sessionStorage', SESSION]]) {
    let storage, proxy;
    accessor(g, name, ({ get }) => ({ get: { get() {
      const now = get.call(this ?? g);
      if (now !== storage) { storage = now; proxy = now && guardedStorage(g, now, kind, setItem); }
      return proxy;
    } }.get }));
  }
  for (const name of ['getItem', 'key']) method(proto, name, native => ({ [name](...args) { return native.apply(raw(this), args); } })[name]);
  method(proto, 'setItem', native => ({ setItem(...args) {
    const storage = raw(this), guard = guards.get(storage);
    if (!guard || args.length < 2) return native.apply(storage, args);
    guard.put(String(args[0]), String(args[1]));
    return undefined;
  } }).setItem);
  method(proto, 'removeItem', native => ({ removeItem(...args) { const storage = raw(this); guards.get(storage)?.forget(String(args[0])); return native.apply(storage, args); } }).removeItem);
  method(proto, 'clear', native => ({ clear() { const storage = raw(this); guards.get(storage)?.forget(); return native.call(storage); } }).clear);
  accessor(proto, 'length', ({ get }) => ({ get: { get() { return get.call(raw(this)); } }.get }));

  method(g.IDBFactory?.prototype, 'open', native => ({
    open(...args) {
      const name = String(args[0]);
      if (!isHeld(DATABASE, name)) return native.apply(this, args);
      return standIn(g, g.IDBOpenDBRequest.prototype, { readyState: 'pending', result: undefined, error: null, source: null, transaction: null },
        ['success', 'error', 'upgradeneeded', 'blocked'], { kind: DATABASE, subject: name }, () => native.apply(this, args));
    },
  }).open);
  method(g.CacheStorage?.prototype, 'open', native => ({
    open(...args) {
      const name = String(args[0]);
      if (!isHeld(CACHE, name)) return native.apply(this, args);
      return new g.Promise(done => write(CACHE, name, '', () => { done(native.apply(this, args)); }));
    },
  }).open);
};
