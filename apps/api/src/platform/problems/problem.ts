import type { GateCheck, Problem, ProblemCode } from '@sightline/contracts';

/** A field error before it is put into words: `validation.<code>` of the language files says it. */
export interface InvalidField {
  /** JSON pointer into the body (`/kpis/0/by`), or `?name` for a query parameter. */
  pointer: string;
  code: string;
  params?: Record<string, unknown>;
}

/** What a thrown problem knows; the filter adds title, sentences, instance and trace. */
export interface ProblemContent extends Partial<Omit<Problem, 'type' | 'title' | 'errors'>> {
  status: number;
  code: ProblemCode;
  errors?: InvalidField[];
  retryAfterSeconds?: number;
}

/** Thrown by services; the problem filter turns it into the answer. */
export class ProblemException extends Error {
  constructor(readonly problem: ProblemContent) {
    super(`${problem.status} ${problem.code}${problem.rule ? ` ${problem.rule}` : ''}`);
    this.name = 'ProblemException';
  }
}

/** Every refusal the API knows, by its reason (RFC 9457; API.md, conventions). */
export const Problems = {
  /** 400: the shape of the request is wrong. */
  invalid: (errors: InvalidField[]) => problem(400, 'invalid-request', { errors }),
  /** 400: the body could not be read at all. */
  malformed: (detail?: string) => problem(400, 'malformed-request', { detail }),
  notSignedIn: () => problem(401, 'not-signed-in'),
  /** 401: this asks for a sign-in more recent than the one of the session. */
  signInTooOld: () => problem(401, 'sign-in-too-old'),
  wrongCredentials: () => problem(401, 'wrong-credentials'),
  forbidden: (permission?: string) => problem(403, 'forbidden', permission ? { params: { permission } } : {}),
  crossSite: () => problem(403, 'cross-site-request'),
  /** 404, also for records that exist and may not be seen. */
  notFound: (what?: string) => problem(404, 'not-found', what ? { params: { what } } : {}),
  /** 409: something like this exists already; the sentence is `rule.<name>`. */
  conflict: (rule: string, params: Record<string, unknown> = {}) => problem(409, 'conflict', { rule, params }),
  /** 409: a rule of the business is broken; the sentence is `rule.<name>` unless one is handed in. */
  rule: (rule: string, params: Record<string, unknown> = {}, detail?: string) =>
    problem(409, 'rule-broken', { rule, params, detail }),
  /** 409: the record can no longer change. */
  frozen: (rule: string, params: Record<string, unknown> = {}) => problem(409, 'frozen', { rule, params }),
  /** 409 with the gate's own list. */
  gateBlocked: (checks: GateCheck[]) => problem(409, 'gate-blocked', { checks }),
  idempotencyMismatch: () => problem(409, 'idempotency-mismatch'),
  /** 412: somebody changed the record first. */
  stale: (currentVersion: number) => problem(412, 'stale', { currentVersion }),
  /** 412: what is voted on has changed since it was read. */
  snapshotChanged: () => problem(412, 'snapshot-changed'),
  tooLarge: () => problem(413, 'too-large'),
  unsupportedMediaType: () => problem(415, 'unsupported-media-type'),
  /** 428: the change must say which version it is based on. */
  preconditionRequired: () => problem(428, 'precondition-required'),
  tooManyRequests: (retryAfterSeconds: number) => problem(429, 'too-many-requests', { retryAfterSeconds }),
  unavailable: (retryAfterSeconds = 2) => problem(503, 'unavailable', { retryAfterSeconds }),
} as const;

function problem(status: number, code: ProblemCode, rest: Partial<ProblemContent> = {}): ProblemException {
  return new ProblemException({ status, code, ...rest });
}
