// Arming a realm: walking the tables of sinks.js over one window's (or worker's) own interfaces. The page, every same-origin frame and every
// worker are armed by the same function.
import { hooks, apply, disguiseSource, trusted } from './native.js';
import { ATTRIBUTES, NAMES, sinkOf, MARKUP, MARKED, SUSPECT, INSERTION, ONE, SINKS } from './sinks.js';
import { installForms, listenForms, listenNavigation } from './forms.js';
import { parkMarkup, parkStyle, HELD, encode } from './markup.js';
import { guardAttribute, readBack, unpark, parkTree, parkElement, parkScriptText, adopt } from './attributes.js';
import { childDocument, children, fill, frameLoaded, armFrame, armFrames, HOOK } from './frames.js';
import { installNetwork } from './network.js';
import * as N from './platform.js';
import { installStyles } from './styles.js';
import { installWorkers } from './workers.js';
import { installLate, writesBehind, release } from './revive.js';
import { installWrites } from './writes.js';
import { resolve } from './judge.js';
import { found } from './ledger.js';
import { coverConnected } from './placeholder.js';

const realms = new Set(), shadows = new Set();
/** The documents and shadow roots in which something may be held. */
export const roots = () => [...realms, ...shadows].flatMap(owner => {
  try {
    const root = owner.document || owner;
    return [root, ...[...N.queryAll(root, '*')].flatMap(element => element.shadowRoot || [])];
  } catch { realms.delete(owner); return []; }
});

const parkText = (html, base, partial, frame) => parkMarkup(html, { base, report: found, ...children(base), frame, partial });
/** Markup as it may enter a document: the given object itself when nothing in it is held. */
const clean = (value, base) => {
  const { out } = parkText(String(value), base);
  return out === String(value) ? value : trusted.html(out);
};

// Attributes: by property, by method, by attribute node. What was parked reads back as it was set.
const installAttributes = ({ call, fast, get, set }, g) => {
  // What an element hands out of itself, as an object of its own -> the element: SVG's reflected href, a list of tokens, the map of its attributes.
  const owners = new WeakMap(), owned = (self, native) => { const made = apply(native, self, []); owners.set(made, self); return made; };
  const put = (self, native, safe) => { if (safe !== undefined) apply(native, self, [safe]); };
  const reflections = [...NAMES, 'imageSrcset', 'attributionSrc'].join(' ');
  for (const owner of Object.getOwnPropertyNames(g)) if (/^(?:HTML|SVG).*Element$/.test(owner)) {
    get(owner, reflections, (self, native, name) => {
      const attribute = name.toLowerCase(), value = readBack(self, attribute);
      if (name === 'href' && owner[0] === 'S') return owned(self, native);
      return value == null ? apply(native, self, []) : sinkOf(self.localName, attribute).shape === ONE && resolve(value, self.baseURI) || value;
    });
    set(owner, reflections, (self, value, native, name) => put(self, native, guardAttribute(self, name.toLowerCase(), value)));
  }
  get('HTMLLinkElement', 'relList', owned);
  set('HTMLLinkElement', 'relList', (self, value, native) => { guardAttribute(self, 'rel', value); apply(native, self, [value]); });
  const listed = (self, words) => { if (owners.has(self)) guardAttribute(owners.get(self), 'rel', words.join(' ')); };
  call('DOMTokenList', 'add toggle replace', (self, args, native) => { listed(self, args); return apply(native, self, args); });
  set('DOMTokenList', 'value', (self, value, native) => { listed(self, [value]); apply(native, self, [value]); });
  get('HTMLScriptElement', 'type', (self, native) => readBack(self, 'type') ?? apply(native, self, []));

  const lower = name => String(name).toLowerCase();
  const setting = (self, args, native) => {
    const at = native.length - 1;
    if (args.length > at) {
      const safe = guardAttribute(self, lower(args[at - 1]), args[at]);
      if (safe === undefined) return undefined;
      args[at] = safe;
    }
    return apply(native, self, args);
  };
  // Most attributes are no sinks, by their name alone.
  fast('value', native => ({ method(...args) { return SINKS.has(lower(args[0])) ? setting(this, args, native) : apply(native, this, args); } }).method)('Element', 'setAttribute');
  call('Element', 'setAttributeNS', setting);
  const node = (element, attribute, then) => {
    const safe = guardAttribute(element, lower(attribute.name), attribute.value);
    if (safe === undefined) return null;
    if (safe !== attribute.value) attribute.value = safe;
    return then();
  };
  call('Element', 'setAttributeNode setAttributeNodeNS', (self, args, native) => node(self, args[0], () => apply(native, self, args)));
  get('Element', 'attributes', owned);
  call('NamedNodeMap', 'setNamedItem setNamedItemNS', (self, args, native) => owners.has(self) ? node(owners.get(self), args[0], () => apply(native, self, args)) : apply(native, self, args));
  const setNode = (self, value, native) => {
    const owner = self.nodeType === 2 && self.ownerElement;
    put(self, native, owner ? guardAttribute(owner, lower(self.name), value) : guardText(self, value));
  };
  // In XML a processing instruction has attributes too, of which one is a style sheet's address.
  call('ProcessingInstruction', 'setAttribute', (self, args, native) => { if (args.length > 1) args[1] = guardText(self, `url(${args[1]})`).slice(4, -1); return apply(native, self, args); });
  set('Attr', 'value', setNode);
  fast('set', native => ({
    setter(...args) {
      const name = this?.localName;
      return !name || name === 'script' || SINKS.has(name) ? setNode(this, args[0], native) : apply(native, this, args);
    },
  }).setter)('Node', 'nodeValue textContent');

  call('Element', 'getAttribute', (self, args, native) => readBack(self, lower(args[0])) ?? apply(native, self, args));
  call('Element', 'hasAttribute', (self, args, native) => apply(native, self, args) || readBack(self, lower(args[0])) !== undefined);
  call('Element', 'removeAttribute', (self, args, native) => { if (N.hasAttribute(self, HELD)) unpark(self, lower(args[0])); return apply(native, self, args); });
  // A declaration's properties are no accessors in every browser: an element whose style was taken is looked at before anything is painted.
  let taken = new Set();
  const lookAtTaken = () => { const elements = [...taken]; taken.clear(); for (const element of elements) if (N.getAttribute(element, 'style')?.includes('url(')) parkElement(element); };
  const style = (self, native) => { if (!taken.size) queueMicrotask(lookAtTaken); taken.add(self); return apply(native, self, []); };
  get('HTMLElement SVGElement MathMLElement', 'style', style);
  set('SVGAnimatedString', 'baseVal', (self, value, native) => { const owner = owners.get(self); put(self, native, owner ? guardAttribute(owner, 'href', value) : value); });
};

