// The platform's own functions, taken before any other code runs: what the gate itself uses, whatever the page does to its globals later. Imported as a
// whole, under the name N. Where there is no document (in workers) its functions are not there either.
export const { getOwnPropertyDescriptor } = Object, { apply } = Reflect;

/** A method as a plain function: `uncurry(f)(self, ...args)`. */
const uncurry = f => f && ((self, ...args) => apply(f, self, args));
const of = (owner, name, part = 'value') => self[owner] && uncurry(getOwnPropertyDescriptor(self[owner].prototype, name)[part]);

const { URL, XMLHttpRequest: XHR, EventTarget, Blob } = self;
export { URL, XHR, EventTarget, Blob };
export const setTimeout = self.setTimeout.bind(self), fetch = self.fetch.bind(self), createObjectURL = URL.createObjectURL?.bind(URL), listen = of('EventTarget', 'addEventListener');

const element = name => of('Element', name);
export const getAttribute = element('getAttribute'), setAttribute = element('setAttribute'), setAttributeNS = element('setAttributeNS'), hasAttribute = element('hasAttribute'),
  removeAttribute = element('removeAttribute'), setInnerHTML = of('Element', 'innerHTML', 'set');
export const compare = of('Node', 'compareDocumentPosition'), text = of('Node', 'textContent', 'get'), setText = of('Node', 'textContent', 'set');
export const write = of('Document', 'write'), open = of('Document', 'open'), close = of('Document', 'close'), cookie = of('Document', 'cookie', 'get'), setCookie = of('Document', 'cookie', 'set');

const nodeType = of('Node', 'nodeType', 'get'), all = { 1: element('querySelectorAll'), 9: of('Document', 'querySelectorAll'), 11: of('DocumentFragment', 'querySelectorAll') };
/** By the platform's own nodeType: a form's fields can stand in for its properties. Nothing in a node that has no elements. */
export const queryAll = (root, selector) => all[nodeType(root)]?.(root, selector) || [];
const matches = element('matches');
/** The same with the root itself, unless its fields stand in for what it is asked. */
export const within = (root, selector) => [...root.nodeType === 1 && matches(root, selector) ? [root] : [], ...queryAll(root, selector)];
