// Checks: one list of what would break the law or shut someone out, whose rule it is, and how to mend it; below, what was measured.
import { h } from "../base/tree.js";
import { icon } from "../base/icons.js";
import { apca, contrast } from "../colour/contrast.js";
import { seenAs, visions } from "../colour/vision.js";
import { mendOf, silence, unsilence } from "../checks/mend.js";
import { inWords, readability } from "../checks/readability.js";
import { showFinding } from "./policy.js";
import { section } from "./design.js";

const signs = { error: ["bad", "error", "Error"], warning: ["warn", "warning", "Warning"], info: ["", "info", "Remark"] };
const plural = (n, one, more) => `${n} ${n === 1 ? one : more}`;

/** The rules that only a written reason can pass over: never what makes the file unreadable. */
const canBeSilent = ({ code }) => /^[PD]\d/.test(code);

/** Findings that only differ in their place stand on one card. */
const cardsOf = (findings) => [...Map.groupBy(findings, ({ code, severity, fix, title, silenced }) => [code, severity, fix, title, silenced].join("\n")).values()];

function card(app, group) {
  const [found] = group, [tone, sign, word] = signs[found.severity], key = `${found.code}${found.fix}`, writing = app.ui.silencing === key, alone = group.length === 1;
  const silenced = found.silenced ?? (/\(Silenced: /.test(found.message) ? found.message : null);
  const mender = (one) => { const mend = mendOf(app, one); return mend && h("button", { class: `button ${alone ? "primary" : ""}`, type: "button", onclick: () => { mend.run(); app.say(`${one.code}: mended.`); } }, mend.label); };
  const button = (one, word, act) => h("button", { class: `button ${alone ? "" : "mini"}`, type: "button", "aria-label": alone ? false : `${word}: ${one.message}`, onclick: act }, word);
  // What is missing in the file has no line: then it is where the file begins, or nowhere in it.
  const shower = (one) => [(one.part || one.key) && button(one, "Show", () => app.stage.preview.inspector.pointAt(one)), one.line > 0 && button(one, `Line ${one.line}`, () => showFinding(app, one))];
  return h("li", { class: "finding", key, "data-severity": found.severity, "data-code": found.code },
    h("div", { class: "row still top" }, h("span", { class: `badge ${tone}` }, icon(sign), h("span", { class: "hidden" }, `${word} `), found.code),
      alone ? h("p", { class: "grow" }, found.title && h("b", null, `${found.title}. `), found.message) : h("p", { class: "grow" }, found.title && h("b", null, `${found.title}. `), `In ${group.length} places:`)),
    !alone && h("ul", { class: "places" }, group.map((one, i) => h("li", { key: i, class: "row still" }, h("span", { class: "grow" }, one.message), mender(one), shower(one)))),
    found.expected && h("p", { class: "small soft" }, h("b", null, "Expected: "), found.expected),
    found.fix && h("p", { class: "small" }, h("b", null, "To mend it: "), found.fix),
    alone && found.pointer ? h("p", { class: "small soft clip mono", title: found.pointer }, found.pointer) : alone && found.origin && h("p", { class: "small soft" }, found.origin),
    h("p", { class: "small soft" }, [found.source, found.regime && `where: ${found.regime}`].filter(Boolean).join(" · ")),
    h("div", { class: "row tight" },
      alone && [mender(found), shower(found)],
      silenced ? h("button", { class: "button plain", type: "button", onclick: () => unsilence(app, found.code) }, "Hear it again")
        : canBeSilent(found) && h("button", { class: "button plain", type: "button", "aria-expanded": String(writing), onclick: () => app.show({ silencing: writing ? "" : key, reason: "" }) }, "Pass over …")),
    writing && h("form", { class: "stack tight", onsubmit: (event) => { event.preventDefault(); if ((app.ui.reason ?? "").trim().length < 10) return app.say("Write the reason in a sentence: it stands in the policy for those who read it after you."); silence(app, found.code, app.ui.reason.trim()); app.show({ silencing: "", reason: "" }); } },
      h("label", { class: "field" }, h("span", null, `Why ${found.code} does not fit here (it goes into the policy)`), h("textarea", { class: "text", rows: 2, value: app.ui.reason ?? "", oninput: (event) => app.show({ reason: event.target.value }) })),
      h("button", { class: "button", type: "submit" }, "Pass over with this reason")));
}

/** Every pair of a text's colour and its ground, once, with the parts that have it. */
function pairs(facts) {
  const of = (scheme, screens) => {
    const seen = new Map();
    for (const screen of screens.filter(Boolean)) for (const one of [...screen.words, ...screen.controls, ...screen.links]) {
      const name = one.part?.split(" ").at(-1) || one.action || "link", key = `${one.front} ${one.ground} ${one.picture}`;
      if (!seen.has(key)) seen.set(key, { ...one, scheme, names: new Set() });
      seen.get(key).names.add(name);
    }
    return [...seen.values()].sort((a, b) => a.ratio - b.ratio);
  };
  const css = (colour) => `rgb(${colour.slice(0, 3).map((value) => Math.round(value * 255)).join(" ")})`;
  const rows = [...of("light", [facts.first["1280x720"], facts.preferences["1280x720"]]), ...of("dark", [facts.dark, facts.preferencesDark])];
  return h("div", { class: "scroll-x", tabindex: 0, role: "region", "aria-label": "Contrast" }, h("table", { class: "plain-table" },
    h("thead", null, h("tr", null, h("th", { scope: "col" }, "Part"), h("th", { scope: "col" }, "Scheme"), h("th", { scope: "col" }, "WCAG"), h("th", { scope: "col", title: "Lightness contrast by APCA, for information" }, "APCA"))),
    h("tbody", null, rows.map((one, i) => h("tr", { key: i }, h("th", { scope: "row", class: "of-pair" }, h("span", { class: "pair", "aria-hidden": "true", style: `color: ${css(one.front)}; background: ${css(one.ground)}` }, "Aa"), h("span", null, [...one.names].join(", "))), h("td", null, one.scheme),
      h("td", null, one.picture ? "picture" : h("span", { class: `badge ${one.ratio < 4.5 ? "bad" : "good"}` }, one.ratio.toFixed(2))), h("td", { class: "numbers soft" }, Math.round(apca(one.front, one.ground))))))));
}

/** What is left of the contrasts for people who see fewer colours; pressing one shows the page so. */
function eyes(app, facts) {
  const screens = [facts.first["1280x720"], facts.preferences["1280x720"], facts.dark, facts.preferencesDark].filter(Boolean);
  const texts = screens.flatMap((screen) => [...screen.words, ...screen.controls, ...screen.links]).filter(({ picture }) => !picture), accept = screens[0]?.controls[0];
  if (!accept) return h("p", { class: "soft small" }, "No first layer is shown.");
  const css = (name, colour) => `rgb(${seenAs(name, colour).map((value) => Math.round(value * 255)).join(" ")})`;
  return h("ul", { class: "parts" }, Object.keys(visions).map((name) => {
    const least = Math.min(...texts.map(({ front, ground }) => contrast(seenAs(name, front), seenAs(name, ground)))), on = app.ui.vision === name;
    return h("li", { key: name }, h("button", { type: "button", "aria-pressed": String(on), onclick: () => app.show({ vision: on ? "" : name }) },
      h("span", { class: "pair", "aria-hidden": "true", style: `color: ${css(name, accept.front)}; background: ${css(name, accept.ground)}` }, "Aa"), h("span", { class: "grow" }, name[0].toUpperCase() + name.slice(1)),
      h("span", { class: "soft small" }, "least "), h("span", { class: `badge ${least < 4.5 ? "warn" : "good"}` }, least.toFixed(2))));
  }));
}

function measured(app, facts) {
  const first = facts.first["1280x720"], accept = first?.controls.find(({ action }) => action === "accept-all"), reject = first?.controls.find(({ action }) => action === "reject-all");
  const targets = [...(first?.controls ?? []), ...(facts.preferences["1280x720"]?.boxes ?? [])], least = targets.length ? Math.min(...targets.map(({ box }) => Math.min(box.width, box.height))) : 0;
  const size = ({ box }) => `${Math.round(box.width)} × ${Math.round(box.height)}`;
  return h("dl", { class: "facts" }, [
    ["Presses: accept, refuse, withdraw", [facts.clicks.accept, facts.clicks.reject, facts.clicks.withdraw].map((n) => (n === Infinity ? "none found" : n)).join(" · ")],
    ["Accept and refuse", !accept || !reject ? "not side by side" : size(accept) === size(reject) ? `both ${size(accept)}` : `${size(accept)}, ${size(reject)}`],
    ["Smallest target", `${Math.round(least)} px`],
    ...["390x844", "320x568", "320x256"].map((name) => [`Covered at ${name.replace("x", " × ")}`, facts.first[name]?.panel ? `${Math.round(facts.first[name].panel.covers * 100)} %` : "–"]),
    ["Stored by Escape", facts.escape.before === facts.escape.after ? "nothing" : "something"],
    ["Left before the choice", facts.leaked.length || "nothing"],
  ].map(([name, value]) => [h("dt", null, name), h("dd", { class: "numbers" }, String(value))]));
}

function reading(app) {
  const deck = app.deck();
  return h("ul", { class: "stack tight" }, app.now.tags.map((tag) => {
    const body = deck.read({ id: "banner.body", key: "banner.body" }, tag).text, found = readability(body, tag);
    return h("li", { key: tag, class: "row apart still" }, h("span", { class: "clip" }, app.core.names[tag] ?? tag), found ? h("span", { class: "soft small numbers" }, `${plural(found.words, "word", "words")} · LIX ${found.lix}, ${inWords(found.lix)}`) : h("span", { class: "soft small" }, `${[...body].length} characters`));
  }));
}

export const checks = {
  id: "checks",
  title: "Checks",
  badge(app) {
    const errors = app.checks.findings.filter(({ severity }) => severity === "error").length, warnings = app.checks.findings.filter(({ severity }) => severity === "warning").length;
    return errors ? h("span", { class: "badge bad" }, errors) : warnings ? h("span", { class: "badge warn" }, warnings) : h("span", { class: "badge good" }, icon("good"));
  },
  draw(app) {
    const { findings, facts, running } = app.checks, count = (severity) => findings.filter((one) => one.severity === severity).length;
    const [errors, warnings, remarks] = [count("error"), count("warning"), count("info")], only = app.ui.onlySeverity ?? "";
    const shown = findings.filter(({ severity }) => !only || severity === only);
    return [
      h("div", { class: "head" }, h("h2", null, "Checks"), h("span", { class: "soft small", role: "status" }, running ? "Looking …" : `Rule set ${app.now.report.ruleSet}`)),
      h("div", { class: "body" }, h("div", { class: "stack loose" },
        h("section", { class: `verdict ${errors ? "bad" : warnings ? "warn" : "good"}` }, icon(errors ? "error" : warnings ? "warning" : "good"),
          h("div", null, h("h3", null, errors ? `${plural(errors, "rule stands", "rules stand")} in the way of the export` : `No ${warnings ? "error" : "rule"} ${warnings ? "left" : "failed"} (rule set ${app.now.report.ruleSet})`),
            h("p", { class: "small" }, errors ? `Mend ${errors === 1 ? "it, or write down why it doesn’t" : "them, or write down why they don’t"} fit here.` : "That is what a program can see. Whether a site obeys the law it can’t know."))),
        findings.length > 0 && h("div", { class: "choice wide", role: "radiogroup", "aria-label": "Show" }, [["", `All ${findings.length}`], ["error", `${errors} red`], ["warning", plural(warnings, "warning", "warnings")], ["info", plural(remarks, "remark", "remarks")]].filter(([id], i) => id === only || [1, errors, warnings, remarks][i] > 0).map(([id, title]) => h("label", { key: id }, h("input", { type: "radio", class: "hidden", name: "severity", checked: only === id, onchange: () => app.show({ onlySeverity: id }) }), title))),
        h("ul", { class: "stack tight", "aria-label": "Findings" }, cardsOf(shown).map((group) => card(app, group))),
        facts && [section("Measured on the banner", true, measured(app, facts)), section("Contrast", true, pairs(facts)), section("Colour vision", true, eyes(app, facts)), section("How the first layer reads", true, reading(app), h("p", { class: "soft small" }, "LIX: words to a sentence, and the share of words with more than six letters. Below 40 is easy."))])),
    ];
  },
};
