// Arming a realm: walking the tables of sinks.js over one window's (or worker's) own interfaces. The page, every same-origin frame and every
// worker are armed by the same function.
import { N, hooks, apply, disguiseSource, trusted } from './native.js';
import { REFLECTIONS, MARKUP, INSERTION, ONE } from './sinks.js';
import { parkMarkup, parkStyle, HELD } from './markup.js';
import { guardAttribute, readBack, unpark, parkTree, parkElement, parkScriptText, adopt } from './attributes.js';
import { childDocument, armFrame, armFrames, HOOK } from './frames.js';
import { installNetwork } from './network.js';
import { installWrites } from './writes.js';
import { installForms, listenForms } from './forms.js';
import { installStyles } from './styles.js';
import { installWorkers } from './workers.js';
import { installLate, writesBehind, release } from './revive.js';
import { resolve } from './judge.js';
import { report } from './ledger.js';
import { coverConnected } from './placeholder.js';

const realms = new Set(), shadows = new Set();
/** The documents and shadow roots in which something may be held. */
export const roots = () => [...realms, ...shadows].flatMap(owner => { try { return owner.nodeType ? owner : owner.document || []; } catch { realms.delete(owner); return []; } });

const found = thing => report('hold', thing);
const parkText = (html, base, partial) => parkMarkup(html, { base, report: found, child: (text, sandbox) => childDocument(text, { sandbox, base }), partial });
/** Markup as it may enter a document: the given object itself when nothing in it is held. */
const clean = (value, base) => {
  const text = String(value);
  if (!text.includes('<')) return value;
  const { out } = parkText(text, base);
  return out === text ? value : trusted.html(out);
};
const hasFrames = text => /<(?:iframe|frame|object|embed)/i.test(text);

// Attributes: by property, by method, by attribute node. What was parked reads back as it was set.
const installAttributes = ({ call, get, set }) => {
  for (const [owner, property, { attribute, shape }] of REFLECTIONS) {
    get(owner, property, (self, native) => {
      const value = readBack(self, attribute);
      return value === undefined ? apply(native, self, []) : shape === ONE && resolve(value, self.baseURI) || value;
    });
    set(owner, property, (self, value, native) => { const safe = guardAttribute(self, attribute, value); if (safe !== undefined) apply(native, self, [safe]); });
  }
  set('HTMLLinkElement', 'rel', (self, value, native) => { guardAttribute(self, 'rel', value); apply(native, self, [value]); });
  get('HTMLScriptElement', 'type', (self, native) => readBack(self, 'type') ?? apply(native, self, []));

  const lower = name => String(name).toLowerCase();
  call('Element', 'setAttribute setAttributeNS', (self, args, native, name) => {
    const at = name.length > 12 ? 2 : 1;
    if (args.length > at) {
      const safe = guardAttribute(self, lower(args[at - 1]), args[at]);
      if (safe === undefined) return undefined;
      args[at] = safe;
    }
    return apply(native, self, args);
  });
  const node = (element, attribute, then) => {
    const safe = guardAttribute(element, lower(attribute.name), attribute.value);
    if (safe === undefined) return null;
    if (safe !== attribute.value) attribute.value = safe;
    return then();
  };
  call('Element', 'setAttributeNode setAttributeNodeNS', (self, args, native) => node(self, args[0], () => apply(native, self, args)));
  const maps = new WeakMap();
  get('Element', 'attributes', (self, native) => { const map = apply(native, self, []); maps.set(map, self); return map; });
  call('NamedNodeMap', 'setNamedItem setNamedItemNS', (self, args, native) => maps.has(self) ? node(maps.get(self), args[0], () => apply(native, self, args)) : apply(native, self, args));
  const setNode = (self, value, native) => {
    const owner = self.nodeType === 2 && self.ownerElement, safe = owner ? guardAttribute(owner, lower(self.name), value) : guardText(self, value);
    if (safe !== undefined) apply(native, self, [safe]);
  };
  set('Attr', 'value', setNode);
  set('Node', 'nodeValue textContent', setNode);

  call('Element', 'getAttribute', (self, args, native) => readBack(self, lower(args[0])) ?? apply(native, self, args));
  call('Element', 'hasAttribute', (self, args, native) => apply(native, self, args) || readBack(self, lower(args[0])) !== undefined);
  call('Element', 'removeAttribute', (self, args, native) => { if (N.hasAttribute(self, HELD)) unpark(self, lower(args[0])); return apply(native, self, args); });
  // SVG's reflected href is an object of its own.
  const owners = new WeakMap();
  for (const name of ['SVGImageElement', 'SVGUseElement', 'SVGFEImageElement', 'SVGScriptElement']) get(name, 'href', (self, native) => { const value = apply(native, self, []); owners.set(value, self); return value; });
  set('SVGAnimatedString', 'baseVal', (self, value, native) => { const owner = owners.get(self), safe = owner ? guardAttribute(owner, 'href', value) : value; if (safe !== undefined) apply(native, self, [safe]); });
};

