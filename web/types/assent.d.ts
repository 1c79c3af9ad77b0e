// Assent for TypeScript: `window.assent` and the document's events in a page, and the package's `createConsent` in Node.

/** How a visitor's consent stands. `stale`: given, but the policy has changed since in what it asks. */
export type Status = 'unset' | 'chosen' | 'changed' | 'withdrawn' | 'stale';
export type Verdict = 'allow' | 'hold' | 'drop';
export type Reason =
  | 'none' | 'first-party' | 'local' | 'exempt' | 'granted' | 'refused' | 'not-asked' | 'unclassified' | 'unparsable' | 'no-policy' | 'undeclared'
  | 'own-record' | 'unknown-id' | 'objected' | 'unobjected';
export type Kind =
  | 'script' | 'frame' | 'image' | 'style' | 'font' | 'media' | 'connect' | 'worker' | 'hint' | 'form' | 'object'
  | 'inline' | 'cookie' | 'local-storage' | 'session-storage' | 'database' | 'cache' | 'category' | 'service';

export interface State {
  status: Status;
  /** Whether the visitor is to be asked. */
  ask: boolean;
  /** What the record came from; empty while there is none. */
  source: '' | 'accept-all' | 'reject-all' | 'save' | 'withdraw' | 'service';
  /** BCP 47. */
  language: string;
  dir: 'ltr' | 'rtl';
  mode: 'opt-in' | 'opt-out' | 'inform';
  jurisdiction: string;
  /** Whether the browser sends the Global Privacy Control signal. */
  gpc: boolean;
  /** Of what the policy asks; 16 hex digits. */
  fingerprint: string;
  /** The record in the cookie, base64url; empty while there is none. */
  record: string;
  /** The record's id; 16 hex digits. */
  id: string;
  /** When the choice was made and when its record ends, in seconds since 1970; 0 while there is none. */
  at: number;
  expires: number;
  categories: Record<string, boolean>;
  services: Record<string, boolean>;
}

/** By category or service id; or the two apart, where ids are the same. A service beats its category. */
export type Choices = Record<string, boolean> | { categories?: Record<string, boolean>; services?: Record<string, boolean> };

export interface Explanation {
  kind: Kind;
  subject: string;
  verdict: Verdict;
  reason: Reason;
  /** Ids; empty where there is none. */
  category: string;
  service: string;
}

export interface Failure {
  code: string;
  message: string;
}

/** What was held or released. `url` is the subject where that is an address. */
export interface Held extends Explanation {
  url?: string;
}

export interface PageEvents {
  ready: State;
  change: State;
  hold: Held;
  release: Held;
  failure: Failure;
}

/** `window.assent`. */
export interface Assent {
  readonly version: string;
  /** A copy of the state; null until a policy has been opened. */
  state(): State;
  acceptAll(): State;
  rejectAll(): State;
  /** Throws a RangeError for an id that the policy doesn't have. */
  save(choices: Choices): State;
  withdraw(): State;
  show(view?: 'banner' | 'preferences'): State;
  /** What would become of an address (relative to the page) or name, and why. */
  explain(subject: string, kind?: Kind): Explanation;
  /** Answers a function that ends the listening. Late listeners still hear `ready` and `failure`. */
  on<Name extends keyof PageEvents>(name: Name, listener: (detail: PageEvents[Name]) => void): () => void;
}

declare global {
  interface Window {
    readonly assent: Assent;
  }
  interface DocumentEventMap {
    'assent:ready': CustomEvent<State>;
    'assent:change': CustomEvent<State>;
    'assent:hold': CustomEvent<Held>;
    'assent:release': CustomEvent<Held>;
    'assent:failure': CustomEvent<Failure>;
  }
}

export interface ConsentOptions {
  /** Of the page; https://localhost/ by default. */
  url?: string;
  /** The request's Cookie line. */
  cookie?: string;
  /** The page's language, and the browser's (comma list); BCP 47. */
  lang?: string;
  langs?: string;
  /** ISO 3166-1 or -2; empty: unknown, then the policy's strictest mode holds. */
  region?: string;
  gpc?: boolean;
  /** Seconds since 1970. */
  now?: () => number;
  /** 16 hex digits. */
  nonce?: () => string;
}

/** One thing that a page would do now; docs/waist.md has them all. */
export interface Effect {
  do: 'write-cookie' | 'hide' | 'show' | 'sweep' | 'release' | 'publish' | 'status' | 'reload';
  cookie?: string;
  view?: string;
  event?: string;
  key?: string;
  why?: string;
}

/** One visitor's consent without a page. */
export interface Consent extends Omit<Assent, 'version' | 'on'> {
  version(): string;
  close(): State;
  language(tag: string): State;
  /** Another tab may have chosen: takes the Cookie line as it is now. */
  sync(cookie: string): State;
  decide(kind: Kind | number, subject: string): Verdict;
  view(name: 'banner' | 'preferences' | 'placeholder' | 'status' | 'policy'): unknown;
  /** Of the last outcome, in order. */
  effects(): Effect[];
  /** The Cookie line as the next request would carry it. */
  readonly cookie: string;
  /** Every Set-Cookie value since the start, in order. */
  readonly setCookie: string[];
  on(name: 'change', listener: (state: State) => void): () => void;
  on(name: 'failure', listener: (failure: Failure) => void): () => void;
}

/**
 * Opens a policy for one visitor. policy: a policy image, or the policy as JSON text or value. Throws when it has errors (the error
 * carries the `report`) or when the image is damaged (`code`).
 */
export function createConsent(policy: Uint8Array | string | object, options?: ConsentOptions): Consent;

/** The built-in texts by language tag. */
export function languages(): Record<string, Record<string, string>>;
