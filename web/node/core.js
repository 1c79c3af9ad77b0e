// The only module of this host that calls the wasm (docs/waist.md): strings in, JSON values and ints out. A trap is thrown as it comes
// and ends the instance.
import { readFileSync } from 'node:fs';
import load from '../../wasm/loader.js';

let compiled;
/** A new instance of the runtime's core. */
export const startCore = () => {
  compiled ??= readFileSync(new URL('../runtime.wasm', import.meta.url));
  const core = load(compiled);
  return {
    version: core.version,
    open: (image, context) => JSON.parse(core.open(image, context)),
    send: event => JSON.parse(core.send(event)),
    decide: core.decide,
    view: name => JSON.parse(core.view(name)),
  };
};
