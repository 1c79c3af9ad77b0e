// The only module of these hosts that calls the wasm (docs/waist.md): strings in, JSON values and ints out. A trap is thrown as it comes
// and ends the instance.
import { link } from '../../wasm/loader.js';

/** A new instance of the runtime's core. module: runtime.wasm, compiled. */
export const startCore = module => {
  const core = link(imports => new WebAssembly.Instance(module, imports).exports);
  return {
    version: core.version,
    open: (image, context) => JSON.parse(core.open(image, context)),
    send: event => JSON.parse(core.send(event)),
    decide: core.decide,
    view: name => JSON.parse(core.view(name)),
  };
};
