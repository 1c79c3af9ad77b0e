// What may arrive late: the core, where WebAssembly is refused (the same core as JavaScript, loaded only then); the banner and the policy, where
// none was built in. Until both are there everything that is not plainly the page's own is held.
import * as N from '../gate/platform.js';

const beside = (source, file) => new N.URL(file, source).href;

/** Runs a script from beside ours and resolves with what it hands to self[name]. By `import`: its promise outlives the reopening of the document, listeners don't. */
const part = (source, file, name) => new Promise((done, refused) => {
  Object.defineProperty(self, name, { configurable: true, value: done });
  import(beside(source, file)).catch(() => refused(new Error(`${file} could not be loaded`)));
});

/** The same core as JavaScript; resolves with its instantiated module. */
export const lateCore = async source => (await part(source, 'assent-core.js', '__assentCore'))();
/** The banner and the preferences, where they are not built in; resolves with createUI. */
export const lateUI = async source => new Promise(await part(source, 'assent-ui.js', '__assentUI'));

/** The image of a policy file, compiled by compiler.js from beside our script. */
export const lateImage = async (policyUrl, source) => (await import(beside(source, 'compiler.js'))).fetchImage(new N.URL(policyUrl, document.baseURI).href);
