import { SECTIONS, type Section, type StrategyVersion } from '@sightline/contracts';
import { DEFAULT_GATE_POLICY } from '@sightline/rules';
import { canonicalText, sha256 } from '../audit/audit-event';
import { strategyContent, strategySnapshot } from '../strategy/strategy-content';
import { wholeVersion } from '../strategy/strategy-draft.service';
import { newId } from '../platform/records/new-id';
import { BOARD } from './company/board';
import { CAPABILITIES, DRIVERS, FOUNDING_RIGHTS, RIGHTS, STRATEGY_KPIS } from './company/strategy/parts';
import { CONDITIONS, FACTS } from './company/strategy/conditions';
import { MANDATES } from './company/strategy/mandates';
import { PRINCIPLES, type SamplePrinciple } from './company/strategy/principles';
import { AUTHORS, PROSE, type Wordings } from './company/strategy/prose';
import { VERSIONS, type SampleVersion } from './company/strategy/versions';
import { decide, holdHearing } from './load-hearing';
import { SET_UP } from './load-people';
import { insertRows, leaveCodesBehind, type Row } from './sample-rows';
import type { SampleStage } from './sample-stage';

const WEIGHTS = { principles: 30, outcome: 30, capability: 15, data: 15, resilience: 10 };
const COLUMN_OF: Partial<Record<Section, string>> = {
  capabilitiesNarrative: 'capabilities_narrative',
  dataGovernance: 'data_governance',
  successMetrics: 'success_metrics',
};

/** Principles, drivers and capabilities as such: what survives every version. */
export async function loadStrategyIdentities(stage: SampleStage): Promise<void> {
  const { tx, ids, calendar } = stage;
  await loadMandates(stage);
  const kinds = { principle: PRINCIPLES, driver: DRIVERS, capability: CAPABILITIES };
  const at = calendar.ago(SET_UP - 20, '09:30');
  for (const [kind, parts] of Object.entries(kinds)) {
    const rows = parts.map(({ code }) => ({
      id: ids.add(code),
      code,
      created_at: at,
      created_by: ids.of('Ingrid Halvorsen'),
    }));
    await insertRows(tx, kind, rows);
    await leaveCodesBehind(
      tx,
      `code_${kind}`,
      parts.map(({ code }) => code),
    );
  }
}

async function loadMandates({ tx, ids, calendar, history }: SampleStage): Promise<void> {
  const actor = ids.of('Ingrid Halvorsen');
  const rows = MANDATES.map(({ code, title, text, sponsor, receivedDaysAgo }) => {
    const at = calendar.ago(receivedDaysAgo, '16:00');
    const record = { recordType: 'mandate', recordId: ids.add(code), recordCode: code };
    history.add({ ...record, at, actor, action: 'mandate.created', after: { title, sponsor } });
    const written = { version: 1, created_at: at, created_by: actor, updated_at: at };
    return {
      id: ids.of(code),
      code,
      title,
      text,
      sponsor_id: ids.of(sponsor),
      received_on: at.slice(0, 10),
      ...written,
    };
  });
  await insertRows(tx, 'mandate', rows);
  await leaveCodesBehind(
    tx,
    'code_mandate',
    MANDATES.map(({ code }) => code),
  );
}

/** One version from its draft to the state it is in; only the last one is still a draft. */
export async function loadStrategyVersion(stage: SampleStage, number: 1 | 2 | 3): Promise<void> {
  const version = VERSIONS[number];
  const id = stage.ids.add(`v${number}`);
  await insertDraft(stage, id, number, version);
  await insertParts(stage, id, number);
  if (version.hearing) await ratify(stage, id, version);
}

async function insertDraft(
  { tx, ids, calendar, history }: SampleStage,
  id: string,
  number: number,
  version: SampleVersion,
): Promise<void> {
  const at = calendar.ago(version.drafted, '09:45');
  const edited = calendar.ago(version.edited, '15:40');
  const actor = ids.of('Ingrid Halvorsen');
  const copiedFrom = number > 1 ? ids.of(`v${number - 1}`) : null;
  await insertRows(tx, 'strategy_version', [
    {
      id,
      number,
      status: 'draft',
      copied_from_id: copiedFrom,
      ...Object.fromEntries(
        SECTIONS.map((section) => [COLUMN_OF[section] ?? section, wordingOf(PROSE[section], number)]),
      ),
      gate_policy: DEFAULT_GATE_POLICY,
      weights: WEIGHTS,
      facts: number > 1 ? FACTS : [],
      review_by: version.reviewMonth === null ? null : calendar.monthEnd(version.reviewMonth),
      version: 9,
      created_at: at,
      created_by: actor,
      updated_at: edited,
    },
  ]);
  const record = { actor, recordType: 'strategy_version', recordId: id, recordCode: `v${number}` };
  history.add({ ...record, at, action: 'strategy_version.drafted', after: { number, copiedFrom } });
  for (const [index, [section, [business]]] of Object.entries(AUTHORS).entries()) {
    const writtenAt = calendar.ago(Math.max(version.edited, version.drafted - 1 - index), '14:30');
    const changed = { at: writtenAt, actor: ids.of(business), action: 'strategy_version.changed' };
    if (PROSE[section as Section][number as 1 | 2 | 3]) history.add({ ...record, ...changed, after: { section } });
  }
}

