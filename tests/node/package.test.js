// What a stranger gets: the packed package, installed into an empty folder, with nothing else there.
import test from 'node:test';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'assent-package-'));
const run = (command, args, cwd = folder) => execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
let packed;

test.before(() => {
  [packed] = JSON.parse(run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], root));
  writeFileSync(join(folder, 'package.json'), '{"name":"a-site","private":true,"type":"module"}');
  run('npm', ['install', '--offline', '--no-audit', '--no-fund', join(folder, packed.filename)]);
  writeFileSync(join(folder, 'policy.json'), readFileSync(join(root, 'demo/policies/conversationware.json')));
});
test.after(() => rmSync(folder, { recursive: true }));

test('it carries what is needed and nothing of the workshop', () => {
  const paths = packed.files.map(({ path }) => path);
  for (const needed of ['README.md', 'LICENSE', 'package.json', 'dist/assent.js', 'dist/assent-ui.js', 'dist/assent-core.js', 'dist/assent-declaration.js', 'dist/compiler.js', 'dist/compiler.wasm',
    'dist/runtime.wasm', 'dist/assent.d.ts', 'dist/compiler.d.ts', 'dist/policy.schema.json', 'dist/languages/en.json', 'dist/node/index.js', 'dist/node/compiler.js', 'dist/edge.js', 'dist/edge.d.ts', 'web/cli/assent.js']) {
    assert.ok(paths.includes(needed), needed);
  }
  assert.deepEqual(paths.filter(path => !/^(?:dist\/|web\/cli\/|README\.md$|LICENSE$|CHANGELOG\.md$|package\.json$)/.test(path) || path.startsWith('dist/demo/')), []);
  assert.deepEqual(readdirSync(join(folder, 'node_modules')).filter(name => !name.startsWith('.')), ['assent'], 'no dependencies');
});

test('import { createConsent } from "assent"', () => {
  writeFileSync(join(folder, 'visit.js'), `
    import { readFileSync } from 'node:fs';
    import { createConsent } from 'assent';
    import { createCompiler } from 'assent/compiler';
    const consent = createConsent(readFileSync('policy.json', 'utf8'));
    consent.acceptAll();
    const compiler = await createCompiler();
    console.log(consent.state().status, compiler.version() === consent.version());`);
  assert.equal(run(process.execPath, ['visit.js']), 'chosen true\n');
});

test('the command is there, and builds', () => {
  const out = run(join(folder, 'node_modules/.bin/assent'), ['build', 'policy.json', '-o', 'public/consent.js']);
  assert.match(out, /<script src="consent\.js"/);
  assert.deepEqual(readdirSync(join(folder, 'public')).sort(), ['assent-core.js', 'consent-declaration.js', 'consent.js']);
});

test('the declarations say what is so, and refuse what is not', () => {
  writeFileSync(join(folder, 'use.ts'), `
    import { createConsent, type State } from 'assent';
    import { createCompiler } from 'assent/compiler';
    import { consentWith } from 'assent/edge';
    const consent = createConsent(new Uint8Array(), { lang: 'de', now: () => 1 });
    const state: State = consent.save({ analytics: true });
    const verdict: 'allow' | 'hold' | 'drop' = consent.decide('script', 'https://a.example/');
    const stop: () => void = window.assent.on('hold', held => console.log(held.service, held.reason));
    document.addEventListener('assent:change', event => console.log(event.detail.categories.analytics));
    window.assent.save({ categories: { marketing: false }, services: { matomo: true } });
    const compiler = await createCompiler();
    const image: Uint8Array | null = compiler.compile('{}').image;
    const held: string = consentWith({} as WebAssembly.Module)(new Uint8Array(), { cookie: 'a=b' }).decide('script', 'https://a.example/');
    // @ts-expect-error: the edge takes no policy text
    consentWith({} as WebAssembly.Module)('{}');
    // @ts-expect-error: no such event
    window.assent.on('sneeze', () => {});
    // @ts-expect-error: a choice is a yes or a no
    consent.save({ analytics: 'maybe' });
    // @ts-expect-error: a state is told, not set
    state.status = 'granted';
    export { verdict, stop, image, held };`);
  const options = ['--noEmit', '--strict', '--target', 'es2022', '--module', 'nodenext', '--lib', 'es2022,dom'];
  try { run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), ...options, 'use.ts']); } catch (error) { assert.fail(error.stdout || error.message); }
});
