import type { GateCheckAnswer } from '@sightline/contracts';
import { ballotResult, dueDate } from '@sightline/rules';
import { type Ballot, readBallot } from '../board/ballot.facts';
import { conditionsOf, decisionRecord } from '../board/decision-record';
import { composeSnapshot } from '../board/proposal-snapshot';
import { newId } from '../platform/records/new-id';
import { ORGANISATION } from './company/people';
import { BOARD } from './company/board';
import { constituencyName, seatName } from './load-people';
import { type Closing, type Hearing, PUT_ANEW_AT, type Round, SUBMITTED_AT } from './sample-hearing';
import { insertRows } from './sample-rows';
import type { SampleStage } from './sample-stage';

export interface HeldHearing {
  proposal: { id: string; code: string };
  snapshotId: string;
  hash: string;
}
export interface Decided {
  at: string;
  by: string;
}

/** Brings a subject before the board and lets the board vote, as it happened. */
export async function holdHearing(stage: SampleStage, hearing: Hearing): Promise<HeldHearing> {
  const proposal = await submit(stage, hearing);
  let current: Omit<HeldHearing, 'proposal'> | null = null;
  for (const round of hearing.rounds) {
    current = await putBefore(stage, proposal, hearing, round);
    await cast(stage, { proposal, snapshotId: current.snapshotId, round });
  }
  if (!current) throw new Error(`Nothing was put before the board in ${proposal.code}.`);
  return { proposal, ...current };
}

async function submit({ tx, ids, calendar }: SampleStage, hearing: Hearing): Promise<HeldHearing['proposal']> {
  const { subjectType, subjectId, title, rule } = hearing;
  const submittedAt = calendar.ago(hearing.rounds[0]?.daysAgo ?? 1, SUBMITTED_AT);
  const by = ids.of(hearing.submittedBy);
  const dueAt = dueDate(submittedAt, ORGANISATION.timeZone);
  const [proposal] = await tx.query<[HeldHearing['proposal']]>(INSERT_PROPOSAL, [
    subjectType,
    subjectId,
    title,
    ids.of(BOARD.name),
    rule,
    by,
    submittedAt,
    dueAt,
  ]);
  await tx.query(
    `INSERT INTO proposal_seat (proposal_id, seat_id, constituency_id)
     SELECT $1, s.id, s.constituency_id FROM seat s WHERE s.board_id = $2 AND s.ended_at IS NULL`,
    [proposal.id, ids.of(BOARD.name)],
  );
  return proposal;
}

/** The content that is voted on from now on; a second one dismisses the votes on the first. */
async function putBefore(
  { tx, ids, calendar, history }: SampleStage,
  proposal: HeldHearing['proposal'],
  { subjectType, subjectId, rule, submittedBy }: Hearing,
  { revision, content, daysAgo, reason }: Round,
): Promise<Omit<HeldHearing, 'proposal'>> {
  const by = ids.of(submittedBy);
  const at = roundAt(calendar, { daysAgo, reason });
  const taken = { proposalId: proposal.id, revision, content, reason, by };
  const { number, text, hash } = await composeSnapshot(tx, taken);
  const snapshotId = ids.add(`${proposal.code} snapshot ${number}`);
  await insertRows(tx, 'proposal_snapshot', [
    {
      id: snapshotId,
      proposal_id: proposal.id,
      number,
      revision,
      body: text,
      hash,
      reason,
      taken_at: at,
      taken_by: by,
    },
  ]);
  await tx.query(`UPDATE proposal SET snapshot_id = $2, version = version + 1, updated_at = $3 WHERE id = $1`, [
    proposal.id,
    snapshotId,
    at,
  ]);
  const after = { subjectType, subjectId, rule, revision, snapshotHash: hash, ...(reason ? { reason } : {}) };
  const action = number === 1 ? 'proposal.submitted' : 'proposal.votes-dismissed';
  history.add({ at, actor: by, action, ...recordOf(proposal), after });
  return { snapshotId, hash };
}

async function cast(
  { tx, ids, calendar, history }: SampleStage,
  { proposal, snapshotId, round }: Pick<HeldHearing, 'proposal' | 'snapshotId'> & { round: Round },
): Promise<void> {
  const rows = round.votes.map(({ by, choice, daysAgo, reason = null, conditions = [] }) => {
    // Nobody votes at the same minute as everybody else, nor before there is something to vote on.
    const time = `${12 + (by.length % 5)}:${10 + (by.charCodeAt(0) % 45)}`;
    const at = [calendar.ago(daysAgo, time), laterBy(by.length, roundAt(calendar, round))].toSorted().at(-1) ?? '';
    const said = { choice, reason, conditions };
    const after = { ...said, seatId: ids.of(seatName(by)) };
    history.add({ at, actor: ids.of(by), action: 'proposal.voted', ...recordOf(proposal), after });
    const right = { seat_id: ids.of(seatName(by)), constituency_id: ids.of(constituencyName(constituencyOf(by))) };
    const vote = { id: newId(), proposal_id: proposal.id, snapshot_id: snapshotId, user_id: ids.of(by) };
    return { ...vote, ...right, ...said, cast_at: at };
  });
  await insertRows(tx, 'vote', rows);
}

