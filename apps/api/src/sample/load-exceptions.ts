import { chosenRight, readDecisionRights } from '../board/decision-right.facts';
import { EXCEPTIONS, type SampleException } from './company/exceptions';
import { FIRST_CHARTERS, LATER_CHARTERS } from './company/charters';
import { PRINCIPLES } from './company/strategy/principles';
import { decide, holdHearing } from './load-hearing';
import { insertRows, leaveCodesBehind } from './sample-rows';
import type { SampleStage } from './sample-stage';

const CHARTERS = [...FIRST_CHARTERS, ...LATER_CHARTERS];

/** The exceptions of these charters that belong to a part of their life, with the board's decisions on them. */
export async function loadExceptions(
  stage: SampleStage,
  charters: readonly string[],
  belongs: (exception: SampleException) => boolean = () => true,
): Promise<void> {
  for (const exception of EXCEPTIONS.filter((one) => charters.includes(one.charter) && belongs(one))) {
    await begin(stage, exception);
    await hear(stage, exception);
    await revoke(stage, exception);
  }
  await leaveCodesBehind(
    stage.tx,
    'code_exception',
    EXCEPTIONS.map(({ code }) => code),
  );
}

/** Decided before its charter came before the board, or beside a charter that stands already. */
export function isDecided({ hearing }: SampleException): boolean {
  return hearing?.closing !== undefined;
}

async function begin({ tx, ids, calendar, history }: SampleStage, exception: SampleException): Promise<void> {
  const { code, principle, charter, category, justification, control, renews } = exception;
  const at = calendar.ago(exception.createdDaysAgo, '14:05');
  const actor = ids.of(charterOf(exception).lead);
  await insertRows(tx, 'principle_exception', [
    {
      id: ids.add(code),
      code,
      principle_id: ids.of(principle),
      charter_id: ids.of(charter),
      category,
      justification,
      compensating_control: control,
      expires_on: calendar.day(exception.expiresIn),
      renews_id: ids.orNull(renews),
      renewal: renews ? 1 : 0,
      status: 'draft',
      version: 1,
      created_at: at,
      created_by: actor,
      updated_at: at,
    },
  ]);
  const [{ approved }] = await tx.query<[{ approved: boolean }]>(
    `SELECT approved_at IS NOT NULL AS approved FROM charter WHERE id = $1`,
    [ids.of(charter)],
  );
  // What was approved without it goes on saying what was approved.
  if (!approved)
    await insertRows(tx, 'charter_exception', [{ charter_id: ids.of(charter), exception_id: ids.of(code) }]);
  history.add({
    ...recordOf(ids.of(code), code),
    at,
    actor,
    action: 'exception.created',
    after: { principle, charter, category },
  });
}

async function hear(stage: SampleStage, exception: SampleException): Promise<void> {
  const { tx, ids, calendar, history } = stage;
  const { code, hearing } = exception;
  if (!hearing) return;
  const { title, lead, budget } = charterOf(exception);
  const id = ids.of(code);
  const record = recordOf(id, code);
  const at = calendar.ago(hearing.daysAgo, '11:15');
  await tx.query(
    `UPDATE principle_exception SET status = 'proposed', proposed_on = $2, version = version + 1, updated_at = $3 WHERE id = $1`,
    [id, at.slice(0, 10), at],
  );
  history.add({ ...record, at, actor: ids.of(lead), action: 'exception.proposed', after: { status: 'proposed' } });
  const wanted = budget === undefined ? null : { amount: `${budget}.00`, currency: 'EUR' };
  const content = snapshotOf(stage, exception);
  const held = await holdHearing(stage, {
    subjectType: 'exception',
    subjectId: id,
    title: `Exception from ${exception.principle} for ${exception.charter} ${title}`.slice(0, 200),
    rule: chosenRight(await readDecisionRights(tx), 'exception', wanted).rule,
    submittedBy: lead,
    rounds: [{ revision: null, content, daysAgo: hearing.daysAgo, reason: null, votes: hearing.votes }],
    closing: hearing.closing,
  });
  if (!hearing.closing) return;
  const decided = await decide(stage, held, hearing.closing, []);
  await settle(stage, exception, hearing.closing.outcome === 'approved', decided);
}

async function settle(
  { tx, ids, history }: SampleStage,
  { code, renews }: SampleException,
  granted: boolean,
  { at, by }: { at: string; by: string },
): Promise<void> {
  const id = ids.of(code);
  if (granted && renews) {
    await tx.query(
      `UPDATE principle_exception SET status = 'expired', ended_at = $2, version = version + 1, updated_at = $2 WHERE id = $1`,
      [ids.of(renews), at],
    );
    const ended = recordOf(ids.of(renews), renews);
    history.add({
      ...ended,
      at,
      actor: by,
      action: 'exception.expired',
      after: { status: 'expired', renewedBy: code },
    });
  }
  await tx.query(
    `UPDATE principle_exception SET status = $2, granted_at = CASE WHEN $2 = 'granted' THEN $3::timestamptz END,
            granted_on = CASE WHEN $2 = 'granted' THEN $3::timestamptz::date END, version = version + 1, updated_at = $3::timestamptz
      WHERE id = $1`,
    [id, granted ? 'granted' : 'rejected', at],
  );
  const status = granted ? 'granted' : 'rejected';
  history.add({ ...recordOf(id, code), at, actor: by, action: `exception.${status}`, after: { status } });
}

async function revoke({ tx, ids, calendar, history }: SampleStage, { code, revoked }: SampleException): Promise<void> {
  if (!revoked) return;
  const at = calendar.ago(revoked.daysAgo, '10:30');
  const actor = ids.of(revoked.by);
  await tx.query(
    `UPDATE principle_exception SET status = 'revoked', ended_at = $2, ended_by = $3, end_reason = $4, version = version + 1,
            updated_at = $2 WHERE id = $1`,
    [ids.of(code), at, actor, revoked.reason],
  );
  const after = { status: 'revoked', reason: revoked.reason };
  history.add({ ...recordOf(ids.of(code), code), at, actor, action: 'exception.revoked', after });
}

/** What the board read, in words. */
function snapshotOf({ ids, calendar }: SampleStage, exception: SampleException): Record<string, unknown> {
  const { code, principle, charter, category, justification, control, expiresIn, renews = null } = exception;
  const worded = PRINCIPLES.find((one) => one.code === principle)?.wordings;
  const name = (worded?.[2] ?? worded?.[1])?.title ?? principle;
  return {
    code,
    principle: { id: ids.of(principle), code: principle, name },
    charter: { id: ids.of(charter), code: charter, name: charterOf(exception).title },
    category,
    justification,
    compensatingControl: control,
    expiresOn: calendar.day(expiresIn),
    renews,
    renewal: renews ? 1 : 0,
  };
}

function charterOf({ charter }: SampleException) {
  const found = CHARTERS.find(({ code }) => code === charter);
  if (!found) throw new Error(`The sample company has no charter ${charter}.`);
  return found;
}

function recordOf(recordId: string, recordCode: string) {
  return { recordType: 'exception', recordId, recordCode };
}
