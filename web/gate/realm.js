// Arming a realm: walking the tables of sinks.js over one window's (or worker's) own interfaces. The page, every same-origin frame and every
// worker are armed by the same function.
import * as N from './platform.js';
import { hooks, apply, disguiseSource, trusted } from './native.js';
import { ATTRIBUTES, NAMES, sinkOf, MARKUP, INSERTION, ONE, isSinkName } from './sinks.js';
import { parkMarkup, parkStyle, HELD } from './markup.js';
import { guardAttribute, readBack, unpark, parkTree, parkElement, parkScriptText, adopt } from './attributes.js';
import { childDocument, children, armFrame, armFrames, HOOK } from './frames.js';
import { installNetwork } from './network.js';
import { installWrites } from './writes.js';
import { installForms, listenForms, listenNavigation } from './forms.js';
import { installStyles } from './styles.js';
import { installWorkers } from './workers.js';
import { installLate, writesBehind, release } from './revive.js';
import { resolve } from './judge.js';
import { found } from './ledger.js';
import { coverConnected } from './placeholder.js';

const realms = new Set(), shadows = new Set();
/** The documents and shadow roots in which something may be held. */
export const roots = () => [...realms, ...shadows].flatMap(owner => { try { return owner.nodeType ? owner : owner.document || []; } catch { realms.delete(owner); return []; } });

const parkText = (html, base, partial, frame) => parkMarkup(html, { base, report: found, ...children(base), frame, partial });
/** Markup as it may enter a document: the given object itself when nothing in it is held. */
const clean = (value, base) => {
  const text = String(value);
  if (!text.includes('<')) return value;
  const { out } = parkText(text, base);
  return out === text ? value : trusted.html(out);
};
const hasFrames = text => /<(?:iframe|frame|object|embed)/i.test(text);

