// Whether visitors who have chosen would be asked again, and why: the fingerprint is made of facts, one to a line, and the lines tell.

const units = [[31536000, "year"], [86400, "day"], [3600, "hour"], [60, "minute"], [1, "second"]];
/** "1800s" -> "30 minutes"; what is no such number stays as it is. */
function lifetime(word) {
  const seconds = Number(/^(\d+)s$/.exec(word)?.[1]), [size, unit] = units.find(([size]) => seconds > 0 && seconds % size === 0) ?? [];
  return unit ? `${seconds / size} ${unit}${seconds === size ? "" : "s"}` : word;
}

/** What a fact says, in words. */
function inWords(fact) {
  const [kind, id, what, ...rest] = fact.split(" "), more = rest.join(" ");
  if (kind === "category") return what ? `category ${id} is ${[what, ...rest].join(" ")}` : `category ${id}`;
  const says = { category: `service ${id} in category ${more}`, provider: more ? `service ${id} provided by ${more}` : `service ${id}`, purpose: `service ${id} for ${more}`, url: `service ${id} at ${more}` };
  return says[what] ?? `service ${id} stores ${rest.at(-1)} (${[what, ...rest.slice(0, -1).map(lifetime)].join(", ")})`;
}

/** {same, added, gone}: what `now` asks for that `live` didn't, and the other way round, in words. Both are the core's fingerprints. */
export function compare(live, now) {
  const [before, after] = [live, now].map(({ parts = [] }) => new Set(parts));
  return {
    same: live.fingerprint === now.fingerprint,
    added: [...after].filter((fact) => !before.has(fact)).map(inWords),
    gone: [...before].filter((fact) => !after.has(fact)).map(inWords),
  };
}
