// The D rules: what only the rendered banner can show. Each looks at the facts of probe.js and answers what is wrong, or nothing. D001 to D018 are those of
// the rule set; D019 to D022 are the studio's own, by WCAG 2.2 and by what makes a banner bearable.

const screens = (facts) => Object.entries(facts.first).filter(([, screen]) => screen?.layer === "banner");
const all = (facts) => [...screens(facts).slice(0, 1).map(([, screen]) => ["light", screen]), ["dark", facts.dark], ["preferences, light", facts.preferences["1280x720"]], ["preferences, dark", facts.preferencesDark]].filter(([, screen]) => screen);
const first = (facts) => facts.first["1280x720"];
const control = (screen, action) => screen?.controls.find((one) => one.action === action);
const area = ({ box }) => box.width * box.height;
const times = (ratio) => `${ratio.toFixed(2)}:1`;
const where = (names) => names.join(", ").replace(/x(?=\d)/g, "×");

/** WCAG 2.2, 1.4.3: large text is 24 px, or 18.66 px and bold. */
const needed = ({ size, weight }) => (size >= 24 || (size >= 18.66 && weight >= 700) ? 3 : 4.5);

/** Same font, weight, fill, border and radius. */
const styleOf = ({ size, weight, fill, border, radius, front }) => ({ "font size": size, weight, fill: fill.slice(0, 3).map((value) => value.toFixed(2)).join(), border, radius, "text colour": front.slice(0, 3).map((value) => value.toFixed(2)).join() });

