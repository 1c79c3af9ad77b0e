// Workers get the gate ahead of their own code. A worker whose text names nobody who must wait, and loads nothing else, starts untouched; any
// other starts from a small script that brings the gate (this same file) and then the worker's own. Service workers outlive the page and can't
// be entered: their registration waits while their text names a held host.
import * as N from './platform.js';
import { hooks, apply, construct } from './native.js';
import { SCRIPT, CONNECT } from './sinks.js';
import { isHeldUrl, resolve, read, urlsIn } from './judge.js';
import { hold, FREE } from './ledger.js';
import { standIn } from './network.js';

/** What the starting script left for the gate inside a worker: [context, source, url, base, own]; undefined in a worker that is none of ours. */
export const workerContext = () => { try { return self.__assentWorker || JSON.parse(decodeURIComponent(location.hash.slice(1))); } catch { return undefined; } };
let home = {};
/** home: {file: absolute URL of this script, context(): the core's context text, base(): the base of relative URLs}. */
export const workersBelongTo = owner => { home = owner; };

const names = text => urlsIn(text).find(url => isHeldUrl(CONNECT, url));
const ACTS = /indexedDB|fetch|caches|eval|XMLHttp|Socket|Worker|Function|cookieStore|import|EventSource|WebTransport|FontFace/;

/** The address of a script that starts the gate and then the worker at `url`, or undefined where the worker may start as it is. */
const started = (url, text, module) => {
  if (!home.file || !ACTS.test(text)) return undefined;
  const blob = code => N.createObjectURL(new N.Blob([code], { type: 'text/javascript' })), isFile = url.startsWith('http'), own = isFile ? url : blob(text);
  const state = own => JSON.stringify([home.context(), home.file, url, isFile ? url : home.base(), own]);
  // The gate's own file is the worker's script where it may be: it needs no blob, and one address is one shared worker.
  if (!module && new N.URL(home.file).origin === location.origin) return `${home.file}#${encodeURIComponent(state(own))}`;
  const gate = JSON.stringify(home.file);
  return module
    ? blob(`import ${JSON.stringify(blob(`self.__assentWorker=${state()}`))};import ${gate};import ${JSON.stringify(own)};`)
    : blob(`self.__assentWorker=${state()};importScripts(${gate});importScripts(${JSON.stringify(own)});`);
};

/** A held host that a script's text, or one that it imports, names. */
export const namedBy = (url, seen = new Set()) => {
  if (seen.has(url) || seen.size > 20) return undefined;
  seen.add(url);
  const [text] = read(url);
  for (const [, , part] of text.matchAll(/(?:importScripts\(|\bfrom|\bimport)\s*(["'`])([^"'`]+)\1/g)) { const found = namedBy(resolve(part, url), seen); if (found) return found; }
  return names(text);
};

/** Installs the workers' rows in a realm. */
export const installWorkers = ({ call, make }, g) => {
  make('Worker SharedWorker', (args, native, target) => {
    const url = resolve(args[0], g.document?.baseURI ?? home.base()), [text] = read(url || FREE), module = args[1]?.type === 'module', letters = [];
    // Imports are fetched ahead of anything that could stand before them, or by syntax that nothing can: such a worker waits as a whole.
    const subject = (module || /\bimport\s*\(/.test(text)) && namedBy(url);
    // A shared one's port leads nowhere until then.
    if (subject) return standIn(g, native.prototype, { port: new MessageChannel().port1, postMessage: (...letter) => { letters.push(letter); } }, ['message', 'messageerror', 'error'], { kind: SCRIPT, subject }, () => { const worker = construct(native, args); for (const letter of letters) worker.postMessage(...letter); return worker; });
    const address = started(url, text, module);
    return construct(native, address ? [address, ...args.slice(1)] : args, target);
  });
  call('', 'importScripts', (self, args, native) => {
    for (const url of args) {
      const absolute = resolve(url, home.base()) || url, load = () => apply(native, g, [absolute]);
      if (isHeldUrl(SCRIPT, absolute)) hold({ kind: SCRIPT, subject: absolute, revive: load }); else load();
    }
  });
};

/** Inside a worker: its own address and the base of its relative URLs are the page's idea of them, not the starting script's. */
export const settleWorker = (g, base, url) => {
  const { call, make } = hooks(g);
  Object.defineProperty(g, 'location', { value: new N.URL(url), configurable: true });
  const absolute = (args, at) => { if (typeof args[at] === 'string') args[at] = resolve(args[at], base) || args[at]; return args; };
  call('', 'fetch', (self, args, native) => apply(native, self, absolute(args, 0)));
  call('XMLHttpRequest', 'open', (self, args, native) => apply(native, self, absolute(args, 1)));
  make('Request WebSocket EventSource Worker', (args, native, target) => construct(native, absolute(args, 0), target));
};
