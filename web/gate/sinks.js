// The platform's sinks as data: every place through which a page can reach another host or write to the device.
// Installing a realm (realm.js), rewriting markup (markup.js) and looking after parsed nodes (attributes.js) walk these
// same tables; a vector that is missing here is missing everywhere, so this is the file to extend.
// tests/browser/leaks/platform.test.js lists the browser's own sinks: one with neither row nor reason fails it.

/** The numbers of `decide` (docs/waist.md); fixed, never reused. */
export const SCRIPT = 0, FRAME = 1, IMAGE = 2, STYLE = 3, FONT = 4, MEDIA = 5, CONNECT = 6, WORKER = 7, HINT = 8, FORM = 9, OBJECT = 10,
  INLINE = 11, COOKIE = 12, LOCAL = 13, SESSION = 14, DATABASE = 15, CACHE = 16, CATEGORY = 17, SERVICE = 18;
export const KINDS = 'script frame image style font media connect worker hint form object inline cookie local-storage session-storage database cache category service'.split(' ');

/** How the URLs of a value are read. */
export const ONE = 0, SRCSET = 1, LIST = 2, CSS = 3, DOCUMENT = 4, ANIMATED = 5, REFRESH = 6;

/** What a `<link>` fetches, by its rel tokens (HTML 4.6.7); -1: nothing. */
export const linkKind = rel => /\bstylesheet\b/i.test(rel) ? STYLE : /icon|startup-image/i.test(rel) ? IMAGE
  : /pre(?:load|fetch|connect|render)|manifest|dictionary|\bnext\b/i.test(rel) ? HINT : -1;

// [elements, attribute, kind, how to read it]; what reflects an attribute in the DOM bears its name, and is found in each realm.
const rows = [
  ['script', 'src', SCRIPT, ONE], ['script', 'href', SCRIPT, ONE], ['script', 'xlink:href', SCRIPT, ONE],
  ['iframe frame', 'src', FRAME, ONE], ['iframe', 'srcdoc', FRAME, DOCUMENT], ['meta', 'content', FRAME, REFRESH],
  ['img input image', 'src', IMAGE, ONE], ['img source image', 'srcset', IMAGE, SRCSET],
  ['link', 'href', HINT, ONE], ['link', 'imagesrcset', IMAGE, SRCSET],
  ['video audio source track', 'src', MEDIA, ONE], ['video', 'poster', IMAGE, ONE],
  ['object', 'data', OBJECT, ONE], ['embed', 'src', OBJECT, ONE], ['a area', 'ping', CONNECT, LIST], ['a area img script', 'attributionsrc', CONNECT, LIST],
  ['image feimage use', 'href', IMAGE, ONE], ['image feimage use', 'xlink:href', IMAGE, ONE],
  ...['to', 'from', 'by', 'values'].map(name => ['set animate', name, IMAGE, ANIMATED]),
  ['body table thead tbody tfoot tr td th', 'background', IMAGE, ONE],
  ...'style fill stroke filter mask clip-path marker-start marker-mid marker-end cursor'.split(' ').map(name => ['*', name, IMAGE, CSS]),
];

/** element -> attribute -> {kind, shape}; names in lower case, '*' for every element. */
export const ATTRIBUTES = { __proto__: null, '*': { __proto__: null } };
/** The attributes of the rows that name elements, and what decides a link's. */
export const NAMES = new Set(['rel']);
for (const [elements, attribute, kind, shape] of rows) {
  for (const element of elements.split(' ')) (ATTRIBUTES[element] ||= { __proto__: null })[attribute] = { kind, shape };
  if (elements !== '*') NAMES.add(attribute);
}
/** The row of an attribute of an element, or undefined where it is no sink. */
export const sinkOf = (element, attribute) => ATTRIBUTES[element]?.[attribute] || ATTRIBUTES['*'][attribute];

/** The attributes (in lower case) that can be sinks on some element. */
export const SINKS = new Set([...NAMES, ...Object.keys(ATTRIBUTES['*'])]);

/** An owner's marks and ours, and frames: what is looked for in the tree when markup has come in. */
export const MARKED = /<(?:iframe|frame|object|embed)|data-(?:category|service|purpose|assent)/i;
/**
 * Markup without this holds nothing, and need not be read: MARKED, text that becomes code, a row's attribute ahead of a `=`, whatever stands before it. In place of
 * href, which is mostly a plain link's, the elements of its rows. A word too many costs a reading, one too few would be a leak.
 */
export const SUSPECT = new RegExp(`${MARKED.source}|<(?:style|${Object.keys(ATTRIBUTES).filter(name => ATTRIBUTES[name].href).join('|')})|=(?<=(?:${[...SINKS].filter(name => !/href|rel/.test(name)).join('|')})\\s*=)`, 'i');

/** Markup in: [owner, names, position of the markup among the arguments; -1: a setter]. */
export const MARKUP = [
  ['Element ShadowRoot', 'innerHTML outerHTML', -1], ['Element', 'insertAdjacentHTML', 1], ['Element ShadowRoot', 'setHTMLUnsafe setHTML', 0],
  ['Range', 'createContextualFragment', 0], ['DOMParser', 'parseFromString', 0],
];

