// Arming a realm: walking the tables of sinks.js over one window's (or worker's) own interfaces. The page, every same-origin frame and every
// worker are armed by the same function.
import { N, accessor, method, disguiseSource, descriptorOf, trusted } from './native.js';
import { REFLECTIONS, MARKUP, INSERTION, STYLES, sinkOf, CSS } from './sinks.js';
import { parkMarkup, parkStyle, HELD, HELD_TYPE, NOWHERE_URL, freeStyle } from './markup.js';
import { guardAttribute, readBack, unpark, parkTree, parkElement, parkScriptText, adopt, nameOf } from './attributes.js';
import { childDocument, armFrame, armFrames, HOOK } from './frames.js';
import { installNetwork } from './network.js';
import { installWrites } from './writes.js';
import { installForms, listenForms } from './forms.js';
import { installWorkers } from './workers.js';
import { installLate, writesBehind } from './revive.js';
import { resolve } from './judge.js';
import { hold, report } from './ledger.js';
import { coverConnected } from './placeholder.js';

const realms = new Set(), shadows = new Set();
/** The documents and shadow roots in which something may be held. */
export const roots = () => [...[...realms].flatMap(g => { try { return g.document ? [g.document] : []; } catch { realms.delete(g); return []; } }), ...shadows];

const found = thing => report('hold', thing);
const parkText = (html, base) => parkMarkup(String(html), { base, report: found, child: (text, sandbox) => childDocument(text, { sandbox, base }) }).out;
const HTML = /<|&/;
/** Markup as it may enter a document: the given object itself when nothing in it is held. */
const clean = (value, base) => {
  const text = String(value);
  if (!HTML.test(text)) return value;
  const out = parkText(text, base);
  return out === text ? value : trusted.html(out);
};

// Attributes: by property, by method, by attribute node.
const installAttributes = g => {
  for (const [owner, property, row] of REFLECTIONS) {
    accessor(g[owner]?.prototype, property, ({ get, set }) => ({
      get: { get() {
        const value = readBack(this, row.attribute);
        return value === undefined ? get.call(this) : row.shape === 0 ? resolve(value, this.baseURI) || value : value;
      } }.get,
      set: { set(value) { const safe = guardAttribute(this, row.attribute, value); if (safe !== undefined) set.call(this, safe); } }.set,
    }));
  }
  accessor(g.HTMLLinkElement?.prototype, 'rel', ({ get, set }) => ({ get, set: { set(value) { guardAttribute(this, 'rel', value); set.call(this, value); } }.set }));
  accessor(g.HTMLScriptElement?.prototype, 'type', ({ get, set }) => ({ get: { get() { return readBack(this, 'type') ?? get.call(this); } }.get, set }));
  accessor(g.HTMLElement?.prototype, 'style', ({ get, set }) => ({ get, set: { set(value) { set.call(this, parkStyle(String(value), this.baseURI)); } }.set }));

  const element = g.Element.prototype;
  const setting = (name, at, count) => method(element, name, native => ({ [name](...args) {
    if (args.length < count) return native.apply(this, args);
    const attribute = String(args[at]).toLowerCase(), value = guardAttribute(this, attribute, args[count - 1]);
    if (value === undefined) return undefined;
    if (value !== args[count - 1]) args[count - 1] = value;
    return native.apply(this, args);
  } })[name]);
  setting('setAttribute', 0, 2);
  setting('setAttributeNS', 1, 3);
  for (const name of ['setAttributeNode', 'setAttributeNodeNS']) method(element, name, native => ({ [name](node) { return guardNode(this, node, () => native.call(this, node)); } })[name]);
  for (const name of ['setNamedItem', 'setNamedItemNS']) method(g.NamedNodeMap?.prototype, name, native => ({ [name](node) { return native.call(this, node); } })[name]);
  const guardNode = (owner, node, set) => {
    const value = guardAttribute(owner, node.name.toLowerCase(), node.value);
    if (value === undefined) return null;
    if (value !== node.value) node.value = value;
    return set();
  };
  for (const [owner, name] of [['Attr', 'value'], ['Node', 'nodeValue'], ['Node', 'textContent']]) {
    accessor(g[owner].prototype, name, ({ get, set }) => ({ get, set: { set(value) {
      if (this.nodeType === 2 && this.ownerElement) { const safe = guardAttribute(this.ownerElement, this.name.toLowerCase(), value); if (safe !== undefined) set.call(this, safe); }
      else set.call(this, name === 'value' ? value : guardText(this, value));
    } }.set }));
  }
  // A parked attribute reads back as set.
  method(element, 'getAttribute', native => ({ getAttribute(name) { const value = native.call(this, name); return value === null || this.localName === 'iframe' || this.localName === 'script' ? readBack(this, String(name).toLowerCase()) ?? value : value; } }).getAttribute);
  method(element, 'hasAttribute', native => ({ hasAttribute(name) { return native.call(this, name) || readBack(this, String(name).toLowerCase()) !== undefined; } }).hasAttribute);
  method(element, 'removeAttribute', native => ({ removeAttribute(name) { if (N.hasAttribute(this, HELD)) unpark(this, String(name).toLowerCase()); return native.call(this, name); } }).removeAttribute);
  // SVG's reflected href is an object of its own.
  const owners = new WeakMap();
  for (const name of ['SVGImageElement', 'SVGUseElement', 'SVGFEImageElement', 'SVGScriptElement']) {
    accessor(g[name]?.prototype, 'href', ({ get }) => ({ get: { get() { const value = get.call(this); owners.set(value, this); return value; } }.get }));
  }
  accessor(g.SVGAnimatedString?.prototype, 'baseVal', ({ get, set }) => ({ get, set: { set(value) {
    const owner = owners.get(this), safe = owner ? guardAttribute(owner, 'href', value) : value;
    if (safe !== undefined) set.call(this, safe);
  } }.set }));
};

