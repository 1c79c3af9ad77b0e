// What can be measured on a banner that is really there: boxes, colours as they are painted, roles and names. Everything is read from the
// rendered page in `win`; nothing is taken from the policy.
import { composite, contrast } from "../colour/contrast.js";

const canvas = Object.assign(document.createElement("canvas"), { width: 1, height: 1 }).getContext("2d", { willReadFrequently: true });
const known = new Map();
/** Any computed colour, in whatever space it is written, as [r, g, b, alpha] of sRGB. */
function rgba(css) {
  if (!known.has(css)) {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = "#0000";
    canvas.fillStyle = css;
    canvas.fillRect(0, 0, 1, 1);
    known.set(css, [...canvas.getImageData(0, 0, 1, 1).data].map((value) => value / 255));
  }
  return known.get(css);
}

/** The flattened tree upwards: through slots and out of shadow roots. */
const parentOf = (node) => node.assignedSlot ?? node.parentElement ?? node.getRootNode().host ?? null;
function* upwards(element) { for (let at = element; at; at = parentOf(at)) yield at; }

/** The colour under `element`'s content as it is painted, and whether a picture lies there, which no one colour can stand for. */
function groundOf(win, element) {
  const layers = [];
  let picture = false;
  for (const at of upwards(element)) {
    const style = win.getComputedStyle(at);
    if (style.display === "contents") continue;
    const colour = rgba(style.backgroundColor);
    if (style.backgroundImage !== "none" && colour[3] < 1) picture = true;
    if (colour[3] > 0) layers.push(colour);
    if (colour[3] === 1) break;
  }
  const dark = win.getComputedStyle(win.document.documentElement).colorScheme === "dark";
  return { colour: layers.reduceRight((under, over) => composite(over, under), dark ? [0.07, 0.07, 0.07, 1] : [1, 1, 1, 1]), picture };
}
const opacityOf = (win, element) => [...upwards(element)].reduce((product, at) => product * (win.getComputedStyle(at).display === "contents" ? 1 : Number(win.getComputedStyle(at).opacity)), 1);

const round = (value) => Math.round(value * 100) / 100;
const boxOf = (element) => { const { left, top, width, height } = element.getBoundingClientRect(); return { left: round(left), top: round(top), width: round(width), height: round(height) }; };
const inView = (win, { left, top, width, height }) => width > 0 && height > 0 && left >= -1 && top >= -1 && left + width <= win.innerWidth + 1 && top + height <= win.innerHeight + 1;

/** Text on its ground: {text, size, weight, ratio, front, ground, picture}. */
function reads(win, element) {
  const style = win.getComputedStyle(element), ground = groundOf(win, element), colour = rgba(style.color);
  const front = composite([...colour.slice(0, 3), colour[3] * opacityOf(win, element)], ground.colour);
  return { text: element.textContent.trim().slice(0, 60), size: parseFloat(style.fontSize), weight: Number(style.fontWeight), ratio: round(contrast(front, ground.colour)), front, ground: ground.colour, picture: ground.picture };
}

function controlOf(win, element) {
  const style = win.getComputedStyle(element), box = boxOf(element), { colour: around } = groundOf(win, parentOf(element.assignedSlot?.parentElement ?? element) ?? element);
  const fill = composite(rgba(style.backgroundColor), around), edge = parseFloat(style.borderTopWidth) > 0 && style.borderTopStyle !== "none" ? composite(rgba(style.borderTopColor), around) : null;
  return {
    ...reads(win, element), action: element.dataset.assentAction ?? "", part: element.assignedSlot?.parentElement?.getAttribute("part") ?? "", tag: element.localName, role: element.getAttribute("role") ?? "", name: (element.getAttribute("aria-label") ?? element.textContent).trim(), box, inView: inView(win, box),
    fill, hasFill: rgba(style.backgroundColor)[3] > 0 && contrast(fill, around) > 1.05, edgeRatio: round(Math.max(contrast(fill, around), edge ? contrast(edge, around) : 1)), border: `${style.borderTopWidth} ${style.borderTopStyle}`, radius: style.borderTopLeftRadius, display: style.display,
  };
}

/** What an element says to the eyes. */
const wordOf = (element) => (element?.getBoundingClientRect().width > 0 ? element.textContent.trim() : "");

/** Words of the banner that are no control. */
const WORDS = "span, label";

