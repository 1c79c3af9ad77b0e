// Assent as a page gets it: the built artefacts of dist/, and consent.js built by the real command for a policy of the test.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const dist = join(root, 'dist');

/**
 * A small site's policy. Each service has a host of its own on `*.test`: pay (necessary), stats (analytics), ads (marketing), video (social).
 * `change(policy)` may alter it in place.
 */
export function testPolicy(change = () => {}) {
  const service = (id, category, more) => ({ id, category, title: id[0].toUpperCase() + id.slice(1), purposes: [category],
    provider: { name: `${id} Ltd`, country: 'GB', privacyUrl: `https://${id}.test/privacy` }, urls: [`*.${id}.test`, `${id}.test`], ...more });
  const purpose = (id, tag, legalBasis = 'consent') => ({ id, tag, title: `${id[0].toUpperCase()}${id.slice(1)} work`, description: `What the site uses for ${id}, and nothing beyond it.`, legalBasis });
  const cookie = (name, lifetime) => ({ name, lifetime, party: 'first', purpose: `Keeps ${name}.` });
  const policy = {
    assent: 1,
    site: { name: 'Test site', url: 'https://site.example', hosts: ['site.localhost'], policyUrl: '/privacy', cookiePageUrl: '/cookies' },
    controller: { name: 'Test Ltd', address: '1 Test Street, Leeds', email: 'privacy@site.example', url: 'https://site.example' },
    jurisdictions: [{ id: 'eu', regions: ['*'], mode: 'opt-in' }],
    purposes: [purpose('necessary', 'necessary', 'strictly-necessary'), purpose('analytics', 'audience-measurement'), purpose('marketing', 'advertising'), purpose('social', 'embedded-content')],
    categories: [
      { id: 'necessary', exempt: { basis: 'strictly-necessary', source: 'Directive 2002/58/EC art. 5(3)' } },
      { id: 'analytics' }, { id: 'marketing' }, { id: 'social' },
    ],
    services: [
      service('pay', 'necessary', { cookies: [cookie('pay_session', 'session')] }),
      service('stats', 'analytics', { cookies: [cookie('stats_id', '13 months')], storage: [{ key: 'stats:*', type: 'local-storage', lifetime: 'until deleted', purpose: 'Keeps visits.' }],
        inline: ['statsQueue'] }),
      service('ads', 'marketing', { cookies: [cookie('ads_*', '90 days')] }),
      service('video', 'social', {}),
    ],
    languages: { default: 'en', include: ['en'] },
  };
  change(policy);
  return policy;
}

const built = new Map();
/** What `assent build` makes for `policy` (an object), as {file name: text}: consent.js and what it may ask for beside it. Throws with the command's own words. */
export function filesFor(policy) {
  const json = JSON.stringify(policy, null, 2);
  if (!built.has(json)) {
    const folder = mkdtempSync(join(tmpdir(), 'assent-policy-'));
    try {
      const [source, target] = [join(folder, 'policy.json'), join(folder, 'consent.js')];
      writeFileSync(source, json);
      execFileSync(process.execPath, [join(root, 'web/cli/assent.js'), 'build', source, '-o', target], { stdio: ['ignore', 'ignore', 'pipe'] });
      built.set(json, Object.fromEntries(readdirSync(folder).filter((name) => name.endsWith('.js')).map((name) => [name, readFileSync(join(folder, name), 'utf8')])));
    } catch (error) {
      throw new Error(`assent build failed: ${error.stderr ?? error.message}`);
    } finally {
      rmSync(folder, { recursive: true });
    }
  }
  return built.get(json);
}
/** The text of consent.js for `policy`. */
export const consentFor = (policy) => filesFor(policy)['consent.js'];

const types = { '.js': 'text/javascript', '.mjs': 'text/javascript', '.wasm': 'application/wasm', '.json': 'application/json' };
/** Pages for startSite: every file of dist/ under /dist/. */
export function distPages() {
  if (!existsSync(dist)) throw new Error('dist/ is missing: ./run build first');
  return Object.fromEntries(readdirSync(dist, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => {
    const path = join(entry.parentPath ?? entry.path, entry.name);
    return [`/dist/${path.slice(dist.length + 1)}`, { headers: { 'content-type': types[extname(path)] ?? 'application/octet-stream' }, body: readFileSync(path) }];
  }));
}

/** A page for startSite that serves a script. */
export const script = (body) => ({ headers: { 'content-type': 'text/javascript' }, body });
/** The line a built consent.js is installed with, and the start of a page around it. */
export const pauseLine = `<script src="/consent.js" data-line="smooth"></script><meta http-equiv="Content-Security-Policy" content="assent-pause"><script>document.write('<!--')</script><noscript><!--</noscript><plaintext><noscript>--></noscript>`;
export const pageWith = (body, { head = '', line = pauseLine } = {}) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8">${line}<title>A page</title>${head}</head><body>${body}</body></html>`;
