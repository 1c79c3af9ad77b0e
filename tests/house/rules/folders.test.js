// The core's folders and what they may do: a folder includes only what stands to its left, and outside `author`
// the core is values in, values out.
import test from 'node:test';
import assert from 'node:assert/strict';
import { code, files, found } from '../tree.js';

const rank = { base: 0, policy: 1, consent: 2, gate: 2, signals: 2, view: 3, engine: 4, author: 5 };
const folderOf = path => path.split('/')[2];
const includes = text => [...text.matchAll(/^\s*#\s*include\s*(["<])([^">]+)[">]/gm)].map(([, quote, name]) => ({ own: quote === '"', name }));

/** Why a file of `folder` may not include `name`; empty when it may. */
export const objection = (folder, name) => {
  const [from] = name.split('/');
  if (from === 'assent') return rank[folder] >= rank.engine ? '' : 'the public face is for the engine and the author side';
  if (!(from in rank)) return 'no such folder';
  if (from === folder || rank[from] < rank[folder]) return '';
  return rank[from] === rank[folder] ? 'these two don\'t know each other' : 'it stands to the right';
};

const sources = files(/^core\/src\/.*\.(?:h|cpp)$/);
const visit = sources.filter(({ path }) => folderOf(path) !== 'author');

test('a folder includes only what stands to its left', () => {
  assert.ok(sources.length > 20);
  const wrong = sources.flatMap(({ path, text }) => includes(text).filter(({ own }) => own)
    .map(({ name }) => ({ name, why: objection(folderOf(path), name) })).filter(({ why }) => why).map(({ name, why }) => `${path} includes ${name}: ${why}`));
  assert.deepEqual(wrong, []);
});

test('the rule itself: left yes, right and beside no', () => {
  assert.equal(objection('view', 'consent/state.h'), '');
  assert.equal(objection('author', 'gate/pattern.h'), '');
  assert.notEqual(objection('consent', 'gate/gate.h'), '');
  assert.notEqual(objection('base', 'policy/policy.h'), '');
  assert.notEqual(objection('engine', 'author/compile.h'), '');
  assert.notEqual(objection('gate', 'assent/engine.h'), '');
});

test('every source lies in one of the folders', () => {
  assert.deepEqual(sources.map(({ path }) => path).filter(path => !(folderOf(path) in rank)), []);
});

test('nlohmann_json is the author\'s alone', () => {
  const others = files(/^(?:core|wasm)\/.*\.(?:h|cpp)$/).filter(({ path }) => !path.startsWith('core/src/author/'));
  assert.deepEqual(others.filter(({ text }) => includes(text).some(({ name }) => name.includes('nlohmann'))).map(({ path }) => path), []);
});

test('the public face needs nothing of the rooms behind it', () => {
  const wrong = files(/^core\/include\/.*\.h$/).flatMap(({ path, text }) => includes(text).filter(({ own, name }) => own && !name.startsWith('assent/')).map(({ name }) => `${path}: ${name}`));
  assert.deepEqual(wrong, []);
});

test('no clock, no chance, no files, no threads, no locale in the core', () => {
  const banned = /^(?:iostream|fstream|filesystem|chrono|ctime|time\.h|random|thread|mutex|atomic|future|locale|clocale|iomanip|sstream|regex|cstdio|stdio\.h)$/;
  assert.deepEqual(sources.flatMap(({ path, text }) => includes(text).filter(({ own, name }) => !own && banned.test(name)).map(({ name }) => `${path}: <${name}>`)), []);
});

test('the core never ends the program and never throws', () => {
  const stripped = sources.map(({ path, text }) => ({ path, text: code(text) }));
  assert.deepEqual(found(stripped, /\b(?:abort|terminate|quick_exit|_Exit|exit)\s*\(|\bassert\s*\(|\b(?:throw|try|catch)\b/), []);
});

test('no variable outlives a call unless it is constant', () => {
  const stripped = visit.map(({ path, text }) => ({ path, text: code(text) }));
  // A static or namespace-level declaration that is no function, no type and not constant.
  const mutable = /\bstatic\s+(?!const\b|constexpr\b|constinit const\b)[\w:<>,\s*&]+?\s\w+\s*(?:=[^=]|;|\{)|\bthread_local\b|^(?!using|namespace|class|struct|enum|template|inline const|const|static|extern|friend|typedef|union|return|public|private|else|case|default)[A-Za-z_][\w:<>,*& ]*\s[*&]?\w+(?:\[\w*\])?\s*(?:=[^=].*|\{.*\})?;\s*$/;
  assert.deepEqual(found(stripped, mutable), []);
  for (const sample of ['int counter = 0;', 'static int calls;', 'std::string last;', '    static std::vector<int> cache = {};', 'thread_local int x;']) assert.match(sample, mutable);
  for (const sample of ['static constexpr int kMax = 3;', 'inline constexpr int kMax = 3;', 'static bool fits(int n);', 'const int kMax = 3;', 'bool fits(int n);']) assert.doesNotMatch(sample, mutable);
});