// Text that becomes a style sheet or a script.
const TEXTY = /^(?:style|script)$/;
const becomesCode = node => node?.nodeType === 1 && TEXTY.test(node.localName);
const guardText = (node, value) => {
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
  set('HTMLScriptElement', 'text textContent innerText', text);
  set('HTMLElement', 'innerText', text);
  set('CharacterData', 'data', text);
  call('CharacterData', 'appendData insertData replaceData', (self, args, native) => { if (args.length) args.push(guardText(self, args.pop())); return apply(native, self, args); });
};

// Markup.
const installMarkup = ({ call, set }, g) => {
  const settle = (root, changed, value) => {
    if (!root?.nodeType) return;
    if (changed) adopt(root);
    if (hasFrames(value)) armFrames(root);
  };
  for (const [owner, name, at] of MARKUP) {
    if (at < 0) set(owner, name, (self, value, native) => {
      if (becomesCode(self) && name === 'innerHTML') return apply(native, self, [guardCode(self, value)]);
      const root = name === 'outerHTML' ? self.parentNode : self, safe = clean(value ?? '', self.baseURI);
      apply(native, self, [safe]);
      return settle(root, safe !== value, value);
    });
    else call(owner, name, (self, args, native) => {
      if (name === 'parseFromString' && args[1] !== 'text/html' || args.length <= at) return apply(native, self, args);
      const value = args[at];
      args[at] = clean(value, self.baseURI || g.document.baseURI);
      const made = apply(native, self, args);
      settle(made?.nodeType === 11 ? made : name === 'insertAdjacentHTML' ? self.parentNode || self : self, args[at] !== value, value);
      return made;
    });
  }
  call(g.Document, 'parseHTMLUnsafe', (self, args, native) => apply(native, self, [clean(args[0], g.document.baseURI), args[1]]));
  call('Document', 'execCommand', (self, args, native) => {
    const command = String(args[0]).toLowerCase();
    if (command === 'insertimage') { args[0] = 'insertHTML'; args[2] = `<img src="${String(args[2]).replace(/"/g, '&quot;')}">`; }
    if (command.startsWith('insert')) args[2] = clean(args[2] ?? '', self.baseURI);
    return apply(native, self, args);
  });

  // document.write may come in pieces: what is unfinished waits for the rest.
  const tails = new WeakMap();
  call('Document', 'write writeln', (self, args, native, name) => {
    const { out, rest } = parkText((tails.get(self) || '') + args.join('') + (name === 'writeln' ? '\n' : ''), self.baseURI, true);
    tails.set(self, rest);
    const behind = writesBehind(self);
    if (behind) behind.after(self.createRange().createContextualFragment(trusted.html(out)));
    else if (out) apply(native, self, [out === String(args[0]) ? args[0] : trusted.html(out)]);
    settle(self, out.includes(HELD), out);
  });
  call('Document', 'close', (self, args, native) => {
    const rest = tails.get(self);
    tails.delete(self);
    if (rest) N.write(self, trusted.html(rest));
    return apply(native, self, args);
  });
};