// Text that becomes a style sheet or a script.
const becomesCode = node => /^(?:style|script)$/.test(node?.localName);
const guardText = (node, value) => {
  if (node.nodeType === 7) return parkStyle(String(value), document.baseURI); // <?xml-stylesheet?>
  const owner = node.nodeType === 1 ? node : node.parentNode;
  return value !== null && becomesCode(owner) ? guardCode(owner, value) : value;
};
/** Text on its way into a style or script element: cleaned, or its script parked before the platform prepares it. */
const guardCode = (owner, value) => {
  if (owner.localName === 'style') {
    const text = String(value), safe = parkStyle(text, owner.baseURI);
    if (safe === text) return value;
    N.setAttribute(owner, HELD, '');
    queueMicrotask(() => adopt(owner));
    return safe;
  }
  if (owner.isConnected && !N.text(owner) && !N.hasAttribute(owner, 'src')) {
    const probe = owner.cloneNode(false);
    N.setText(probe, trusted.script(String(value)));
    if (parkScriptText(probe)) { for (const { name, value: set } of [...probe.attributes]) N.setAttribute(owner, name, set); queueMicrotask(() => adopt(owner)); }
  }
  return value;
};
const installTexts = ({ call, set }) => {
  const text = (self, value, native) => apply(native, self, [guardText(self, value)]);
  set('HTMLScriptElement', 'text innerText', text);
  set('HTMLElement', 'innerText', text);
  set('CharacterData', 'data', text);
  call('CharacterData', 'appendData insertData replaceData', (self, args, native) => { if (args.length) args.push(guardText(self, args.pop())); return apply(native, self, args); });
};

