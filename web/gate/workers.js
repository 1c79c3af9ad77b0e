// Workers get the gate ahead of their own code. A worker whose text names nobody who must wait, and loads nothing else, starts untouched; any
// other starts from a small script that brings the gate (this same file) and then the worker's own. Service workers outlive the page and can't
// be entered: their registration waits while their text names a held host.
import { N, hooks, apply, construct } from './native.js';
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
export const installWorkers = ({ call, make }, g) => {
  const shared = new Map();
  make('Worker SharedWorker', (args, native, target) => {
    const url = g.document ? resolve(args[0], g.document.baseURI) : '', sharing = native !== g.Worker && native.name === 'SharedWorker';
    const address = sharing && shared.get(url) || url && started(url, args[1]);
    if (!address) return construct(native, args, target);
    if (sharing) shared.set(url, address);
    return construct(native, [address, ...args.slice(1)], target);
  });
  call('ServiceWorkerContainer', 'register', async (self, args, native) => {
    const held = names(await g.fetch(resolve(args[0], g.document.baseURI)).then(answer => answer.text(), () => ''));
    if (!held) return apply(native, self, args);
    return new g.Promise(done => hold({ kind: WORKER, subject: held, stage: 1, revive: () => { done(apply(native, self, args)); } }));
  });
  call('', 'importScripts', (self, args, native) => {
    for (const url of args) {
      const absolute = resolve(url, g.location.href) || url, load = () => apply(native, g, [absolute]);
      if (isHeldUrl(SCRIPT, absolute)) hold({ kind: SCRIPT, subject: absolute, stage: 1, revive: load }); else load();
    }
  });
};

/** Inside a worker: its own address and the base of its relative URLs are the page's idea of them, not the starting script's. */
export const settleWorker = (g, base) => {
  const { call, make } = hooks(g), address = new N.URL(base), location = Object.create(g.WorkerLocation.prototype);
  for (const name of ['href', 'origin', 'protocol', 'host', 'hostname', 'port', 'pathname', 'search', 'hash']) Object.defineProperty(location, name, { value: address[name], enumerable: true });
  Object.defineProperty(location, 'toString', { value: () => address.href });
  Object.defineProperty(g, 'location', { value: location, configurable: true });
  const absolute = (args, at) => { if (typeof args[at] === 'string') args[at] = resolve(args[at], base) || args[at]; return args; };
  call('', 'fetch', (self, args, native) => apply(native, self, absolute(args, 0)));
  call('XMLHttpRequest', 'open', (self, args, native) => apply(native, self, absolute(args, 1)));
  make('Request WebSocket EventSource Worker', (args, native, target) => construct(native, absolute(args, 0), target));
};