export const rules = [
  { id: "D001", severity: "error", regimes: ["eu", "uk", "fr"], source: "EDPB cookie banner taskforce, A; CNIL; ICO", title: "Refusing stands where accepting stands",
    check: (facts) => screens(facts).some(([, screen]) => control(screen, "accept-all") && !control(screen, "reject-all")) && { message: "The first layer can be accepted but not refused.", fix: "Put “reject-all” among the first layer’s buttons." } },
  { id: "D002", severity: "error", regimes: ["eu", "uk"], source: "EDPB cookie banner taskforce, C", title: "Refusing is a button",
    check: (facts) => { const reject = control(first(facts), "reject-all"); return reject && !reject.hasFill && reject.border.startsWith("0px") && { message: "“Reject all” does not look like a button: it has neither fill nor border.", fix: "Take the rule for its part out of your own CSS, or give it the same look as accept.", part: "reject-all" }; } },
  { id: "D003", severity: "error", regimes: [], source: "CNIL 2020-092; 11 CCR 7004(a)(2)", title: "Refusing takes no more presses than accepting",
    check: ({ clicks }) => clicks.reject > clicks.accept && { message: `Refusing takes ${clicks.reject === Infinity ? "a way that was not found" : `${clicks.reject} presses`}, accepting ${clicks.accept}.`, fix: "Offer both on the same layer." } },
  { id: "D004", severity: "error", regimes: [], source: "GDPR art. 7(3); EDPB cookie banner taskforce, K", title: "Consent is withdrawn as easily as it was given",
    check: ({ clicks, reopen }) => (!reopen || clicks.withdraw > clicks.accept + 1) && { message: reopen ? "Withdrawing takes more presses than accepting and one." : "Once the choice is made, Assent shows no way back to it.", fix: "Show the reopen control. If every page of yours has an element with data-assent-open, write that down as the reason." } },
  { id: "D005", severity: "warning", regimes: [], source: "CNIL 2020-092 para. 34; 4 CCR 904-3-7.09", title: "Accepting and refusing are alike",
    check(facts) {
      const screen = first(facts), accept = control(screen, "accept-all"), reject = control(screen, "reject-all");
      if (!accept || !reject) return null;
      const ratio = Math.max(area(accept), area(reject)) / Math.min(area(accept), area(reject)), [a, b] = [styleOf(accept), styleOf(reject)];
      const differs = Object.keys(a).filter((name) => a[name] !== b[name]);
      if (ratio > 1.2) differs.unshift(`size (${ratio.toFixed(2)} to 1)`);
      return differs.length > 0 && { message: `“${accept.name}” and “${reject.name}” differ in ${differs.join(", ")}.`, fix: "Style them together, by ::part(primary).", part: "reject-all" };
    } },
  { id: "D006", severity: "error", regimes: [], source: "WCAG 2.2, 1.4.3; EDPB cookie banner taskforce, E", title: "Refusing can be read",
    check(facts) {
      const bad = all(facts).map(([name, screen]) => [name, control(screen, "reject-all")]).filter(([, reject]) => reject && !reject.picture && reject.ratio < 4.5);
      return bad.length > 0 && { message: `The words of “${bad[0][1].name}” have ${times(bad[0][1].ratio)} (${where(bad.map(([name]) => name))}).`, expected: "4.5:1", fix: "Choose another accent or on-accent colour.", part: "reject-all", mend: "colours", where: bad[0][0], front: bad[0][1].front, ground: bad[0][1].ground };
    } },
  { id: "D007", severity: "warning", regimes: [], source: "EDPB cookie banner taskforce, D and E", title: "No choice is painted more attractive",
    check(facts) {
      for (const [name, screen] of all(facts)) {
        const accept = control(screen, "accept-all"), reject = control(screen, "reject-all");
        if (accept && reject && Math.max(accept.ratio, reject.ratio) / Math.min(accept.ratio, reject.ratio) >= 1.5) return { message: `One of the two stands out: ${times(accept.ratio)} to accept, ${times(reject.ratio)} to refuse (${name}).`, fix: "Give both the same colours.", part: "reject-all" };
      }
      return null;
    } },
  { id: "D008", severity: "error", regimes: [], source: "CJEU C-673/17 Planet49; EDPB cookie banner taskforce, B", title: "Nothing is ticked beforehand",
    check: (facts) => { const ticked = facts.mode === "opt-in" ? Object.values(facts.preferences)[0]?.boxes.filter(({ checked }) => checked) ?? [] : []; return ticked.length > 0 && { message: `Ticked before any choice: ${ticked.map(({ id }) => id).join(", ")}.`, fix: "Remove “default” from the category.", boxes: ticked.map(({ id }) => id) }; } },
  { id: "D009", severity: "error", regimes: [], source: "EDPB guidelines 03/2022, hidden in plain sight", title: "Both choices are in view together",
    check(facts) {
      const bad = ["360x640", "1280x720", "640x360"].filter((name) => { const screen = facts.first[name], reject = control(screen, "reject-all"); return reject && control(screen, "accept-all")?.inView && !reject.inView; });
      return bad.length > 0 && { message: `“Reject all” is out of view while “Accept all” is in it (${where(bad)}).`, fix: "Shorten the text, or lower the padding.", part: "reject-all" };
    } },
  { id: "D010", severity: "error", regimes: [], source: "WCAG 2.2, 2.5.8 and 2.5.5", title: "Targets can be hit",
    check(facts) {
      const of = (least) => all(facts).flatMap(([, screen]) => [...screen.controls, ...screen.boxes].filter(({ box }) => Math.min(box.width, box.height) < least - 0.5));
      const small = of(24), less = small.length ? small : of(44);
      return less.length > 0 && { severity: small.length ? "error" : "warning", message: `${[...new Set(less.map(({ name, id, box }) => `“${name ?? id}” (${Math.round(box.width)} × ${Math.round(box.height)})`))].slice(0, 4).join(", ")}: smaller than ${small.length ? 24 : 44} px.`, expected: "44 × 44 px, never under 24 × 24", fix: "Take the rule that makes it smaller out of your own CSS.", part: less[0].action || "switch" };
    } },
  { id: "D011", severity: "error", regimes: [], source: "WCAG 2.2, 4.1.2, 2.1.2 and 2.4.3", title: "The layers say what they are",
    check(facts) {
      const screen = first(facts), dialog = Object.values(facts.preferences)[0];
      if (screen?.panel && (!screen.panel.name || !screen.panel.headings || (screen.panel.modal ? screen.panel.role !== "dialog" : screen.panel.role !== "region"))) return { message: "The first layer has no name, no heading, or the wrong role.", fix: "Fill in “banner.region” and “banner.title”.", key: "banner.region" };
      if (dialog && (!dialog.panel?.modal || !dialog.panel.name)) return { message: "The preferences are no named modal dialog.", fix: "Fill in “preferences.title”.", key: "preferences.title" };
      return null;
    } },
  { id: "D012", severity: "error", regimes: [], source: "WCAG 2.2, 2.4.11", title: "The page’s focus is never hidden",
    check: ({ hidden }) => hidden.length > 0 && { message: `Under the banner when it has the focus: ${hidden.slice(0, 3).join(", ")}.`, fix: "Choose a smaller layout, or “in the page”." } },
  { id: "D013", severity: "warning", regimes: [], source: "WCAG 2.2, 1.4.10", title: "Nothing is cut off at 320 px",
    check(facts) {
      const bad = [["first layer", facts.first["320x568"]], ["preferences", facts.preferences["320x568"]]].filter(([, screen]) => screen && (screen.panel?.wide || screen.pageWide || screen.clipped.length));
      return bad.length > 0 && { message: `Cut off or scrolling sideways at 320 px: ${bad.map(([name, { clipped }]) => (clipped.length ? `${name} (“${clipped[0]}”)` : name)).join(", ")}.`, fix: "Shorten the words, or leave widths to the banner." };
    } },
  { id: "D014", severity: "warning", regimes: [], source: "WCAG 2.2, 1.4.1 and 1.4.11", title: "Switches don’t tell their state by colour alone",
    check(facts) {
      const boxes = [["light", facts.preferences["1280x720"]], ["dark", facts.preferencesDark]].flatMap(([where, screen]) => screen?.boxes.map((box) => ({ ...box, where })) ?? []);
      const mute = boxes.filter(({ said }) => !said), pale = boxes.filter(({ ratio }) => ratio < 3);
      return (mute.length > 0 || pale.length > 0) && { message: mute.length ? "Switches stand without a word for their state." : `Switches have ${times(Math.min(...pale.map(({ ratio }) => ratio)))} against their ground.`, expected: "3:1, and a word", fix: "Choose a darker “muted”, or don’t hide ::part(state).", part: "switch", where: mute.length ? undefined : pale[0].where };
    } },
  { id: "D015", severity: "warning", regimes: [], source: "WCAG 2.2, 4.1.3", title: "A choice is confirmed",
    check: (facts) => (!facts.saved?.status || !facts.refused?.status) && { message: "After the choice nothing says that it is kept.", fix: "Fill in “status.saved”.", key: "status.saved" } },
  { id: "D017", severity: "info", regimes: [], source: "Interoperability: consent extensions, scanners", title: "Consent tools can work it",
    check: (facts) => first(facts) && first(facts).isolated !== "open" && { message: "The banner is out of reach for consent extensions.", fix: "Leave the shadow root open." } },
  { id: "D018", severity: "warning", regimes: [], source: "Accountability", title: "It does not hide from audits",
    check: (facts) => facts.asked && !screens(facts).length && { message: "An automated browser does not see the banner.", fix: "Take the rule that hides it out of your own CSS." } },
  { id: "D019", severity: "error", regimes: [], source: "WCAG 2.2, 1.4.3", title: "Every word can be read",
    check(facts) {
      const bad = all(facts).flatMap(([name, screen]) => [...screen.words, ...screen.controls.filter(({ action }) => action !== "reject-all"), ...screen.links].filter((one) => !one.picture && one.ratio < needed(one)).map((one) => ({ ...one, name })));
      const worst = bad.sort((a, b) => a.ratio - b.ratio)[0];
      return worst && { message: `“${worst.text}” has ${times(worst.ratio)} (${[...new Set(bad.map(({ name }) => name))].join(", ")}).`, expected: times(needed(worst)), fix: "Choose a stronger colour for it.", part: worst.part?.split(" ").at(-1) ?? worst.action, mend: "colours", where: worst.name, front: worst.front, ground: worst.ground };
    } },
  { id: "D020", severity: "warning", regimes: [], source: "WCAG 2.2, 1.4.11", title: "Controls have an edge",
    check(facts) {
      const bad = all(facts).flatMap(([name, screen]) => screen.controls.filter(({ edgeRatio, action }) => edgeRatio < 3 && action !== "close").map((one) => ({ ...one, where: name })));
      return bad.length > 0 && { message: `“${bad[0].name}” has an edge of ${times(bad[0].edgeRatio)} (${[...new Set(bad.map((one) => one.where))].join(", ")}).`, expected: "3:1", fix: "Choose a stronger “edge”.", part: bad[0].action, mend: "colours", where: bad[0].where };
    } },
  { id: "D021", severity: "warning", regimes: [], source: "Usability: a first layer leaves the page readable", title: "The page stays readable",
    check(facts) {
      const screen = facts.first["390x844"];
      return screen?.panel && !screen.panel.modal && screen.layout !== "inline" && screen.panel.covers > 0.5 && { message: `The first layer covers ${Math.round(screen.panel.covers * 100)} % of a phone (390 × 844).`, expected: "at most 50 %", fix: "Shorten the text, or choose the compact density.", key: "banner.body" };
    } },
  { id: "D022", severity: "error", regimes: [], source: "Directive 2002/58/EC art. 5(3); PECR reg. 6", title: "Nothing leaves before the choice",
    check: ({ leaked = [], mode }) => mode === "opt-in" && leaked.length > 0 && { message: `Before any choice the page asked ${leaked.slice(0, 3).map((url) => { try { return new URL(url).host; } catch { return url; } }).join(", ")}.`, fix: "Raise the grade of the gate." } },
];

