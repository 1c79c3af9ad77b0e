// The author's core: from a policy to its image, its report and its cookie page.

export interface Finding {
  code: string;
  severity: 'error' | 'warning' | 'info';
  /** JSON pointer into the policy, and where that stands in its text (from 1). */
  pointer: string;
  line: number;
  column: number;
  message: string;
  expected: string;
  fix: string;
  /** Whose rule it is, and where it holds. */
  source: string;
  regime: string;
}

export interface Report {
  /** False when a finding is an error. */
  ok: boolean;
  ruleSet: string;
  fingerprint: string;
  findings: Finding[];
}

/** A policy as text, as the bytes of its file, or as a value. */
export type PolicySource = string | Uint8Array | object;
/** {language tag: texts}, or that as JSON text. */
export type Languages = Record<string, Record<string, string>> | string;

export interface Compiler {
  version(): string;
  compile(policy: PolicySource, languages?: Languages): { image: Uint8Array | null; report: Report };
  lint(policy: PolicySource, languages?: Languages): Report;
  /** docs/waist.md has the declaration's shape. */
  declare(policy: PolicySource, languages: Languages, language: string): unknown;
  declareHtml(policy: PolicySource, languages: Languages, language: string): string;
  /** granted: category ids with commas between. */
  csp(policy: PolicySource, granted?: string): { strict: string; header: string };
  fingerprint(policy: PolicySource): { fingerprint: string; parts: string[] };
}

/** Rejects when compiler.wasm can't be had. */
export function createCompiler(): Promise<Compiler>;

/** The text of a site's consent.js. runtime: the text of dist/assent.js. */
export function consentFile(runtime: string, image: Uint8Array): string;
/** The text of a site's consent-declaration.js. element: the text of dist/assent-declaration.js; data: {language tag: declaration}. */
export function declarationFile(element: string, data: Record<string, unknown>): string;
/** A Content-Security-Policy as a `<meta>`; inside `<noscript>`, what holds a smooth page's visitors without JavaScript. */
export function policyLine(csp: string): string;
/** The line to paste first in <head>. `csp` is needed for the strict grade; `inline: false` for a page that allows no inline script. */
export function snippet(grade: 'strict' | 'smooth' | 'markup', options?: { src?: string; csp?: string; inline?: boolean }): string;
