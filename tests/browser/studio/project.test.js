// The project: a policy's text survives, steps can be taken back, and a link carries all of it.
import test from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { canonical, format, parse, pathOf, pointerOf, removeAt, setAt, spanOf, valueAt } from "../../../demo/studio/project/json-text.js";
import { createStore, makeProject, readProject } from "../../../demo/studio/project/store.js";
import { hashOf, projectOf } from "../../../demo/studio/project/link.js";

const policy = readFileSync(new URL("../../../demo/policies/conversationware.json", import.meta.url), "utf8");

test("a change and its opposite leave the file as it was, to the byte", () => {
  const changes = [
    [["banner", "theme", "accent"], "#123456"], [["banner", "layout"], "bar"], [["services", 3, "cookies", 1, "lifetime"], "1 hour"], [["site", "name"], "Läden \"&\" mehr"],
    [["languages", "include"], ["en", "de", "fr", "it"]],
  ];
  const value = JSON.parse(policy);
  for (const [path, wanted] of changes) {
    const changed = setAt(policy, path, wanted);
    assert.deepEqual(valueAt(JSON.parse(changed), path), wanted);
    assert.equal(setAt(changed, path, valueAt(value, path)), policy, pointerOf(path));
  }
  for (const [path, added] of [[["banner", "density"], "compact"], [["texts", "de", "banner.title"], "Hallo"], [["lint", "silence"], [{ rule: "P011", reason: "Because." }]], [["services", value.services.length], { id: "x" }]]) {
    const changed = setAt(policy, path, added);
    assert.deepEqual(valueAt(JSON.parse(changed), path), added);
    const undone = removeAt(changed, path);
    assert.equal(path[0] === "lint" ? removeAt(undone, ["lint"]) : undone, policy, pointerOf(path));
  }
});

test("only the lines of what was changed differ", () => {
  const before = policy.split("\n"), after = setAt(policy, ["services", 4, "title"], { en: "Call tracking", de: "Anrufverfolgung" }).split("\n");
  assert.equal(after.length, before.length);
  assert.equal(after.filter((line, i) => line !== before[i]).length, 1);
});

test("edits on every kind of file agree with edits on its value", () => {
  const files = ['{}', '{"a":1}', '{ "a": [1, 2, 3], "b": {} }', '{\n\t"a": {\n\t\t"b": "\\" , ] }"\n\t}\n}\n', '\n{"a":[\n1\n,2],"b":[[],{}],"c":null,"d":-1.5e3}', '{\r\n  "a": true,\r\n  "b": false\r\n}\r\n'];
  const paths = [["a"], ["a", "b"], ["b", "x", "y"], ["new", "deep"], ["a", 0], ["b", 0]];
  for (const file of files) for (const path of paths) for (const value of [7, "x", [1, [2]], { k: { l: 1 } }]) {
    const at = path.slice(0, -1).reduce((node, token) => node?.[token], JSON.parse(file));
    let changed;
    try { changed = setAt(file, path, value); } catch (error) { assert.ok(error instanceof TypeError); continue; }
    if (Array.isArray(at) && path.at(-1) > at.length) continue;
    assert.deepEqual(valueAt(JSON.parse(changed), path), value, `${file} ${path}`);
    const removed = JSON.parse(removeAt(changed, path));
    assert.equal(Array.isArray(at) ? valueAt(removed, path.slice(0, -1)).length : valueAt(removed, path), Array.isArray(at) ? Math.max(at.length, 1) - 1 + Number(path.at(-1) >= at.length) : undefined);
  }
});

test("canonical formatting is its own canonical formatting, and the demo's policy reads the same in it", () => {
  const once = canonical(policy);
  assert.equal(canonical(once), once);
  assert.deepEqual(JSON.parse(once), JSON.parse(policy));
  assert.equal(format({ a: [1, { b: [] }], c: {} }), '{ "a": [1, { "b": [] }], "c": {} }');
  assert.ok(once.split("\n").every((line) => line.length <= 120 || !/^\s*("[^"]*": )?[{[]/.test(line)));
});

test("spans and pointers", () => {
  const { start, end } = spanOf(policy, ["banner", "layout"]);
  assert.equal(policy.slice(start, end), '"box"');
  assert.equal(spanOf(policy, ["banner", "nothing"]), null);
  assert.deepEqual(pathOf("/a~1b/0/c~0d"), ["a/b", "0", "c~d"]);
  assert.equal(pointerOf(["a/b", 0, "c~d"]), "/a~1b/0/c~0d");
  assert.throws(() => parse("{,}"), SyntaxError);
  assert.throws(() => setAt('{"a":1}', ["a", "b"], 2), TypeError);
});

test("steps are taken back and done again; typing on is one step", () => {
  let time = 0;
  const store = createStore({ project: makeProject("{}"), now: () => time });
  const type = (policy) => store.editVariant("Type", (variant) => ({ ...variant, policy }), "policy");
  type("{a"); time += 100; type("{ab"); time += 5000; type("{abc");
  store.editVariant("Style", (variant) => ({ ...variant, css: "x" }));
  assert.equal(store.undoLabel, "Style");
  store.undo(); store.undo();
  assert.equal(store.current.policy, "{ab");
  store.undo();
  assert.equal(store.current.policy, "{}");
  assert.equal(store.undoLabel, null);
  store.redo(); store.redo();
  assert.equal(store.current.policy, "{abc");
  type("{other");
  assert.equal(store.redoLabel, null);
  let told = 0;
  store.subscribe(() => { told++; });
  store.edit("Nothing", (project) => project);
  assert.equal(told, 0);
});

test("a link brings the project back; a broken one brings nothing", async () => {
  const project = { ...makeProject(policy), variants: [...makeProject(policy).variants, { id: "v2", name: "Dunkel 🌙", policy: "{}", css: "a::part(b){}", sources: { de: { "banner.title": "x" } } }], current: "v2" };
  const hash = await hashOf(project);
  assert.match(hash, /^#p1=[A-Za-z0-9_-]+$/);
  assert.ok(hash.length < policy.length / 2, `${hash.length} characters`);
  assert.deepEqual(await projectOf(hash), project);
  assert.equal(await hashOf(await projectOf(hash)), hash);
  for (const broken of ["", "#", "#p1=", "#p1=%%%", hash.slice(0, -40), "#policy"]) assert.equal(await projectOf(broken), null);
});

test("what is not a project is not taken for one", () => {
  for (const value of [null, {}, { variants: [] }, { variants: [{ id: 1 }] }, { variants: [{ id: "a", name: "b", policy: "{}", css: "" }] }]) assert.equal(readProject(value), null);
  assert.equal(readProject({ ...makeProject("{}"), current: "gone" }).current, "v1");
});
