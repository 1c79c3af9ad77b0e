// The only page module that calls the wasm: strings in, strings and ints out. A core that traps is over; from then on everything that is not
// plainly the page's own is held.
import wasmBytes from 'assent:wasm';
import createModule from 'assent:glue';

const REFUSED = 'wasm-refused', TRAPPED = 'core-trapped';

const noCore = () => ({ error: { code: 'no-core', message: 'The core is not running.' } });
/** The core that is always there: it knows the page's own host and nothing else. Allow first-party (1), local (2); hold without policy (9). */
export const closedCore = () => ({
  closed: true,
  open: noCore, send: noCore,
  view: () => null,
  decide(kind, subject) {
    if (kind > 10) return kind === 17 || kind === 18 ? 1 | 9 << 2 : 1 << 2;
    const scheme = /^(https?|wss?):\/\/([^/?#]*)/.exec(subject);
    if (!scheme) return 2 << 2;
    return scheme[2] === location.host ? 1 << 2 : 1 | 9 << 2;
  },
});

/** Wraps an instantiated module. failed(code, message) is called once if it traps. */
export const wrapCore = (module, failed) => {
  let core = module;
  const closed = closedCore();
  const guarded = (call, otherwise) => {
    if (!core) return otherwise();
    try { return call(core); } catch (error) {
      core = null;
      failed(TRAPPED, String(error));
      return otherwise();
    }
  };
  return {
    get closed() { return !core; },
    open: (image, context) => guarded(c => JSON.parse(c.open(image, context)), closed.open),
    send: event => guarded(c => JSON.parse(c.send(event)), closed.send),
    view: name => guarded(c => JSON.parse(c.view(name)), closed.view),
    decide: (kind, subject) => guarded(c => c.decide(kind, subject), () => closed.decide(kind, subject)),
    version: () => guarded(c => c.version(), () => ''),
  };
};

/** Compiles and starts the core at once, in this turn of the parser. failed(code, message) tells why not; then the answer is null. */
export const startCore = failed => {
  try {
    return wrapCore(createModule(wasmBytes()), failed);
  } catch (error) {
    failed(REFUSED, String(error));
    return null;
  }
};
