// Design: a seed colour, the tokens, where the banner stands and how its buttons lie, and CSS of the designer's own.
import { h } from "../base/tree.js";
import { icon } from "../base/icons.js";
import { contrast } from "../colour/contrast.js";
import { fromHex, toHex } from "../colour/oklch.js";
import { schemeFrom } from "../colour/scheme.js";
import { accepts, groups, keysOf, tokens, valueOf } from "../tokens/tokens.js";
import { layoutSection } from "./layout.js";

const seeds = ["#4f46c8", "#1d4fc4", "#0f6b64", "#2f7d32", "#b4540a", "#b3261e", "#a3246b", "#3c4043"];

/** What each colour must be told from, and by how much (WCAG 2.2, 1.4.3 and 1.4.11). */
const against = { text: ["surface", 4.5], muted: ["surface", 4.5], accent: ["surface", 3], onAccent: ["accent", 4.5], edge: ["surface", 3] };

export const section = (title, open, ...children) => h("details", { class: "section", open, key: title }, h("summary", null, h("h3", null, title), icon("down")), h("div", { class: "stack" }, children));

/** A text field that writes what it can and says when it can't. */
function textField(app, token, key, label) {
  const { theme } = app.now;
  return h("input", { class: "text mono", "aria-label": label, spellcheck: "false", autocomplete: "off", value: valueOf(theme, key),
    oninput(event) {
      const value = event.target.value.trim(), fine = accepts(token, value);
      event.target.setAttribute("aria-invalid", String(!fine));
      if (fine) app.setTheme(`Change ${label.toLowerCase()}`, { [key]: value }, key);
    },
    onblur(event) { event.target.value = valueOf(app.now.theme, key); event.target.removeAttribute("aria-invalid"); } });
}

const resetButton = (app, token) => keysOf(token).some((key) => app.now.theme[key] !== undefined)
  && h("button", { class: "icon-button small-button", type: "button", "aria-label": `${token.label} as it was built in`, title: "As it was built in", onclick: () => app.setTheme(`Reset ${token.label.toLowerCase()}`, Object.fromEntries(keysOf(token).map((key) => [key, undefined]))) }, icon("reset"));

function ratioBadge(theme, token, dark) {
  const [ground, least] = against[token.name] ?? [];
  if (!ground) return null;
  const colour = (name) => fromHex(valueOf(theme, dark ? `${name}Dark` : name));
  const front = colour(token.name), back = colour(ground);
  if (!front || !back || front[3] < 1 || back[3] < 1) return null;
  const ratio = contrast(front, back);
  return h("span", { class: `badge ${ratio < least ? "bad" : "good"}`, title: `${ratio.toFixed(2)}:1 on ${ground}; ${least}:1 is needed` }, ratio.toFixed(1));
}

function colourCell(app, token, key, dark) {
  const value = valueOf(app.now.theme, key), rgba = fromHex(value), label = `${token.label}, ${dark ? "dark" : "light"}`;
  const name = token.dark ? label : token.label;
  return h("div", { class: "swatch" },
    h("input", { type: "color", "aria-label": `${name}, picker`, value: rgba ? toHex(rgba.slice(0, 3)) : "#000000", oninput: (event) => app.setTheme(`Change ${name.toLowerCase()}`, { [key]: rgba?.[3] < 1 ? toHex([...fromHex(event.target.value).slice(0, 3), rgba[3]]) : event.target.value }, key) }),
    textField(app, token, key, name),
    ratioBadge(app.now.theme, token, dark));
}

function colours(app) {
  const its = tokens.filter(({ group }) => group === "Colour");
  return section("Colours", true,
    h("div", { class: "colours", role: "group", "aria-label": "Colours for light and dark" },
      h("div", { class: "row head", "aria-hidden": "true" }, h("span", null), h("span", { class: "label" }, "Light"), h("span", { class: "label" }, "Dark"), h("span", null)),
      its.map((token) => h("div", { class: "row", key: token.name, title: token.about }, h("span", { class: "name" }, token.label), colourCell(app, token, token.name, false), colourCell(app, token, `${token.name}Dark`, true), resetButton(app, token) || h("span", { class: "small-button" })))));
}

/** A number with its unit; what is no plain number (`clamp(…)`) is text. "medium" is 16 px where nobody has set another size. */
function measure(app, token) {
  const value = valueOf(app.now.theme, token.name), found = /^([\d.]+)(px|em|rem|ms|s)$/.exec(value === "medium" ? "16px" : value);
  const seconds = found?.[2] === "s", number = found && (seconds ? Number(found[1]) * 1000 : Number(found[1]));
  return h("div", { class: "measure", key: token.name, title: token.about },
    h("span", { class: "name" }, token.label),
    found ? h("input", { type: "range", "aria-label": `${token.label}, slider`, min: token.min, max: token.max, step: found[2] === "rem" || (found[2] === "em" && token.max <= 4) ? 0.05 : token.step, value: number, oninput: (event) => app.setTheme(`Change ${token.label.toLowerCase()}`, { [token.name]: `${event.target.value}${seconds ? "ms" : found[2]}` }, token.name) }) : h("span", { class: "grow" }),
    textField(app, token, token.name, token.label),
    resetButton(app, token) || h("span", { class: "small-button" }));
}

const row = (app, token) => (token.type === "dimension" || token.type === "duration" ? measure(app, token)
  : h("div", { class: "measure", key: token.name, title: token.about }, h("span", { class: "name" }, token.label), token.type === "color" ? colourCell(app, token, token.name, false) : textField(app, token, token.name, token.label), resetButton(app, token) || h("span", { class: "small-button" })));

