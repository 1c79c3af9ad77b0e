// Coming alive: writes first, then elements and calls, then scripts in document order, each once, with its events, in steps that
// leave the event loop free. A script that fails or hangs does not stop the others.
import * as N from './platform.js';
import { apply, trusted } from './native.js';
import { HELD, PARKED, HELD_TYPE, runs } from './markup.js';
import { COOKIE, CACHE } from './sinks.js';
import { takeAllowed, report, later } from './ledger.js';
import { adopt } from './attributes.js';

/** A script that has neither loaded nor failed after this long no longer makes the others wait. */
const PATIENCE = 4000, SLICE = 12;
const breathe = () => self.scheduler?.yield?.() || later(0);

let reviving = 0, current = null;

/** The attribute under which a script's own address is parked; undefined for an inline script. */
export const sourceOf = element => ['src', 'href', 'xlink:href'].find(name => N.hasAttribute(element, PARKED + name));

const atEnd = (element, type) => type === 'module' || N.hasAttribute(element, 'defer');

/** Sets an attribute that was parked. */
export const putBack = (element, name, value) => { if (name[0] === 'x') N.setAttributeNS(element, 'http://www.w3.org/1999/xlink', name, value); else N.setAttribute(element, name, value); };

/** Runs a parked script where it stands; resolves when it has run, failed, or been waited for long enough. */
export const reviveScript = element => {
  const from = sourceOf(element), source = N.getAttribute(element, PARKED + from), type = N.getAttribute(element, PARKED + 'type') || '';
  const fromMarkup = N.getAttribute(element, 'type') === HELD_TYPE;
  for (const name of [HELD, PARKED + from, PARKED + 'type']) N.removeAttribute(element, name);
  if (fromMarkup) {
    if (type) N.setAttribute(element, 'type', type); else N.removeAttribute(element, 'type');
    // Those at the end keep the platform's own order; the others would all stand behind one that hangs, so theirs is kept here.
    if (atEnd(element, type) && !N.hasAttribute(element, 'async')) element.async = false;
  }
  if (source === null) {
    // Inserting text into a connected script that has not run yet prepares it again (HTML 4.12.1.1, children changed steps).
    const text = N.text(element), module = type === 'module';
    const done = module ? settled(element) : undefined;
    current = element;
    try { if ('text' in element) element.text = trusted.script(text); else N.setText(element, text); } catch { /* the page's own error reaches its own handlers */ }
    if (!module) current = null;
    return done;
  }
  const done = element.isConnected && runs(type) ? settled(element) : undefined;
  putBack(element, from, trusted.url(source));
  return done;
};
const settled = element => new Promise(done => {
  for (const type of ['load', 'error']) N.listen(element, type, done);
  N.setTimeout(done, PATIENCE);
});

const isWrite = ({ kind }) => kind >= COOKIE && kind <= CACHE;
const isScript = entry => entry.element?.localName === 'script';
const inOrder = (a, b) => N.compare(a.element, b.element) & 4 ? -1 : 1;
/** 0: does not wait; 1: waits for those before it; 2: at the end, as defer and module do. */
const turn = ({ element }) => {
  const now = N.getAttribute(element, 'type');
  if (now !== HELD_TYPE && now !== 'text/plain' || N.hasAttribute(element, 'async')) return 0;
  const type = N.getAttribute(element, 'data-type') ?? N.getAttribute(element, PARKED + 'type');
  const external = sourceOf(element) || ['src', 'data-src'].some(name => N.hasAttribute(element, name));
  return type === 'module' || external && atEnd(element) ? 2 : 1;
};

let line = Promise.resolve();
/** Revives all that the core allows now, in a task of its own: whoever has clicked sees the answer first. Calls queue behind each other; resolves when this one is through. */
export const release = roots => (line = line.then(later).then(async () => {
  for (const root of roots()) adopt(root);
  const allowed = takeAllowed();
  if (!allowed.length) return;
  reviving += 1;
  let since = Date.now();
  const one = async (entry, waits) => {
    if (Date.now() - since > SLICE) { await breathe(); since = Date.now(); }
    report('release', entry);
    try { const done = entry.revive(); if (waits === 1) await done; else atLast.push(done); } catch (error) { N.setTimeout(() => { throw error; }); }
  };
  const atLast = [], scripts = allowed.filter(isScript).sort(inOrder).map(entry => [entry, turn(entry)]);
  for (const entry of allowed.filter(entry => !isScript(entry)).sort((a, b) => isWrite(b) - isWrite(a))) await one(entry);
  for (const wanted of [0, 1, 2]) for (const [entry, its] of scripts) if (its === wanted) await one(entry, wanted);
  Promise.all(atLast).then(() => later(0)).then(() => { reviving -= 1; });
}));

/**
 * What a script may expect of a page that is still loading: DOMContentLoaded and load listeners that come late are called, and
 * document.write puts its markup behind the script instead of wiping the page.
 */
export const installLate = ({ call, set }, g) => {
  const doc = g.document;
  const late = (target, type) => (target === doc || target === g)
    && (type === 'DOMContentLoaded' ? doc.readyState !== 'loading' : doc.readyState === 'complete' && type === (target === g ? 'load' : 'readystatechange'));
  const remind = (target, type, listener) => N.setTimeout(() => {
    const event = new g.Event(type);
    for (const name of ['target', 'currentTarget', 'srcElement']) Object.defineProperty(event, name, { value: target });
    if (typeof listener === 'function') listener.call(target, event); else listener?.handleEvent?.(event);
  });
  call('EventTarget', 'addEventListener', (self, args, native) => {
    if (reviving && args[1] && late(self, args[0])) remind(self, args[0], args[1]);
    return apply(native, self, args);
  });
  set('', 'onload', (self, value, native) => { apply(native, self, [value]); if (reviving && value && late(g, 'load')) remind(g, 'load', value); });
};
/** While revived code runs: the script behind which document.write must put its markup, or null. */
export const writesBehind = doc => reviving && doc.readyState !== 'loading' ? current || doc.currentScript || doc.body?.lastChild : null;
