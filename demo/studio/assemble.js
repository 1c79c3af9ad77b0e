#!/usr/bin/env node
// Puts the studio together as one static folder: `node demo/studio/assemble.js [dist folder]` fills DIST/studio from this folder and what `./run build`
// left in DIST. The studio has no build step of its own; this only lays beside it the parts that it runs on.
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url)), root = join(here, '../..');

/** Who is who on the web, from third-party-web (MIT): [name, company or "", category, domains]. */
export function catalogue() {
  const { entities } = createRequire(import.meta.url)('third-party-web');
  return entities
    .filter(({ categories }) => !categories.includes('consent-provider'))
    .map(({ name, company, categories: [category], domains, homepage }) => [name, company === name ? '' : company, category, domains.slice(0, 12), homepage ?? ''])
    .sort(([a], [b]) => a.localeCompare(b, 'en'));
}

/** Fills `dist`/studio. Throws when a part is not built yet. */
export function assemble(dist = join(root, 'dist')) {
  const target = join(dist, 'studio'), parts = join(target, 'parts');
  rmSync(target, { recursive: true, force: true });
  cpSync(here, target, { recursive: true, filter: (path) => !path.endsWith('assemble.js') });
  mkdirSync(parts, { recursive: true });
  for (const name of ['compiler.js', 'compiler.wasm', 'assent.js', 'assent-ui.js', 'assent-core.js', 'assent-declaration.js']) {
    if (!existsSync(join(dist, name))) throw new Error(`${join(dist, name)} is missing: ./run build`);
    cpSync(join(dist, name), join(parts, name));
  }
  const tags = readdirSync(join(root, 'web/languages')).filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -5)).sort();
  writeFileSync(join(parts, 'languages.json'), JSON.stringify(Object.fromEntries(tags.map((tag) => [tag, JSON.parse(readFileSync(join(root, 'web/languages', `${tag}.json`), 'utf8'))]))));
  writeFileSync(join(parts, 'catalogue.json'), JSON.stringify(catalogue()));
  cpSync(join(root, 'core/src/author/policy.schema.json'), join(parts, 'policy.schema.json'));
  cpSync(join(root, 'demo/policies/conversationware.json'), join(parts, 'policy.json'));
  return target;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(assemble(process.argv[2]));
