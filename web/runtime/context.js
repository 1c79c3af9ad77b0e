// What the core is told of the visit: the page's facts as values (docs/waist.md, context).
const hex = () => crypto.getRandomValues(new BigUint64Array(1))[0].toString(16).padStart(16, '0');

/** `now` and `nonce`, as every event carries them. */
export const stamp = () => `now=${Math.floor(Date.now() / 1000)}\nnonce=${hex()}`;
/** One event as flat text. */
export const eventText = (name, lines = {}) => [name, ...Object.entries(lines).map(([key, value]) => `${key}=${String(value).replace(/\n/g, ' ')}`), stamp()].join('\n');
/** The context as flat text; region from the script's data-region. */
export const contextText = ({ cookie, region = '' }) => [stamp(), `cookie=${cookie}`, `url=${location.href}`,
  `lang=${document.documentElement.lang}`, `langs=${navigator.languages}`, `region=${region}`, `gpc=${+!!navigator.globalPrivacyControl}`].join('\n');
