// What may arrive late: the core, where WebAssembly is refused (the same core as JavaScript, loaded only then); the banner and the policy, where
// none was built in. Until both are there everything that is not plainly the page's own is held.
import * as N from '../gate/platform.js';
import { trusted } from '../gate/native.js';
import { nonceOf } from '../gate/page.js';

const beside = (source, file) => new N.URL(file, source).href;

/** The banner and the preferences, where they are not built in; resolves with createUI. By `import`: its promise outlives the reopening of the document, listeners don't. */
export const lateUI = source => new Promise((done, refused) => {
  self.__assentUI = make => done(new Promise(make));
  import(beside(source, 'assent-ui.js')).catch(refused);
});

/** The image of a policy file, compiled by compiler.js from beside our script. */
export const lateImage = async (policyUrl, source) => (await import(beside(source, 'compiler.js'))).fetchImage(new N.URL(policyUrl, document.baseURI).href);

/**
 * Asks for the same core as JavaScript, which calls self.__assentCore(make). In a page the parser waits for it, then for our own file once more, which
 * calls self.__assentCore() whether the core came or not. False where nothing waits for us.
 */
export const awaitCore = (source, script) => {
  const core = beside(source, 'assent-core.js'), tag = url => `<script src="${url}" nonce="${nonceOf(script)}"></script>`;
  if (!script) return importScripts(core);
  N.write(document, trusted.html(tag(core) + tag(source)));
  return script.nextSibling?.src;
};
