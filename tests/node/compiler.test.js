// The author's core as the package gives it, and what is made of its answers.
import test from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import { consentFile, createCompiler, declarationFile, snippet } from '../../dist/node/compiler.js';
import { languages } from '../../dist/node/index.js';
import { bytesOf, literal, WASM_KEY } from '../../web/compiler/byte-string.js';

const file = path => readFileSync(new URL(`../../${path}`, import.meta.url));
const source = file('demo/policies/conversationware.json');
const texts = languages();
const compiler = await createCompiler();

test('a policy may come as bytes, as text or as a value: the image is the same', () => {
  const [one, two, three] = [source, String(source), JSON.parse(source)].map(policy => compiler.compile(policy, texts).image);
  assert.ok(one.length > 1000);
  assert.deepEqual(two, one);
  assert.deepEqual(three, one);
});

test('the report stands beside the image, the image is null when there are errors', () => {
  const { image, report } = compiler.compile('{"assent": 1, "colour": true}', texts);
  assert.equal(image, null);
  assert.equal(report.ok, false);
  assert.ok(report.findings.length > 1, 'all mistakes, not only the first');
  for (const { severity, line, column, code, message } of report.findings) assert.ok(severity && code && message && (line >= 1 && column >= 1 || code.startsWith('P')), code);
});

test('bytes that are no text, and texts that are no policy, are refused with a place', () => {
  for (const bad of [new Uint8Array([123, 34, 255, 34, 125]), '', 'null', '[]', '{', '{"assent":1,"assent":1}', '['.repeat(100000)]) {
    const { image, report } = compiler.compile(bad, texts);
    assert.equal(image, null);
    assert.ok(report.findings[0].line >= 1 && report.findings[0].code, String(bad).slice(0, 20));
  }
  assert.ok(compiler.compile(source, texts).image, 'and the compiler goes on');
});

test('declare, declareHtml, csp and fingerprint answer', () => {
  const declaration = compiler.declare(source, texts, 'de');
  assert.equal(declaration.lang, 'de');
  assert.ok(declaration.categories.some(({ items }) => items.some(({ name }) => name.startsWith('__utm'))));
  assert.match(compiler.declareHtml(source, texts, 'en'), /<table[^]*__utma/);
  assert.match(compiler.csp(source).strict, /default-src|script-src/);
  assert.notEqual(compiler.csp(source, 'analytics').header, compiler.csp(source).header);
  assert.match(compiler.fingerprint(source).fingerprint, /^[0-9a-f]{16}$/);
});

test('any bytes survive the way through a script', () => {
  const bytes = Uint8Array.from({ length: 65536 }, (_, i) => (i < 256 ? i : i < 512 ? (i & 1 ? 48 + (i % 10) : 0) : i * 2654435761 >>> 13 & 255));
  for (const key of [0, WASM_KEY]) {
    const text = literal(bytes, key);
    assert.deepEqual(bytesOf(runInContext(text, createContext()), key), bytes);
    assert.doesNotMatch(text, /<[/!]/, 'so that it may also stand in a page');
  }
});

test('consent.js is one script that parses, and carries the image', () => {
  const { image } = compiler.compile(source, texts);
  const made = consentFile(String(file('dist/assent.js')), String(file('dist/assent-ui.js')), image);
  assert.ok(made.startsWith('\uFEFF'), 'read as UTF-8 whatever the page is in');
  assert.doesNotThrow(() => new Function(made));
  assert.ok(made.includes(literal(image)));
  assert.throws(() => consentFile('alert(1)', String(file('dist/assent-ui.js')), image), /not assent\.js/);
  assert.throws(() => consentFile(made, String(file('dist/assent-ui.js')), image), /not assent\.js/, 'a built one is no part');
});

test('the declaration\'s script carries its data, whatever is in it', () => {
  const made = declarationFile(String(file('dist/assent-declaration.js')), { en: { note: '</script>$&' } });
  assert.doesNotThrow(() => new Function(made));
  assert.ok(made.includes('\\u003c/script>$&'));
});

test('the snippet is one line, with the script first', () => {
  for (const grade of ['strict', 'smooth', 'markup']) {
    const text = snippet(grade, { src: '/consent.js', csp: 'default-src \'self\'; img-src "x"' });
    assert.match(text, /^<script src="\/consent\.js"/);
    assert.doesNotMatch(text, /\n/);
    assert.equal(text.includes('Content-Security-Policy'), grade !== 'markup');
  }
  assert.match(snippet('strict', { csp: 'img-src "x"' }), /content="img-src &quot;x&quot;"/);
  // What the script writes, `<!--`, must end within the snippet.
  for (const inline of [true, false]) assert.match(snippet('strict', { inline }), /-->(?:<\/noscript>)?$/);
  assert.doesNotMatch(snippet('smooth', { inline: false }), /<script>|<plaintext>/);
});