// Text that becomes a style sheet or a script.
const TEXTY = { __proto__: null, style: 1, script: 1 };
const guardText = (node, value) => {
  const owner = node.nodeType === 1 ? node : node.parentNode;
  if (value === null || owner?.nodeType !== 1 || !TEXTY[owner.localName]) return value;
  if (owner.localName === 'style') {
    const text = String(value), out = parkStyle(text, owner.baseURI);
    if (out !== text) { N.setAttribute(owner, HELD, ''); adoptLater(owner); return out; }
  } else if (owner.isConnected) return scriptText(owner, value);
  return value;
};
/** Text put into a script that is in the page already: judged with the text in it, before the platform prepares it. */
const scriptText = (script, value) => {
  if (N.text(script) || N.hasAttribute(script, 'src')) return value;
  const probe = script.cloneNode(false);
  N.setText(probe, trusted.script(String(value)));
  parkScriptText(probe);
  if (N.getAttribute(probe, 'type') === HELD_TYPE) { for (const { name, value: v } of [...probe.attributes]) N.setAttribute(script, name, v); adoptLater(script); }
  return value;
};
const adoptLater = element => queueMicrotask(() => adopt(element));

const installTexts = g => {
  for (const [owner, name] of [['HTMLScriptElement', 'text'], ['HTMLScriptElement', 'textContent'], ['HTMLScriptElement', 'innerText'], ['HTMLElement', 'innerText'], ['CharacterData', 'data']]) {
    accessor(g[owner]?.prototype, name, ({ get, set }) => ({ get, set: { set(value) { set.call(this, guardText(this, value)); } }.set }));
  }
  for (const [name, at] of [['appendData', 0], ['insertData', 1], ['replaceData', 2]]) {
    method(g.CharacterData?.prototype, name, native => ({ [name](...args) { if (args.length > at) args[at] = guardText(this, args[at]); return native.apply(this, args); } })[name]);
  }
};

