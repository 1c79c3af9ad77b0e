// The gate's face to the runtime: start it, tell it that the visitor's state changed, ask it why.
import { arm, roots, watchFrames, listen } from './realm.js';
import { judgeBy, explain, isHeld, isHeldUrl, resolve, urlsIn, forget } from './judge.js';
import { ledgerTells, heldEntries, found } from './ledger.js';
import { framesBelongTo, children } from './frames.js';
import { workersBelongTo, settleWorker, workerContext } from './workers.js';
import { release } from './revive.js';
import { takeOver, withMap, nonceOf } from './page.js';
import { encode, parkMarkup } from './markup.js';
import { judgeSheets, readSheets } from './sheets.js';
import { adopt, recall } from './attributes.js';
import { placeholdersBy } from './placeholder.js';
import { policyLine } from './line.js';
import { KINDS, SCRIPT } from './sinks.js';

// Module imports are syntax that nothing can patch: in the page's own module files, hosts that must wait lead to where no module can be
// resolved. The document's own inline modules are judged by their text instead, so that they can come alive in place.
const importMap = (policy, markup) => {
  const hosts = new Set(policy.holdHosts.filter(host => !/[*/]/.test(host)).flatMap(host => [`https://${host}/`, `http://${host}/`]));
  for (const url of urlsIn(markup)) hosts.add(resolve('/', url));
  const held = [...hosts].filter(host => isHeldUrl(SCRIPT, host)), map = to => Object.fromEntries(held.map(host => [host, to || host]));
  // A scope that ends in a slash would be that of all the site's files.
  return held.length && { imports: map('data:,/'), scopes: document.baseURI.endsWith('/') ? {} : { [document.baseURI]: map() } };
};

/**
 * Starts the gate, once `judgeBy` knows who decides. options: notify(name, detail), policy (view "policy"), grade, script (our element), source (our address),
 * context() (for workers), reopened() (the document's listeners were lost), trouble(code).
 */
export const startGate = options => {
  const { notify, policy, grade, script, reopened, trouble } = options;
  const line = () => `<meta http-equiv="Content-Security-Policy" content="${encode(policyLine(policy()))}">`;
  ledgerTells(notify, policy);
  framesBelongTo({ arm: inner => arm(inner, /^(?:about|blob):/.test(inner.document.URL)), nonce: nonceOf(script), line });
  workersBelongTo({ ...options, base: () => document.baseURI });
  if (grade === 'smooth') judgeSheets();
  const takes = grade !== 'markup' && takeOver({
    script, trouble,
    async rewrite(markup, body) {
      const base = document.baseURI;
      await readSheets(markup, base);
      const { out } = parkMarkup(markup, { base, report: found, body, ...children(base) });
      return grade === 'smooth' ? withMap(out, importMap(policy(), markup), script) : out;
    },
    line: grade === 'strict' ? line() : '',
    opened() { listen(self); watchFrames(); reopened(); },
  });
  arm(self, takes);
  return takes;
};

/** The gate inside a worker. */
export const startWorkerGate = ({ decide, notify, policy, context, source, url, base, own }) => {
  judgeBy(decide);
  workersBelongTo({ source, context: () => context, base: () => base });
  ledgerTells(notify, policy);
  const start = self.importScripts;
  settleWorker(self, base, url);
  arm(self);
  if (own) start.call(self, own);
};
/** Takes back the embeds that may no longer be there, and revives what the core allows now; resolves when all of it has had its turn. */
export const releaseHeld = () => { roots().forEach(recall); return release(roots); };
/** Looks for what an owner's markup marks, in a page whose gate has nothing to hold. */
export const adoptPage = () => { if (adopt(document)) releaseHeld(); };
export { judgeBy, takeOver, explain, isHeld, forget, heldEntries, placeholdersBy, KINDS, workerContext };
