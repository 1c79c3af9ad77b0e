// The gallery as one picture. A page may not photograph itself, so each state is drawn again: the rendered tree with its computed styles goes into an SVG, the SVG
// onto a canvas. Text, boxes, colours and borders are what the browser computed; pictures of other origins and form controls' own ornaments may differ.
import { download } from "../base/files.js";

const SKIP = new Set(["script", "style", "link", "meta", "title", "template", "noscript", "iframe", "slot"]);
const VOID = { "-webkit-locale": 1, "block-size": 1, "inline-size": 1, "min-block-size": 1, "min-inline-size": 1, "max-block-size": 1, "max-inline-size": 1, "perspective-origin": 1, "transform-origin": 1 };
const escape = (text) => text.replace(/[&<>"]/g, (char) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[char]).replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/g, "");

/** The declarations in which `style` differs from `plain` (by property). */
function declarations(style, plain, extra = "") {
  let out = "";
  for (const name of style) {
    if (name.startsWith("--") || VOID[name] || name.startsWith("animation") || name.startsWith("transition")) continue;
    const value = style.getPropertyValue(name);
    // The width of an edge is computed as 0 where it has no style, so an equal one says nothing.
    if (value !== plain.get(name) || /^(border|outline).*-width$/.test(name)) out += `${name}:${value};`;
  }
  return out + extra;
}

/** A page as XHTML that needs no style sheet: the flattened tree, shadow trees and slots resolved. */
export function flatten(win) {
  const { document: doc } = win;
  // Everything becomes a <span>: of all elements it is the one to which a browser's own style sheet does nothing.
  const made = doc.createElement("span");
  made.style.all = "initial";
  doc.documentElement.append(made);
  const style = win.getComputedStyle(made), plain = new Map([...style].map((property) => [property, style.getPropertyValue(property)]));
  made.remove();
  const before = (element, which) => {
    const style = win.getComputedStyle(element, which), { content } = style;
    if (content === "none" || content === "normal" || content === "") return "";
    const words = /^"((?:[^"\\]|\\.)*)"/.exec(content)?.[1] ?? "";
    return `<span style="${escape(declarations(style, plain))}">${escape(words)}</span>`;
  };
  const visit = (node) => {
    if (node.nodeType === 3) return escape(node.data);
    if (node.nodeType !== 1 || SKIP.has(node.localName) && node.localName !== "slot") return "";
    if (node.localName === "slot") return (node.assignedNodes().length ? node.assignedNodes() : [...node.childNodes]).map(visit).join("");
    const style = win.getComputedStyle(node);
    if (style.display === "none" || style.visibility === "hidden") return "";
    const children = node.localName === "details" && !node.open ? [...node.children].filter(({ localName }) => localName === "summary") : node.shadowRoot ? [...node.shadowRoot.childNodes] : [...node.childNodes];
    const inside = before(node, "::before") + children.map(visit).join("") + before(node, "::after");
    if (style.display === "contents") return inside;
    if (node.namespaceURI === "http://www.w3.org/2000/svg") {
      const attributes = [...node.attributes].map(({ name, value }) => `${name}="${escape(value)}"`).join(" ");
      const paint = ["fill", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin", "opacity"].map((name) => `${name}:${style.getPropertyValue(name)}`).join(";");
      return `<${node.localName} ${node.localName === "svg" ? 'xmlns="http://www.w3.org/2000/svg" ' : ""}${attributes.replace(/style="[^"]*"/, "")} style="${escape(node.localName === "svg" ? declarations(style, plain) : paint)}">${inside}</${node.localName}>`;
    }
    // Fixed boxes stand where they are seen; everything in the top layer comes after the page.
    const fixed = style.position === "fixed" || node.matches(":popover-open, :modal");
    const box = fixed && node.getBoundingClientRect();
    const place = fixed ? `position:fixed;inset:auto;left:${box.left}px;top:${box.top}px;width:${box.width}px;height:${box.height}px;margin:0;box-sizing:border-box;` : `width:${style.width};height:${style.height};`;
    const scrolls = /auto|scroll/.test(style.overflow) ? "overflow:hidden;" : "";
    const backdrop = node.matches(":modal") ? `<div style="position:fixed;inset:0;background:${win.getComputedStyle(node, "::backdrop").backgroundColor}"></div>` : "";
    const text = node.localName === "input" && ["text", "email", "search", ""].includes(node.type) ? escape(node.value || node.placeholder || "") : "";
    return `${backdrop}<span style="${escape(declarations(style, plain, place + scrolls))}">${inside}${text}</span>`;
  };
  return `<div xmlns="http://www.w3.org/1999/xhtml" style="position:relative;width:${win.innerWidth}px;height:${win.innerHeight}px;overflow:hidden"><div style="position:absolute;left:0;top:${-win.scrollY}px;width:100%">${visit(doc.body)}</div></div>`;
}

