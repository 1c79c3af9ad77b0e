// One visitor's consent without a page, over what a host hands in: a core, a clock, a random source, a cookie line. Nothing here
// is Node's or a browser's alone.
import { KINDS, COOKIE } from '../gate/sinks.js';
import { choiceLines, lines, unpack } from '../runtime/protocol.js';
import { makeJar } from './jar.js';

const EVENTS = ['change', 'failure'];

const chance = () => Array.from(crypto.getRandomValues(new Uint8Array(8)), byte => byte.toString(16).padStart(2, '0')).join('');

const numberOf = kind => {
  const number = typeof kind === 'number' ? kind : KINDS.indexOf(kind);
  if (!KINDS[number]) throw new RangeError(`no kind "${kind}"; there are ${KINDS.join(', ')}`);
  return number;
};

/** Every domain and path on which a page at `url` could have set a cookie (web/runtime/erase.js does the same in a page). */
const places = url => {
  const { hostname, pathname } = new URL(url), labels = hostname.split('.'), parts = pathname.split('/');
  const domains = ['', ...labels.map((_, i) => labels.slice(i).join('.')).filter(domain => domain.includes('.'))];
  const paths = new Set(['/', ...parts.slice(1, -1).flatMap((_, i) => { const path = parts.slice(0, i + 2).join('/'); return [path, `${path}/`]; })]);
  return domains.flatMap(domain => [...paths].map(path => `; Path=${path}${domain && `; Domain=${domain}`}`));
};

/**
 * Opens a policy image for one visitor with a core of his own; throws when the image is damaged (`error.code`).
 * options: `url` of the page · `cookie`: the request's Cookie line · `lang` of the page · `langs`: the browser's, comma list · `region`: ISO 3166
 * or '' (unknown) · `gpc`: boolean · `now()`: seconds since 1970 · `nonce()`: 16 hex digits.
 */
export const openVisit = (core, image, {
  url = 'https://localhost/', cookie = '', lang = '', langs = '', region = '', gpc = false,
  now = () => Math.floor(Date.now() / 1000), nonce = chance,
} = {}) => {
  const jar = makeJar(cookie, now), setCookie = [];
  const listeners = new Map(EVENTS.map(name => [name, new Set()]));
  const tell = (name, detail) => { for (const listener of listeners.get(name)) listener(detail); };
  let state, effects = [];

  const write = text => { jar.write(text); setCookie.push(text); };
  const sweep = () => {
    for (const name of jar.names()) {
      if ((core.decide(COOKIE, name) & 3) !== 0) for (const place of places(url)) write(`${name}=${place}; Max-Age=0`);
    }
  };
  // What concerns only a page (hide, show, release, status, reload) is left to the reader of `effects`.
  const carryOut = effect => {
    switch (effect.do) {
      case 'write-cookie': return write(effect.cookie);
      case 'sweep': return sweep();
      case 'publish': return tell(effect.event, state);
      default: return undefined;
    }
  };
  const take = outcome => {
    if (outcome.error) { tell('failure', outcome.error); return state; }
    ({ state, effects } = outcome);
    effects.forEach(carryOut);
    return structuredClone(state);
  };
  const stamp = () => ({ now: now(), nonce: nonce() });
  const send = (name, values = {}) => take(core.send(`${name}\n${lines({ ...values, ...stamp() })}`));

  const opened = core.open(image, lines({ ...stamp(), cookie: jar.line(), url, lang, langs, region, gpc: gpc ? 1 : 0 }));
  if (opened.error) throw Object.assign(new Error(opened.error.message), { code: opened.error.code });
  take(opened);
  const facts = core.view('policy');

  const packed = (kind, subject) => {
    const number = numberOf(kind);
    return core.decide(number, number <= 10 && URL.canParse(subject, url) ? new URL(subject, url).href : String(subject));
  };
  return {
    version: core.version,
    /** The state (docs/waist.md, outcome). */
    state: () => structuredClone(state),
    acceptAll: () => send('accept-all'),
    rejectAll: () => send('reject-all'),
    /** choices: {category or service id: boolean}, or {categories, services}. Throws a RangeError for an unknown id. */
    save: choices => send('save', choiceLines(choices, state)),
    withdraw: () => send('withdraw'),
    show: (view = 'preferences') => send('show', { view }),
    close: () => send('close'),
    language: tag => send('language', { lang: tag }),
    /** Another tab may have chosen: takes the Cookie line as it is now. */
    sync: line => send('sync', { cookie: line }),
    /** "allow", "hold" or "drop". kind: its name or number; an address may be relative to the page. */
    decide: (kind, subject) => unpack(packed(kind, subject)).verdict,
    /** {kind, subject, verdict, reason, category, service}. */
    explain: (subject, kind = 'script') => ({ kind: KINDS[numberOf(kind)], subject, ...unpack(packed(kind, subject), facts) }),
    /** "banner", "preferences", "placeholder", "status" or "policy". */
    view: name => core.view(name),
    /** The last outcome's effects, in order. */
    effects: () => structuredClone(effects),
    /** The Cookie line as the next request would carry it. */
    get cookie() { return jar.line(); },
    /** Every Set-Cookie value since the start, in order. */
    get setCookie() { return [...setCookie]; },
    /** name: "change" (the state) or "failure" ({code, message}). Answers a function that ends the listening. */
    on: (name, listener) => {
      if (!listeners.has(name)) throw new TypeError(`no event "${name}"; there are ${EVENTS.join(', ')}`);
      listeners.get(name).add(listener);
      return () => listeners.get(name).delete(listener);
    },
  };
};
