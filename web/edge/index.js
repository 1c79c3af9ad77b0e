// Assent at the edge: a worker between visitor and server, where a module must come compiled and there are no files. It reads the
// visitor's choice from the request and decides as the page will.
import { startCore } from './core.js';
import { openVisit } from './visit.js';

/**
 * runtime: `assent/dist/runtime.wasm` as the host compiled it (a WebAssembly.Module). Answers createConsent(image, options?): `image` is
 * what `assent compile` wrote, options and answer are those of openVisit.
 */
export const consentWith = runtime => (image, options) => openVisit(startCore(runtime), image, options);
