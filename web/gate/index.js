// The gate's face to the runtime: start it, tell it that the visitor's state changed, ask it why.
import { adopt, recall } from './attributes.js';
import { arm, roots, watchFrames, listen } from './realm.js';
import { judgeBy, explain, isHeld, isHeldUrl, resolve, urlsIn, importsIn, forget } from './judge.js';
import { ledgerTells, heldEntries, found } from './ledger.js';
import { wallsOf, parkMarkup } from './markup.js';
import { framesBelongTo, children } from './frames.js';
import { workersBelongTo, settleWorker, workerContext } from './workers.js';
import { release } from './revive.js';
import { takeOver, withMap, nonceOf } from './page.js';
import { judgeSheets, readSheets } from './sheets.js';
import { placeholdersBy } from './placeholder.js';
import { policyLine } from './line.js';
import { KINDS, SCRIPT } from './sinks.js';

const NO_MODULE = 'data:,/';
// Module imports are syntax that nothing can patch: in the site's own files and in handlers, hosts that must wait lead to where no module can be resolved. "https://" is no
// address, and stands in a map for all that begins so (HTML, resolve an imports match): those that nobody named. The document's own inline scripts are judged by their text instead,
// so that they can come alive in place.
const importMap = ({ ownHosts, necessaryHosts, holdHosts, categories }, markup) => {
  const free = [...ownHosts, ...necessaryHosts, location.host];
  // names: hosts and addresses. may: none of them waits.
  const map = (names, may) => Object.fromEntries(names.flatMap(name => name.includes('//') ? name : ['https://' + name, 'http://' + name])
    .map(url => [url = resolve('/', url), may || !isHeldUrl(SCRIPT, url) ? url : NO_MODULE]).filter(([host]) => host));
  const imports = { ...map([...holdHosts, ...urlsIn(markup)]), ...map(free, true) }, scope = map(importsIn(String(markup.match(/<script[^]*?<\/script/gi)), document.baseURI), true);
  // Of a pattern's hosts, and of any host while the policy is awaited, nobody knows whether they may be asked.
  if (categories[0] && isHeld(SCRIPT, 'https://unclassified.invalid/') && !/\*/.test(free)) imports['https://'] = imports['http://'] = NO_MODULE;
  // A scope that ends in a slash would be that of all the site's files.
  return { imports, scopes: document.baseURI.endsWith('/') ? {} : { [document.baseURI]: scope } };
};

/**
 * Starts the gate, once `judgeBy` knows who decides. options: notify(name, detail), policy (view "policy"), grade, script (our element), file (our address),
 * context() (for workers), reopened() (the document's listeners were lost), trouble(code).
 */
export const startGate = options => {
  const { notify, policy, grade, script, reopened, trouble } = options;
  const walls = () => wallsOf(policyLine(policy()));
  ledgerTells(notify, policy);
  framesBelongTo({ arm: inner => arm(inner, /^(?:about|blob):/.test(inner.document.URL)), nonce: nonceOf(script), walls });
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
    walls: grade === 'strict' ? walls() : '',
    opened() { listen(self); watchFrames(); reopened(); },
  });
  arm(self, takes);
  return takes;
};

/** The gate inside a worker. */
export const startWorkerGate = ({ decide, notify, policy, context, source, url, base, own }) => {
  judgeBy(decide);
  workersBelongTo({ file: source, context: () => context, base: () => base });
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