// Nodes.
const WATCHED = /^(?:script|style|link|iframe|frame|object|embed)$/;
/** Looks at a node on its way in; true when frames may have to be armed afterwards. */
const inspect = (parent, node) => {
  const type = node?.nodeType;
  if (type !== 1 && type !== 11) {
    if (type === 3 && becomesCode(parent)) { const safe = guardCode(parent, node.data); if (safe !== node.data) node.data = safe; }
    return false;
  }
  const deep = node.firstElementChild !== null, home = parent.nodeType === 9 ? parent : parent.ownerDocument, foreign = node.ownerDocument !== home;
  if (!deep && !foreign && !(type === 1 ? WATCHED.test(node.localName) : becomesCode(parent))) return false;
  if (type === 11 && becomesCode(parent)) for (const child of node.childNodes) inspect(parent, child);
  if (foreign && home.defaultView) parkTree(node);
  else for (const element of [...type === 1 ? [node] : [], ...deep ? N.queryAll(node, 'script,link') : []]) {
    if (element.localName === 'script') parkScriptText(element);
    else if (element.localName === 'link') parkElement(element);
  }
  return true;
};
const installInsertion = ({ call }) => {
  const arms = parent => armFrames(parent.nodeType === 3 ? parent.ownerDocument : parent);
  for (const [owner, names] of INSERTION) {
    // Where the new nodes will stand: in the node itself, beside it, or where a range starts.
    const parentOf = owner === 'Range' ? self => self.startContainer : null;
    call(owner, names, (self, args, native, name) => {
      const parent = parentOf ? parentOf(self) : /^(?:before|after|replaceWith|insertAdjacentElement)$/.test(name) ? self.parentNode || self : self;
      let look = false;
      for (let i = 0; i < args.length; i += 1) {
        if (args[i]?.nodeType) look = inspect(parent, args[i]) || look;
        else if (becomesCode(parent) && typeof args[i] === 'string') args[i] = guardCode(parent, args[i]);
      }
      const made = apply(native, self, args);
      if (look) arms(parent);
      return made;
    });
  }
  // Copied in its own, inert document first, so that nothing starts before it was looked at.
  const inert = (self, node) => node?.nodeType && node.nodeType !== 9 && node.ownerDocument !== self && !node.ownerDocument.defaultView;
  call('Document', 'importNode', (self, args, native) => {
    const [node, deep] = args;
    if (!inert(self, node)) return apply(native, self, args);
    return self.adoptNode(node.cloneNode(deep === true || deep?.selfOnly === false));
  });
  call('Document', 'adoptNode', (self, args, native) => { if (inert(self, args[0]) && self.defaultView && args[0].nodeType !== 3) parkTree(args[0]); return apply(native, self, args); });
  call('Element', 'attachShadow', (self, args, native) => { const root = apply(native, self, args); shadows.add(root); watch(root); return root; });
};

// What the parser makes, and what no setter tells of.
const watched = new WeakSet();
const MARKABLE = /^(?:script|iframe|frame|img|video|audio|source|embed|object|template)$/;
/** Watches a document or shadow root. parsed(): true while its nodes come from a parser that we did not feed. */
const watch = (root, parsed = () => false) => {
  const g = (root.nodeType === 9 ? root : root.ownerDocument).defaultView;
  if (!g || watched.has(root)) return;
  watched.add(root);
  const observer = new g.MutationObserver(records => {
    const raw = parsed();
    for (const { type, target, addedNodes } of records) {
      if (type === 'attributes') { if (N.getAttribute(target, 'style')?.includes('url(')) parkElement(target); }
      else if (raw) for (const script of [target, target.parentNode]) if (script?.localName === 'script') parkScriptText(script);
      for (const node of addedNodes) if (node.nodeType === 1) look(node, raw, observer);
    }
    coverConnected();
  });
  observer.observe(root, { childList: true, subtree: true, attributes: true, attributeFilter: ['style'] });
};
const look = (node, raw, observer) => {
  const deep = node.firstElementChild !== null;
  if (raw) {
    parkTree(node);
    // An inline script may still be growing: it is judged again with each piece, the last time before it is prepared.
    if (node.localName === 'script') observer.observe(node, { childList: true, characterData: true, subtree: true });
  } else {
    // Style that was written through CSSOM while the element stood nowhere.
    if (N.hasAttribute(node, 'style')) parkElement(node);
    if (deep) for (const styled of N.queryAll(node, '[style*="url("]')) parkElement(styled);
  }
  if (deep || MARKABLE.test(node.localName) || N.hasAttribute(node, HELD)) { if (adopt(node)) release(roots); armFrames(node); }
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
      for (const name of ['HTMLIFrameElement', 'HTMLFrameElement', 'HTMLObjectElement', 'HTMLEmbedElement']) ways.get(name, 'contentWindow contentDocument', (self, native) => { armFrame(apply(native, self, [])); return apply(native, self, []); });
    }
  }
  const doc = g.document;
  if (doc && !watched.has(doc)) {
    watch(doc, () => !fed && doc.readyState === 'loading');
    if (!fed && g !== self && doc.documentElement) parkTree(doc);
    listenForms(g);
  }
};