// Markup.
const installMarkup = ({ call, set }, g) => {
  const enter = (self, value, name, put) => {
    if (!SUSPECT.test(value)) return put(value);
    const root = /^(?:outer|insert)/.test(name) && self.parentNode || self, safe = clean(value, self.baseURI || g.document.baseURI), made = put(safe);
    if (MARKED.test(safe)) settle(made?.nodeType === 11 ? made : root);
    return made;
  };
  for (const [owner, names, at] of MARKUP) {
    if (at < 0) set(owner, names, (self, value, native, name) => becomesCode(self) && name === 'innerHTML' ? apply(native, self, [guardCode(self, value)])
      : enter(self, value, name, safe => apply(native, self, [safe])));
    else call(owner, names, (self, args, native, name) => name === 'parseFromString' && args[1] !== 'text/html' || args.length <= at ? parkTree(apply(native, self, args))
      : enter(self, args[at], name, safe => { args[at] = safe; return apply(native, self, args); }));
  }
  // A transformation's result is made in an inert document first.
  call('XSLTProcessor', 'transformToFragment', (self, args, native) => { const made = apply(native, self, [args[0], g.document.implementation.createHTMLDocument()]); return made && args[1].adoptNode(parkTree(made)); });
  call('Document', 'execCommand', (self, args, native) => {
    const command = String(args[0]).toLowerCase();
    if (command === 'insertimage') { args[0] = 'insertHTML'; args[2] = `<img src="${encode(String(args[2]))}">`; }
    if (command.startsWith('insert')) args[2] = clean(args[2] ?? '', self.baseURI);
    return apply(native, self, args);
  });

  // document.write may come in pieces: what is unfinished waits for the rest.
  const tails = new WeakMap();
  call('Document', 'write writeln', (self, args, native, name) => {
    let text;
    try { text = (tails.get(self) || '') + args.join('') + (name === 'writeln' ? '\n' : ''); } catch { return apply(native, self, args); }
    const { out, rest } = parkText(text, self.baseURI, true, g !== g.top);
    tails.set(self, rest);
    const behind = writesBehind(self);
    if (behind) return writeLate(self, behind, out);
    if (out) N.write(self, out === args[0] ? args[0] : trusted.html(out));
    return void (MARKED.test(out) && settle(self));
  });
  call('Document', 'close', (self, args, native) => {
    const rest = tails.get(self);
    tails.delete(self);
    if (rest) N.write(self, trusted.html(rest));
    return apply(native, self, args);
  });
};

/**
 * What a revived script writes stands behind it. Pieces go through one parser: a document of its own, whose finished and unfinished elements are
 * moved into the page, where the parser goes on filling them.
 */
const late = new WeakMap();
const writeLate = (doc, behind, text) => {
  let stream = late.get(behind);
  if (!stream) {
    late.set(behind, stream = { parser: doc.implementation.createHTMLDocument(''), last: behind, seen: new Set(), made: new WeakSet() });
    N.open(stream.parser);
    N.write(stream.parser, trusted.html('<body>'));
  }
  N.write(stream.parser, trusted.html(text));
  for (const node of [...stream.parser.body.childNodes]) { stream.last.after(node); stream.last = node; stream.seen.add(node); }
  // Scripts of an inert parser have had their turn: each is made again in its place.
  for (const node of stream.seen) for (const script of N.within(node, 'script')) {
    if (stream.made.has(script) || N.hasAttribute(script, HELD)) continue;
    const fresh = doc.createElement('script');
    for (const { name, value } of [...script.attributes]) fresh.setAttribute(name, value);
    N.setText(fresh, trusted.script(N.text(script)));
    stream.made.add(script).add(fresh);
    if (stream.last === script) stream.last = fresh;
    script.replaceWith(fresh);
  }
  settle(behind.parentNode);
};

// Nodes.
/** True when a node on its way in must be looked at: it is an element that can be a sink, it has children, or it is none of the usual. */
const matters = node => {
  const name = node?.localName;
  return name === undefined || name in ATTRIBUTES || name === 'style' || node.firstElementChild !== null;
};
// What is looked for in a tree on its way in: in a large one by one, since browsers find the elements of a single selector ten times as fast as those of a list.
const CODE = 'script,link,meta', WANTED = `${CODE},iframe,frame,object,embed,[${HELD}],[data-category],[data-service],[data-purpose]`;
/** Looks at such a node, or at text for a parent that makes it code; true when it must be looked at again when it stands. */
const inspect = (parent, node) => {
  const type = parent?.nodeType && node.nodeType; // where there is no parent, the platform says what is wrong
  if (type !== 1 && type !== 11) {
    const safe = type === 7 ? guardText(node, node.data) : type === 3 ? guardCode(parent, node.data) : node.data;
    if (safe !== node.data) node.data = safe;
    return false;
  }
  const home = parent.ownerDocument || parent;
  if (type === 11 && becomesCode(parent)) for (const child of node.childNodes) inspect(parent, child);
  if (node.ownerDocument !== home && home.defaultView) parkTree(node);
  else if ((node.childElementCount > 9 ? WANTED.split(',') : [WANTED]).some(one => N.within(node, one).length)) N.within(node, CODE).forEach(parkElement);
  else return false;
  return true;
};
const installInsertion = ({ call, fast }, g) => {
  const insert = (self, args, native, name) => {
    // Where the new nodes will stand: where a range starts, beside the node, or in it.
    const parent = self?.startContainer || /^(?:be|af)|With|Element$/.test(name) && self?.parentNode || self;
    const code = becomesCode(parent);
    let look = false;
    // Several strings make one text.
    if (code && args.length > 1 && !native.length && args.every(one => typeof one === 'string')) args = [guardCode(parent, args.join(''))];
    else for (let i = 0; i < args.length; i += 1) {
      if (args[i]?.nodeType) look = (code || args[i].nodeType !== 3) && matters(args[i]) && inspect(parent, args[i]) || look;
      else if (code && typeof args[i] === 'string') args[i] = guardCode(parent, args[i]);
    }
    const made = apply(native, self, args);
    if (look) settle(parent.nodeType === 3 ? parent.ownerDocument : args.length === 1 && args[0].nodeType === 1 ? args[0] : parent);
    return made;
  };
  // An element that doesn't matter does so wherever it comes; several at once are looked at one by one.
  for (const [owner, names] of INSERTION) {
    fast('value', (native, name) => ({ method(...args) { return args.length > 1 && !native.length || matters(args[0]) ? insert(this, args, native, name) : apply(native, this, args); } }).method)(owner, names);
  }
  // Copied in its own, inert document first, so that nothing starts before it was looked at.
  const inert = (self, node) => node?.nodeType && node.nodeType !== 9 && node.ownerDocument !== self && !node.ownerDocument.defaultView;
  call('Document', 'importNode', (self, args, native) => {
    const [node, deep] = args;
    if (!inert(self, node)) return apply(native, self, args);
    return self.adoptNode(node.cloneNode(deep === true || deep?.selfOnly === false));
  });
  call('Document', 'adoptNode', (self, args, native) => { if (inert(self, args[0]) && self.defaultView && args[0].nodeType !== 3) parkTree(args[0]); return apply(native, self, args); });
  call('Element', 'attachShadow', (self, args, native) => { const root = apply(native, self, args); shadows.add(root); listenForms(g, root); N.listen(root, 'load', frameLoaded, true); return root; });
};

