// The cookies of one visitor on one host, as a page of that host sees them (RFC 6265bis, without domains and paths: there is one host
// and the policy's path covers it).
const DATES = /;\s*expires\s*=\s*([^;]+)/i, AGE = /;\s*max-age\s*=\s*(-?\d+)/i;

/** cookieLine: what the browser sent, "a=1; b=2". now(): seconds since 1970. */
export const makeJar = (cookieLine, now) => {
  const cookies = new Map();
  const set = (name, value, expires) => { if (expires <= now()) cookies.delete(name); else cookies.set(name, { value, expires }); };
  for (const pair of cookieLine.split(/;\s*/).filter(Boolean)) {
    const equals = pair.indexOf('=');
    set(pair.slice(0, Math.max(0, equals)), pair.slice(equals + 1), Infinity);
  }
  const alive = () => [...cookies].filter(([, { expires }]) => expires > now());
  return {
    /** Takes one `Set-Cookie` value. Max-Age beats Expires. */
    write(text) {
      const pair = text.split(';', 1)[0], equals = pair.indexOf('='), age = AGE.exec(text), date = DATES.exec(text);
      set(pair.slice(0, Math.max(0, equals)).trim(), pair.slice(equals + 1).trim(), age ? now() + Number(age[1]) : date ? Date.parse(date[1]) / 1000 : Infinity);
    },
    names: () => alive().map(([name]) => name),
    /** The `Cookie:` line. */
    line: () => alive().map(([name, { value }]) => (name ? `${name}=${value}` : value)).join('; '),
  };
};
