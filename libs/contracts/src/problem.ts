import type { GateCheck } from './gate/gate';

/** The codes a program can act on; sentences come from the language files (`problem.<code>`). */
export const PROBLEM_CODES = [
  'invalid-request',
  'malformed-request',
  'not-signed-in',
  'sign-in-too-old',
  'wrong-credentials',
  'forbidden',
  'cross-site-request',
  'not-found',
  'method-not-allowed',
  'conflict',
  'rule-broken',
  'gate-blocked',
  'frozen',
  'stale',
  'snapshot-changed',
  'precondition-required',
  'idempotency-mismatch',
  'too-large',
  'unsupported-media-type',
  'too-many-requests',
  'unavailable',
  'internal',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** The body of every error answer: RFC 9457 with a code, and lists where there is more to say. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  code: ProblemCode;
  detail?: string;
  instance?: string;
  traceId?: string;
  /** With 400: which fields, and why. */
  errors?: FieldError[];
  /** With `gate-blocked`: the gate's own list. */
  checks?: GateCheck[];
  /** With `rule-broken` and `conflict`: which rule, for language files (`rule.<name>`), and its values. */
  rule?: string;
  params?: Record<string, unknown>;
  /** With `stale`: the version that stands now. */
  currentVersion?: number;
}

export interface FieldError {
  /** JSON pointer into the body (`/kpis/0/by`), or `?name` for a query parameter. */
  pointer: string;
  code: string;
  detail: string;
}
