// Calls that reach another host. A held promise waits, a held beacon is queued, a held socket is a stand-in that connects later.
import { method, accessor, constructor, N } from './native.js';
import { PROMISED, CONNECTIONS, CONNECT, MEDIA, FONT, WORKER } from './sinks.js';
import { isHeldUrl, isHeld, resolve } from './judge.js';
import { hold, drop } from './ledger.js';
import { parkStyle, NOWHERE_URL } from './markup.js';

const address = value => value && typeof value === 'object' && 'url' in value ? value.url : value;

/** An object of the platform's kind that is nobody yet: `make` gives the real one when it may live. */
export const standIn = (g, prototype, early, types, entry, make) => {
  const target = Object.setPrototypeOf(new N.EventTarget(), prototype);
  const handlers = {};
  let real;
  for (let proto = prototype; proto && proto !== g.EventTarget.prototype && proto !== Object.prototype; proto = Object.getPrototypeOf(proto)) {
    for (const [name, d] of Object.entries(Object.getOwnPropertyDescriptors(proto))) {
      if (name === 'constructor' || typeof name !== 'string' || Object.hasOwn(target, name)) continue;
      if (d.get) {
        Object.defineProperty(target, name, { configurable: true, enumerable: false,
          get: () => name in handlers ? handlers[name].value : real ? real[name] : early[name] ?? null,
          set: name.startsWith('on') ? value => {
            handlers[name] ||= { call: event => handlers[name].value?.call(target, event) };
            if (!handlers[name].value) N.listen(target, name.slice(2), handlers[name].call);
            handlers[name].value = value;
          } : value => { early[name] = value; if (real) real[name] = value; } });
      } else if (typeof d.value === 'function') {
        Object.defineProperty(target, name, { configurable: true, value: (...args) => real ? real[name](...args) : early[name]?.apply(target, args) });
      }
    }
  }
  hold({ ...entry, stage: 1, revive() {
    real = make();
    for (const name of Object.keys(early)) if (typeof early[name] !== 'function' && name !== 'readyState') try { real[name] = early[name]; } catch { /* read-only */ }
    for (const type of types) real.addEventListener(type, event => {
      const copy = new event.constructor(type, event);
      target.dispatchEvent(copy);
    });
  } });
  return target;
};

/** Installs the network's rows in a realm. */
export const installNetwork = g => {
  const base = () => g.document ? g.document.baseURI : g.location.href;
  const heldOf = (kind, urls) => { const url = urls.find(u => u !== undefined && u !== null && isHeldUrl(kind, address(u), base())); return url === undefined ? '' : resolve(address(url), base()); };

  for (const [owner, name, kind, urls] of PROMISED) {
    method(owner ? g[owner]?.prototype : g, name, native => ({
      [name](...args) {
        let url = '';
        try { url = heldOf(kind, urls(args)); } catch { /* arguments the platform itself refuses */ }
        if (!url) return native.apply(this, args);
        return new g.Promise((resolvePromise, reject) => {
          const entry = hold({ kind, subject: url, stage: 1, revive: () => { resolvePromise(native.apply(this, args)); } });
          const signal = args[1]?.signal || args[0]?.signal;
          signal?.addEventListener('abort', () => { drop(entry); reject(signal.reason); });
        });
      },
    })[name]);
  }
  method(g.Navigator?.prototype, 'sendBeacon', native => ({
    sendBeacon(...args) {
      const url = heldOf(CONNECT, [args[0]]);
      if (!url) return native.apply(this, args);
      hold({ kind: CONNECT, subject: url, stage: 1, revive: () => { native.apply(this, args); } });
      return true;
    },
  }).sendBeacon);

  const requests = new WeakMap();
  const xhr = g.XMLHttpRequest?.prototype;
  method(xhr, 'open', native => ({
    open(...args) { requests.set(this, { url: args[1], async: args.length < 3 || !!args[2] }); return native.apply(this, args); },
  }).open);
  method(xhr, 'send', native => ({
    send(...args) {
      const request = requests.get(this), url = request ? heldOf(CONNECT, [request.url]) : '';
      if (!url) return native.apply(this, args);
      if (!request.async) throw new g.DOMException(`Failed to execute 'send' on 'XMLHttpRequest': Failed to load '${url}'.`, 'NetworkError');
      request.entry = hold({ kind: CONNECT, subject: url, stage: 1, revive: () => { native.apply(this, args); } });
      return undefined;
    },
  }).send);
  method(xhr, 'abort', native => ({ abort() { const entry = requests.get(this)?.entry; if (entry) drop(entry); return native.call(this); } }).abort);

  for (const [name, kind, urls] of CONNECTIONS) {
    constructor(g, name, (args, target, native) => {
      const url = heldOf(kind, urls(args).map(u => resolve(u, base()) || u));
      if (!url) return Reflect.construct(native, args, target);
      return standIn(g, native.prototype, { url, readyState: 0, bufferedAmount: 0, binaryType: 'blob', protocol: '', extensions: '', withCredentials: false, send() { throw new g.DOMException("Failed to execute 'send' on 'WebSocket': Still in CONNECTING state.", 'InvalidStateError'); } },
        ['open', 'message', 'error', 'close'], { kind, subject: url }, () => Reflect.construct(native, args));
    });
  }

  // Media and fonts made by constructor.
  constructor(g, 'Audio', (args, target, native) => {
    const url = args.length ? heldOf(MEDIA, [args[0]]) : '';
    if (!url) return Reflect.construct(native, args, target);
    const audio = Reflect.construct(native, [], target);
    audio.preload = 'auto';
    audio.src = args[0];
    return audio;
  });
  constructor(g, 'FontFace', (args, target, native) => {
    const text = typeof args[1] === 'string' ? args[1] : '', clean = parkStyle(text, base());
    if (clean === text) return Reflect.construct(native, args, target);
    const face = Reflect.construct(native, [args[0], clean, args[2] || {}], target);
    const waiting = [];
    Object.defineProperty(face, 'load', { configurable: true, value: () => new g.Promise((...both) => { waiting.push(both); }) });
    hold({ kind: FONT, subject: NOWHERE_URL.exec(clean)[1], stage: 1, revive() {
      const real = Reflect.construct(native, args);
      if (g.document?.fonts.delete(face)) g.document.fonts.add(real);
      for (const [done, failed] of waiting) real.load().then(done, failed);
    } });
    return face;
  });

  // WebRTC reaches its ICE servers as soon as it gathers: those that must wait are left out.
  const allowedServers = config => config?.iceServers ? { ...config, iceServers: [...config.iceServers].filter(server => ![].concat(server.urls || server.url || []).some(url => isHeld(CONNECT, resolve(String(url).replace(/^(?:stun|turn)s?:(?:\/\/)?/i, 'https://').replace(/\?.*/, ''))))) } : config;
  constructor(g, 'RTCPeerConnection', (args, target, native) => Reflect.construct(native, [allowedServers(args[0]), ...args.slice(1)], target));
  method(g.RTCPeerConnection?.prototype, 'setConfiguration', native => ({ setConfiguration(config) { return native.call(this, allowedServers(config)); } }).setConfiguration);

  constructor(g, 'PaymentRequest', (args, target, native) => {
    const allowed = [...args[0] || []].filter(m => !heldOf(CONNECT, /^https?:/.test(m.supportedMethods) ? [m.supportedMethods] : []));
    return Reflect.construct(native, [allowed, ...args.slice(1)], target);
  });
  void accessor; void WORKER;
};
