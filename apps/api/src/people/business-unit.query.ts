import type { BusinessUnit, Page } from '@sightline/contracts';
import type { DataSource, EntityManager } from 'typeorm';
import { containing, listOf } from '../platform/lists/list';
import { Problems } from '../platform/problems/problem';
import { parseIdOrCode } from '../platform/records/id-or-code';
import type { BusinessUnitListRequest } from './business-unit.requests';

const UNIT = `jsonb_build_object(
  'id', b.id, 'code', b.code, 'version', b.version,
  'createdAt', to_char(b.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
  'createdBy', CASE WHEN creator.id IS NULL THEN NULL
                    ELSE jsonb_build_object('id', creator.id, 'code', NULL, 'name', creator.name, 'email', creator.email) END,
  'updatedAt', to_char(b.updated_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
  'name', b.name, 'kind', b.kind)`;
const JOINS = 'LEFT JOIN app_user creator ON creator.id = b.created_by';

/** One business unit by id or code; 404 when there is none. */
export async function businessUnitOf(db: DataSource | EntityManager, idOrCode: string): Promise<BusinessUnit> {
  const { id, code } = parseIdOrCode(idOrCode);
  const [row] = await db.query<{ unit: BusinessUnit }[]>(
    `SELECT ${UNIT} AS unit FROM business_unit b ${JOINS} WHERE b.id = $1 OR b.code = $2`,
    [id ?? null, code ?? null],
  );
  if (!row) throw Problems.notFound('business-unit');
  return row.unit;
}

export function listOfBusinessUnits(db: DataSource, request: BusinessUnitListRequest): Promise<Page<BusinessUnit>> {
  const { q, kind } = request;
  const params: unknown[] = [];
  const given = (sql: (at: string) => string, value: unknown): string | false =>
    value ? sql(`$${params.push(value)}`) : false;
  return listOf<BusinessUnit>(db, request, {
    from: 'business_unit b',
    alias: 'b',
    item: UNIT,
    joins: JOINS,
    where: [
      'b.archived_at IS NULL',
      given((at) => `(b.name ILIKE ${at} OR b.code ILIKE ${at})`, q && containing(q)),
      given((at) => `b.kind = ${at}`, kind),
    ],
    params,
    sort: { name: 'lower(b.name)', code: 'b.code', updatedAt: 'b.updated_at' },
    defaultSort: 'name',
  });
}
