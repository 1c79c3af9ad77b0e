// Assent as a site gets it, for the policy of this suite: the script and the line to paste, by the real command.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url)), policy = join(root, 'tests/fixtures/policies/leaks.json');
const assent = (...words) => execFileSync(process.execPath, [join(root, 'web/cli/assent.js'), ...words], { stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8' });

/** {consent: text of consent.js, snippet: the line that `assent build` prints} for a grade. */
export function buildFor(grade) {
  const folder = mkdtempSync(join(tmpdir(), 'assent-leaks-'));
  try {
    const target = join(folder, 'consent.js');
    const said = assent('build', policy, '-o', target, '--grade', grade, '--src', '/consent.js');
    return { consent: readFileSync(target, 'utf8'), snippet: said.split('\n').find(line => line.startsWith('<')) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The ring beyond the page: the smooth grade, and the header that `assent csp` prints on every document of the site. */
export const buildRing = () => ({ ...buildFor('smooth'), header: assent('csp', policy).trim().replace(/^content-security-policy:\s*/i, '') });
