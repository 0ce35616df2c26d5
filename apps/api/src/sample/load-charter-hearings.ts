import type { CharterContent, GateCheckAnswer, GateTransition } from '@sightline/contracts';
import { materialChanges } from '@sightline/rules';
import { readCharterGateFacts } from '../charters/charter-gate.facts';
import { contentInWords } from '../charters/charter-words';
import { gateAnswer } from '../charters/gate-answer';
import { chosenRight, readDecisionRights } from '../board/decision-right.facts';
import type { SampleCharter, SampleHearing } from './company/charters/charter';
import { decide, holdHearing } from './load-hearing';
import type { Decided } from './load-hearing';
import { type Hearing, PUT_ANEW_AT, SUBMITTED_AT } from './sample-hearing';
import { insertRows } from './sample-rows';
import type { SampleStage } from './sample-stage';

/** The board hears a charter: what it was then, how it voted, what it decided. */
export async function holdCharterHearing(stage: SampleStage, charter: SampleCharter): Promise<void> {
  const { tx, ids, calendar, history } = stage;
  const { hearing, code, lead } = charter;
  if (!hearing) return;
  const today = await contentOf(stage, code);
  const contents = [hearing.asItWas?.(today, ids) ?? today, ...(hearing.anew ? [today] : [])];
  const at = calendar.ago(hearing.daysAgo, SUBMITTED_AT);
  await tx.query(
    `UPDATE charter SET status = 'submitted', submitted_at = $2, revision = $3, version = version + 3, updated_at = $2 WHERE id = $1`,
    [ids.of(code), at, contents.length],
  );
  const record = { recordType: 'charter', recordId: ids.of(code), recordCode: code };
  history.add({
    ...record,
    at,
    actor: ids.of(lead),
    action: 'charter.submitted',
    before: { status: 'draft' },
    after: { status: 'submitted', revision: 1 },
  });
  await writeRevisions(stage, charter, contents);
  const held = await holdHearing(stage, await hearingOf(stage, charter, hearing, contents));
  for (const content of contents) requireOpen(code, await checksOf(stage, code, content, 'submit'));
  const { closing } = hearing;
  if (!closing) return;
  const checks = await checksOf(stage, code, contents.at(-1) ?? today, 'approve');
  const decided = await decide(stage, held, closing, checks);
  await apply(stage, charter, closing.outcome, decided);
}

async function contentOf({ tx, ids }: SampleStage, code: string): Promise<CharterContent> {
  const [row] = await tx.query<[{ content: CharterContent }]>(`SELECT charter_content($1) AS content`, [ids.of(code)]);
  return row.content;
}

async function checksOf(
  { tx, ids }: SampleStage,
  code: string,
  content: CharterContent,
  transition: GateTransition,
): Promise<GateCheckAnswer[]> {
  return gateAnswer(await readCharterGateFacts(tx, ids.of(code), content), transition, 'en').checks;
}

function requireOpen(code: string, checks: GateCheckAnswer[]): void {
  const open = checks.filter(({ passed, level }) => !passed && level === 'blocker').map(({ message }) => message);
  if (open.length > 0) throw new Error(`${code} could not have been submitted: ${open.join(' ')}`);
}

/** Every content the board saw, kept as it saw it. */
async function writeRevisions(
  { tx, ids, calendar }: SampleStage,
  { code, lead, hearing }: SampleCharter,
  contents: CharterContent[],
): Promise<void> {
  const days = [hearing?.daysAgo ?? 0, hearing?.anew?.daysAgo ?? 0];
  const rows = contents.map((content, index) => ({
    id: ids.add(`${code} revision ${index + 1}`),
    charter_id: ids.of(code),
    number: index + 1,
    content,
    reason: index > 0 ? (hearing?.anew?.reason ?? null) : null,
    created_at: calendar.ago(days[index] ?? 0, index > 0 ? PUT_ANEW_AT : SUBMITTED_AT),
    created_by: ids.of(lead),
  }));
  await insertRows(tx, 'charter_revision', rows);
  if (contents.length > 1) await rememberEditor({ tx, ids, calendar }, code, lead, hearing?.anew?.daysAgo ?? 0);
}

