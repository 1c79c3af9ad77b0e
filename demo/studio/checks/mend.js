// Mending by one press, for what has one obvious remedy. Each answers a function that does it, or nothing.
import { contrast } from "../colour/contrast.js";
import { fromHex, hexOfOklch, toHex, toOklch } from "../colour/oklch.js";
import { pathOf, removeAt, setAt, valueAt } from "../project/json-text.js";
import { valueOf } from "../tokens/tokens.js";

const pairs = [["text", "surface", 4.5], ["muted", "surface", 4.5], ["accent", "surface", 3], ["edge", "surface", 3], ["onAccent", "accent", 4.5]];

/** The colour nearest to `hex` in lightness that has `ratio` on `ground`. */
function readable(hex, ground, ratio) {
  const [l, c, h] = toOklch(fromHex(hex)), back = fromHex(ground);
  for (let step = 0; step <= 1; step += 0.005) for (const next of [l - step, l + step]) {
    if (next < 0 || next > 1) continue;
    const found = hexOfOklch([next, c, h]);
    if (contrast(fromHex(found), back) >= ratio) return found;
  }
  return toHex(contrast([0, 0, 0], back) > contrast([1, 1, 1], back) ? [0, 0, 0] : [1, 1, 1]);
}

/** The theme's colours that don't read, moved as little as makes them read: {key: hex}. */
export function mendedColours(theme) {
  const change = {}, now = (key) => valueOf({ ...theme, ...change }, key);
  for (const scheme of ["", "Dark"]) for (const [front, back, ratio] of pairs) {
    const [a, b] = [now(front + scheme), now(back + scheme)];
    if (!/^#[0-9a-f]{6}$/i.test(a) || !/^#[0-9a-f]{6}$/i.test(b) || contrast(fromHex(a), fromHex(b)) >= ratio) continue;
    change[front + scheme] = readable(a, b, ratio + 0.05);
  }
  return change;
}

/** For a finding: {label, run()} or null. */
export function mendOf(app, finding) {
  const { code, pointer, mend } = finding, path = pathOf(pointer ?? "");
  if (mend === "colours") {
    const change = mendedColours(app.now.theme);
    return Object.keys(change).length ? { label: "Mend the colours", run: () => app.setTheme(`Mend colours (${code})`, change) } : null;
  }
  if (code === "D001" || code === "D003") return { label: "Put “Reject all” back", run: () => app.set(`Mend ${code}`, ["banner", "actions"], ["accept-all", "reject-all", "preferences"]) };
  if (code === "D004") return { label: "Show the reopen control", run: () => app.set("Mend D004", ["banner", "reopen"], undefined) };
  if (code === "P001") return { label: "Remove “default”", run: () => app.write("Mend P001", (text) => removeAt(text, path.at(-1) === "default" ? path : [...path, "default"])) };
  if (code === "E203") return { label: "Remove the unknown key", run: () => app.write("Mend E203", (text) => removeAt(text, path)) };
  if (code === "E204" && typeof valueAt(app.now.value, path) === "string") {
    const meant = /(?:Did you mean|did you mean) "([^"]+)"/.exec(finding.fix)?.[1];
    return meant ? { label: `Write “${meant}”`, run: () => app.write("Mend E204", (text) => setAt(text, path, meant)) } : null;
  }
  return null;
}

/** Silences a rule with a written reason, in the policy itself. */
export function silence(app, rule, reason) {
  const list = Array.isArray(app.now.value?.lint?.silence) ? app.now.value.lint.silence : [];
  app.set(`Silence ${rule}`, ["lint", "silence"], [...list.filter((one) => one?.rule !== rule), { rule, reason }]);
}
export function unsilence(app, rule) {
  const list = (app.now.value?.lint?.silence ?? []).filter((one) => one?.rule !== rule);
  app.write(`Hear ${rule} again`, (text) => (list.length ? setAt(text, ["lint", "silence"], list) : Object.keys(app.now.value.lint).length > 1 ? removeAt(text, ["lint", "silence"]) : removeAt(text, ["lint"])));
}
