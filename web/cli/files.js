// Reading and writing, with failures in words.
import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Trouble } from './trouble.js';

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));
const why = { ENOENT: 'it is not there', EACCES: 'access is denied', EISDIR: 'it is a folder', ENOTDIR: 'a part of its path is no folder', ENOSPC: 'the disk is full', EROFS: 'the disk is read-only' };
const trouble = (verb, path, error) => new Trouble(`${path} can't be ${verb}: ${why[error.code] ?? error.message}`);

/** The bytes of a file that was named on the command line. */
export const read = async path => {
  try { return await readFile(path); } catch (error) { throw trouble('read', path, error); }
};

/** A file of the package's dist/, as text. */
export const part = async name => {
  try { return await readFile(join(dist, name), 'utf8'); } catch (error) { throw new Trouble(`dist/${name} is missing (${error.code}): build it first, ./run build`); }
};

/** The built-in texts, {language tag: texts}. */
export const languages = async () => {
  const names = await readdir(join(dist, 'languages')).catch(() => { throw new Trouble('dist/languages is missing: build it first, ./run build'); });
  return Object.fromEntries(await Promise.all(names.sort().map(async name => [name.replace(/\.json$/, ''), JSON.parse(await part(`languages/${name}`))])));
};

/** Writes files ({path: content}) so that each is whole or as it was: all are written aside first, then put in place; the first, which needs the others, last. */
export const writeAll = async files => {
  const halves = new Map(Object.keys(files).map(path => [path, `${path}.${process.pid}.half`]));
  let current;
  try {
    for (const [path, half] of halves) {
      current = path;
      await mkdir(dirname(path), { recursive: true });
      await writeFile(half, files[path]);
    }
    for (const [path, half] of [...halves].reverse()) {
      current = path;
      await rename(half, path);
    }
  } catch (error) {
    await Promise.all([...halves.values()].map(half => rm(half, { force: true })));
    throw trouble('written', current, error);
  }
};