/** Nodes in: [owner, names]. */
export const INSERTION = [
  ['Node', 'appendChild insertBefore replaceChild'],
  ['Element', 'append prepend before after replaceWith replaceChildren insertAdjacentElement insertAdjacentText moveBefore'],
  ['CharacterData DocumentType', 'before after replaceWith'], ['Document DocumentFragment', 'append prepend replaceChildren moveBefore'],
  ['Range', 'insertNode surroundContents'],
];

/** Style text in, by methods: [owner, names, position of the text]. */
export const STYLES = [
  ['CSSStyleDeclaration', 'setProperty', 1], ['CSSStyleSheet', 'insertRule replace replaceSync', 0], ['CSSStyleSheet', 'addRule', 1],
  ['CSSGroupingRule CSSStyleRule', 'insertRule', 0], ['CSSKeyframesRule', 'appendRule', 0], ['StylePropertyMap', 'set append', 1],
];

const first = args => [args[0]];
/** Promise-returning calls that fetch: [owner, name, kind, args -> URLs]. Held: the promise waits. */
export const PROMISED = [
  ['', 'fetch', CONNECT, first], ['', 'fetchLater', CONNECT, first],
  ['Worklet', 'addModule', WORKER, first], ['ServiceWorkerContainer', 'register', WORKER, first],
  ['Cache', 'add', CONNECT, first], ['Cache', 'addAll', CONNECT, args => [...args[0] || []]],
  ['BackgroundFetchManager', 'fetch', CONNECT, args => [].concat(args[1])],
  ['Navigator', 'joinAdInterestGroup runAdAuction', CONNECT, args => [args[0]?.owner || args[0]?.seller]],
  ['IdentityCredential', 'disconnect', CONNECT, args => [args[0]?.configURL]],
  ['CredentialsContainer', 'get', CONNECT, args => (args[0]?.identity?.providers || []).map(p => p.configURL)],
];

/** Objects that connect when they are made. Held: a stand-in waits and connects later. */
export const CONNECTIONS = 'WebSocket EventSource WebTransport WebSocketStream';

/** Sinks of the platform with no row: {pattern of "Interface.property": the reason}. */
export const REASONS = {
  '.*\\.(?:hreflang|hrefTranslate|useMap|fetchPriority|srclang|popoverTargetAction|allowPaymentRequest|adAuctionHeaders)': 'no address: a word, or a switch for an address that has a row',
  '(?:Document|PaymentRequest)\\.on.*': 'a listener', '(?:HTMLDetailsElement|HTMLDialogElement)\\.open': 'a state',
  'HTMLObjectElement\\.archive|SpeechGrammarList\\.addFromUri': 'never fetched by today\'s browsers',
  '.*\\.(?:cite|longDesc|lowsrc|codeBase)': 'never fetched by today\'s browsers', '.*\\.(?:action|formAction)': 'judged when the form is submitted (forms.js)',
  'HTMLFormElement\\.requestSubmit': 'tells by an event, where the form is judged', 'HTMLMediaElement\\.load': 'loads what an attribute names, and that has a row',
  'FontFace\\.load|FontFaceSet\\.(?:add|load)': 'loads what a constructor or a style sheet named, where it is judged', 'CSSRule\\.cssText': 'setting it does nothing (CSSOM 6.4.2)',
  'Document\\.createDocumentFragment|new DocumentFragment|Node\\.cloneNode|Range\\.cloneContents|VTTCue\\.getCueAsHTML': 'nodes that stand nowhere: what is held on them stays so, and they are looked at on their way in',
  'Document\\.static\\.parseHTML(?:Unsafe)?|new (?:DOMParser|XSLTProcessor)|XSLTProcessor\\.transformToDocument': 'an inert document, whose nodes are looked at when they leave it',
  'XSLTProcessor\\.importStylesheet': 'its imports are fetched from the own origin alone', '(?:Element|ShadowRoot)\\.getHTML|TrustedType.*': 'text, judged where it is used',
  '(?:new |window\\.)(?:eval|Function|setTimeout|setInterval)': 'text of code that runs already', 'new (?:Image|URL|WebSocketError)': 'no address yet, or one that nobody fetches',
  'new MediaMetadata': 'its pictures are fetched by the browser\'s own controls: named among the limits',
  'Fence\\..*|Navigator\\.(?:adAuctionComponents|canLoadAdAuctionFencedFrame|.*AdInterestGroups?|createAuctionNonce|getInterestGroupAdAuctionData|clearOriginJoined.*)': 'what follows on joining a group or on an auction, which have rows',
  'PaymentRequest\\.(?:canMakePayment|static\\..*)': 'asks those whom the constructor let in', 'Observable\\.subscribe': 'no network of its own',
  'CookieStoreManager\\.subscribe|PushManager\\.subscribe|PeriodicSyncManager\\.register': 'belongs to a service worker, whose registration has a row',
  'ServiceWorkerRegistration\\.showNotification|new Notification|new PresentationRequest|Navigator\\.registerProtocolHandler': 'waits for a permission that the visitor gives in the browser\'s own dialog',
  '(?:StorageBucket|StorageManager)\\.getDirectory|StorageBucketManager\\.open': 'bears no key by which a service could be told: it waits with the script that would use it',
};
