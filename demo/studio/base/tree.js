// A small declarative tree. `h` says how a piece of the page should be, `patch` makes the page so and touches only what differs: focus,
// caret, scroll and running transitions stay where they are. This is all the framework that the studio has.

const VNODES = Symbol("what this element's children were last described as");
const SVG = "http://www.w3.org/2000/svg";

/**
 * Describes an element. `props`: attributes by name (`false`, `null` and `undefined` leave one out, `true` is an empty one), `on…` handlers, the live properties `value`,
 * `checked`, `indeterminate`, `disabled`, `open`, `key` (stays the same for the same thing among its siblings), and
 * `use(element)`: called once when the element is made; what it answers is called when the element goes. With `opaque` the element looks after its children itself.
 */
export function h(tag, props, ...children) {
  const list = children.flat(Infinity).filter((child) => child !== null && child !== undefined && typeof child !== "boolean")
    .map((child) => (typeof child === "object" ? child : { text: String(child) }));
  return { tag, props: props ?? {}, key: props?.key, children: list };
}

const LIVE = new Set(["value", "checked", "indeterminate", "disabled", "open"]);

function setProp(element, name, value, before) {
  if (name === "key" || name === "use" || name === "opaque") return;
  if (name.startsWith("on")) element[name.toLowerCase()] = value || null;
  else if (LIVE.has(name) && name in element) {
    // What somebody is typing or has folded away is theirs: it is written only when what it should be has changed.
    if ((name === "value" || name === "open") && value === before) return;
    const next = name === "value" ? String(value ?? "") : Boolean(value);
    if (element[name] !== next) element[name] = next;
  } else if (value === false || value === null || value === undefined) element.removeAttribute(name);
  else if (value !== before) element.setAttribute(name, value === true ? "" : value);
}

function setProps(element, props, before) {
  for (const name in before) if (!(name in props)) setProp(element, name, undefined, before[name]);
  for (const name in props) if (name !== "value") setProp(element, name, props[name], before[name]);
}

function create(vnode, svg) {
  if (vnode.text !== undefined) return document.createTextNode(vnode.text);
  const inSvg = svg || vnode.tag === "svg";
  const element = inSvg ? document.createElementNS(SVG, vnode.tag) : document.createElement(vnode.tag);
  setProps(element, vnode.props, {});
  patch(element, vnode.children, inSvg);
  if ("value" in vnode.props) setProp(element, "value", vnode.props.value); // a <select> needs its options first
  if (vnode.props.use) vnode.gone = vnode.props.use(element);
  return element;
}

function update(element, vnode, before, svg) {
  if (vnode === before) return; // described once, shown unchanged
  if (vnode.text !== undefined) {
    if (vnode.text !== before.text) element.data = vnode.text;
    return;
  }
  setProps(element, vnode.props, before.props);
  vnode.gone = before.gone;
  if (!vnode.props.opaque) patch(element, vnode.children, svg || vnode.tag === "svg");
  if ("value" in vnode.props) setProp(element, "value", vnode.props.value, before.props.value);
}

function forget(vnode) {
  vnode.gone?.();
  vnode.children?.forEach(forget);
}

/** Makes `vnodes` the children of `parent`. Children that `patch` did not make are left alone behind them. */
export function patch(parent, vnodes, svg = false) {
  const old = parent[VNODES] ?? [];
  const keyed = new Map(old.filter(({ vnode }) => vnode.key !== undefined).map((entry) => [entry.vnode.key, entry]));
  const plain = old.filter(({ vnode }) => vnode.key === undefined);
  const taken = new Set();
  const next = vnodes.map((vnode) => {
    const found = vnode.key !== undefined ? keyed.get(vnode.key) : plain.find((entry) => !taken.has(entry) && entry.vnode.tag === vnode.tag);
    if (!found || found.vnode.tag !== vnode.tag || taken.has(found)) return { vnode };
    taken.add(found);
    return { vnode, node: found.node, before: found.vnode };
  });
  for (const entry of old) if (!taken.has(entry)) { forget(entry.vnode); entry.node.remove(); }
  let place = old.length ? parent.firstChild : null;
  for (const entry of next) {
    if (entry.before) update(entry.node, entry.vnode, entry.before, svg);
    else entry.node = create(entry.vnode, svg);
    if (entry.node === place) place = place.nextSibling;
    else parent.insertBefore(entry.node, place);
  }
  parent[VNODES] = next.map(({ vnode, node }) => ({ vnode, node }));
}
