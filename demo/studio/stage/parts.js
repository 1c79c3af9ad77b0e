// The parts of the banner as a designer thinks of them: which element stands for one, what it is made of, and where its words are.

/** What a part is drawn with (web/banner/*.css.js). */
const made = {
  panel: ["surface", "line", "radius", "shadow", "width", "inset"], dialog: ["surface", "line", "radius", "shadow", "preferencesWidth", "backdrop"], title: ["text", "font", "fontSize"], body: ["muted", "font", "fontSize"], notice: ["text", "accent"], intro: ["muted"],
  primary: ["accent", "onAccent", "radius"], quiet: ["surface", "text", "edge", "radius"], close: ["text", "surface"], withdraw: ["text", "edge", "radius"], link: ["muted"], links: ["line", "surface"], switch: ["accent", "muted", "surface"], name: ["text"],
  state: ["muted"], description: ["muted"], service: ["line", "radius"], reopen: ["surface", "text", "edge"], status: ["surface", "text", "line", "radius"], "services-title": ["text"], placeholder: ["surface", "text", "line", "radius"],
};

const rootsOf = (win) => [...win.document.querySelectorAll("assent-banner, assent-placeholder")].filter(({ shadowRoot }) => shadowRoot);

/** The part that `element` (of the light or the shadow tree) shows: the shadow element that carries it, and the light child, if any. */
function partOf(element) {
  if (element.assignedSlot) { const holder = element.assignedSlot.closest("[part]"); return { light: element, holder }; }
  const holder = element.closest("[part]");
  return holder ? { light: null, holder } : null;
}

/** What lies at a point of the frame; null outside the banner. */
export function partAt(win, x, y) {
  const host = win.document.elementFromPoint(x, y)?.closest("assent-banner, assent-placeholder");
  if (!host?.shadowRoot) return null;
  // Whatever the light tree covers is asked for itself; for the rest the shadow tree knows.
  const deep = [...host.shadowRoot.elementsFromPoint(x, y), ...win.document.elementsFromPoint(x, y)];
  const light = deep.find((element) => host.contains(element) && element !== host && element.assignedSlot), shadow = deep.find((element) => element.getRootNode() === host.shadowRoot && element.closest("[part]"));
  return describe(win, partOf(light ?? shadow ?? host.shadowRoot.querySelector("[part]")));
}

const roles = { button: "button", a: "link", input: "checkbox", h2: "heading, level 2", h3: "heading, level 3", h4: "heading, level 4", p: "paragraph", section: "region", dialog: "dialog", summary: "disclosure", label: "label" };

/** The focusable elements of a host, in the order in which Tab reaches them. */
function tabOrder(host) {
  const list = [];
  for (const element of host.shadowRoot.querySelectorAll("slot, summary, [tabindex]")) {
    if (element.localName === "slot") list.push(...element.assignedElements().filter((one) => one.matches("button, a, input") && one.getBoundingClientRect().height > 0));
    else if (element.getBoundingClientRect().height > 0 && element.getAttribute("tabindex") !== "-1") list.push(element);
  }
  return list;
}

function describe(win, found) {
  if (!found?.holder) return null;
  const { holder, light } = found, parts = holder.getAttribute("part").split(" "), element = light ?? holder, host = holder.getRootNode().host;
  const order = tabOrder(host), at = order.indexOf(element), words = light ? light.textContent.trim() : holder.childElementCount ? "" : holder.textContent.trim();
  const box = (holder.getBoundingClientRect().width ? holder : element).getBoundingClientRect(), style = win.getComputedStyle(element);
  return {
    win, host, element, holder, parts, action: light?.dataset.assentAction ?? "", layer: host.localName === "assent-placeholder" ? "placeholder" : host.dataset.layer || "reopen",
    role: element.getAttribute("role") ?? (light?.localName === "span" ? roles[holder.localName] ?? "text" : roles[element.localName] ?? "group"), name: element.getAttribute("aria-label") ?? (element.labels?.[0]?.textContent.trim() || words), words,
    tab: at < 0 ? 0 : at + 1, tabs: order.length, box: { left: box.left, top: box.top, width: box.width, height: box.height },
    tokens: [...new Set(parts.flatMap((part) => made[part] ?? []))], font: `${Math.round(parseFloat(style.fontSize) * 100) / 100} px · ${style.fontWeight}`,
  };
}

/** Every part of what is shown now, in reading order. */
export function partsNow(win) {
  return rootsOf(win).flatMap((host) => [...host.shadowRoot.querySelectorAll("[part]")].flatMap((holder) => {
    const slotted = [...holder.querySelectorAll(":scope > slot")].flatMap((slot) => slot.assignedElements());
    const shown = holder.getBoundingClientRect().width > 2 || slotted.some((element) => element.getBoundingClientRect().width > 0);
    return shown ? [describe(win, { holder, light: slotted[0] ?? null })] : [];
  })).filter((part) => part && (part.words || part.parts.some((name) => ["panel", "switch"].includes(name))));
}

/** Where the words of a part come from: an entry of the deck, or null. Where two say the same, the layer decides. */
export function entryOf(deck, language, { words, layer, action, parts }) {
  if (!words || !deck) return null;
  const prefix = { banner: "banner.", preferences: "preferences.", reopen: "reopen.", placeholder: "placeholder." }[layer];
  const id = action ? { "accept-all": `${prefix}accept-all`, "reject-all": `${prefix}reject-all`, preferences: layer === "reopen" ? "reopen.label" : "banner.preferences", save: "preferences.save", withdraw: "preferences.withdraw", close: "preferences.close" }[action]
    : { title: layer === "banner" ? "banner.title" : layer === "preferences" ? "preferences.title" : "", body: layer === "banner" ? "banner.body" : "", intro: "preferences.intro" }[parts.find((part) => ["title", "body", "intro"].includes(part))];
  const known = deck.entries.find((entry) => entry.id === id);
  if (known) return known;
  const same = deck.entries.filter((entry) => deck.read(entry, language).text === words);
  return same.find((entry) => prefix && entry.id.startsWith(prefix)) ?? same[0] ?? null;
}
