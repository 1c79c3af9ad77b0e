// The platform's own functions, taken before any other code runs, and the art of replacing one so that the page can't tell.
const { defineProperty, getOwnPropertyDescriptor } = Object;
const { apply } = Reflect;
const originals = new WeakMap();

/** The descriptor of a property, wherever on the prototype chain it lives. */
export const descriptorOf = (object, name) => {
  for (; object; object = Object.getPrototypeOf(object)) {
    const descriptor = getOwnPropertyDescriptor(object, name);
    if (descriptor) return descriptor;
  }
};

/** A method as a plain function: `uncurry(f)(self, ...args)`. */
export const uncurry = method => (self, ...args) => apply(method, self, args);
const get = (owner, name) => { const d = owner && descriptorOf(owner.prototype, name); return d && d.get ? uncurry(d.get) : () => null; };
const set = (owner, name) => { const d = owner && descriptorOf(owner.prototype, name); return d && d.set ? uncurry(d.set) : () => {}; };
const fn = (owner, name) => owner && owner.prototype[name] ? uncurry(owner.prototype[name]) : () => {};

/** What the gate itself uses, whatever the page does to its globals later. */
export const N = typeof document === 'undefined' ? { URL: self.URL, setTimeout: self.setTimeout.bind(self) } : {
  URL: self.URL, XHR: self.XMLHttpRequest, EventTarget: self.EventTarget, Blob: self.Blob,
  setTimeout: self.setTimeout.bind(self), createObjectURL: URL.createObjectURL.bind(URL),
  getAttribute: fn(self.Element, 'getAttribute'), setAttribute: fn(self.Element, 'setAttribute'), hasAttribute: fn(self.Element, 'hasAttribute'),
  removeAttribute: fn(self.Element, 'removeAttribute'), queryAll: fn(self.Element, 'querySelectorAll'), documentQueryAll: fn(self.Document, 'querySelectorAll'),
  fragmentQueryAll: fn(self.DocumentFragment, 'querySelectorAll'), insertBefore: fn(self.Node, 'insertBefore'), appendChild: fn(self.Node, 'appendChild'),
  removeChild: fn(self.Node, 'removeChild'), createElement: fn(self.Document, 'createElement'), compare: fn(self.Node, 'compareDocumentPosition'),
  listen: fn(self.EventTarget, 'addEventListener'), dispatch: fn(self.EventTarget, 'dispatchEvent'),
  text: get(self.Node, 'textContent'), setText: set(self.Node, 'textContent'), innerHTML: get(self.Element, 'innerHTML'), setInnerHTML: set(self.Element, 'innerHTML'),
  write: fn(self.Document, 'write'), open: fn(self.Document, 'open'), close: fn(self.Document, 'close'),
  contentWindow: get(self.HTMLIFrameElement, 'contentWindow'), cookie: get(self.Document, 'cookie'), setCookie: set(self.Document, 'cookie'),
};

/** Makes `fake` look like `native`: name, length, and source text. */
export const disguise = (fake, native) => {
  originals.set(fake, native);
  for (const key of ['name', 'length']) defineProperty(fake, key, getOwnPropertyDescriptor(native, key));
  return fake;
};

/** Replaces a method by `make(native)`, keeping its descriptor; does nothing where the platform has none. */
export const method = (owner, name, make) => {
  while (owner && !Object.hasOwn(owner, name)) owner = Object.getPrototypeOf(owner); // a worker's globals live on its prototype
  const d = owner && getOwnPropertyDescriptor(owner, name);
  if (!d || typeof d.value !== 'function' || !d.configurable) return;
  defineProperty(owner, name, { ...d, value: disguise(make(d.value), d.value) });
};

/** Replaces an accessor; `make` gets {get, set} of the platform and gives the ones to change. */
export const accessor = (owner, name, make) => {
  const d = owner && getOwnPropertyDescriptor(owner, name);
  if (!d || !d.configurable || !(d.get || d.set)) return;
  const changed = make(d);
  for (const part of ['get', 'set']) if (changed[part] && d[part]) d[part] = disguise(changed[part], d[part]);
  defineProperty(owner, name, d);
};

/** Replaces a constructor: `construct(args, target, native)`. A proxy keeps statics, name, length and instanceof. */
export const constructor = (g, name, construct) => {
  const native = g[name];
  if (typeof native !== 'function') return;
  const fake = new Proxy(native, { construct: (target, args, newTarget) => construct(args, newTarget === fake ? native : newTarget, native) });
  originals.set(fake, native);
  defineProperty(g, name, { ...getOwnPropertyDescriptor(g, name), value: fake });
  defineProperty(native.prototype, 'constructor', { ...getOwnPropertyDescriptor(native.prototype, 'constructor'), value: fake });
};

/** Teaches a realm's Function.prototype.toString to tell the platform's text of what we replaced. */
export const disguiseSource = g => method(g.Function.prototype, 'toString', native => ({ toString() { return apply(native, originals.get(this) || this, []); } }).toString);

const policy = (() => {
  const make = { createHTML: s => s, createScript: s => s, createScriptURL: s => s };
  try { return self.trustedTypes ? self.trustedTypes.createPolicy('assent', make) : make; } catch { return make; }
})();
/** Strings of ours on pages that require Trusted Types (policy name: assent). */
export const trusted = { html: policy.createHTML.bind(policy), script: policy.createScript.bind(policy), url: policy.createScriptURL.bind(policy) };
