// What is held, in the order in which it came. An entry is revived once, when the core allows its subject, or stays until the page goes.
import { explain, isHeld, forget } from './judge.js';
import * as N from './platform.js';

/** What an entry stands for (its element, its key, or itself) -> the entry. */
const entries = new Map(), identity = entry => entry?.element || entry?.stored || entry;
/** The subject of what waits for its turn only. */
export const FREE = 'data:,';
let policy = () => undefined;
let tell = () => {};

/** How the ledger tells the page: `notify(name, detail)`; names(): the policy view, for explanations. */
export const ledgerTells = (notify, names) => { tell = notify; policy = names; };

/**
 * Enters a held thing. entry: {kind, subject, revive(): void|Promise, element?, stored? (a key)}. A later entry for the same element or with the
 * same key takes the earlier one's place: a cookie that is written a thousand times is written once.
 */
export const hold = entry => {
  if (drop(entry)) entry.quiet ||= entry.element;
  entries.set(identity(entry), entry);
  if (!entry.quiet) report('hold', entry);
  return entry;
};
/** Tells the page of something that was held or let go. */
export const report = (name, { kind, subject }) => subject !== FREE && tell(name, { ...explain(kind, subject, policy()), url: subject });
/** Tells of what was found in markup, and is entered when its element is there. */
export const found = thing => report('hold', thing);
/** Takes out an entry, or the one that stands for the same; true when there was one. */
export const drop = entry => entries.delete(identity(entry));
/** The entry under which an element waits. */
export const entryOf = element => entries.get(element);
export const heldEntries = () => [...entries.values()];
/** Takes out what may live now, oldest first. */
export const takeAllowed = () => {
  forget();
  const allowed = heldEntries().filter(({ kind, subject }) => !isHeld(kind, subject));
  for (const entry of allowed) drop(entry);
  return allowed;
};
export const later = ms => new Promise(done => N.setTimeout(done, ms));
/**
 * Asks twice more where a question failed: Firefox ends what a page reads, and what it asks in the same moment, when its visitor begins to leave it, and goes on with the page
 * until the next one is there.
 */
export const thrice = (ask, again = () => later(99).then(ask)) => ask().catch(again).catch(again);