const EEA = "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE IS LI NO".split(" ");
/** The regimes that a policy's jurisdictions fall under: "eu", "uk", "fr". None given: everywhere. */
export function regimesOf(policy) {
  const regions = Array.isArray(policy?.jurisdictions) ? policy.jurisdictions.flatMap(({ regions: its } = {}) => (Array.isArray(its) ? its : [])) : [];
  const has = (...codes) => !regions.length || regions.includes("*") || codes.some((code) => regions.includes(code));
  return [has("EU", "EEA", ...EEA) && "eu", has("EU", "EEA", "FR") && "fr", has("GB") && "uk"].filter(Boolean);
}

/**
 * Findings on `facts`, in the shape of the core's report, each with its place in the policy as far as `placeOf(finding)` knows it (origins.js). A rule in
 * `silence` [{rule, reason}] with a reason is an info that says so.
 */
export function judge(facts, { regimes = ["eu", "uk", "fr"], silence = [], placeOf = () => ({ pointer: "", line: 0, column: 0 }) } = {}) {
  return rules.filter((rule) => !rule.regimes.length || rule.regimes.some((regime) => regimes.includes(regime))).flatMap((rule) => {
    const found = rule.check(facts);
    if (!found) return [];
    const silent = silence.find((one) => one?.rule === rule.id && one.reason);
    return [{ code: rule.id, severity: rule.severity, expected: "", ...placeOf({ code: rule.id, ...found }), source: rule.source, regime: rule.regimes.join(", "), title: rule.title, ...found, ...(silent && { severity: "info", silenced: silent.reason, message: `${found.message} (Silenced: ${silent.reason})` }) }];
  });
}
