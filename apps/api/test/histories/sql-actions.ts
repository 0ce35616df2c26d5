import { NAMES } from './company';
import type { Action, History } from './history';

/** What must never pass: what it is, and the statements. */
type Attempt = (history: History, proposal: string | null) => [name: string, ...statements: [string, unknown[]][]];

const APPROVE: Attempt = ({ charter }) => [
  'approve a charter',
  [
    `UPDATE charter SET status = 'submitted', submitted_at = now() WHERE id = $1 AND status = 'draft' AND origin = 'new'`,
    [charter],
  ],
  [
    `UPDATE charter SET status = CASE WHEN origin = 'running' THEN status ELSE 'approved' END, approved_at = now(),
            approved_revision = revision, approved_under_version = (SELECT id FROM strategy_version WHERE status = 'in_force')
      WHERE id = $1 AND approved_at IS NULL`,
    [charter],
  ],
  // Approved already, or ended: nothing was there to approve.
  [
    `SELECT 1 / (CASE WHEN approved_at < now() OR status IN ('withdrawn', 'rejected') THEN 0 ELSE 1 END) FROM charter WHERE id = $1`,
    [charter],
  ],
];

/**
 * A decision on votes that carry nothing. Where the votes do carry, the database has no way to tell the product's own
 * closing from another program's: checks beyond PRINCIPLE and KPI are the product's to ask.
 */
const FORGE: Attempt = ({ charter, company: { people } }, proposal) => [
  'forge a decision',
  [
    `SELECT 1 / CASE WHEN count(DISTINCT constituency_id) = 4
                      AND count(DISTINCT constituency_id) FILTER (WHERE choice = 'approve') > 1 THEN 0 ELSE 1 END
       FROM counted_vote WHERE proposal_id = $1`,
    [proposal],
  ],
  [`UPDATE proposal SET status = 'approved', closed_at = now() WHERE id = $1`, [proposal]],
  [
    `INSERT INTO decision (proposal_id, outcome, early, rationale, snapshot_id, snapshot_hash, strategy_version_id, record, language, decided_by)
     SELECT p.id, 'approved', true, '', p.snapshot_id, s.hash, (SELECT id FROM strategy_version WHERE status = 'in_force'), '{}', 'en', $2
       FROM proposal p JOIN proposal_snapshot s ON s.id = p.snapshot_id WHERE p.id = $1`,
    [proposal, people.secretary],
  ],
  [
    `UPDATE charter SET status = CASE WHEN origin = 'running' THEN status ELSE 'approved' END, approved_at = now(),
            approved_revision = revision, approved_under_version = (SELECT id FROM strategy_version WHERE status = 'in_force')
      WHERE id = $1`,
    [charter],
  ],
];

const VOTE: Attempt = ({ random, company: { people } }, proposal) => [
  'vote for somebody else',
  [
    `INSERT INTO vote (proposal_id, snapshot_id, user_id, seat_id, constituency_id, choice)
     SELECT p.id, p.snapshot_id, $2, ps.seat_id, ps.constituency_id, 'approve'
       FROM proposal p JOIN proposal_seat ps ON ps.proposal_id = p.id JOIN seat s ON s.id = ps.seat_id
      WHERE p.id = $1 AND s.holder_id IS DISTINCT FROM $2 ORDER BY md5($3 || ps.seat_id::text) LIMIT 1`,
    [proposal, people[random.pick(NAMES)], String(random.next())],
  ],
];

const IN_ANOTHER_VERSION: Attempt = ({ charter }) => [
  'approve under another version',
  [
    `UPDATE charter SET approved_under_version = (SELECT id FROM strategy_version v WHERE v.id <> approved_under_version
            AND v.status <> 'draft' ORDER BY number LIMIT 1) WHERE id = $1 AND approved_at IS NOT NULL`,
    [charter],
  ],
  [
    `SELECT 1 / (CASE WHEN (SELECT count(*) FROM strategy_version WHERE ratified_at IS NOT NULL) > 1 AND approved_at IS NOT NULL THEN 1 ELSE 0 END) FROM charter WHERE id = $1`,
    [charter],
  ],
];

/** Refused by a privilege, a trigger or a constraint on every try. */
const NEVER: Attempt[] = [
  APPROVE,
  APPROVE,
  IN_ANOTHER_VERSION,
  (history) => [
    'change votes',
    [`UPDATE vote SET choice = 'approve' WHERE user_id = $1`, [history.company.people.data]],
  ],
  () => ['delete votes', ['DELETE FROM vote', []]],
  () => ['change decisions', [`UPDATE decision SET outcome = 'approved'`, []]],
  () => ['unpin seats', ['DELETE FROM proposal_seat', []]],
  () => ['change a revision', [`UPDATE charter_revision SET content = '{}'`, []]],
  () => ['forget an editor', ['DELETE FROM charter_material_edit', []]],
  () => ['disable the guard', ['ALTER TABLE charter DISABLE TRIGGER ALL', []]],
];
const NEVER_WHILE_OPEN: Attempt[] = [FORGE, FORGE, VOTE, VOTE, VOTE];

/** Passes while the charter is a draft; on an approved one it must not. */
const ON_LINKS: Attempt[] = [
  ({ charter }) => ['delete principle links', ['DELETE FROM charter_principle WHERE charter_id = $1', [charter]]],
  ({ charter }) => ['delete KPI links', ['DELETE FROM charter_kpi WHERE charter_id = $1', [charter]]],
  ({ charter }) => ['void the KPI effect', ['UPDATE charter_kpi SET by_date = NULL WHERE charter_id = $1', [charter]]],
];

async function attempt(history: History): Promise<void> {
  const { proposal } = await history.subject();
  const tries = proposal && history.random.chance(0.6) ? NEVER_WHILE_OPEN : NEVER;
  const [name, ...statements] = history.random.pick(tries)(history, proposal);
  if (await history.trySql(name, ...statements)) throw new Error(`The database let pass "${name}":\n${history.told()}`);
}

async function attemptOnLinks(history: History): Promise<void> {
  const { approved, proposal } = await history.subject();
  const [name, ...statements] = history.random.pick(ON_LINKS)(history, proposal);
  const passed = await history.trySql(name, ...statements);
  if (passed && approved) throw new Error(`The database let pass "${name}" on what is approved:\n${history.told()}`);
}

export const SQL_ACTIONS: Action[] = [
  { name: 'SQL that must be refused', weight: 3, run: attempt },
  { name: 'SQL on the links', weight: 1, run: attemptOnLinks },
];
