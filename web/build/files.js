// What is stale, and writing so that nothing is ever half there.
import { mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url));
/** A path inside the project. */
export const at = (...parts) => join(root, ...parts);

const changed = path => {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return NaN;
  return stat.isDirectory() ? Math.max(stat.mtimeMs, ...readdirSync(path).map(name => changed(join(path, name)))) : stat.mtimeMs;
};

/**
 * Runs `make` unless every output is newer than every input (files or folders, relative to the project); says what was made, and the
 * seconds it took. Answers whether it ran. Throws when an input is missing.
 */
export const rule = async (outputs, inputs, make) => {
  const newest = Math.max(...inputs.map(path => {
    const time = changed(at(path));
    if (Number.isNaN(time)) throw new Error(`${path} is missing`);
    return time;
  }));
  if (outputs.every(path => changed(at(path)) > newest)) return false;
  const began = performance.now();
  await make();
  console.log(`${outputs.join(', ')}: ${((performance.now() - began) / 1000).toFixed(1)} s`);
  return true;
};

/** Writes a file whole or not at all. */
export const write = (path, content) => {
  mkdirSync(dirname(path), { recursive: true });
  const half = `${path}.${process.pid}.half`;
  try {
    writeFileSync(half, content);
    renameSync(half, path);
  } catch (error) {
    rmSync(half, { force: true });
    throw error;
  }
};

/** A path as messages name it. */
export const named = path => relative(root, path);