// Attributes: by property, by method, by attribute node. What was parked reads back as it was set.
const installAttributes = ({ call, fast, get, set }, g) => {
  // What an element hands out of itself, as an object of its own -> the element: SVG's reflected href, a list of tokens, the map of its attributes.
  const owners = new WeakMap(), owned = (self, native) => { const made = apply(native, self, []); owners.set(made, self); return made; };
  const put = (self, native, safe) => { if (safe !== undefined) apply(native, self, [safe]); };
  const reflections = [...NAMES, 'imageSrcset', 'attributionSrc', 'rel'].join(' ');
  for (const owner of Object.getOwnPropertyNames(g)) if (/^(?:HTML|SVG).*Element$/.test(owner)) {
    get(owner, reflections, (self, native, name) => {
      const attribute = name.toLowerCase(), value = readBack(self, attribute);
      if (name === 'href' && owner[0] === 'S') return owned(self, native);
      return value === undefined ? apply(native, self, []) : sinkOf(self.localName, attribute).shape === ONE && resolve(value, self.baseURI) || value;
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
  // Most attributes are no sinks, by their name alone.
  const mayMatter = (self, name) => isSinkName(lower(name));
  const setting = at => (self, args, native) => {
    if (args.length > at) {
      const safe = guardAttribute(self, lower(args[at - 1]), args[at]);
      if (safe === undefined) return undefined;
      args[at] = safe;
    }
    return apply(native, self, args);
  };
  fast('Element', 'setAttribute', mayMatter, setting(1));
  call('Element', 'setAttributeNS', setting(2));
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
  set('Attr', 'value', setNode);
  set('Node', 'nodeValue textContent', (self, value, native) => {
    // Ten thousand plain elements pass here: one look at the name is all that they pay.
    const name = self?.localName;
    if (name === undefined || name === 'script' || name === 'style' || mayMatter(self, name)) setNode(self, value, native); else apply(native, self, [value]);
  });

  call('Element', 'getAttribute', (self, args, native) => readBack(self, lower(args[0])) ?? apply(native, self, args));
  call('Element', 'hasAttribute', (self, args, native) => apply(native, self, args) || readBack(self, lower(args[0])) !== undefined);
  call('Element', 'removeAttribute', (self, args, native) => { if (N.hasAttribute(self, HELD)) unpark(self, lower(args[0])); return apply(native, self, args); });
  // A declaration's properties are no accessors in every browser: an element whose style was taken is looked at before anything is painted.
  let taken = new Set();
  const lookAtTaken = () => { const elements = taken; taken = new Set(); for (const element of elements) if (N.getAttribute(element, 'style')?.includes('url(')) parkElement(element); };
  const style = (self, native) => { if (!taken.size) queueMicrotask(lookAtTaken); taken.add(self); return apply(native, self, []); };
  for (const owner of ['HTMLElement', 'SVGElement', 'MathMLElement']) get(owner, 'style', style);
  set('SVGAnimatedString', 'baseVal', (self, value, native) => { const owner = owners.get(self); put(self, native, owner ? guardAttribute(owner, 'href', value) : value); });
};

// Text that becomes a style sheet or a script.
const TEXTY = /^(?:style|script)$/;
const becomesCode = node => node?.nodeType === 1 && TEXTY.test(node.localName);
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
  const settled = (root, changed, value) => settle(root, changed || /data-(?:category|service|purpose)/.test(value), hasFrames(value));
  for (const [owner, names, at] of MARKUP) {
    if (at < 0) set(owner, names, (self, value, native, name) => {
      if (becomesCode(self) && name === 'innerHTML') return apply(native, self, [guardCode(self, value)]);
      const root = name === 'outerHTML' ? self.parentNode : self, safe = clean(value ?? '', self.baseURI);
      apply(native, self, [safe]);
      return settled(root, safe !== value, value);
    });
    else call(owner, names, (self, args, native, name) => {
      if (name === 'parseFromString' && args[1] !== 'text/html' || args.length <= at) return apply(native, self, args);
      const value = args[at];
      args[at] = clean(value, self.baseURI || g.document.baseURI);
      const made = apply(native, self, args);
      settled(made?.nodeType === 11 ? made : name === 'insertAdjacentHTML' ? self.parentNode || self : self, args[at] !== value, value);
      return made;
    });
  }
  // A transformation's result is made in an inert document first.
  call('XSLTProcessor', 'transformToFragment', (self, args, native) => { const made = apply(native, self, [args[0], g.document.implementation.createHTMLDocument()]); if (made) parkTree(made); return made && args[1].adoptNode(made); });
  call('Document', 'execCommand', (self, args, native) => {
    const command = String(args[0]).toLowerCase();
    if (command === 'insertimage') { args[0] = 'insertHTML'; args[2] = `<img src="${String(args[2]).replace(/"/g, '&quot;')}">`; }
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
    return settled(self, out.includes(HELD), out);
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
  for (const node of stream.seen) for (const script of node.nodeType === 1 ? [node, ...N.queryAll(node, 'script')] : []) {
    if (script.localName !== 'script' || stream.made.has(script) || N.hasAttribute(script, HELD)) continue;
    const fresh = doc.createElement('script');
    for (const { name, value } of [...script.attributes]) fresh.setAttribute(name, value);
    N.setText(fresh, trusted.script(N.text(script)));
    stream.made.add(script).add(fresh);
    if (stream.last === script) stream.last = fresh;
    script.replaceWith(fresh);
  }
  settle(behind.parentNode, true, true);
};

// Nodes.
/** True when a node on its way in must be looked at: it is an element that can be a sink, it has children, or it is none of the usual. */
const matters = (parent, node) => {
  const name = node?.localName;
  return name === undefined ? node?.nodeType !== 3 || becomesCode(parent) : name in ATTRIBUTES || name === 'style' || node.childElementCount !== 0;
};
/** Looks at such a node; true when frames may have to be armed afterwards. */
const inspect = (parent, node) => {
  const type = node?.nodeType;
  if (!parent?.nodeType) return false; // the platform says what is wrong
  if (type !== 1 && type !== 11) {
    if (type === 7) { const safe = parkStyle(node.data, parent.baseURI); if (safe !== node.data) node.data = safe; }
    if (type === 3 && becomesCode(parent)) { const safe = guardCode(parent, node.data); if (safe !== node.data) node.data = safe; }
    return false;
  }
  const home = parent.nodeType === 9 ? parent : parent.ownerDocument;
  if (type === 11 && becomesCode(parent)) for (const child of node.childNodes) inspect(parent, child);
  if (node.ownerDocument !== home && home.defaultView) parkTree(node);
  else for (const element of [...type === 1 ? [node] : [], ...node.firstElementChild ? N.queryAll(node, 'script,link,meta') : []]) {
    if (element.localName === 'script') parkScriptText(element);
    else if (/^(?:link|meta)$/.test(element.localName)) parkElement(element);
  }
  return true;
};
const installInsertion = ({ call, fast }, g) => {
  for (const [owner, names] of INSERTION) {
    // Where the new nodes will stand: in the node itself, beside it, or where a range starts.
    const parentOf = owner === 'Range' ? self => self.startContainer : null;
    const insert = (self, args, native, name) => {
      const parent = parentOf ? parentOf(self) : /^(?:before|after|replaceWith|insertAdjacentElement)$/.test(name) ? self?.parentNode || self : self;
      let look = false;
      // Several strings make one text.
      if (becomesCode(parent) && args.length > 1 && args.every(one => typeof one === 'string')) args = name === 'insertAdjacentText' ? [args[0], guardCode(parent, args[1])] : [guardCode(parent, args.join(''))];
      else for (let i = 0; i < args.length; i += 1) {
        if (args[i]?.nodeType) look = matters(parent, args[i]) && inspect(parent, args[i]) || look;
        else if (becomesCode(parent) && typeof args[i] === 'string') args[i] = guardCode(parent, args[i]);
      }
      const made = apply(native, self, args);
      if (look) settle(parent.nodeType === 3 ? parent.ownerDocument : args.length === 1 && args[0].nodeType === 1 ? args[0] : parent, true, true);
      return made;
    };
    for (const name of names.split(' ')) if (owner === 'Node') fast(owner, name, matters, insert); else call(owner, name, insert);
  }
  // Copied in its own, inert document first, so that nothing starts before it was looked at.
  const inert = (self, node) => node?.nodeType && node.nodeType !== 9 && node.ownerDocument !== self && !node.ownerDocument.defaultView;
  call('Document', 'importNode', (self, args, native) => {
    const [node, deep] = args;
    if (!inert(self, node)) return apply(native, self, args);
    return self.adoptNode(node.cloneNode(deep === true || deep?.selfOnly === false));
  });
  call('Document', 'adoptNode', (self, args, native) => { if (inert(self, args[0]) && self.defaultView && args[0].nodeType !== 3) parkTree(args[0]); return apply(native, self, args); });
  call('Element', 'attachShadow', (self, args, native) => { const root = apply(native, self, args); shadows.add(root); listenForms(g, root); return root; });
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
  settle(node, true, true);
}, target => { for (const script of [target, target.parentNode]) if (script?.localName === 'script') parkScriptText(script); });
/** Arms the frames that the page's parser makes, while their first window is still the one in which their document will run. */
export const watchFrames = () => watchParser(self, armFrames);
/** After markup or nodes came in: what is held in them is entered, frames are armed. */
const settle = (root, held, frames) => {
  if (!root?.nodeType) return;
  if (held && adopt(root)) release(roots);
  if (frames) armFrames(root);
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
      for (const install of [installAttributes, installTexts, installMarkup, installInsertion, installStyles, installForms, installLate]) install(ways, g);
      for (const name of ['IFrame', 'Frame', 'Object', 'Embed']) ways.get(`HTML${name}Element`, 'contentWindow contentDocument', (self, native) => { armFrame(apply(native, self, [])); return apply(native, self, []); });
    }
  }
  const doc = g.document;
  if (!doc || watched.has(doc)) return;
  watched.add(doc);
  listenForms(g);
  listenNavigation(g);
  N.listen(doc, 'load', event => armFrame(event.target.contentWindow), true);
  if (fed || doc.readyState === 'complete') return;
  watch(g);
  if (doc.documentElement && g !== self) parkTree(doc);
};
