// What must not stand anywhere in the tree, and what every file must be.
import test from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { transform } from 'esbuild';
import { files, found, root } from '../tree.js';

const binary = /\.(?:png|jpe?g|gif|ico|woff2?|wasm|image|zip|pdf)$/;
const texts = files(/./).filter(({ path }) => !binary.test(path));

test('no package registry is named: it is the machine\'s business where packages come from', () => {
  const registry = /registry\.(?:npm|yarn)|npm(?:js|mirror)\.(?:org|com)|(?:deb|security|snapshot)\.debian\.org|pypi\.org|crates\.io/;
  assert.deepEqual(found(texts, registry), []);
  assert.deepEqual(found(files(/^package-lock\.json$/), /"resolved"/), []);
  assert.match(['registry', 'npmjs', 'org'].join('.'), registry);
});

test('no path of one machine', () => {
  const path = /(?:^|[\s"'`(=:])\/(?:work|home|root|Users|mnt|workspace)\/\w/;
  assert.deepEqual(found(texts, path), []);
  assert.match(['see "', 'home', 'anna'].join('/'), path);
});

test('only text goes into the DOM; the gate\'s tables alone know the ways of markup', () => {
  const markup = /\.(?:innerHTML|outerHTML)\s*\+?=[^=]|\b(?:insertAdjacentHTML|setHTMLUnsafe|createContextualFragment)\s*\(|\bdocument\.writeln?\s*\(/;
  const own = files(/^(?:web|demo)\/.*\.js$/).filter(({ path }) => !path.startsWith('web/gate/') && !path.startsWith('demo/stand-ins/'));
  assert.deepEqual(found(own, markup), []);
  assert.match('box.innerHTML = text', markup);
});

test('no code is made from text', () => {
  const made = /\bnew Function\b|(?<![.\w'"`])eval\s*\(/;
  assert.deepEqual(found(files(/^(?:web|wasm|demo)\/.*\.js$/).filter(({ path }) => !path.startsWith('demo/stand-ins/')), made), []);
});

test('nobody is promised to be compliant: a program can say which rules failed, not that a site obeys the law', () => {
  assert.deepEqual(found(files(/^(?:core|web|demo)\//).filter(({ path }) => !binary.test(path)), /\bcomplian(?:t|ce)\b/i), []);
});

test('every script and every style sheet can be read, without a warning', async () => {
  const sources = files(/^(?!demo\/stand-ins\/).*\.(?:js|css)$/);
  assert.ok(sources.length > 50);
  const trouble = [];
  for (const { path, text } of sources) {
    try {
      const { warnings } = await transform(text, { loader: path.endsWith('.css') ? 'css' : 'js', logLevel: 'silent' });
      trouble.push(...warnings.map(warning => `${path}:${warning.location?.line}: ${warning.text}`));
    } catch (error) {
      trouble.push(`${path}: ${error.message}`);
    }
  }
  assert.deepEqual(trouble, []);
});

test('a file fits on a few screens', () => {
  const sources = files(/^(?:core|wasm|web|demo|tests)\/.*\.(?:h|cpp|js)$/).filter(({ path }) => !path.includes('/fixtures/') && !path.startsWith('demo/stand-ins/'));
  assert.deepEqual(sources.map(({ path, text }) => [path, text.split('\n').length]).filter(([, lines]) => lines > 400), []);
});

test('text files end with a line end and have no blanks at the ends of lines', () => {
  const own = texts.filter(({ path }) => !path.includes('/fixtures/') && /\.(?:h|cpp|js|css|md|json|cmake|html)$|(?:^|\/)(?:run|CMakeLists\.txt)$/.test(path));
  assert.deepEqual(own.filter(({ text }) => text && !text.endsWith('\n')).map(({ path }) => path), []);
  assert.deepEqual(found(own.filter(({ path }) => !path.endsWith('.md')), /[ \t]+$/), []);
});

test('the top level is what it always was', () => {
  const top = new Set(files(/./).map(({ path }) => path.split('/')[0]));
  const known = ['.ci', '.gitignore', '.npmrc', 'CHANGELOG.md', 'CMakeLists.txt', 'CMakePresets.json', 'LICENSE', 'README.md', 'core', 'demo', 'docs',
    'package-lock.json', 'package.json', 'run', 'tests', 'wasm', 'web'];
  assert.deepEqual([...top].filter(name => !known.includes(name)), []);
});

test('the README says of every package why it is there', () => {
  const explained = [...readFileSync(`${root}README.md`, 'utf8').matchAll(/^\| ([^|]+) \| [^|]+ \|$/gm)].flatMap(([, names]) => names.split(', '));
  assert.deepEqual(Object.keys(JSON.parse(readFileSync(`${root}package.json`, 'utf8')).devDependencies).filter(name => !explained.includes(name)), []);
});

test('packages are pinned to one version each, and the version is said the same everywhere', () => {
  const { version, dependencies = {}, devDependencies } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
  for (const [name, wanted] of Object.entries({ ...dependencies, ...devDependencies })) assert.match(wanted, /^\d+\.\d+\.\d+$/, name);
  assert.deepEqual(dependencies, {});
  assert.match(readFileSync(`${root}CMakeLists.txt`, 'utf8'), new RegExp(`project\\(assent VERSION ${version.replaceAll('.', '\\.')} `));
  assert.match(readFileSync(`${root}core/include/assent/version.h`, 'utf8'), new RegExp(`"${version.replaceAll('.', '\\.')}"`));
});
