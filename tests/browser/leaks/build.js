// Assent as a site gets it, for the policy of this suite: the script and the line to paste, by the real command.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** {consent: text of consent.js, snippet: the line that `assent build` prints} for a grade. */
export function buildFor(grade) {
  const folder = mkdtempSync(join(tmpdir(), 'assent-leaks-'));
  try {
    const target = join(folder, 'consent.js');
    const said = execFileSync(process.execPath, [join(root, 'web/cli/assent.js'), 'build', join(root, 'tests/fixtures/policies/leaks.json'), '-o', target, '--grade', grade, '--src', '/consent.js'],
      { stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8' });
    return { consent: readFileSync(target, 'utf8'), snippet: said.split('\n').find(line => line.startsWith('<')) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
