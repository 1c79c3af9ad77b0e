// A visitor's cookies, kept beside a frame instead of in the designer's own browser: every preview is a visitor of its own, with a past of its own, and
// nobody's real cookies are touched. To the runtime it is `document.cookie`, read and written as in any page (RFC 6265, 5.3 and 5.4 as far as one page can tell).

export function makeJar(cookies = {}) {
  const all = new Map(Object.entries(cookies));
  return {
    all,
    line: () => [...all].map(([name, value]) => `${name}=${value}`).join("; "),
    write(text) {
      const [pair, ...attributes] = String(text).split(";");
      const at = pair.indexOf("="), name = pair.slice(0, Math.max(0, at)).trim(), value = pair.slice(at + 1).trim();
      const age = attributes.map((attribute) => /^\s*max-age\s*=\s*(-?\d+)/i.exec(attribute)?.[1]).findLast((found) => found !== undefined);
      const until = attributes.map((attribute) => /^\s*expires\s*=(.*)/i.exec(attribute)?.[1]).findLast((found) => found !== undefined);
      if (age !== undefined ? Number(age) <= 0 : until !== undefined && Date.parse(until) <= Date.now()) all.delete(name);
      else if (name || value) all.set(name, value);
    },
    copy: () => makeJar(Object.fromEntries(all)),
  };
}