/** Tells of what the parser puts into a window's document, and what it puts it into, and only so long. */
const watchParser = (g, each, into = () => {}) => {
  const observer = new g.MutationObserver(records => { for (const { target, addedNodes } of records) { into(target); for (const node of addedNodes) if (node.nodeType === 1) each(node, observer); } });
  observer.observe(g.document, { childList: true, subtree: true });
  N.listen(g, 'load', () => observer.disconnect());
};
// Documents whose markup did not come through markup.js: the markup grade, own frames.
const watched = new WeakSet();
const watch = g => watchParser(g, (node, observer) => {
  parkTree(node);
  // An inline script may still be growing: it is judged again with each piece, the last time before it is prepared.
  if (node.localName === 'script') observer.observe(node, { childList: true, characterData: true, subtree: true });
  settle(node);
}, target => { for (const script of [target, target.parentNode]) if (script?.localName === 'script') parkScriptText(script); });
/** Arms the frames that the page's parser makes, while their first window is still the one in which their document will run. */
export const watchFrames = () => watchParser(self, armFrames);
/** Listens in a window's document, ahead of the page: to what its frames show, and to its forms. To be called again when it was opened anew. */
export const listen = g => {
  listenForms(g);
  N.listen(g.document, 'load', frameLoaded, true);
};
/** After markup or nodes came in: what is held in them is entered, frames are armed. */
const settle = root => {
  if (!root?.nodeType) return;
  if (adopt(root)) release(roots);
  armFrames(root);
  coverConnected();
};

/** Arms a window: once for its interfaces, and once for each document it shows. fed: its markup comes through markup.js. */
export const arm = (g, fed = false) => {
  if (!Object.hasOwn(g, HOOK)) {
    const hook = child => arm(child, true);
    hook.written = result => typeof result === 'string' ? childDocument(result) : undefined;
    Object.defineProperty(g, HOOK, { value: hook });
    realms.add(g);
    disguiseSource(g);
    const ways = hooks(g);
    for (const install of [installNetwork, installWrites, installWorkers]) install(ways, g);
    if (g.document) {
      listenNavigation(g);
      for (const install of [installAttributes, installTexts, installMarkup, installInsertion, installStyles, installForms, installLate]) install(ways, g);
      for (const name of ['IFrame', 'Frame', 'Object', 'Embed']) ways.get(`HTML${name}Element`, 'contentWindow contentDocument', (self, native) => { armFrame(apply(native, self, [])); return apply(native, self, []); });
    }
  }
  const doc = g.document;
  if (!doc || watched.has(doc)) return;
  watched.add(doc);
  // A task of ours comes between a window's end and the first statement of the frame's next one (measured in both browsers).
  const frame = g !== self && g.frameElement, enter = () => { listen(g); if (frame) N.listen(g, 'pagehide', () => N.setTimeout(() => frame.contentWindow)); };
  enter();
  if (frame) fill(g, frame, enter);
  if (fed || doc.readyState === 'complete') return;
  watch(g);
  if (doc.documentElement && g !== self) parkTree(doc);
};
