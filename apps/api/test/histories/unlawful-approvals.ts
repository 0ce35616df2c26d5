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

const LASTING = Object.entries({ ...BALLOT_CHECKS, ...SUBJECT_CHECKS });
const STANDING = Object.entries(STANDING_CHECKS);
export const CHECK_NAMES = [...LASTING, ...STANDING].map(([name]) => name);

const judgeBy = (checks: [name: string, sql: string][]): string => `WITH ${DECIDED}
  ${checks.map(([name, sql]) => `SELECT '${name}' AS "check", f.code, f.detail FROM (${sql}) AS f (code, detail)`).join('\n  UNION ALL\n  ')}`;
const JUDGE = judgeBy(LASTING);
const JUDGE_STANDING = judgeBy(STANDING);
/** All but the first version of the strategy, which the test gave itself: every other decision is taken under one in force. */
const APPROVED = `
  SELECT d.proposal_id AS id FROM decision d JOIN proposal p ON p.id = d.proposal_id
   WHERE d.outcome = 'approved' AND (p.charter_id IS NOT NULL OR p.change_request_id IS NOT NULL OR p.decided_under_id IS NOT NULL)
   ORDER BY d.decided_at, d.id`;
const NEVER_DECIDED = `
  SELECT 'approved without a decision' AS "check", c.code, c.status AS detail FROM charter c
   WHERE (c.approved_at IS NOT NULL
          OR (c.origin = 'new' AND c.status IN ('approved', 'in_delivery', 'paused', 'live', 'closed', 'stopped', 'retired')))
     AND NOT EXISTS (SELECT 1 FROM decision d JOIN proposal p ON p.id = d.proposal_id
                      WHERE p.charter_id = c.id AND d.outcome = 'approved')`;

interface Db {
  query<T>(sql: string, values?: unknown[]): Promise<T>;
}

/**
 * Everything unlawful about these approvals: judged by SQL over tables and audit trail, which shares no code with the
 * rules of the product.
 */
export function judge(db: Db, proposals: readonly string[]): Promise<Violation[]> {
  return db.query<Violation[]>(JUDGE, [proposals]);
}

/** Blockers among the facts as they stand now, which is fair to ask right after a closing. */
export function judgeStanding(db: Db, proposal: string): Promise<Violation[]> {
  return db.query<Violation[]>(JUDGE_STANDING, [[proposal]]);
}

const AT_ONCE = 200;

/** Every approval there ever was, and every charter that stands as approved. */
export async function judgeAll(db: Db): Promise<{ approvals: number; violations: Violation[] }> {
  const ids = (await db.query<{ id: string }[]>(APPROVED)).map(({ id }) => id);
  const violations = await db.query<Violation[]>(NEVER_DECIDED);
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    violations.push(...(await judge(db, ids.slice(from, from + AT_ONCE))));
  }
  return { approvals: ids.length, violations };
}
