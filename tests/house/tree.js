// The project's own files, for the rules about them.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).split('\0').filter(path => path && existsSync(root + path));

/** The tracked files whose path fits, as {path, text}. */
export const files = pattern => tracked.filter(path => pattern.test(path)).map(path => ({ path, text: readFileSync(root + path, 'utf8') }));

/** Where a pattern is found: ["path:line: the line"]. */
export const found = (where, pattern) => where.flatMap(({ path, text }) =>
  text.split('\n').flatMap((line, i) => (pattern.test(line) ? [`${path}:${i + 1}: ${line.trim().slice(0, 120)}`] : [])));

/** C++ without its comments and the contents of its string literals. */
export const code = text => text.replace(/\/\/.*|\/\*[^]*?\*\/|R"\w*\([^]*?\)\w*"|"(?:[^"\\\n]|\\.)*"/g, match => (match[0] === '/' ? match.replace(/[^\n]/g, ' ') : '""'));
