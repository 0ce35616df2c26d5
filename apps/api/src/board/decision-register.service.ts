import { Injectable } from '@nestjs/common';
import type { Decision, DecisionSummary, Page } from '@sightline/contracts';
import { DataSource, type EntityManager } from 'typeorm';
import { containing, listOf } from '../platform/lists/list';
import { Problems } from '../platform/problems/problem';
import { parseIdOrCode } from '../platform/records/id-or-code';
import type { ListDecisionsRequest } from './board.requests';
import { instant, personOf } from '../platform/records/json-sql';
import { SUBJECT_OF_P } from './proposal-subject';

/** Everything about a decision `d` but what takes room: snapshot and record. */
const DECISION_HEAD = `jsonb_build_object('id', d.id, 'code', d.code, 'version', 1, 'createdAt', ${instant('d.decided_at')},
  'outcome', d.outcome, 'early', d.early, 'rationale', d.rationale, 'conditions', d.conditions,
  'decidedAt', ${instant('d.decided_at')}, 'decidedBy', ${personOf('d.decided_by')},
  'proposal', jsonb_build_object('id', p.id, 'code', p.code, 'name', p.title),
  'subjectType', p.subject_type, 'subject', ${SUBJECT_OF_P}, 'title', p.title,
  'board', jsonb_build_object('id', b.id, 'code', NULL, 'name', b.name), 'rule', p.rule,
  'strategyVersion', v.number, 'tally', d.record -> 'tally', 'snapshotHash', d.snapshot_hash)`;

const DECISION_JOINS = `JOIN proposal p ON p.id = d.proposal_id JOIN board b ON b.id = p.board_id
  LEFT JOIN strategy_version v ON v.id = d.strategy_version_id`;

const WHOLE_SQL = `
  SELECT ${DECISION_HEAD} || jsonb_build_object('snapshot', s.body::jsonb, 'record', d.record) AS decision
    FROM decision d ${DECISION_JOINS} JOIN proposal_snapshot s ON s.id = d.snapshot_id
   WHERE d.id = $1::uuid OR d.code = $2::text`;

/** Where a day begins, by the organisation's clock. */
const MIDNIGHT = (day: string): string => `(${day})::timestamp AT TIME ZONE (SELECT time_zone FROM organisation)`;

const OF_PROPOSAL = (condition: string): string =>
  `EXISTS (SELECT 1 FROM proposal p WHERE p.id = d.proposal_id AND ${condition})`;

/** The register of decisions: who decided what, on what grounds, under which version (TRUST T27). */
@Injectable()
export class DecisionRegister {
  constructor(private readonly db: DataSource) {}

  list(request: ListDecisionsRequest): Promise<Page<DecisionSummary>> {
    const { outcome, subjectType, from, to, q } = request;
    return listOf<DecisionSummary>(this.db, request, {
      from: 'decision d',
      alias: 'd',
      item: DECISION_HEAD,
      joins: DECISION_JOINS,
      where: [
        '($1::text IS NULL OR d.outcome = $1)',
        `($2::text IS NULL OR ${OF_PROPOSAL('p.subject_type = $2')})`,
        `($3::date IS NULL OR d.decided_at >= ${MIDNIGHT('$3::date')})`,
        `($4::date IS NULL OR d.decided_at < ${MIDNIGHT('$4::date + 1')})`,
        `($5::text IS NULL OR d.code ILIKE $5 OR d.rationale ILIKE $5 OR ${OF_PROPOSAL('(p.title ILIKE $5 OR p.code ILIKE $5)')})`,
      ],
      params: [outcome ?? null, subjectType ?? null, from ?? null, to ?? null, q ? containing(q) : null],
      sort: { decidedAt: 'd.decided_at', code: 'd.code', outcome: 'd.outcome' },
      defaultSort: '-decidedAt',
    });
  }

  get(reference: string): Promise<Decision> {
    return readDecision(this.db.manager, reference);
  }
}

/** One decision, whole, by its id or code. */
export async function readDecision(db: Pick<EntityManager, 'query'>, reference: string): Promise<Decision> {
  const { id, code } = parseIdOrCode(reference);
  const [row] = await db.query<{ decision: Decision }[]>(WHOLE_SQL, [id ?? null, code ?? null]);
  if (!row) throw Problems.notFound('decision');
  return row.decision;
}
