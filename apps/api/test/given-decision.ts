/** The DataSource of a spec, as the owner or as the application; or a transaction of it. */
interface Runs {
  query<Row>(sql: string, parameters?: unknown[]): Promise<Row>;
}

export interface DecisionWanted {
  subjectType: 'strategy_version' | 'charter' | 'change_request' | 'exception';
  subjectId: string;
  title: string;
  board: string;
  /** What was before the board: the number of the charter's revision or of the strategy's version. */
  revision: number | null;
  /** Submits and closes; sits in none of the board's seats. */
  by: string;
  /** The version in force, under which it is decided; none for a version of the strategy itself. */
  strategy: string | null;
}

/** Decided as a board would have done it: every seat approves, in rows that the database's guards let through. */
export async function givenCarried(db: Runs, wanted: DecisionWanted): Promise<void> {
  const [proposal] = await db.query<{ id: string }[]>(
    `INSERT INTO proposal (subject_type, strategy_version_id, charter_id, change_request_id, exception_id, title, board_id,
                           rule, submitted_by, due_at)
     VALUES ($1, CASE $1 WHEN 'strategy_version' THEN $2::uuid END, CASE $1 WHEN 'charter' THEN $2::uuid END,
             CASE $1 WHEN 'change_request' THEN $2::uuid END, CASE $1 WHEN 'exception' THEN $2::uuid END, $3, $4,
             'simple_majority', $5, now()) RETURNING id`,
    [wanted.subjectType, wanted.subjectId, wanted.title, wanted.board, wanted.by],
  );
  const [snapshot] = await db.query<{ id: string }[]>(
    `INSERT INTO proposal_snapshot (proposal_id, number, revision, body, hash)
     VALUES ($1, 1, $2, '{}', encode(sha256('{}'), 'hex')) RETURNING id`,
    [proposal?.id, wanted.revision],
  );
  await db.query('UPDATE proposal SET snapshot_id = $2 WHERE id = $1', [proposal?.id, snapshot?.id]);
  await db.query(PIN_SEATS, [proposal?.id, wanted.board]);
  await db.query(EVERY_SEAT_APPROVES, [proposal?.id]);
  await db.query(`UPDATE proposal SET status = 'approved', closed_at = now() WHERE id = $1`, [proposal?.id]);
  await db.query(
    `INSERT INTO decision (proposal_id, outcome, early, rationale, snapshot_id, snapshot_hash, strategy_version_id, record,
                           language, decided_by)
     VALUES ($1, 'approved', false, '', $2, encode(sha256('{}'), 'hex'), $4, '{}', 'en', $3)`,
    [proposal?.id, snapshot?.id, wanted.by, wanted.strategy],
  );
}

const PIN_SEATS = `
  INSERT INTO proposal_seat (proposal_id, seat_id, constituency_id)
  SELECT $1, s.id, s.constituency_id FROM seat s
   WHERE s.board_id = $2 AND s.ended_at IS NULL AND s.holder_id IS NOT NULL`;

const EVERY_SEAT_APPROVES = `
  INSERT INTO vote (proposal_id, snapshot_id, user_id, seat_id, constituency_id, choice)
  SELECT p.id, p.snapshot_id, s.holder_id, s.id, s.constituency_id, 'approve'
    FROM proposal p JOIN proposal_seat ps ON ps.proposal_id = p.id JOIN seat s ON s.id = ps.seat_id WHERE p.id = $1`;
