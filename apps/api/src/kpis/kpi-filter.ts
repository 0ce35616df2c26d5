import type { SignedInUser } from '@sightline/contracts';
import type { DataSource } from 'typeorm';
import { Filters } from '../platform/lists/filters';
import { containing } from '../platform/lists/list';
import { resolveReference, type Referenced } from '../platform/records/resolve-reference';
import type { KpiListRequest } from './kpis.requests';

const REFERENCES = [
  { parameter: 'unit', type: 'unit', column: 'k.business_unit_id' },
  { parameter: 'owner', type: 'person', column: 'k.owner_id' },
  { parameter: 'driver', type: 'driver', column: 'k.driver_id' },
] as const satisfies readonly { parameter: keyof KpiListRequest; type: Referenced; column: string }[];

/** The filters that are columns, over the alias `k`. 400 for a reference that is unknown. */
export async function kpiFilter(
  db: DataSource,
  request: Partial<KpiListRequest>,
  user: SignedInUser,
): Promise<Filters> {
  const { q, kind, mine } = request;
  const filters = new Filters('k.archived_at IS NULL')
    .given(q && containing(q), (text) => `(k.name ILIKE ${text} OR k.code ILIKE ${text})`)
    .given(kind, (at) => `${KIND} = ${at}`)
    .given(mine === 'true' && user.id, (id) => `k.owner_id = ${id}::uuid`)
    .given(mine === 'false' && user.id, (id) => `k.owner_id IS DISTINCT FROM ${id}::uuid`);
  for (const { parameter, type, column } of REFERENCES) {
    const reference = request[parameter];
    if (reference) {
      filters.given(await resolveReference(db, type, reference, `?${parameter}`), (id) => `${column} = ${id}::uuid`);
    }
  }
  return filters;
}

const KIND = '(SELECT r.kind FROM kpi_revision r WHERE r.id = k.current_revision_id)';
