// Services from the catalogue of third-party-web: what a policy can know of a company by its addresses. What it stores is put
// down where its provider documents it (cookies.js). Who it is in law stays to be filled in, and the checks say so.
import { setAt, valueAt } from "../project/json-text.js";
import { cookiesOf } from "./cookies.js";

/** Where the catalogue's categories belong in a policy: [category, purpose tag, purpose's title, its description]. */
const kinds = {
  ad: ["marketing", "advertising", "Advertising", "Shows advertising and measures whether it works, here and on other sites."],
  marketing: ["marketing", "marketing", "Marketing", "Finds out who is interested in what, to write to them about it."],
  analytics: ["analytics", "audience-measurement", "Audience measurement", "Counts visits and what is read, so that the site can be improved."],
  "tag-manager": ["marketing", "advertising", "Tag management", "Loads measuring and advertising scripts of other companies into the page."],
  social: ["social", "social", "Social networks", "Buttons, counters and posts of social networks, which learn which page you are on."],
  video: ["social", "embedded-content", "Embedded content", "Films and the like that another company serves into our pages."],
  content: ["social", "embedded-content", "Embedded content", "Films, maps and the like that another company serves into our pages."],
  "customer-success": ["functional", "support", "Help and chat", "Lets you ask for help in the page and remembers the conversation."],
  utility: ["functional", "functional", "Extra functions", "Functions of the page that another company provides."],
  cdn: ["functional", "functional", "Extra functions", "Functions of the page that another company provides."],
  hosting: ["functional", "functional", "Extra functions", "Functions of the page that another company provides."],
  other: ["unclassified", "unclassified", "Not yet classified", "Nobody has described this service yet, so it stays off."],
};

const slug = (text) => text.toLowerCase().normalize("NFKD").replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 60) || "service";

/** Entries whose name, company or a domain contains `words`, best first; at most `most`. */
export function search(catalogue, words, most = 30) {
  const sought = words.trim().toLowerCase();
  if (!sought) return [];
  const rank = ([name, company, , domains]) => {
    const at = name.toLowerCase().indexOf(sought);
    if (at === 0) return 0;
    if (at > 0) return 1;
    if (company.toLowerCase().includes(sought)) return 2;
    return domains.some((domain) => domain.includes(sought)) ? 3 : 9;
  };
  return catalogue.map((entry) => [rank(entry), entry]).filter(([place]) => place < 9).sort(([a], [b]) => a - b).slice(0, most).map(([, entry]) => entry);
}

/** Patterns for an entry's domains: `*.example.com` takes the place of its sub-domains. */
export const patternsOf = (domains) => {
  const wild = [...new Set(domains.map((domain) => (domain.startsWith("*.") || domain.split(".").length > 2 ? domain : `*.${domain}`)))];
  return wild.filter((pattern) => !wild.some((other) => other !== pattern && other.startsWith("*.") && pattern.endsWith(other.slice(1))));
};

/** The policy's `text` with a service for a catalogue entry, and the category and purpose that it needs; {text, id}. */
export function addFromCatalogue(text, [name, company, kind, domains]) {
  const value = () => JSON.parse(text);
  const [category, tag, title, description] = kinds[kind] ?? kinds.other;
  const taken = new Set((value().services ?? []).map((service) => service.id));
  let id = slug(name);
  for (let n = 2; taken.has(id); n++) id = `${slug(name)}-${n}`;

  if (!(value().categories ?? []).some((one) => one.id === category)) text = setAt(text, ["categories", (value().categories ?? []).length], { id: category });
  let purpose = (value().purposes ?? []).find((one) => one.tag === tag)?.id;
  if (!purpose) {
    purpose = tag;
    if (!value().purposes) text = setAt(text, ["purposes"], []);
    text = setAt(text, ["purposes", value().purposes.length], { id: purpose, tag, title, description, legalBasis: "consent" });
  }
  if (!value().services) text = setAt(text, ["services"], []);
  const cookies = cookiesOf(name);
  const service = { id, category, purposes: [purpose], title: name, provider: { name: company || name }, urls: patternsOf(domains), ...(cookies.length && { cookies }) };
  return { text: setAt(text, ["services", valueAt(value(), ["services"]).length], service), id };
}
