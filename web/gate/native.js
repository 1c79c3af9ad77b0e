// The art of standing before one of the platform's functions so that the page can't tell.
import { getOwnPropertyDescriptor, apply } from './platform.js';
const { defineProperty, getPrototypeOf } = Object;
const { construct } = Reflect;
const originals = new WeakMap();

/** Makes `fake` look like `native`: name, length, and source text. */
const disguise = (fake, native) => {
  originals.set(fake, native);
  for (const key of ['name', 'length']) defineProperty(fake, key, getOwnPropertyDescriptor(native, key));
  return fake;
};
const change = (owner, name, part, make) => {
  const d = owner && getOwnPropertyDescriptor(owner, name);
  if (!d?.configurable || !d[part]) return;
  defineProperty(owner, name, { ...d, [part]: disguise(make(d[part], name), d[part]) });
};

/**
 * The three ways to stand before the platform in a realm g. owners: names of interfaces or namespaces, '' for the realm's globals; their own functions count where the
 * prototype has none. What a realm lacks is passed over. Handlers get the platform's function and call it by `apply` or `construct`:
 * call(owners, names, (self, args, native, name)) · get(owners, names, (self, native, name)) · set(owners, names, (self, value, native, name)) ·
 * make(names, (args, native, target)) · fast(part of the descriptor, (native, name) => the function in its place)(owners, names).
 */
export const hooks = g => {
  const each = (part, wrap) => (owners, names, handler) => {
    for (const owner of owners.split(' ')) for (const name of names.split(' ')) {
      let holder = owner ? g[owner]?.prototype : g;
      // A worker's globals live on its prototype, a namespace's and an interface's own functions on itself.
      while (holder && !Object.hasOwn(holder, name)) holder = owner ? 0 : getPrototypeOf(holder);
      holder ||= g[owner];
      change(holder, name, part, native => wrap(native, name, handler));
    }
  };
  return {
    // For what a page does ten thousand times, where it is no matter of ours: a function with code of its own, which the engine compiles with what it calls. That
    // its arguments are `...args`, which are handed on as they are, spares it the list.
    fast: each,
    call: each('value', (native, name, handler) => ({ method(...args) { return handler(this ?? g, args, native, name); } }).method),
    get: each('get', (native, name, handler) => ({ getter() { return handler(this ?? g, native, name); } }).getter),
    set: each('set', (native, name, handler) => ({ setter(value) { handler(this ?? g, value, native, name); } }).setter),
    // A proxy keeps a constructor's statics, name, length and instanceof. An alias among the names stays the same as what it is an alias of.
    make: (names, handler) => {
      for (const name of names.split(' ')) {
        const native = g[name];
        if (!native) continue;
        const { constructor } = native.prototype, fake = originals.get(constructor) === native ? constructor : new Proxy(native, { construct: (_, args, target) => handler(args, native, target === fake ? native : target) });
        originals.set(fake, native);
        // Set, not defined: a constructor's descriptor stays. Audio makes what is another's, and is not its constructor.
        g[name] = fake;
        if (constructor === native) native.prototype.constructor = fake;
      }
    },
  };
};
export { apply, construct };

/** Teaches a realm's Function.prototype.toString to tell the platform's text of what we replaced. */
export const disguiseSource = g => hooks(g).call('Function', 'toString', (self, args, native) => apply(native, originals.get(self) || self, args));

const policy = (() => {
  const same = text => text, plain = { createHTML: same, createScript: same, createScriptURL: same };
  try { return self.trustedTypes?.createPolicy('assent', plain) || plain; } catch { return plain; }
})();
/** Strings of ours on pages that require Trusted Types (policy name: assent). */
export const trusted = { html: text => policy.createHTML(text), script: text => policy.createScript(text), url: text => policy.createScriptURL(text) };
