import type pg from 'pg';

/** What an independent reading of the audit trail found, in numbers of events. */
export interface ChainVerdict {
  events: number;
  sealed: number;
  /** Links that do not follow the one before, or whose hash is not that of their content. */
  brokenLinks: number;
  /** Events whose text does not have the hash it is sealed with. */
  changedEvents: number;
  /** Events with no outbox row of the same id, and outbox rows with no event. */
  unmatched: number;
}

/** Computes the chain again inside the database, from the rule alone: SHA-256 of `sequence|previous|event`. */
export async function judgeChain(owner: pg.Client): Promise<ChainVerdict> {
  const { rows } = await owner.query<ChainVerdict>(CHAIN);
  const [verdict] = rows;
  if (!verdict) throw new Error('No verdict.');
  return verdict;
}

/** Waits until the sealer has taken every event; answers false when it does not within ten seconds. */
export async function allSealed(owner: pg.Client): Promise<boolean> {
  for (const deadline = Date.now() + 10_000; Date.now() < deadline;) {
    const { rows } = await owner.query<{ left: boolean }>(
      'SELECT (SELECT count(*) FROM audit_event) > (SELECT count(*) FROM audit_chain) AS left',
    );
    if (!rows[0]?.left) return true;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return false;
}

/** Events from before the outbox had readers (the founding of the sample company) have no row in it. */
const CHAIN = `
  WITH linked AS (
    SELECT c.*, e.body, e.hash AS stored,
           lag(c.hash) OVER (ORDER BY c.sequence) AS before, lag(c.sequence) OVER (ORDER BY c.sequence) AS last
      FROM audit_chain c LEFT JOIN audit_event e ON e.id = c.event_id
  )
  SELECT (SELECT count(*) FROM audit_event)::int AS events,
         count(*)::int AS sealed,
         count(*) FILTER (WHERE previous_hash <> coalesce(before, repeat('0', 64)) OR sequence <> coalesce(last, 0) + 1
           OR hash <> encode(sha256(convert_to(sequence || '|' || previous_hash || '|' || event_hash, 'UTF8')), 'hex')
         )::int AS "brokenLinks",
         count(*) FILTER (WHERE body IS NULL OR stored <> event_hash
           OR event_hash <> encode(sha256(convert_to(body, 'UTF8')), 'hex'))::int AS "changedEvents",
         ((SELECT count(*) FROM audit_event e WHERE e.request_id IS NOT NULL
             AND NOT EXISTS (SELECT 1 FROM outbox_event o WHERE o.id = e.id))
          + (SELECT count(*) FROM outbox_event o
              WHERE NOT EXISTS (SELECT 1 FROM audit_event e WHERE e.id = o.id)))::int AS unmatched
    FROM linked`;
