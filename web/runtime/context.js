// What the core is told of the visit: the page's facts as values (docs/waist.md, context).
import { lines } from './protocol.js';

/** `now` and `nonce`, as every event carries them. */
const stamp = () => ({ now: Math.floor(Date.now() / 1000), nonce: crypto.getRandomValues(new BigUint64Array(1))[0].toString(16).padStart(16, '0') });
/** One event as flat text. */
export const eventText = (name, values) => `${name}\n${lines({ ...values, ...stamp() })}`;
/** The context as flat text; region from the script's data-region. */
export const contextText = ({ cookie, region = '' }) => lines({ ...stamp(), cookie, url: location.href,
  lang: document.documentElement.lang, langs: navigator.languages, region, gpc: +!!navigator.globalPrivacyControl });
