// What is held, in the order in which it came. An entry is revived once, when the core allows its subject, or stays until the page goes.
import { explain, forget } from './judge.js';
import { N } from './native.js';

const entries = new Set(), waiting = new WeakMap();
let policy = () => undefined;
let tell = () => {};

/** How the ledger tells the page: `notify(name, detail)`; names(): the policy view, for explanations. */
export const ledgerTells = (notify, names) => { tell = notify; policy = names; };

/**
 * Enters a held thing. entry: {kind, subject, revive(): void|Promise, stage, element?, key?}; a later entry with the same key replaces the
 * earlier one (a cookie written a thousand times is written once).
 */
export const hold = entry => {
  if (entry.key) for (const other of entries) if (other.key === entry.key) entries.delete(other);
  if (entry.element) for (const other of entries) if (other.element === entry.element) { entries.delete(other); entry.quiet = true; }
  entries.add(entry);
  if (entry.element) waiting.set(entry.element, entry);
  if (!entry.quiet) report('hold', entry);
  return entry;
};
/** Tells the page of something that was held or let go. */
export const report = (name, { kind, subject }) => tell(name, { ...explain(kind, subject, policy()), url: subject });
export const drop = entry => { waiting.delete(entry?.element); return entries.delete(entry); };
/** The entry under which an element waits. */
export const entryOf = element => waiting.get(element);
export const heldEntries = () => [...entries];
/** Takes out what may live now, oldest first. */
export const takeAllowed = () => {
  forget();
  const allowed = [];
  for (const entry of entries) if (explain(entry.kind, entry.subject).verdict === 'allow') { drop(entry); allowed.push(entry); }
  return allowed;
};
export const later = ms => new Promise(done => N.setTimeout(done, ms));