/** Roles of a scheme as they stand on each other: [token, its label, what is drawn with it]. */
const roles = [["accent", "Accent", (of) => `background: ${of("accent")}; color: ${of("onAccent")}`], ["text", "Text", (of) => `color: ${of("text")}; font-weight: 650`], ["muted", "Muted", (of) => `color: ${of("muted")}`],
  ["edge", "Edge", (of) => `border-color: ${of("edge")}`], ["line", "Line", (of) => `border-color: ${of("line")}`]];

/** What the scheme is made of, by role, on its own surface; a press leads to the role's field. */
function board(app, dark) {
  const key = (name) => (dark ? `${name}Dark` : name), of = (name) => valueOf(app.now.theme, key(name)), scheme = dark ? "dark" : "light";
  const go = (name) => { const field = document.querySelector(`.panel input.text[aria-label="${tokens.find((token) => token.name === name).label}, ${scheme}"]`); field?.closest("details")?.setAttribute("open", ""); field?.focus(); };
  const role = (name, label, style) => h("button", { type: "button", key: name, style, title: of(name), "aria-label": `${label}, ${scheme}: ${of(name)}`, onclick: () => go(name) }, label);
  return h("div", { class: "board", role: "group", "aria-label": `The ${scheme} scheme`, style: `background: ${of("surface")}; color: ${of("text")}` }, role("surface", dark ? "Dark surface" : "Surface", ""), roles.map(([name, label, style]) => role(name, label, style(of))));
}

function seed(app) {
  const { ui } = app, value = ui.seed ?? valueOf(app.now.theme, "accent"), tint = ui.seedTint ?? 0.5;
  const take = (change) => {
    const next = { seed: value, seedTint: tint, seedStrong: !!ui.seedStrong, ...change };
    app.setTheme(`Scheme from ${next.seed}`, schemeFrom(next.seed, { tint: next.seedTint, strong: next.seedStrong }), "seed");
    app.show(next);
  };
  return h("section", { class: "card stack", "aria-labelledby": "seed-title", key: "seed" },
    h("div", { class: "row apart" }, h("h3", { id: "seed-title" }, "Seed colour"), h("span", { class: "soft small" }, "one colour, both schemes")),
    h("div", { class: "row still" },
      h("input", { type: "color", "aria-label": "Seed colour, picker", value: /^#[0-9a-f]{6}$/i.test(value) ? value : "#4f46c8", oninput: (event) => take({ seed: event.target.value }) }),
      h("input", { class: "text mono", id: "seed", "aria-label": "Seed colour", spellcheck: "false", autocomplete: "off", value,
        oninput(event) { const hex = event.target.value.trim(), fine = /^#[0-9a-f]{6}$/i.test(hex); event.target.setAttribute("aria-invalid", String(!fine)); if (fine) take({ seed: hex.toLowerCase() }); },
        onblur(event) { event.target.value = app.ui.seed ?? value; event.target.removeAttribute("aria-invalid"); } }),
      h("button", { class: "button", type: "button", onclick: () => take({}) }, "Make scheme")),
    h("div", { class: "seeds", role: "group", "aria-label": "Seeds to begin with" }, seeds.map((hex) => h("button", { type: "button", key: hex, "aria-label": `Seed ${hex}`, title: hex, "aria-pressed": String(hex === value), style: `--seed: ${hex}`, onclick: () => take({ seed: hex }) }))),
    h("div", { class: "boards" }, board(app, false), board(app, true)),
    h("label", { class: "measure" }, h("span", { class: "name" }, "Tinted greys"), h("input", { type: "range", min: 0, max: 1, step: 0.05, value: tint, oninput: (event) => take({ seedTint: Number(event.target.value) }) })),
    h("label", { class: "check" }, h("input", { type: "checkbox", checked: !!ui.seedStrong, onchange: (event) => take({ seedStrong: event.target.checked }) }), "Strong contrast: text at 7:1"));
}

const parts = ["panel", "banner", "words", "title", "body", "notice", "actions", "button", "primary", "quiet", "accept-all", "reject-all", "preferences", "links", "link", "dialog", "head", "close", "categories", "category", "row", "name", "state", "switch", "service", "withdraw", "reopen", "status"];

const ownCss = (app) => section("Own CSS", !!app.variant.css,
  h("p", { class: "soft small" }, "Rules of your site for the banner’s parts, by ", h("code", null, "assent-banner::part(…)"), ". They win over tokens, go out with the export, and are checked like everything else."),
  h("textarea", { class: "text mono", rows: 8, spellcheck: "false", "aria-label": "Own CSS", placeholder: "assent-banner::part(panel) {\n  border-width: 2px;\n}", value: app.variant.css, oninput: (event) => app.setCss(event.target.value) }),
  h("div", { class: "row tight", role: "group", "aria-label": "Begin a rule for a part" }, parts.map((name) => h("button", { class: "badge", type: "button", key: name, onclick: () => app.setCss(`${app.variant.css.trim()}${app.variant.css.trim() ? "\n" : ""}assent-banner::part(${name}) {\n  \n}\n`) }, name))));

export const design = {
  id: "design",
  title: "Design",
  draw: (app) => [
    h("div", { class: "head" }, h("h2", null, "Design"), h("button", { class: "button plain", type: "button", disabled: !Object.keys(app.now.theme).length, onclick: () => app.set("Reset every token", ["banner", "theme"], undefined) }, icon("reset"), "Reset tokens")),
    h("div", { class: "body" }, h("div", { class: "stack" },
      seed(app),
      layoutSection(app),
      colours(app),
      groups.filter((group) => !["Colour", "Scheme"].includes(group)).map((group) => section(group, true, tokens.filter((token) => token.group === group).map((token) => row(app, token)))),
      ownCss(app))),
  ],
};