// Markup.
const installMarkup = g => {
  for (const [owner, name, at] of MARKUP) {
    const prototype = g[owner]?.prototype;
    const settle = target => { if (target.nodeType) { armFrames(target.nodeType === 1 && name === 'outerHTML' ? target.ownerDocument : target.parentNode || target); } };
    if (at < 0) accessor(prototype, name, ({ get, set }) => ({ get, set: { set(value) {
      if (this.nodeType === 1 && TEXTY[this.localName] && name === 'innerHTML') { set.call(this, guardText(this, value)); return; }
      const home = this.parentNode;
      const safe = value === null ? value : clean(value, this.baseURI);
      set.call(this, safe);
      if (safe !== value) adopt(name === 'outerHTML' ? home || this : this);
      if (/<(?:iframe|frame|object|embed)/i.test(value)) settle(name === 'outerHTML' ? home || this : this);
    } }.set }));
    else method(prototype, name, native => ({ [name](...args) {
      const value = args[at];
      if (name === 'parseFromString' && args[1] !== 'text/html') return native.apply(this, args);
      if (value !== undefined && value !== null) args[at] = clean(value, this.baseURI || g.document.baseURI);
      const made = native.apply(this, args);
      const root = made?.nodeType === 11 ? made : name === 'insertAdjacentHTML' ? this.parentNode || this : this;
      if (args[at] !== value && root.nodeType && root.nodeType !== 9) adopt(root);
      if (root.nodeType && /<(?:iframe|frame|object|embed)/i.test(value)) settle(root);
      return made;
    } })[name]);
  }
  method(g.Document, 'parseHTMLUnsafe', native => ({ parseHTMLUnsafe(html, ...rest) { return native.call(this, clean(html, g.document.baseURI), ...rest); } }).parseHTMLUnsafe);
  method(g.Document.prototype, 'execCommand', native => ({ execCommand(command, ui, value) {
    const name = String(command).toLowerCase();
    if (name === 'inserthtml') value = clean(value, this.baseURI);
    if (name === 'insertimage') { name; command = 'insertHTML'; value = clean(`<img src="${String(value).replace(/"/g, '&quot;')}">`, this.baseURI); }
    return native.call(this, command, ui, value);
  } }).execCommand);

  // document.write may come in pieces: what is unfinished waits for the rest.
  const tails = new WeakMap();
  for (const name of ['write', 'writeln']) method(g.Document.prototype, name, native => ({ [name](...parts) {
    const text = (tails.get(this) || '') + parts.join('') + (name === 'writeln' ? '\n' : '');
    const { out, rest } = parkMarkup(text, { base: this.baseURI, report: found, child: (html, sandbox) => childDocument(html, { sandbox }), partial: true });
    tails.set(this, rest);
    const behind = writesBehind(this);
    if (behind) {
      if (out) behind.after(g.document.createRange().createContextualFragment(trusted.html(out)));
    } else if (out) native.call(this, out === parts[0] ? parts[0] : trusted.html(out));
    if (/<(?:iframe|frame|object|embed)/i.test(out)) armFrames(this);
    if (out.includes(HELD)) adopt(this);
  } })[name]);
  method(g.Document.prototype, 'close', native => ({ close() {
    const rest = tails.get(this);
    tails.delete(this);
    if (rest) N.write(this, trusted.html(rest));
    return native.call(this);
  } }).close);
};

// Nodes.
const WATCHED = { __proto__: null, script: 1, style: 1, link: 1, iframe: 1, frame: 1, object: 1, embed: 1 };
/** Looks at nodes on their way in; true when frames must be armed afterwards. */
const inspect = (parent, node) => {
  const type = node?.nodeType;
  if (type === 3) {
    if (parent.nodeType === 1 && TEXTY[parent.localName]) { const safe = guardText({ nodeType: 3, parentNode: parent }, node.data); if (safe !== node.data) node.data = safe; }
    return false;
  }
  if (type !== 1 && type !== 11) return false;
  const deep = node.firstElementChild !== null;
  if (type === 11 && !deep && parent.nodeType === 1 && TEXTY[parent.localName]) for (const child of node.childNodes) inspect(parent, child);
  if (type === 1 && !deep && !WATCHED[node.localName] && node.ownerDocument === parent.ownerDocument) return false;
  if (type === 11 && !deep) return false;
  const document = parent.nodeType === 9 ? parent : parent.ownerDocument;
  if (node.ownerDocument !== document && document.defaultView) parkTree(node);
  else {
    if (type === 1 && node.localName === 'script') parkScriptText(node);
    if (type === 1 && node.localName === 'link') parkElement(node);
    if (deep) for (const script of type === 1 ? N.queryAll(node, 'script,link') : N.fragmentQueryAll(node, 'script,link')) script.localName === 'link' ? parkElement(script) : parkScriptText(script);
  }
  return true;
};
const installInsertion = g => {
  for (const [owner, names] of INSERTION) for (const name of names.split(' ')) {
    const inside = /^(?:append|prepend|replaceChildren|appendChild|insertBefore|replaceChild|moveBefore)$/.test(name);
    const ranged = owner === 'Range', at = name === 'insertAdjacentElement' ? 1 : 0;
    const parentOf = inside ? self => self : ranged ? self => self.startContainer : self => self.parentNode || self;
    if (name === 'appendChild' || name === 'insertBefore') {
      method(g[owner]?.prototype, name, native => name === 'appendChild'
        ? { appendChild(node) { const frames = inspect(this, node); const made = native.call(this, node); if (frames) armFrames(made.nodeType === 1 ? made : this); return made; } }.appendChild
        : { insertBefore(node, before) { if (arguments.length < 2) return native.apply(this, arguments); const frames = inspect(this, node); const made = native.call(this, node, before); if (frames) armFrames(made.nodeType === 1 ? made : this); return made; } }.insertBefore);
      continue;
    }
    method(g[owner]?.prototype, name, native => ({ [name](...nodes) {
      const parent = parentOf(this);
      let frames = false;
      for (let i = at; i < nodes.length; i += 1) {
        if (nodes[i]?.nodeType) frames = inspect(parent, nodes[i]) || frames;
        else if (parent.nodeType === 1 && TEXTY[parent.localName] && nodes[i] !== undefined) nodes[i] = guardText({ nodeType: 3, parentNode: parent }, nodes[i]);
      }
      const made = native.apply(this, nodes);
      if (frames) armFrames(parent.nodeType === 9 || parent.nodeType === 1 || parent.nodeType === 11 ? parent : parent.ownerDocument);
      return made;
    } })[name]);
  }
  method(g.Document.prototype, 'importNode', native => ({ importNode(node, deep) {
    // Copied in its own, inert document first, so that nothing starts before it was looked at.
    if (!node || node.nodeType !== 1 && node.nodeType !== 11 || node.ownerDocument === this || node.ownerDocument?.defaultView) return native.apply(this, arguments);
    const copy = node.cloneNode(!!(deep && typeof deep === 'object' ? !deep.selfOnly : deep));
    parkTree(copy);
    return this.adoptNode(copy);
  } }).importNode);
  method(g.Document.prototype, 'adoptNode', native => ({ adoptNode(node) {
    if (node && (node.nodeType === 1 || node.nodeType === 11) && node.ownerDocument !== this && this.defaultView) parkTree(node);
    return native.apply(this, arguments);
  } }).adoptNode);
  method(g.Element.prototype, 'attachShadow', native => ({ attachShadow(...args) { const root = native.apply(this, args); shadows.add(root); watch(root); return root; } }).attachShadow);
};