async function insertParts({ tx, ids }: SampleStage, versionId: string, number: number): Promise<void> {
  const of = (rows: Row[]): Row[] => rows.map((row) => ({ id: newId(), strategy_version_id: versionId, ...row }));
  const held = PRINCIPLES.filter((principle) => holds(principle, number));
  await insertRows(
    tx,
    'section_author',
    Object.entries(AUTHORS).map(([section, [business, it]]) => {
      return {
        strategy_version_id: versionId,
        section,
        business_author_id: ids.of(business),
        it_author_id: ids.of(it),
      };
    }),
  );
  await insertRows(
    tx,
    'principle_revision',
    of(held.map((principle, index) => principleRow(ids, principle, number, index + 1))),
  );
  await insertRows(
    tx,
    'driver_revision',
    of(DRIVERS.map(({ code, ...driver }, index) => ({ driver_id: ids.of(code), position: index + 1, ...driver }))),
  );
  await insertRows(
    tx,
    'capability_revision',
    of(
      CAPABILITIES.map(({ code, name, description, current, target }, index) => {
        const maturity = { current_maturity: current[number - 1], target_maturity: target };
        return { capability_id: ids.of(code), position: index + 1, name, description, ...maturity };
      }),
    ),
  );
  const rights = number === 1 ? FOUNDING_RIGHTS : RIGHTS;
  await insertRows(
    tx,
    'decision_right',
    of(
      rights.map(({ subject, budgetUpTo, rule }) => ({
        subject,
        budget_up_to: budgetUpTo,
        board_id: ids.of(BOARD.name),
        rule,
      })),
    ),
  );
  await insertRows(
    tx,
    'strategy_version_kpi',
    STRATEGY_KPIS.map((code, position) => ({ strategy_version_id: versionId, kpi_id: ids.of(code), position })),
  );
}

function principleRow(ids: SampleStage['ids'], principle: SamplePrinciple, number: number, position: number): Row {
  const principleId = ids.of(principle.code);
  const { guidance, ...texts } = wordingOf(principle.wordings, number);
  const conditions = number > 1 ? CONDITIONS[principle.code] : undefined;
  return {
    principle_id: principleId,
    position,
    ...texts,
    exception_guidance: guidance,
    mandate_id: conditions ? ids.of(conditions.mandate) : null,
    applicability: conditions?.applicability ?? null,
    decision_table: conditions?.decisionTable ?? null,
  };
}

/** Before the board, decided, in force; the version before it is history from that moment on. */
async function ratify(stage: SampleStage, id: string, { hearing }: SampleVersion): Promise<void> {
  if (!hearing) return;
  const { tx, calendar, ids, history } = stage;
  const written = await wholeVersion(tx, id);
  const proposedAt = calendar.ago(hearing.proposed, '11:15');
  const proposer = ids.of('Ingrid Halvorsen');
  await tx.query(
    `UPDATE strategy_version SET status = 'proposed', proposed_by = $2, version = version + 1, updated_at = $3 WHERE id = $1`,
    [id, proposer, proposedAt],
  );
  const record = { recordType: 'strategy_version', recordId: id, recordCode: `v${written.number}` };
  history.add({
    ...record,
    at: proposedAt,
    actor: proposer,
    action: 'strategy_version.proposed',
    before: { status: 'draft' },
    after: { status: 'proposed' },
  });
  const held = await holdHearing(stage, hearingOf(written, hearing));
  const decided = await decide(stage, held, hearing.closing, []);
  await supersede(stage, decided);
  const contentHash = sha256(canonicalText(strategyContent(await wholeVersion(tx, id))));
  await tx.query(
    `UPDATE strategy_version SET status = 'in_force', ratified_at = $2, content_hash = $3, version = version + 1, updated_at = $2 WHERE id = $1`,
    [id, decided.at, contentHash],
  );
  history.add({
    ...record,
    at: decided.at,
    actor: decided.by,
    action: 'strategy_version.ratified',
    before: { status: 'proposed' },
    after: { status: 'in_force', contentHash },
  });
}

function hearingOf(written: StrategyVersion, { proposed, votes, closing }: NonNullable<SampleVersion['hearing']>) {
  const round = {
    revision: written.number,
    content: strategySnapshot(written),
    daysAgo: proposed,
    reason: null,
    votes,
  };
  return {
    subjectType: 'strategy_version' as const,
    subjectId: written.id,
    title: `Integration strategy, version ${written.number}`,
    rule: 'two_thirds' as const,
    submittedBy: 'Ingrid Halvorsen',
    rounds: [round],
    closing,
  };
}

async function supersede({ tx, history }: SampleStage, { at, by }: { at: string; by: string }): Promise<void> {
  const [before] = await tx.query<{ id: string; number: number }[]>(
    `SELECT id, number FROM strategy_version WHERE status = 'in_force'`,
  );
  if (!before) return;
  await tx.query(
    `UPDATE strategy_version SET status = 'superseded', superseded_at = $2, version = version + 1, updated_at = $2 WHERE id = $1`,
    [before.id, at],
  );
  const record = { recordType: 'strategy_version', recordId: before.id, recordCode: `v${before.number}` };
  history.add({
    ...record,
    at,
    actor: by,
    action: 'strategy_version.superseded',
    before: { status: 'in_force' },
    after: { status: 'superseded' },
  });
}

/** The wording that holds in a version: its own or the last one before. */
function wordingOf<T>(wordings: Wordings<T>, number: number): T {
  const wording = (number >= 3 ? wordings[3] : undefined) ?? (number >= 2 ? wordings[2] : undefined) ?? wordings[1];
  if (wording === undefined) throw new Error(`Nothing is worded for version ${number}.`);
  return wording;
}

function holds({ wordings, until = Infinity }: SamplePrinciple, number: number): boolean {
  const since = Math.min(...Object.keys(wordings).map(Number));
  return since <= number && number <= until;
}