async function rememberEditor(
  { tx, ids, calendar }: Pick<SampleStage, 'tx' | 'ids' | 'calendar'>,
  code: string,
  lead: string,
  daysAgo: number,
): Promise<void> {
  await insertRows(tx, 'charter_material_edit', [
    { charter_id: ids.of(code), revision: 2, user_id: ids.of(lead), first_at: calendar.ago(daysAgo, SUBMITTED_AT) },
  ]);
}

async function hearingOf(
  stage: SampleStage,
  { code, title, lead }: SampleCharter,
  hearing: SampleHearing,
  contents: CharterContent[],
): Promise<Hearing> {
  const { tx, ids } = stage;
  const [first, second] = await Promise.all(contents.map((content) => contentInWords(tx, content)));
  const { rule } = chosenRight(await readDecisionRights(tx), 'charter', contents[0]?.budget ?? null);
  const rounds = [{ revision: 1, content: first ?? {}, daysAgo: hearing.daysAgo, reason: null, votes: hearing.votes }];
  const { anew, closing } = hearing;
  return {
    subjectType: 'charter',
    subjectId: ids.of(code),
    title,
    rule,
    submittedBy: lead,
    rounds: anew && second ? [...rounds, { revision: 2, content: second, ...anew }] : rounds,
    closing,
  };
}

const AFTER = { approved: 'approved', rejected: 'rejected', returned: 'draft' } as const;

async function apply(
  { tx, ids, history }: SampleStage,
  { code }: SampleCharter,
  outcome: keyof typeof AFTER,
  { at, by }: Decided,
): Promise<void> {
  const status = AFTER[outcome];
  await tx.query(
    `UPDATE charter SET status = $2, version = version + 1, updated_at = $3,
            submitted_at = CASE WHEN $2 = 'approved' THEN submitted_at END,
            approved_at = CASE WHEN $2 = 'approved' THEN $3::timestamptz END,
            approved_revision = CASE WHEN $2 = 'approved' THEN revision END,
            approved_under_version = CASE WHEN $2 = 'approved' THEN (SELECT v.id FROM strategy_version v WHERE v.status = 'in_force') END
      WHERE id = $1`,
    [ids.of(code), status, at],
  );
  const record = { recordType: 'charter', recordId: ids.of(code), recordCode: code };
  history.add({
    ...record,
    at,
    actor: by,
    action: `charter.${outcome}`,
    before: { status: 'submitted' },
    after: { status },
  });
}

/** An approved charter that its lead wants to change: the board decides, and until then nothing changes. */
export async function requestChange(stage: SampleStage, { code, title, lead, change }: SampleCharter): Promise<void> {
  if (!change) return;
  const { tx, ids, calendar, history } = stage;
  const at = calendar.ago(change.daysAgo, '11:05');
  const base = await contentOf(stage, code);
  const content = change.asWanted(base, ids);
  requireOpen(code, await checksOf(stage, code, content, 'approve'));
  const id = ids.add(`${code} change 1`);
  const actor = ids.of(lead);
  const [{ version }] = await tx.query<[{ version: number }]>(`SELECT version FROM charter WHERE id = $1`, [
    ids.of(code),
  ]);
  const written = { version: 1, created_at: at, created_by: actor, updated_at: at };
  const what = { number: 1, reason: change.reason, content, base, base_version: version, status: 'submitted' };
  await insertRows(tx, 'change_request', [{ id, charter_id: ids.of(code), ...what, ...written }]);
  await rememberEditor(stage, code, lead, change.daysAgo);
  const fields = materialChanges(base, content);
  const record = { recordType: 'charter', recordId: ids.of(code), recordCode: code };
  history.add({
    ...record,
    at,
    actor,
    action: 'change_request.submitted',
    after: { changeRequest: 1, reason: change.reason, fields },
  });
  const { rule } = chosenRight(await readDecisionRights(tx), 'change_request', content.budget);
  const round = {
    revision: 2,
    content: await contentInWords(tx, content),
    daysAgo: change.daysAgo,
    reason: null,
    votes: change.votes,
  };
  await holdHearing(stage, {
    subjectType: 'change_request',
    subjectId: id,
    title,
    rule,
    submittedBy: lead,
    rounds: [round],
  });
}
