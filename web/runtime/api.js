// What the page may say and ask: window.assent (web/types/assent.d.ts).
const EVENTS = ['ready', 'change', 'hold', 'release', 'failure'];

/** Tells the page: `assent:NAME` on the document, and whoever listens by `assent.on`. Past `ready` and `failure` are told to late listeners. */
export const makeEvents = () => {
  const listeners = new Map(EVENTS.map(name => [name, new Set()])), told = new Map();
  return {
    tell(name, detail) {
      if (name === 'ready' || name === 'failure') told.set(name, detail);
      document.dispatchEvent(new CustomEvent(`assent:${name}`, { detail }));
      for (const listener of listeners.get(name)) try { listener(detail); } catch (error) { setTimeout(() => { throw error; }); }
    },
    on(name, listener) {
      if (!listeners.has(name)) throw new TypeError(`assent.on: no event "${name}"; there are ${EVENTS.join(', ')}`);
      if (typeof listener !== 'function') throw new TypeError('assent.on: the listener must be a function');
      listeners.get(name).add(listener);
      if (told.has(name)) queueMicrotask(() => listener(told.get(name)));
      return () => listeners.get(name).delete(listener);
    },
  };
};

/** Defines window.assent over the runtime's parts. */
export const defineApi = ({ state, act, show, explain, on, version }) => {
  const api = Object.freeze({
    get version() { return version(); },
    state,
    acceptAll: () => act('accept-all'),
    rejectAll: () => act('reject-all'),
    withdraw: () => act('withdraw'),
    save: choices => act('save', choices),
    show: (view = 'preferences') => show(view),
    explain,
    on,
  });
  Object.defineProperty(self, 'assent', { value: api, configurable: true, enumerable: true });
};
