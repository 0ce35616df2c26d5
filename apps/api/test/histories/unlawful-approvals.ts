import { BALLOT_CHECKS } from './ballot-checks.sql';
import { DECIDED } from './decided.sql';
import { STANDING_CHECKS } from './standing-checks.sql';
import { SUBJECT_CHECKS } from './subject-checks.sql';

export interface Violation {
  check: string;
  /** The code of the proposal or the charter. */
  code: string;
  detail: string | null;
}

const CHECKS = Object.entries({ ...BALLOT_CHECKS, ...SUBJECT_CHECKS, ...STANDING_CHECKS });
export const CHECK_NAMES = CHECKS.map(([name]) => name);

const JUDGE = `WITH ${DECIDED}
  ${CHECKS.map(([name, sql]) => `SELECT '${name}' AS "check", f.code, f.detail FROM (${sql}) AS f (code, detail)`).join('\n  UNION ALL\n  ')}`;

/**
 * Everything unlawful about the approvals there ever were, or about one: judged by SQL over tables and audit trail, which
 * shares no code with the rules. `standing` also asks for blockers among the facts as they stand now, which is fair right
 * after a closing.
 */
export async function judge(
  db: { query<T>(sql: string, values?: unknown[]): Promise<T> },
  { proposal = null, standing = false }: { proposal?: string | null; standing?: boolean } = {},
): Promise<Violation[]> {
  return db.query<Violation[]>(JUDGE, [proposal, standing]);
}