/** A changed subject comes after the votes of that day on the one before. */
function roundAt(calendar: SampleStage['calendar'], { daysAgo, reason }: Pick<Round, 'daysAgo' | 'reason'>): string {
  return calendar.ago(daysAgo, reason === null ? SUBMITTED_AT : PUT_ANEW_AT);
}

function laterBy(minutes: number, instant: string): string {
  return new Date(Date.parse(instant) + minutes * 60_000).toISOString();
}

function constituencyOf(person: string): string {
  const key = BOARD.constituencies.find(({ holders }) => holders.includes(person))?.key;
  if (!key) throw new Error(`${person} has no seat on the board.`);
  return key;
}

/** Closes a hearing as the board's secretary: the votes decide, and the record keeps what they said. */
export async function decide(
  stage: SampleStage,
  { proposal, snapshotId, hash }: HeldHearing,
  { daysAgo, outcome, rationale }: Closing,
  checks: GateCheckAnswer[],
): Promise<Decided> {
  const { tx, ids, calendar, history } = stage;
  const decided = { at: calendar.ago(daysAgo, '17:20'), by: ids.of(BOARD.secretary) };
  const ballot = { ...(await readBallot(tx, proposal.id)), now: decided.at };
  const result = ballotResult(ballot);
  if (!result.canClose || result.outcome !== outcome) {
    throw new Error(
      `${proposal.code} is ${result.outcome ?? 'undecided'}, not ${outcome}: ${JSON.stringify(result.why)}`,
    );
  }
  const open = checks.filter(({ passed, level }) => !passed && level === 'blocker').map(({ message }) => message);
  if (outcome === 'approved' && open.length > 0) throw new Error(`${proposal.code} is blocked: ${open.join(' ')}`);
  const conditions = outcome === 'approved' ? conditionsOf(ballot) : [];
  const early = isEarly(ballot);
  await tx.query(
    `INSERT INTO decision (proposal_id, outcome, early, rationale, conditions, snapshot_id, snapshot_hash,
                           strategy_version_id, record, language, decided_at, decided_by)
     SELECT $1, $2, $3, $4, $5, $6, $7, (SELECT v.id FROM strategy_version v WHERE v.status = 'in_force'), $8, 'en', $9, $10`,
    [
      proposal.id,
      outcome,
      early,
      rationale,
      conditions,
      snapshotId,
      hash,
      JSON.stringify(decisionRecord(ballot, result, checks, [])),
      decided.at,
      decided.by,
    ],
  );
  await tx.query(
    `UPDATE proposal SET status = $2, closed_at = $3, version = version + 1, updated_at = $3 WHERE id = $1`,
    [proposal.id, outcome, decided.at],
  );
  const after = { status: outcome, early, rationale, conditions, tally: result.tally, snapshotHash: hash };
  history.add({
    at: decided.at,
    actor: decided.by,
    action: 'proposal.closed',
    ...recordOf(proposal),
    before: { status: 'open' },
    after,
  });
  return decided;
}

function isEarly({ now, dueAt }: Pick<Ballot, 'now' | 'dueAt'>): boolean {
  return now < dueAt;
}

function recordOf({ id, code }: HeldHearing['proposal']) {
  return { recordType: 'proposal', recordId: id, recordCode: code };
}

const INSERT_PROPOSAL = `
  INSERT INTO proposal (subject_type, strategy_version_id, charter_id, change_request_id, exception_id, title, board_id, rule,
                        decided_under_id, submitted_by, submitted_at, due_at, created_at, created_by, updated_at)
  VALUES ($1::text, CASE $1::text WHEN 'strategy_version' THEN $2::uuid END,
          CASE $1::text WHEN 'charter' THEN $2::uuid END, CASE $1::text WHEN 'change_request' THEN $2::uuid END,
          CASE $1::text WHEN 'exception' THEN $2::uuid END, $3, $4, $5, (SELECT v.id FROM strategy_version v WHERE v.status = 'in_force'), $6, $7, $8, $7, $6, $7)
  RETURNING id, code`;
