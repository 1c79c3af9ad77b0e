// The only page module that calls the wasm: strings in, strings and ints out. A core that traps is over; from then on everything that is not
// plainly the page's own is held.
import wasmBytes from 'assent:wasm';
import createModule from 'assent:glue';

const REFUSED = 'wasm-refused', TRAPPED = 'core-trapped';

const noCore = () => ({ error: { code: 'no-core', message: 'No core' } });
/** The core that is always there: it knows the page's own host and nothing else. Allow first-party (1), local (2); hold without policy (9). */
export const closedCore = () => ({
  open: noCore, send: noCore,
  view: () => null,
  version: () => '',
  decide(kind, subject) {
    if (kind > 10) return kind >= 17 ? 1 | 9 << 2 : 1 << 2;
    const scheme = /^(https?|wss?):\/\/([^/?#]*)/.exec(subject);
    if (!scheme) return 2 << 2;
    return scheme[2] === location.host ? 1 << 2 : 1 | 9 << 2;
  },
});

/** Wraps an instantiated module. failed(code, message) is called once if it traps. */
export const wrapCore = (module, failed) => {
  const closed = closedCore();
  const guarded = (name, read = answer => answer) => (...given) => {
    try { if (module) return read(module[name](...given)); } catch (error) {
      module = null;
      failed(TRAPPED, String(error));
    }
    return closed[name](...given);
  };
  return { open: guarded('open', JSON.parse), send: guarded('send', JSON.parse), view: guarded('view', JSON.parse), decide: guarded('decide'), version: guarded('version') };
};

/** Compiles and starts the core at once, in this turn of the parser. failed(code, message) tells why not; then there is no answer. */
export const startCore = failed => {
  try { return wrapCore(createModule(wasmBytes()), failed); } catch (error) { failed(REFUSED, String(error)); }
};