// Style sheets as objects.
const installStyles = g => {
  const base = () => g.document.baseURI;
  const raws = new WeakMap(), views = new WeakMap();
  const held = (text, revive) => hold({ kind: 2, subject: NOWHERE_URL.exec(text)[1], stage: 1, revive });
  for (const [owner, name, at] of STYLES) {
    const prototype = g[owner]?.prototype;
    const unwrap = self => raws.get(self) || self;
    if (at < 0) accessor(prototype, name, ({ get, set }) => ({ get: { get() { return get.call(unwrap(this)); } }.get, set: { set(value) {
      const self = unwrap(this), text = String(value), safe = parkStyle(text, base());
      set.call(self, safe);
      if (safe !== text) held(safe, () => set.call(self, freeStyle(get.call(self))));
    } }.set }));
    else method(prototype, name, native => ({ [name](...args) {
      const self = unwrap(this), text = args[at], safe = typeof text === 'string' || name !== 'set' && name !== 'append' ? parkStyle(String(text ?? ''), base()) : text;
      if (text === undefined || safe === String(text ?? '') || safe === text) return native.apply(self, args);
      const before = [...args];
      args[at] = safe;
      const made = native.apply(self, args);
      held(safe, () => {
        if (name === 'insertRule' || name === 'appendRule' || name === 'addRule') {
          const index = [...self.cssRules].findIndex(rule => rule.cssText.includes('about:invalid#'));
          if (index >= 0) { const rule = freeStyle(self.cssRules[index].cssText); self.deleteRule(index); native.call(self, rule, index); }
        } else native.apply(self, before);
      });
      return made;
    } })[name]);
  }
  // A rule's declaration has no attribute that could be watched, and its properties are no accessors in every browser: it is seen through a proxy.
  for (const owner of ['CSSStyleRule', 'CSSFontFaceRule', 'CSSKeyframeRule', 'CSSPageRule', 'CSSMarginRule', 'CSSNestedDeclarations']) accessor(g[owner]?.prototype, 'style', ({ get, set }) => ({ get: { get() {
    const style = get.call(this);
    let view = views.get(style);
    if (!view) {
      view = new Proxy(style, {
        get: (target, name) => { const value = target[name]; return typeof value === 'function' ? value.bind(target) : value; },
        set: (target, name, value) => {
          const text = typeof value === 'string' ? parkStyle(value, base()) : value;
          target[name] = text;
          if (text !== value) held(text, () => { target[name] = freeStyle(target[name]); });
          return true;
        },
      });
      views.set(style, view);
      raws.set(view, style);
    }
    return view;
  } }.get, set }));
  for (const name of ['getPropertyValue', 'getPropertyPriority', 'item', 'removeProperty']) method(g.CSSStyleDeclaration?.prototype, name, native => ({ [name](...args) { return native.apply(raws.get(this) || this, args); } })[name]);
  const frames = value => JSON.stringify(value ?? null)?.includes('url(') ? JSON.parse(JSON.stringify(value), (key, part) => typeof part === 'string' ? parkStyle(part, base()) : part) : value;
  method(g.Element.prototype, 'animate', native => ({ animate(keyframes, ...rest) { return native.call(this, frames(keyframes), ...rest); } }).animate);
};

