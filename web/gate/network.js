// Calls that reach another host. A held promise waits, a held beacon is queued, a held socket is a stand-in that connects later.
import * as N from './platform.js';
import { apply, construct } from './native.js';
import { PROMISED, CONNECTIONS, CONNECT, FONT, WORKER } from './sinks.js';
import { isHeldUrl, resolve } from './judge.js';
import { hold, drop } from './ledger.js';
import { parkStyle, NOWHERE_URL } from './markup.js';
import { namedBy } from './workers.js';

const address = value => value?.url ?? value;

/** An object of the platform's kind that is nobody yet: `make` gives the real one when it may live. */
export const standIn = (g, prototype, early, types, entry, make) => {
  const target = Object.setPrototypeOf(new N.EventTarget(), prototype);
  let real;
  for (let proto = prototype, next; (next = Object.getPrototypeOf(proto)) && proto !== g.EventTarget.prototype; proto = next) {
    for (const [name, d] of Object.entries(Object.getOwnPropertyDescriptors(proto))) {
      if (name === 'constructor' || Object.hasOwn(target, name)) continue;
      const its = () => !name.startsWith('on') && real; // handlers stay here, where the events are told
      if (d.get) {
        Object.defineProperty(target, name, { configurable: true,
          get: () => its() ? real[name] : early[name] ?? null,
          set: value => { early[name] = value; if (its()) real[name] = value; } });
      } else if (typeof d.value === 'function') {
        Object.defineProperty(target, name, { configurable: true, value: (...args) => real ? real[name](...args) : early[name]?.apply(target, args) });
      }
    }
  }
  for (const type of types) N.listen(target, type, event => early['on' + type]?.call(target, event));
  hold({ ...entry, revive() {
    real = make();
    for (const name of Object.keys(early)) if (typeof early[name] !== 'function') try { real[name] = early[name]; } catch { /* read-only */ }
    for (const type of types) real.addEventListener(type, event => { target.dispatchEvent(new event.constructor(type, event)); });
  } });
  return target;
};

/** Installs the network's rows in a realm. */
export const installNetwork = ({ call, make }, g) => {
  const base = () => g.document?.baseURI; // a worker's addresses have been made absolute
  const heldOf = (kind, urls) => urls.map(url => resolve(address(url), base())).find(url => isHeldUrl(kind, url)) || '';

  for (const [owner, name, kind, urls] of PROMISED) call(owner, name, (self, args, native) => {
    let url = '';
    try { url = heldOf(kind, urls(args)) || kind === WORKER && namedBy(resolve(args[0], base())) || ''; } catch { /* arguments the platform itself refuses */ }
    if (!url) return apply(native, self, args);
    return new g.Promise((done, refused) => {
      const entry = hold({ kind, subject: url, revive: () => { done(apply(native, self, args)); } });
      const signal = args[1]?.signal || args[0]?.signal;
      signal?.addEventListener('abort', () => { drop(entry); refused(signal.reason); });
    });
  });
  const later = (self, args, native, subject) => hold({ kind: CONNECT, subject, revive: () => { apply(native, self, args); } });
  call('Navigator', 'sendBeacon', (self, args, native) => {
    const url = heldOf(CONNECT, args.slice(0, 1));
    return url ? !!later(self, args, native, url) : apply(native, self, args);
  });

  const requests = new WeakMap();
  call('XMLHttpRequest', 'open', (self, args, native) => { requests.set(self, { url: args[1], async: args.length < 3 || args[2] }); return apply(native, self, args); });
  call('XMLHttpRequest', 'send', (self, args, native) => {
    const request = requests.get(self), url = request ? heldOf(CONNECT, [request.url]) : '';
    if (!url) return apply(native, self, args);
    if (!request.async) throw new g.DOMException(`Failed to load ${url}`, 'NetworkError');
    request.entry = later(self, args, native, url);
    return undefined;
  });
  call('XMLHttpRequest', 'abort', (self, args, native) => { drop(requests.get(self)?.entry); return apply(native, self, args); });

  make(CONNECTIONS, (args, native, target) => {
    const url = heldOf(CONNECT, [resolve(args[0], base()) || args[0]]);
    if (!url) return construct(native, args, target);
    // `!url` is false, and stays a boolean (web/build/bundle.js, PLAIN).
    return standIn(g, native.prototype, { url: url.replace(/^http/, native.name === 'EventSource' ? 'http' : 'ws'), readyState: 0, bufferedAmount: 0, binaryType: 'blob', protocol: '', extensions: '', withCredentials: !url, send() { throw new g.DOMException('Connecting', 'InvalidStateError'); } },
      ['open', 'message', 'error', 'close'], { kind: CONNECT, subject: url }, () => construct(native, args));
  });

  // Media and fonts made by constructor.
  make('Audio', (args, native, target) => {
    const audio = construct(native, [], target);
    if (args[0] !== undefined) audio.src = args[0];
    return audio;
  });
  make('FontFace', (args, native, target) => {
    const text = typeof args[1] === 'string' ? args[1] : '', safe = parkStyle(text, base());
    if (safe === text) return construct(native, args, target);
    const face = construct(native, [args[0], safe, args[2] || {}], target);
    hold({ kind: FONT, subject: NOWHERE_URL.exec(safe)[1], revive() {
      const real = construct(native, args);
      if (g.document?.fonts.delete(face)) g.document.fonts.add(real);
    } });
    return face;
  });

  // WebRTC reaches its ICE servers as soon as it gathers, payment handlers are asked for their manifests: those that must wait are left out.
  const asHttps = url => String(url).replace(/^(?:stun|turn)s?:(?:\/\/)?/i, 'https://').replace(/\?.*/, '');
  const ice = config => config?.iceServers ? { ...config, iceServers: [...config.iceServers].filter(server => !heldOf(CONNECT, [].concat(server.urls || server.url || []).map(asHttps))) } : config;
  make('RTCPeerConnection webkitRTCPeerConnection', (args, native, target) => construct(native, [ice(args[0]), ...args.slice(1)], target));
  call('RTCPeerConnection', 'setConfiguration', (self, args, native) => apply(native, self, [ice(args[0])]));
  make('PaymentRequest', (args, native, target) => construct(native, [[...args[0] || []].filter(method => !heldOf(CONNECT, [method.supportedMethods].filter(one => /^https?:/.test(one)))), ...args.slice(1)], target));
};
