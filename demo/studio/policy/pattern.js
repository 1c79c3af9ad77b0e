// Which of a service's patterns an address came under, to point at its line. The core has decided already; this only reads its reason to people
// (docs/policy.md, services[].urls).

/** `path` begins as `pattern` says; "*" in it stands for anything. */
const begins = (path, pattern) => new RegExp(`^${pattern.split("*").map((part) => part.replace(/[\\^$.+?()[\]{}|]/g, "\\$&")).join(".*")}`).test(path);

export function fits(pattern, address) {
  let url;
  try { url = new URL(address); } catch { return false; }
  if (pattern.startsWith("/")) return begins(url.pathname, pattern);
  const [, scheme, host, port, path = ""] = /^(?:([\w+.-]+):\/\/)?([^/:]*)(:\d+)?(\/.*)?$/.exec(pattern) ?? [];
  if (!host || (scheme && `${scheme}:` !== url.protocol) || (port && port !== `:${url.port}`)) return false;
  const there = host.startsWith("*.") ? url.hostname === host.slice(2) || url.hostname.endsWith(host.slice(1)) : url.hostname === host;
  return there && begins(url.pathname, path);
}

/** Where the pattern stands that puts `address` under the service `id`: {pattern, path}, or null. */
export function ruleOf(policy, id, address) {
  const at = Array.isArray(policy?.services) ? policy.services.findIndex((service) => service?.id === id) : -1;
  const its = at < 0 ? -1 : (policy.services[at].urls ?? []).findIndex((pattern) => fits(pattern, address));
  return its < 0 ? null : { pattern: policy.services[at].urls[its], path: ["services", at, "urls", its] };
}