/** The banner as it is seen at this moment; null when there is none. */
export function screenOf(win) {
  const host = win.document.querySelector("assent-banner"), root = host?.shadowRoot;
  if (!host) return null;
  // What is still coming in has come in.
  for (const animation of root?.getAnimations() ?? []) animation.finish();
  const panel = root?.querySelector("[part~=panel]");
  const width = win.innerWidth, height = win.innerHeight, box = panel && boxOf(panel);
  const seen = box && { width: Math.max(0, Math.min(width, box.left + box.width) - Math.max(0, box.left)), height: Math.max(0, Math.min(height, box.top + box.height) - Math.max(0, box.top)) };
  const visible = (element) => { const { width: w, height: h } = element.getBoundingClientRect(); return w > 0 && h > 0; };
  const light = [...host.querySelectorAll("button, a, input")].filter(visible);
  return {
    width, height, layer: host.dataset.layer ?? "", layout: host.dataset.layout ?? "", isolated: root ? "open" : "closed", position: win.getComputedStyle(host).position,
    panel: panel && { tag: panel.localName, role: panel.getAttribute("role") ?? { section: "region", dialog: "dialog" }[panel.localName] ?? "", name: panel.getAttribute("aria-label") ?? "", modal: panel.matches(":modal"), headings: panel.querySelectorAll("h2").length, box,
      covers: round((seen.width * seen.height) / (width * height)), wide: panel.scrollWidth > panel.clientWidth + 1 },
    pageWide: win.document.documentElement.scrollWidth > width + 1,
    controls: light.filter(({ localName }) => localName === "button").map((element) => controlOf(win, element)),
    links: light.filter(({ localName }) => localName === "a").map((element) => ({ ...reads(win, element), box: boxOf(element) })),
    boxes: light.filter(({ localName }) => localName === "input").map((element) => {
      const { colour } = groundOf(win, parentOf(element.assignedSlot.parentElement)), track = composite(rgba(win.getComputedStyle(element).backgroundColor), colour);
      return { id: element.dataset.assentCategory ?? element.dataset.assentService, kind: element.dataset.assentCategory ? "category" : "service", checked: element.checked, disabled: element.disabled, box: boxOf(element), ratio: round(contrast(track, colour)), said: wordOf(element.assignedSlot.closest("[part~=row]")?.querySelector("[part~=state]")) };
    }),
    words: [...host.querySelectorAll(WORDS)].filter((element) => visible(element) && element.textContent.trim() && element.assignedSlot).map((element) => ({ ...reads(win, element), part: element.assignedSlot.parentElement.getAttribute("part") ?? "" })),
    clipped: panel ? [...panel.querySelectorAll("[part~=button]")].flatMap((part) => [...part.querySelectorAll("slot")].flatMap((slot) => slot.assignedElements())).filter((element) => element.scrollWidth > element.clientWidth + 2).map((element) => element.textContent.trim()) : [],
    status: (root?.querySelector("[part~=status]")?.textContent ?? "").trim(),
  };
}

/** Elements of the page that would be hidden whole under the banner when they get the focus, after the banner has had its say. */
export async function hiddenFocus(win) {
  const host = win.document.querySelector("assent-banner"), hidden = [];
  for (const element of [...win.document.querySelectorAll("a[href], button, input")].filter((one) => !host?.contains(one) && one.getBoundingClientRect().height > 0)) {
    // What focus does, without taking it from where the designer is typing: the browser scrolls, and says so. (scrollIntoView would scroll the studio, too.)
    const seat = element.getBoundingClientRect(), style = win.getComputedStyle(win.document.documentElement), [above, below] = [style.scrollPaddingTop, style.scrollPaddingBottom].map((text) => parseFloat(text) || 0);
    if (seat.top < above) win.scrollBy(0, seat.top - above);
    else if (seat.bottom > win.innerHeight - below) win.scrollBy(0, seat.bottom - win.innerHeight + below);
    element.dispatchEvent(new win.FocusEvent("focusin", { bubbles: true, composed: true }));
    await new Promise((done) => win.requestAnimationFrame(() => setTimeout(done)));
    const panel = host?.shadowRoot?.querySelector("[part~=panel]")?.getBoundingClientRect(), seen = element.getBoundingClientRect();
    if (panel && seen.left >= panel.left && seen.right <= panel.right && seen.top >= panel.top && seen.bottom <= panel.bottom) hidden.push((element.textContent || element.id).trim().slice(0, 40));
  }
  win.scrollTo(0, 0);
  return hidden;
}
