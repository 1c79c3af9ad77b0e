// What the page may say and ask: window.assent (web/types/assent.d.ts).
/** The events, and how many past ones of each a late listener still hears: the page's own markup is held before any script of it can listen. */
const MEMORY = { ready: 1, change: 0, hold: 500, release: 500, failure: 20 }, EVENTS = Object.keys(MEMORY);

/** Tells the page: `assent:NAME` on the document, and whoever listens by `assent.on`, late listeners too. */
export const makeEvents = () => {
  const known = new Map(EVENTS.map(name => [name, { listeners: new Set(), past: [] }]));
  return {
    tell(name, detail) {
      const { listeners, past } = known.get(name);
      past.push(detail);
      if (past.length > MEMORY[name]) past.shift();
      document.dispatchEvent(new CustomEvent(`assent:${name}`, { detail }));
      for (const listener of listeners) try { listener(detail); } catch (error) { setTimeout(() => { throw error; }); }
    },
    on(name, listener) {
      const event = known.get(name);
      if (!event) throw new TypeError(`assent.on: no event "${name}"; there are ${EVENTS}`);
      if (typeof listener !== 'function') throw new TypeError('assent.on: no function');
      event.listeners.add(listener);
      for (const detail of event.past) queueMicrotask(() => listener(detail));
      return () => event.listeners.delete(listener);
    },
  };
};

/** Defines window.assent over the runtime's parts. */
export const defineApi = ({ state, act, show, explain, on, version }) => {
  const api = Object.freeze({
    get version() { return version(); },
    state: () => structuredClone(state()),
    acceptAll: () => act('accept-all'),
    rejectAll: () => act('reject-all'),
    withdraw: () => act('withdraw'),
    save: choices => act('save', choices),
    show,
    explain,
    on,
  });
  Object.defineProperty(self, 'assent', { value: api, configurable: true, enumerable: true });
};
