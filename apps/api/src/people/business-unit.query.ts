import type { BusinessUnit, Page } from '@sightline/contracts';
import type { DataSource, EntityManager } from 'typeorm';
import { Filters } from '../platform/lists/filters';
import { containing, listOf } from '../platform/lists/list';
import { Problems } from '../platform/problems/problem';
import { parseIdOrCode } from '../platform/records/id-or-code';
import { recordBase } from '../platform/records/json-sql';
import type { BusinessUnitListRequest } from './business-unit.requests';

const UNIT = `jsonb_build_object(${recordBase('b')}, 'code', b.code, 'name', b.name, 'kind', b.kind)`;

/** One business unit by id or code; 404 when there is none. */
export async function businessUnitOf(db: DataSource | EntityManager, idOrCode: string): Promise<BusinessUnit> {
  const { id, code } = parseIdOrCode(idOrCode);
  const [row] = await db.query<{ unit: BusinessUnit }[]>(
    `SELECT ${UNIT} AS unit FROM business_unit b WHERE b.id = $1 OR b.code = $2`,
    [id ?? null, code ?? null],
  );
  if (!row) throw Problems.notFound('business-unit');
  return row.unit;
}

export function listOfBusinessUnits(db: DataSource, request: BusinessUnitListRequest): Promise<Page<BusinessUnit>> {
  const { q, kind } = request;
  const { where, params } = new Filters('b.archived_at IS NULL')
    .given(q && containing(q), (at) => `(b.name ILIKE ${at} OR b.code ILIKE ${at})`)
    .given(kind, (at) => `b.kind = ${at}`);
  return listOf<BusinessUnit>(db, request, {
    from: 'business_unit b',
    alias: 'b',
    item: UNIT,
    where,
    params,
    sort: { name: 'lower(b.name)', code: 'b.code', updatedAt: 'b.updated_at' },
    defaultSort: 'name',
  });
}