// Frames by their getters.
const installFrames = g => {
  for (const name of ['HTMLIFrameElement', 'HTMLFrameElement', 'HTMLObjectElement', 'HTMLEmbedElement']) for (const property of ['contentWindow', 'contentDocument', 'getSVGDocument']) {
    accessor(g[name]?.prototype, property, ({ get }) => ({ get: { get() { armFrame2(this); return get.call(this); } }.get }));
  }
  const contentWindow = descriptorOf(g.HTMLIFrameElement.prototype, 'contentWindow');
  void contentWindow;
};
const armFrame2 = element => { if (!arming) { arming = true; try { armFrame(element); } finally { arming = false; } } };
let arming = false;

// What the parser makes, and what no setter tells of.
const observers = new WeakMap();
const FRAMES = /^(?:iframe|frame|object|embed)$/;
const MARKABLE = /^(?:script|iframe|img|video|audio|source|embed|object|template)$/;
const look = (node, parsed) => {
  const name = node.localName, deep = node.firstElementChild !== null;
  if (parsed) parkTree(node);
  else if (N.hasAttribute(node, 'style')) parkElement(node); // written through CSSOM while the element stood nowhere
  if (deep && !parsed) for (const styled of N.queryAll(node, '[style*="url("]')) parkElement(styled);
  if (deep || N.hasAttribute(node, HELD) || MARKABLE.test(name)) adopt(node);
  if (deep || FRAMES.test(name)) armFrames(node);
};
/** Watches a document or shadow root. parsed(): true while its nodes come from a parser that we did not feed. */
const watch = (root, parsed = () => false) => {
  if (observers.has(root)) return;
  const g = (root.nodeType === 9 ? root : root.ownerDocument).defaultView;
  if (!g) return;
  const observer = new g.MutationObserver(records => {
    const raw = parsed();
    for (const { type, target, addedNodes } of records) {
      if (type === 'attributes') {
        const style = N.getAttribute(target, 'style');
        if (style && style.includes('url(') && parkStyle(style, target.baseURI) !== style) parkElement(target);
      } else if (type === 'characterData' || target.localName === 'script') {
        const script = target.nodeType === 1 ? target : target.parentNode;
        if (script?.localName === 'script') parkScriptText(script);
      }
      for (const node of addedNodes) if (node.nodeType === 1) {
        look(node, raw);
        if (raw && node.localName === 'script' && !N.hasAttribute(node, 'src')) observer.observe(node, { childList: true, characterData: true, subtree: true });
      }
    }
    coverConnected();
  });
  observer.observe(root, { childList: true, subtree: true, attributes: true, attributeFilter: ['style'] });
  observers.set(root, observer);
};

/** Arms a window: once for its interfaces, and once for each document it shows. rewritten: its markup comes through markup.js. */
export const arm = (g, rewritten = false) => {
  if (!Object.hasOwn(g, HOOK)) {
    const hook = child => arm(child, true);
    hook.written = result => typeof result === 'string' ? childDocument(result) : undefined;
    Object.defineProperty(g, HOOK, { value: hook });
    realms.add(g);
    disguiseSource(g);
    installNetwork(g);
    installWrites(g);
    installWorkers(g);
    if (g.document) for (const install of [installAttributes, installTexts, installMarkup, installInsertion, installStyles, installFrames, installForms, installLate]) install(g);
  }
  if (g.document && !observers.has(g.document)) {
    const doc = g.document;
    watch(doc, () => !rewritten && doc.readyState === 'loading');
    if (!rewritten && doc.documentElement && g !== self) parkTree(doc);
    listenForms(g);
  }
};
/** For a document that was opened anew: its listeners are gone, its observer stays. */
export const relisten = g => listenForms(g);
void sinkOf; void CSS;