const picture = (svg) => new Promise((resolve, reject) => {
  const image = new Image();
  image.onload = () => resolve(image);
  image.onerror = () => reject(new Error("the browser could not draw it"));
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
});

/** Draws a frame's page; resolves with an image of its size. */
export const drawn = (win) => picture(`<svg xmlns="http://www.w3.org/2000/svg" width="${win.innerWidth}" height="${win.innerHeight}"><foreignObject width="100%" height="100%">${flatten(win)}</foreignObject></svg>`);

/** The gallery on one canvas. */
export async function sheetOf(app) {
  const tiles = await app.stage.gallery.tiles.all(), columns = 4, gap = 32, width = Math.max(...tiles.map((tile) => tile.width)), line = 56;
  const rows = [];
  for (let i = 0; i < tiles.length; i += columns) rows.push(tiles.slice(i, i + columns));
  const heights = rows.map((row) => Math.max(...row.map(({ height }) => height)) + line);
  const canvas = Object.assign(document.createElement("canvas"), { width: columns * (width + gap) + gap, height: 120 + heights.reduce((sum, one) => sum + one + gap, 0) });
  const paint = canvas.getContext("2d");
  const dark = app.ui.scheme === "dark";
  paint.fillStyle = dark ? "#17181d" : "#f3f3f6";
  paint.fillRect(0, 0, canvas.width, canvas.height);
  paint.fillStyle = dark ? "#f1f1f4" : "#22232b";
  paint.font = "600 30px system-ui, sans-serif";
  paint.fillText(`${app.now.value?.site?.name ?? ""} · ${app.variant.name}`, gap, 64);
  paint.font = "17px system-ui, sans-serif";
  paint.fillText(`${app.ui.scheme} · ${new Date().toISOString().slice(0, 10)} · rule set ${app.now.report.ruleSet}`, gap, 94);
  let top = 120;
  for (const [r, row] of rows.entries()) {
    for (const [c, tile] of row.entries()) {
      const left = gap + c * (width + gap);
      paint.drawImage(await drawn(tile.frame.window), left, top + line - 16);
      paint.fillStyle = dark ? "#f1f1f4" : "#22232b";
      paint.font = "600 17px system-ui, sans-serif";
      paint.fillText(tile.title, left, top + 22);
    }
    top += heights[r] + gap;
  }
  return canvas;
}

export async function makeSheet(app) {
  app.say("Drawing every state …");
  app.show({ view: "states" });
  await new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(done)); });
  try {
    const canvas = await sheetOf(app), blob = await new Promise((done) => { canvas.toBlob(done, "image/png"); });
    if (!blob) throw new Error("the canvas gave nothing back");
    download("banner-states.png", blob);
    app.say("The sheet is drawn.");
  } catch (error) {
    app.say(`The sheet could not be drawn here: ${error.message}. The gallery can be printed or photographed instead.`);
  }
}
