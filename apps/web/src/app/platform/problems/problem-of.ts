import { HttpErrorResponse } from '@angular/common/http';
import { PROBLEM_CODES, type Problem } from '@sightline/contracts';

/** What the server said when it refused. Without an answer: `unavailable`; with one that is no problem: `internal`. */
export function problemOf(error: unknown): Problem {
  if (!(error instanceof HttpErrorResponse)) return plainProblem(0, 'internal');
  if (isProblem(error.error)) return error.error;
  return plainProblem(error.status, error.status === 0 || error.status >= 502 ? 'unavailable' : 'internal');
}

/** Whether somebody else saved first. */
export function isStale(error: unknown): boolean {
  return problemOf(error).code === 'stale';
}

function isProblem(body: unknown): body is Problem {
  return (
    typeof body === 'object' && body !== null && 'code' in body && PROBLEM_CODES.some((code) => code === body.code)
  );
}

function plainProblem(status: number, code: Problem['code']): Problem {
  return { type: 'about:blank', title: '', status, code };
}
