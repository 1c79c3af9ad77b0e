// Style as objects: declarations, rules, sheets, animations. A held URL in them leads nowhere until it is granted.
import { apply, construct } from './native.js';
import { STYLES } from './sinks.js';
import { parkStyle, freeStyle, NOWHERE_URL } from './markup.js';
import { hold } from './ledger.js';

/** Installs the rows of style text in a realm. */
export const installStyles = ({ call, get, set, make }, g) => {
  const raws = new WeakMap(), views = new WeakMap(), raw = self => raws.get(self) || self;
  const clean = text => typeof text === 'string' ? parkStyle(text, g.document.baseURI) : text;
  const held = (text, revive) => hold({ kind: 2, subject: NOWHERE_URL.exec(text)[1], revive });
  set('CSSStyleDeclaration', 'cssText', (self, value, native) => {
    const safe = clean(String(value));
    apply(native, raw(self), [safe]);
    if (safe !== value) held(safe, () => { self.cssText = freeStyle(self.cssText); });
  });
  for (const [owner, names, at] of STYLES) call(owner, names, (self, args, native, name) => {
    const given = [...args], text = typeof args[at] === 'object' ? [].concat(args[at]).join('') : args[at], safe = clean(text);
    if (safe === text) return apply(native, raw(self), args);
    args[at] = safe;
    const made = apply(native, raw(self), args);
    held(safe, () => {
      // A keyframe that is appended takes the place of the one before it.
      if (!/^(?:in|ad)/.test(name)) return apply(native, raw(self), given);
      const at = [...self.cssRules].findIndex(rule => NOWHERE_URL.test(rule.cssText));
      if (at < 0) return undefined;
      const rule = freeStyle(self.cssRules[at].cssText);
      self.deleteRule(at);
      return self.insertRule(rule, at);
    });
    return made;
  });
  // A rule's declaration has no attribute that could be watched, and its properties are no accessors in every browser: it is seen through a proxy.
  get('CSSStyleRule CSSFontFaceRule CSSKeyframeRule CSSNestedDeclarations', 'style', (self, native) => {
    const style = apply(native, self, []);
    if (!views.has(style)) {
      const view = new Proxy(style, {
        get: (target, name) => typeof target[name] === 'function' ? target[name].bind(target) : target[name],
        set: (target, name, value) => {
          const safe = clean(value);
          target[name] = safe;
          if (safe !== value) held(safe, () => { target[name] = freeStyle(target[name]); });
          return true;
        },
      });
      views.set(style, view);
      raws.set(view, style);
    }
    return views.get(style);
  });
  // run() gives an animation, an effect, or nothing where `effect` is set anew.
  const keyframes = (args, at, run, effect) => {
    const given = args[at], frames = JSON.stringify(given ?? null);
    if (frames?.includes('url(')) args[at] = JSON.parse(frames, (_, part) => clean(part));
    const made = run(), safe = JSON.stringify(args[at]);
    if (NOWHERE_URL.test(safe)) held(safe, () => (made ? made.effect || made : effect).setKeyframes(given));
    return made;
  };
  for (const [owner, name] of [['Element', 'animate'], ['KeyframeEffect', 'setKeyframes']]) call(owner, name, (self, args, native) => keyframes(args, 0, () => apply(native, self, args), self));
  make('KeyframeEffect', (args, native, target) => keyframes(args, 1, () => construct(native, args, target)));
  call('CSS', 'registerProperty', (self, args, native) => apply(native, self, [args[0] && { ...args[0], initialValue: clean(args[0].initialValue) }]));
};
