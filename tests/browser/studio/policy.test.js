// What the studio knows around a policy: the catalogue's services with their documented cookies, and the line that an address came under.
import test from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { catalogue } from "../../../demo/studio/assemble.js";
import { addFromCatalogue } from "../../../demo/studio/policy/catalogue.js";
import { cookiesOf, names, pageOf, sourceOf } from "../../../demo/studio/policy/cookies.js";
import { newsOf, noticeOf } from "../../../demo/studio/policy/what-changed.js";
import { fits, ruleOf } from "../../../demo/studio/policy/pattern.js";
import { createCompiler } from "../../../dist/node/compiler.js";

const policy = readFileSync(new URL("../../../demo/policies/conversationware.json", import.meta.url), "utf8");

test("every provider that something is known of is in the catalogue, and its cookies are ones that the compiler takes", async () => {
  const entries = catalogue(), { compile } = await createCompiler(), texts = JSON.stringify({ en: JSON.parse(readFileSync(new URL("../../../web/languages/en.json", import.meta.url), "utf8")) });
  for (const name of names) {
    const entry = entries.find(([its]) => its === name);
    assert.ok(entry, name);
    const { text, id } = addFromCatalogue(policy, entry), at = JSON.parse(text).services.findIndex((service) => service.id === id);
    const about = compile(text, texts).report.findings.filter(({ severity, pointer }) => severity === "error" && pointer.startsWith(`/services/${at}/cookies`) && !pointer.endsWith("/purpose"));
    assert.deepEqual(about, [], name);
  }
});

test("a cookie of the catalogue has the provider's own page behind it, or is to be checked; one that the designer has changed is theirs", () => {
  for (const name of names) for (const cookie of cookiesOf(name)) assert.equal(sourceOf(cookie), pageOf(name), cookie.name);
  assert.deepEqual(names.filter((name) => pageOf(name)), ["Google Analytics", "Matomo", "Segment", "Mixpanel", "Intercom"]);
  for (const name of names) assert.match(pageOf(name), /^(https:\/\/[\w.-]+\/\S+)?$/);
  assert.equal(sourceOf({ name: "_ga", lifetime: "13 months" }), undefined);
  assert.equal(sourceOf({ name: "_fbp", lifetime: "90 days" }), "");
});

test("an address is put under the pattern that the policy names for it", () => {
  for (const [pattern, address, wanted] of [
    ["*.example.com", "https://example.com/", true], ["*.example.com", "https://a.b.example.com/x", true], ["*.example.com", "https://notexample.com/", false], ["example.com", "https://a.example.com/", false],
    ["example.com/lib", "https://example.com/library.js", true], ["example.com/lib/*/v2", "https://example.com/lib/a/b/v2.js", true], ["example.com/lib/*/v2", "https://example.com/lib/v2", false],
    ["http://example.com", "https://example.com/", false], ["example.com:8080", "http://example.com:8080/", true], ["example.com:8080", "http://example.com/", false], ["/stats", "https://own.example/stats.js", true], ["example.com", "no address", false],
  ]) assert.equal(fits(pattern, address), wanted, `${pattern} and ${address}`);
  const value = JSON.parse(policy), { pattern, path } = ruleOf(value, "teracent", "https://x.teracent.net/tase.js");
  assert.equal(pattern, "*.teracent.net");
  assert.equal(value.services[path[1]].urls[path[3]], pattern);
  assert.equal(ruleOf(value, "teracent", "https://elsewhere.example/"), null);
});

test("what is new is named by its titles: a service, or what of a known one is new; what is gone is no news", () => {
  const service = (more) => ({ parts: ["category analytics", "service a category analytics", "service a provider A Ltd", ...more] });
  const about = { categories: [{ id: "analytics" }], purposes: [{ id: "count", title: { en: "Counting", de: "Zählen" } }], services: [{ id: "a", title: "Alpha" }, { id: "b", title: { en: "Beta", de: "Beta-Dienst" } }] };
  const news = (before, after, language = "en") => newsOf(service(before), service(after), about, language, (key) => key === "category.analytics.title" && "Statistics");
  assert.deepEqual(news([], ["service b category analytics", "service b provider B Ltd", "service b http-cookie first 60s _b"]), ["Beta"]);
  assert.deepEqual(news([], ["service a purpose count audience-measurement consent", "service a http-cookie first 60s renewed _a"], "de"), ["Alpha (Zählen, _a)"]);
  assert.deepEqual(news([], ["service a url *.a.example"]), ["Alpha"]);
  assert.deepEqual(news([], ["category analytics exempt uk-statistics"]), ["Statistics"]);
  assert.deepEqual(news(["service a url *.a.example", "service b category analytics"], []), []);
  assert.equal(noticeOf("It has changed.", ["A", "B", "C"], "en"), "It has changed: A, B, and C.");
  assert.equal(noticeOf("変わりました。", ["A", "B"], "ja"), "変わりました：A、B。");
  assert.equal(noticeOf("تغيّر.", ["Alpha"], "ar", "rtl"), "تغيّر: \u2068Alpha\u2069.");
  assert.equal(noticeOf("It has changed.", [], "en"), "");
});
