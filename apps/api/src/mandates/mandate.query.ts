import type { Mandate, Page } from '@sightline/contracts';
import { mandateState } from '@sightline/rules';
import type { DataSource, EntityManager } from 'typeorm';
import { Filters } from '../platform/lists/filters';
import { containing, listOf } from '../platform/lists/list';
import { Problems } from '../platform/problems/problem';
import { parseIdOrCode } from '../platform/records/id-or-code';
import { personOf, recordBase } from '../platform/records/json-sql';
import type { MandateListRequest } from './mandates.requests';

const CONDITIONS = 'r.applicability IS NOT NULL OR r.decision_table IS NOT NULL';
const GUIDANCE = `trim(r.exception_guidance) <> ''`;

/** What a principle became of an order says of itself: in the version in force, and in the one that is being written. */
const PRINCIPLES_OF_M = `(SELECT coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'code', p.code, 'title', r.title,
    'statement', r.statement, 'versionNumber', v.number, 'status', v.status, 'conditions', ${CONDITIONS},
    'guidance', ${GUIDANCE}) ORDER BY v.status = 'in_force' DESC, p.code), '[]')
  FROM principle_revision r JOIN principle p ON p.id = r.principle_id
  JOIN strategy_version v ON v.id = r.strategy_version_id AND v.status IN ('in_force', 'draft', 'proposed')
 WHERE r.mandate_id = m.id)`;

const MANDATE = `jsonb_build_object(${recordBase('m')}, 'code', m.code, 'title', m.title, 'text', m.text,
  'sponsor', ${personOf('m.sponsor_id')}, 'dateReceived', m.received_on, 'principles', ${PRINCIPLES_OF_M})`;

/** What `mandateState` says of an order, for filters: one principle in force that says when and how to deviate. */
const TRANSLATED = `EXISTS (SELECT 1 FROM principle_revision r JOIN strategy_version v ON v.id = r.strategy_version_id
  WHERE r.mandate_id = m.id AND v.status = 'in_force' AND (${CONDITIONS}) AND ${GUIDANCE})`;

type Worded = Omit<Mandate, 'state' | 'missing'>;
const withState = (mandate: Worded): Mandate => ({ ...mandate, ...mandateState(mandate.principles) });

/** One page of orders, newest first unless asked otherwise. */
export async function listMandates(db: DataSource, request: MandateListRequest): Promise<Page<Mandate>> {
  const { q, status } = request;
  const { where, params } = new Filters(
    ...(status ? [status === 'translated' ? TRANSLATED : `NOT ${TRANSLATED}`] : []),
  ).given(q && containing(q), (at) => `(m.code ILIKE ${at} OR m.title ILIKE ${at} OR m.text ILIKE ${at})`);
  const page = await listOf<Worded>(db, request, {
    from: 'mandate m',
    alias: 'm',
    item: MANDATE,
    where,
    params,
    sort: { dateReceived: 'm.received_on', title: 'lower(m.title)', code: 'm.code' },
    defaultSort: '-dateReceived',
  });
  return { ...page, items: page.items.map(withState) };
}

/** One order, by id or code; 404. */
export async function readMandate(db: DataSource | EntityManager, reference: string): Promise<Mandate> {
  const { id = null, code = null } = parseIdOrCode(reference);
  const [row] = await db.query<{ mandate: Worded }[]>(
    `SELECT ${MANDATE} AS mandate FROM mandate m WHERE m.id = $1::uuid OR m.code = $2::text`,
    [id, code],
  );
  if (!row) throw Problems.notFound('mandate');
  return withState(row.mandate);
}
