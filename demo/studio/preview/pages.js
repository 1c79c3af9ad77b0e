// The pages on which a banner is tried: three that we made, the cookie page, and the demo's site with its stand-ins where the demo's server serves this studio.
// What trackers a page carries is up to the policy: one of each service, in the form such a service comes in.

export const pages = [
  { id: "article", title: "Article" },
  { id: "shop", title: "Shop" },
  { id: "landing", title: "Landing, dark" },
  { id: "cookies", title: "Cookie page" },
  { id: "site", title: "Conversationware, with trackers" },
];

const texts = new Map();
const get = (url) => {
  if (!texts.has(url)) texts.set(url, fetch(url).then((answer) => (answer.ok ? answer.text() : Promise.reject(new Error(`${url} answered ${answer.status}`)))));
  return texts.get(url);
};
const beside = (path) => new URL(`../pages/${path}`, import.meta.url).href;

/** Whether the demo's server is there, with its stand-ins on *.localhost. */
export const demoServed = () => get("/").then((text) => /data-stand-in/.test(text), () => false);

/** A page's HTML; resolves with {html, base}. */
export async function loadPage(id) {
  const url = id === "site" ? "/" : beside(`${id}.html`);
  return { html: await get(url), base: new URL(url, location.href).href };
}

/** The files of the stand-ins that the demo's server knows (demo/stand-ins/routes.js). */
const standInFiles = { "ga.localhost": ["/ga.js"], "calltracks.localhost": ["/calltracks.js"], "doubleclick.localhost": ["/remarketing.js", "/activity.gif"],
  "teracent.localhost": ["/tase.js", "/tase/pixel.gif"], "social.localhost": ["/plugin.js", "", "/post/4417"] };

/** An address that a pattern of the policy fits; null for patterns on the site's own hosts. */
function addressOf(pattern) {
  if (pattern.startsWith("/")) return null;
  const [, scheme = "https:", host, port = "", path = "/"] = /^(\w+:)?(?:\/\/)?([^/:]+)(:\d+)?(\/.*)?$/.exec(pattern) ?? [];
  return host ? `${scheme}//${host.replace(/^\*\./, "www.")}${port}${path.replace(/\*/g, "x")}` : null;
}

const escape = (text) => String(text).replace(/[&<>"]/g, (char) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[char]);
const titleOf = (title) => (typeof title === "string" ? title : Object.values(title ?? {})[0] ?? "");

/** What a page carries of the services of `policy` (its value): {trackers, pixels, embed}, HTML. `local`: prefer the demo's stand-ins. */
export function carried(policy, local) {
  const tags = Object.fromEntries((policy.purposes ?? []).map(({ id, tag }) => [id, tag]));
  const trackers = [], pixels = [];
  let embed = "";
  for (const service of policy.services ?? []) {
    const patterns = service.urls ?? [], standIn = local && patterns.find((pattern) => pattern in standInFiles);
    const [script, pixel, frame] = standIn ? standInFiles[standIn].map((path) => path && `http://${standIn}:${location.port}${path}`)
      : ["script.js", "pixel.gif?visit=1", "embed/4417"].map((path) => { const found = patterns.filter((pattern) => !pattern.endsWith(".localhost")).map(addressOf).find(Boolean); return found && found + (found.endsWith("/") ? path : ""); });
    if (!script) continue;
    const its = (service.purposes ?? []).map((id) => tags[id]), title = titleOf(service.title) || service.id;
    if (frame && its.some((tag) => tag === "embedded-content" || tag === "social")) embed ||= `<iframe src="${escape(frame)}" title="${escape(`A film from ${title}`)}" width="640" height="360"></iframe>`;
    else if (pixel) pixels.push(`<img class="pixel" src="${escape(pixel)}" alt="">`);
    trackers.push(`<script async src="${escape(script)}"></script>`);
  }
  // One that nobody declared: every real site has it.
  pixels.push('<img class="pixel" src="https://pixel.nobody-declared.example/seen.gif" alt="">');
  return { trackers: trackers.join("\n"), pixels: pixels.join("\n"), embed };
}
