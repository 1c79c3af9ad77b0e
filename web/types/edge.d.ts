// Assent in a worker between visitor and server.
import type { Consent, ConsentOptions } from './assent.js';

/** runtime: `assent/dist/runtime.wasm`, compiled by the host. The answer opens an image, as `assent compile` writes it, for one visitor. */
export function consentWith(runtime: WebAssembly.Module): (image: Uint8Array, options?: ConsentOptions) => Consent;
