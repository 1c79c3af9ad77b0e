// The harness in one import: browsers, the first party, the third parties.
export { launch } from './browser.js';
export { startSite } from './site.js';
export { startThirdParty } from './third-party.js';
export { trace } from './answers.js';
export { consentFor, distPages, filesFor, pageWith, pauseLine, script, testPolicy } from './assent.js';
export { openStage } from './stage.js';
