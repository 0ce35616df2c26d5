import type { Mandate } from '@sightline/contracts';
import { mandateState } from '@sightline/rules';
import type { DataSource, EntityManager } from 'typeorm';
import { personOf, recordBase } from '../platform/records/json-sql';

/** What a principle became of an order says of itself: in the version in force, and in the one that is being written. */
const PRINCIPLES_OF_M = `(SELECT coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'code', p.code, 'title', r.title,
    'versionNumber', v.number, 'status', v.status,
    'conditions', r.applicability IS NOT NULL OR r.decision_table IS NOT NULL,
    'guidance', trim(r.exception_guidance) <> '') ORDER BY v.status = 'in_force' DESC, p.code), '[]')
  FROM principle_revision r JOIN principle p ON p.id = r.principle_id
  JOIN strategy_version v ON v.id = r.strategy_version_id AND v.status IN ('in_force', 'draft', 'proposed')
 WHERE r.mandate_id = m.id)`;

const MANDATE = `jsonb_build_object(${recordBase('m')}, 'code', m.code, 'title', m.title, 'text', m.text,
  'sponsor', ${personOf('m.sponsor_id')}, 'dateReceived', m.received_on, 'principles', ${PRINCIPLES_OF_M})`;

/** Every order, newest first, or the one that is asked for; there are never many. */
export async function readMandates(
  db: DataSource | EntityManager,
  { id = null, code = null }: { id?: string | null | undefined; code?: string | null | undefined } = {},
): Promise<Mandate[]> {
  const rows = await db.query<{ mandate: Omit<Mandate, 'state' | 'missing'> }[]>(
    `SELECT ${MANDATE} AS mandate FROM mandate m
      WHERE ($1::uuid IS NULL OR m.id = $1::uuid) AND ($2::text IS NULL OR m.code = $2::text)
      ORDER BY m.received_on DESC, m.code DESC`,
    [id, code],
  );
  return rows.map(({ mandate }) => ({ ...mandate, ...mandateState(mandate.principles) }));
}
