#!/usr/bin/env node
// Fills dist/ from the wasm modules (build/wasm/modules, by CMake) and the sources; makes only what is stale.
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { browserModule, bytes, classic, classicFrom, nodeModule, part, PLAIN } from './bundle.js';
import { asJavaScript, optimized, SMALLER } from './core.js';
import { at, rule, write } from './files.js';
import { literal, WASM_KEY } from '../compiler/byte-string.js';

const made = 'build/wasm/modules';
// A target is also stale when its recipe has changed; the slow ones have one of their own.
const recipe = ['web/build/build.js', 'web/build/bundle.js', 'package-lock.json'], coreRecipe = ['web/build/core.js', 'web/build/exports.json', 'wasm/loader.js', 'package-lock.json'];
/** make(outputs, inputs, () => {path: content}, recipe) */
const make = (outputs, inputs, contents, by = recipe) => rule(outputs, [...inputs, ...by], async () => {
  for (const [path, content] of Object.entries(await contents())) write(at(path), content);
});

for (const [name, passes] of [['runtime', SMALLER], ['compiler']]) {
  await make([`dist/${name}.wasm`], [`${made}/${name}.wasm`], async () => ({ [`dist/${name}.wasm`]: await optimized(`${made}/${name}.wasm`, passes) }), coreRecipe);
}

const page = ['web/runtime', 'web/gate', 'web/compiler/byte-string.js', 'wasm/loader.js'];
await make(['dist/assent.js'], [...page, 'dist/runtime.wasm'], async () => ({
  'dist/assent.js': await classic('web/runtime/boot.js', { $wasm: literal(await bytes('dist/runtime.wasm'), WASM_KEY), $image: '""', $ui: 'null' }, PLAIN),
}));
await make(['dist/assent-ui.js'], ['web/banner'], async () => ({ 'dist/assent-ui.js': await part('__assentUI', "import { makeUI } from './web/banner/part.js'; $return(makeUI);") }));

await make(['dist/assent-core.js'], [`${made}/runtime.wasm`], async () => ({
  'dist/assent-core.js': await classicFrom(`import { link } from './wasm/loader.js';\n${await asJavaScript(`${made}/runtime.wasm`)}\nself.__assentCore(() => link(asmFunc));`),
}), coreRecipe);

await make(['dist/assent-declaration.js'], ['web/declaration', 'web/banner'], async () => ({
  'dist/assent-declaration.js': await classic('web/declaration/element.js', { $declaration: 'null' }),
}));

await make(['dist/compiler.js'], ['web/compiler', 'wasm/loader.js'], async () => ({ 'dist/compiler.js': await browserModule('web/compiler/browser.js') }));

await make(['dist/node/index.js', 'dist/node/compiler.js'], ['web/node', 'web/edge', 'web/compiler', 'web/runtime/protocol.js', 'web/gate/sinks.js', 'wasm/loader.js'], async () => ({
  'dist/node/index.js': await nodeModule('web/node/index.js'),
  'dist/node/compiler.js': await nodeModule('web/node/compiler.js'),
}));

await make(['dist/edge.js'], ['web/edge', 'web/runtime/protocol.js', 'web/gate/sinks.js', 'wasm/loader.js'], async () => ({ 'dist/edge.js': await browserModule('web/edge/index.js') }));

const copies = { 'dist/assent.d.ts': 'web/types/assent.d.ts', 'dist/compiler.d.ts': 'web/types/compiler.d.ts', 'dist/edge.d.ts': 'web/types/edge.d.ts', 'dist/policy.schema.json': 'core/src/author/policy.schema.json' };
for (const [copy, source] of Object.entries(copies)) await make([copy], [source], async () => ({ [copy]: await bytes(source) }));
await rule(['dist/languages'], ['web/languages', ...recipe], () => {
  rmSync(at('dist/languages'), { recursive: true, force: true });
  for (const name of readdirSync(at('web/languages')).filter(file => file.endsWith('.json'))) write(at('dist/languages', name), readFileSync(at('web/languages', name)));
});

// The demo's own consent.js and cookie page, made as any site's are.
await rule(['dist/demo/consent.js', 'dist/demo/consent-declaration.js', 'dist/demo/declaration.html'], ['demo/policies/conversationware.json', 'web/cli', 'dist/assent.js', 'dist/assent-ui.js', 'dist/assent-declaration.js', 'dist/node/compiler.js', 'dist/compiler.wasm', 'dist/languages'], () => {
  const assent = (...words) => execFileSync(process.execPath, [at('web/cli/assent.js'), ...words], { stdio: ['ignore', 'ignore', 'inherit'] });
  assent('build', at('demo/policies/conversationware.json'), '-o', at('dist/demo/consent.js'));
  assent('declare', at('demo/policies/conversationware.json'), '--html', '-o', at('dist/demo/declaration.html'));
});

// The studio: a static folder of its own, with the parts it runs on beside it.
const parts = ['assent.js', 'assent-ui.js', 'assent-core.js', 'assent-declaration.js', 'compiler.js', 'compiler.wasm', 'languages'].map(name => `dist/${name}`);
await rule(['dist/studio'], ['demo/studio', 'demo/policies', 'core/src/author/policy.schema.json', ...parts, ...recipe], async () => (await import('../../demo/studio/assemble.js')).assemble());
