// What happened in the preview: Assent's events with the record decoded, and what left the page: who, what kind, held or let go, by which rule.
import { h } from "../base/tree.js";
import { icon } from "../base/icons.js";
import { pointerOf } from "../project/json-text.js";
import { ruleOf } from "../policy/pattern.js";
import { showFinding } from "../panels/policy.js";

const KEEP = 300;
const reasons = {
  "first-party": "the site itself", local: "nothing leaves the page", exempt: "exempt from consent", granted: "allowed by the visitor", refused: "refused by the visitor", "not-asked": "no choice yet",
  unclassified: "no service declares it", unparsable: "not an address", "no-policy": "no policy", undeclared: "the site’s own, not declared", "own-record": "Assent’s own record", "unknown-id": "unknown to the policy",
  objected: "objected to", unobjected: "on unless objected to", none: "",
};
const standing = { unset: "No choice yet", chosen: "Choice made", changed: "Choice changed", withdrawn: "Consent withdrawn", stale: "Asked again: the policy has changed" };

const time = (at) => new Date(at).toLocaleTimeString("en-GB");
const day = (seconds) => new Date(seconds * 1000).toLocaleDateString("en-GB", { dateStyle: "medium" });

export function makeLog(app) {
  let events = [], left = [], number = 0;
  const keep = (list, entry) => [...list, { ...entry, number: ++number, at: Date.now() }].slice(-KEEP);

  const why = (win, url, kind) => { try { return win.assent?.explain(url, kind) ?? null; } catch { return null; } };
  const log = {
    /** Hears a visit of the preview (visitor.js, `tell`). */
    hear(what, detail, win) {
      if (what === "ready" || what === "change" || what === "failure") events = keep(events, { what, detail });
      else if (what === "hold" || what === "release") {
        events = keep(events, { what, detail });
        const url = detail.url ?? detail.subject;
        if (what === "hold") left = keep(left, { what: "held", url, kind: detail.kind, why: detail });
      } else if (what === "left") {
        const kind = { connect: "connect", script: "script", "script-src-elem": "script", image: "image", frame: "frame", iframe: "frame", img: "image", link: "style", css: "style", xmlhttprequest: "connect", fetch: "connect", beacon: "connect" }[detail.kind] ?? "script";
        const full = left.find(({ url }) => url?.startsWith(detail.url))?.url ?? detail.url;
        const entry = { what: "gone", url: full, kind, stopped: detail.stopped, why: why(win, full, kind) };
        const before = left.find((other) => other.url === full && other.what === "held");
        left = before ? left.map((other) => (other === before ? { ...before, ...entry } : other)) : left.some((other) => other.url === full && other.what === "gone") ? left : keep(left, entry);
      } else return;
      app.render();
    },
    /** A new visit begins. */
    clear() { events = []; left = []; },
    get left() { return left; },
    get events() { return events; },
    draw: (side) => (side === "left" ? drawLeft(app, left) : drawEvents(events)),
  };
  return log;
}

function drawLeft(app, left) {
  const gone = left.filter(({ what }) => what === "gone").length, held = left.length - gone;
  return h("div", { class: "stack" },
    h("h2", null, "What left this page"),
    h("p", { class: "row tight" }, h("span", { class: `badge ${gone ? "warn" : "good"}` }, `${gone} let go`), h("span", { class: "badge" }, `${held} held`)),
    h("p", { class: "soft small" }, "Judged where it counts: at the browser’s own door, not in the page. Only the demo’s stand-ins on this machine are really asked; the door stops the rest."),
    left.length === 0 && h("p", { class: "soft" }, "Nothing yet."),
    h("ul", { class: "log" }, left.toReversed().map(({ what, url, kind, stopped, why, number }) => {
      let host = url;
      try { host = new URL(url).host; } catch { host = String(url).slice(0, 60); }
      const rule = ruleOf(app.now.value, why?.service, url), line = rule && app.lineOf(pointerOf(rule.path));
      return h("li", { key: number, "data-what": what },
        h("div", { class: "row apart still" }, h("b", { class: "clip" }, host), h("span", { class: `badge ${what === "gone" ? "warn" : "good"}` }, what === "gone" ? "let go" : "held")),
        h("div", { class: "soft small clip mono" }, String(url).slice(0, 120)),
        h("div", { class: "soft small" }, [kind, why?.service, why?.category, reasons[why?.reason] ?? why?.reason, what === "gone" && (stopped ? "stopped at the door" : "answered by its stand-in")].filter(Boolean).join(" · ")),
        rule && h("button", { class: "button plain mini by", type: "button", title: "To this line of the policy", onclick: () => showFinding(app, { line }) }, h("span", { class: "clip mono" }, rule.pattern), h("span", { class: "numbers" }, `line ${line}`)));
    })));
}

function drawEvents(events) {
  const state = events.findLast(({ what }) => what === "ready" || what === "change")?.detail;
  return h("div", { class: "stack" },
    state && h("section", { class: "card stack tight", "aria-label": "The record" },
      h("div", { class: "row apart" }, h("h2", null, standing[state.status] ?? state.status), h("span", { class: "badge tint" }, state.mode)),
      h("dl", { class: "facts" },
        [["Jurisdiction", state.jurisdiction || "unknown: the strictest"], ["Privacy signal", state.gpc ? "sent (GPC)" : "none"], ["From", state.source || "–"], ["Record id", state.id || "–"], ["Made", state.at ? day(state.at) : "–"], ["Ends", state.expires ? day(state.expires) : "–"], ["Policy", state.fingerprint]]
          .map(([name, value]) => [h("dt", null, name), h("dd", { class: "mono" }, value)])),
      h("ul", { class: "row tight" }, Object.entries(state.categories).map(([id, on]) => h("li", { class: `badge ${on ? "good" : ""}`, key: id }, icon(on ? "good" : "close"), id))),
      state.record && h("p", { class: "small" }, h("span", { class: "label" }, "In the cookie "), h("code", { class: "break" }, state.record))),
    h("h3", null, "Events"),
    events.length === 0 && h("p", { class: "soft" }, "Nothing yet."),
    h("ol", { class: "log" }, events.toReversed().map(({ what, detail, number, at }) => h("li", { key: number },
      h("div", { class: "row apart still" }, h("b", { class: "mono" }, `assent:${what}`), h("span", { class: "soft small numbers" }, time(at))),
      h("div", { class: "soft small clip" }, what === "failure" ? `${detail.code}: ${detail.message}` : detail.subject ? `${detail.kind} · ${detail.subject.slice(0, 90)}` : [standing[detail.status], detail.source].filter(Boolean).join(" · "))))));
}
