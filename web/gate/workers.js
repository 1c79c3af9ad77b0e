// Workers get the gate ahead of their own code. A worker whose text names nobody who must wait, and loads nothing else, starts untouched; any
// other starts from a small script that brings the gate (this same file) and then the worker's own. Service workers outlive the page and can't
// be entered: their registration waits while their text names a held host.
import { constructor, method, N } from './native.js';
import { SCRIPT, CONNECT, WORKER } from './sinks.js';
import { isHeldUrl, resolve, urlsIn } from './judge.js';
import { hold } from './ledger.js';

/** Under this symbol the starting script leaves the context for the gate inside a worker. */
export const CONTEXT = Symbol.for('assent.worker');
let home = { source: '', context: () => '' };
/** home: {source: absolute URL of this script, context(): the core's context text}. */
export const workersBelongTo = owner => { home = owner; };

const read = url => {
  try {
    const request = new N.XHR();
    request.open('GET', url, false);
    request.send();
    return request.status === 200 || request.status === 0 ? request.responseText : '';
  } catch { return ''; }
};
const names = text => urlsIn(text).find(url => isHeldUrl(CONNECT, url));
const suspicious = text => names(text) || /\bimportScripts\b|\bimport\b|["'`]\/\/[\w-]+\./.test(text);

/** The address of a script that starts the gate and then the worker at `url`, or undefined where the worker may start as it is. */
const started = (url, options) => {
  if (!home.source || !/^(?:https?|blob|data):/.test(url)) return undefined;
  const text = url.startsWith('data:') ? decodeURIComponent(url) : read(url);
  if (!suspicious(text)) return undefined;
  const state = `self[Symbol.for("assent.worker")]=${JSON.stringify({ context: home.context(), base: /^https?:/.test(url) ? url : document.baseURI })};`;
  const blob = (...parts) => N.createObjectURL(new N.Blob(parts, { type: 'text/javascript' }));
  const own = JSON.stringify(url.startsWith('blob:') ? blob(text) : url);
  return options?.type === 'module'
    ? blob(`import ${JSON.stringify(blob(state))};import ${JSON.stringify(home.source)};import ${own};`)
    : blob(`${state}importScripts(${JSON.stringify(home.source)});importScripts(${own});`);
};

/** Installs the workers' rows in a realm. */
export const installWorkers = g => {
  const made = new Map();
  for (const name of ['Worker', 'SharedWorker']) {
    constructor(g, name, (args, target, native) => {
      const url = resolve(args[0], g.document ? g.document.baseURI : g.location.href);
      const options = typeof args[1] === 'object' ? args[1] : undefined;
      let address = name === 'SharedWorker' && made.get(url) || (url && g.document ? started(url, options) : undefined);
      if (address) { made.set(url, address); return Reflect.construct(native, [address, ...args.slice(1)], target); }
      return Reflect.construct(native, args, target);
    });
  }
  method(g.ServiceWorkerContainer?.prototype, 'register', native => ({
    async register(...args) {
      const url = resolve(args[0], g.document.baseURI);
      const text = await g.fetch(url).then(answer => answer.text(), () => '');
      const held = names(text);
      if (!held) return native.apply(this, args);
      return new g.Promise(done => hold({ kind: WORKER, subject: held, stage: 1, revive: () => { done(native.apply(this, args)); } }));
    },
  }).register);
  method(g, 'importScripts', native => ({
    importScripts(...urls) {
      for (const url of urls) {
        const absolute = resolve(url, g.location.href) || url;
        if (isHeldUrl(SCRIPT, absolute)) hold({ kind: SCRIPT, subject: absolute, stage: 1, revive: () => native.call(g, absolute) });
        else native.call(g, absolute);
      }
    },
  }).importScripts);
};

/** Inside a worker: its own address and the base of its relative URLs are the page's idea of them, not the starting script's. */
export const settleWorker = (g, base) => {
  const address = new N.URL(base);
  const location = Object.create(g.WorkerLocation.prototype);
  for (const name of ['href', 'origin', 'protocol', 'host', 'hostname', 'port', 'pathname', 'search', 'hash']) Object.defineProperty(location, name, { value: address[name], enumerable: true });
  Object.defineProperty(location, 'toString', { value: () => address.href });
  Object.defineProperty(g, 'location', { value: location, configurable: true });
  const absolute = url => typeof url === 'string' ? resolve(url, base) || url : url;
  method(g, 'fetch', native => ({ fetch(url, ...rest) { return native.call(g, absolute(url), ...rest); } }).fetch);
  method(g.XMLHttpRequest?.prototype, 'open', native => ({ open(verb, url, ...rest) { return native.call(this, verb, absolute(url), ...rest); } }).open);
  for (const name of ['Request', 'WebSocket', 'EventSource', 'Worker']) constructor(g, name, (args, target, native) => Reflect.construct(native, [absolute(args[0]), ...args.slice(1)], target));
};
