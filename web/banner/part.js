// The banner's part of a site's script: the user interface over the runtime's host, and placeholders for what the gate holds.
import { createUI } from './ui.js';
import { heldFacts } from './held.js';

/** host: as createUI and heldFacts ask. The answer is createUI's, and hold(element, kind, url, service, category) -> the placeholder for a held element. */
export const makeUI = host => {
  const ui = createUI(host);
  return Object.assign(ui, { hold: (...held) => ui.placeholder(heldFacts(host, ...held)) });
};
