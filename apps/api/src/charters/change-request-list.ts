import type { ChangeRequest, CharterContent } from '@sightline/contracts';
import type { DataSource, EntityManager } from 'typeorm';
import { recordBase } from '../platform/records/json-sql';
import { wholeContent } from './charter-content';
import { differencesBetween } from './charter-words';

const SQL = `
  SELECT jsonb_build_object(${recordBase('r')}, 'number', r.number, 'reason', r.reason, 'status', r.status,
           'proposal', (SELECT jsonb_build_object('id', p.id, 'code', p.code, 'name', p.title, 'status', p.status)
                          FROM proposal p WHERE p.change_request_id = r.id ORDER BY p.submitted_at DESC LIMIT 1)) AS change,
         r.base, r.content
    FROM change_request r WHERE r.charter_id = $1 AND ($2::uuid IS NULL OR r.id = $2::uuid) ORDER BY r.number DESC`;

/** The change requests of a charter, the last first, or the one that is named; with what each would alter. */
export async function readChangeRequests(
  db: DataSource | EntityManager,
  charterId: string,
  only: string | null = null,
): Promise<ChangeRequest[]> {
  const rows = await db.query<
    { change: Omit<ChangeRequest, 'changed'>; base: CharterContent; content: CharterContent }[]
  >(SQL, [charterId, only]);
  const changed = await differencesBetween(
    db,
    rows.map(({ base, content }) => [wholeContent(base), wholeContent(content)]),
  );
  return rows.map(({ change }, at) => ({ ...change, changed: changed[at] ?? [] }));
}
