import type { PrincipleException } from '@sightline/contracts';
import type { DataSource, EntityManager } from 'typeorm';
import { Problems } from '../platform/problems/problem';
import { parseIdOrCode } from '../platform/records/id-or-code';
import { instant, personOf, recordBase, wordedOf } from '../platform/records/json-sql';

const named = (alias: string): string =>
  `jsonb_build_object('id', ${alias}.id, 'code', ${alias}.code, 'name', ${alias}.code)`;

/** An exception `x` as the API answers it. */
export const EXCEPTION = `jsonb_build_object(${recordBase('x')}, 'code', x.code, 'status', x.status,
  'principle', ${wordedOf('principle', 'x.principle_id')},
  'charter', (SELECT jsonb_build_object('id', c.id, 'code', c.code, 'name', c.title, 'status', c.status)
                FROM charter c WHERE c.id = x.charter_id),
  'category', x.category, 'justification', x.justification, 'compensatingControl', x.compensating_control,
  'expiresOn', x.expires_on, 'holdsUntil', (SELECT h.holds_until FROM exception_standing h WHERE h.id = x.id),
  'renews', (SELECT ${named('o')} FROM principle_exception o WHERE o.id = x.renews_id), 'renewal', x.renewal,
  'renewedBy', (SELECT ${named('n')} || jsonb_build_object('status', n.status) FROM principle_exception n
                 WHERE n.renews_id = x.id ORDER BY n.created_at DESC LIMIT 1),
  'grantedAt', ${instant('x.granted_at')}, 'endedAt', ${instant('x.ended_at')}, 'endedBy', ${personOf('x.ended_by')},
  'endReason', x.end_reason)
  || coalesce((SELECT jsonb_build_object(
       'proposal', jsonb_build_object('id', p.id, 'code', p.code, 'name', p.title, 'status', p.status),
       'decision', CASE WHEN d.id IS NOT NULL THEN jsonb_build_object('id', d.id, 'code', d.code, 'name', p.title) END)
     FROM proposal p LEFT JOIN decision d ON d.proposal_id = p.id
    WHERE p.exception_id = x.id ORDER BY p.submitted_at DESC, p.id DESC LIMIT 1), '{"proposal": null, "decision": null}')`;

/** One exception, by id or code; 404. */
export async function readException(db: DataSource | EntityManager, reference: string): Promise<PrincipleException> {
  const { id = null, code = null } = parseIdOrCode(reference);
  const [row] = await db.query<{ exception: PrincipleException }[]>(
    `SELECT ${EXCEPTION} AS exception FROM principle_exception x WHERE x.id = $1::uuid OR x.code = $2::text`,
    [id, code],
  );
  if (!row) throw Problems.notFound('exception');
  return row.exception;
}
