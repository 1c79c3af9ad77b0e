// Both lists as one: what the compiler says about the policy, and what the rules say about the banner as it is rendered. The second is looked at
// a moment after the last change, in frames that nobody sees.
import { visitOf } from "../stage/visit.js";
import { probe } from "./probe.js";
import { originOf } from "./origins.js";
import { judge, regimesOf } from "./rules.js";

const WAIT = 600;
const order = { error: 0, warning: 1, info: 2 };

/** {findings, facts, running, fresh, blocked, sync(), settled()}. `fresh`: the facts are of the design as it is now. */
export function makeChecker(app) {
  let facts = null, looked = "", asked = "", timer = 0, running = false, last = {};
  const waiting = [];
  const keyOf = () => `${app.variant.policy}\n${app.variant.css}\n${app.now.tags[0]}`;

  async function look() {
    if (running) return;
    const key = keyOf();
    running = true;
    try {
      const visit = await visitOf(app, { page: "article", language: app.now.tags[0] });
      const found = visit && await probe(visit, () => keyOf() !== key);
      if (found || !visit) [facts, looked] = [found, key];
    } catch (error) {
      console.error(error);
      app.say(`The checks on the rendered banner could not run: ${error.message}`);
      looked = key;
    } finally {
      running = false;
      app.render();
      if (keyOf() !== looked) look(); else for (const done of waiting.splice(0)) done();
    }
  }

  return {
    get facts() { return facts; },
    get running() { return running || keyOf() !== looked; },
    get fresh() { return keyOf() === looked; },
    /** Errors first, then as they come. */
    get findings() {
      const { report, value } = app.now;
      if (last.report !== report || last.facts !== facts) {
        const silence = Array.isArray(value?.lint?.silence) ? value.lint.silence : [];
        const rendered = facts ? judge(facts, { regimes: regimesOf(value), silence, placeOf: (finding) => originOf(finding, { text: app.now.text, value, theme: app.now.theme, language: app.now.tags[0], css: app.variant.css }) }) : [];
        // What the compiler sees in the file already need not be said twice.
        const said = new Set(report.findings.map(({ code }) => code));
        last = { report, facts, list: [...report.findings, ...rendered.filter(({ code }) => !said.has(code))].map((one, place) => ({ ...one, place })).sort((a, b) => order[a.severity] - order[b.severity] || a.place - b.place) };
      }
      return last.list;
    },
    /** Whether a red item stands in the way of the export. */
    get blocked() { return this.findings.some(({ severity }) => severity === "error"); },
    /** After each drawing: looks again when something has changed. */
    sync() {
      const key = keyOf();
      if (key === asked) return;
      asked = key;
      clearTimeout(timer);
      timer = setTimeout(look, WAIT);
    },
    /** Resolves when the findings are those of the design as it is. */
    settled: () => (keyOf() === looked && !running ? Promise.resolve() : new Promise((done) => { waiting.push(done); })),
  };
}
