// Every token of the banner (docs/banner.md): its name in the policy's `banner.theme`, its custom property, its kind and what it is without a theme.
// tests/browser/studio/tokens.test.js holds this table against the custom properties that web/banner reads.

const colour = (name, label, light, dark, about) => ({ name, label, group: "Colour", type: "color", default: light, dark, about });
const size = (name, label, group, value, [min, max, step = 1], about) => ({ name, label, group, type: "dimension", default: value, min, max, step, about });

export const tokens = [
  colour("accent", "Accent", "#1d4fc4", "#a9c5ff", "Accept, reject, save, switches that are on"),
  colour("onAccent", "On accent", "#ffffff", "#0a1a3a", "Words on the accent"),
  colour("surface", "Surface", "#ffffff", "#1c1f24", "Ground of banner, preferences and placeholder"),
  colour("text", "Text", "#16191d", "#f2f4f6", "Titles, names, buttons"),
  colour("muted", "Muted", "#4a525c", "#b9c0c9", "Body text, links, switches that are off"),
  colour("line", "Line", "#d9dde2", "#3b4149", "Hairlines between parts"),
  colour("edge", "Edge", "#868e98", "#78818d", "Borders of controls"),
  { name: "scheme", label: "Scheme", group: "Scheme", type: "scheme", default: "light dark", about: "Which scheme is shown: the visitor’s, or always one" },
  { name: "font", label: "Family", group: "Type", type: "fontFamily", default: "system-ui, sans-serif", about: "Fonts that the page already has; Assent loads none" },
  { name: "fontSize", label: "Size", group: "Type", type: "dimension", default: "medium", min: 12, max: 24, step: 1, about: "“medium” is what the reader has set in the browser" },
  size("space", "Space", "Space and size", "20px", [8, 40], "Padding; everything else follows it"),
  size("width", "First layer", "Space and size", "26em", [18, 60], "Widest extent of the first layer"),
  size("preferencesWidth", "Preferences", "Space and size", "42em", [24, 80], "Widest extent of the preferences"),
  size("inset", "Inset", "Space and size", "16px", [0, 64], "Distance from the window’s edge"),
  size("radius", "Radius", "Shape", "10px", [0, 32], "Corners of controls; the panel’s are 1.4 times as round"),
  { name: "shadow", label: "Shadow", group: "Shape", type: "shadow", default: "0 2px 6px #0000000f, 0 16px 48px #0003", about: "Under the first layer and the preferences" },
  { name: "backdrop", label: "Backdrop", group: "Shape", type: "color", default: "#0a0c1080", about: "Behind the preferences and a modal first layer" },
  { name: "duration", label: "Duration", group: "Motion", type: "duration", default: ".2s", min: 0, max: 1000, step: 20, about: "Of the entrance; nobody who asked for less motion sees it" },
];

export const groups = [...new Set(tokens.map(({ group }) => group))];

/** The theme's keys of a token: one, or two where light and dark differ. */
export const keysOf = (token) => (token.dark ? [token.name, `${token.name}Dark`] : [token.name]);

/** Every theme key with its token and scheme ("", "light" or "dark"). */
export const themeKeys = tokens.flatMap((token) => keysOf(token).map((key) => ({ key, token, scheme: !token.dark ? "" : key === token.name ? "light" : "dark" })));

/** `accentDark` -> `--assent-accent-dark` */
export const propertyOf = (key) => `--assent-${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

/** Black or white on an accent that is `#rrggbb`, as the compiler chooses (core/src/author/colour.cpp, with its curve); undefined for any other. */
function readableOn(accent) {
  if (!/^#[0-9a-f]{6}$/i.test(accent)) return undefined;
  const [r, g, b] = [1, 3, 5].map((at) => parseInt(accent.slice(at, at + 2), 16) / 255).map((part) => part * (part * (part * 0.305306011 + 0.682171111) + 0.012522878));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b > 0.179 ? "#000000" : "#ffffff";
}

/**
 * What a theme key comes to: its own value, else what compiler and banner make of the others (web/banner/base.css.js), else the default.
 * tokens.test.js holds it against both.
 */
export function valueOf(theme, key) {
  const { token, scheme } = themeKeys.find((entry) => entry.key === key), dark = scheme === "dark";
  const own = theme[key] ?? (token.name === "onAccent" ? readableOn(theme[dark ? "accentDark" : "accent"]) : undefined);
  if (own !== undefined) return own;
  // An accent that is only given for light holds in the dark as well, and so does what stands on it.
  if (dark && /accent/i.test(token.name) && (theme[token.name] ?? readableOn(theme.accent))) return valueOf(theme, token.name);
  return dark ? token.dark : token.default;
}

/** Whether `value` can stand in the policy and is a value of the token's kind. `supports` is CSS.supports; without it only the first is looked at. */
export function accepts(token, value, supports = globalThis.CSS?.supports?.bind(globalThis.CSS)) {
  if (!value || value.length > 200 || /[;{}<>\\@]|\/\*|url\(/.test(value)) return false;
  if (!supports) return true;
  const property = { color: "color", dimension: "width", fontFamily: "font-family", shadow: "box-shadow", scheme: "color-scheme", duration: "transition-duration" }[token.type];
  return supports(token.name === "fontSize" ? "font-size" : property, value);
}
