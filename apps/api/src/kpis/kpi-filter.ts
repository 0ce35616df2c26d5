import type { SignedInUser } from '@sightline/contracts';
import type { DataSource } from 'typeorm';
import { containing } from '../platform/lists/list';
import { resolveReference, type Referenced } from '../platform/records/resolve-reference';
import type { KpiListRequest } from './kpis.requests';

/** Conditions over the alias `k`, with their parameters. */
export interface KpiFilter {
  where: string[];
  params: unknown[];
}

const REFERENCES = [
  { parameter: 'unit', type: 'unit', column: 'k.business_unit_id' },
  { parameter: 'owner', type: 'person', column: 'k.owner_id' },
  { parameter: 'driver', type: 'driver', column: 'k.driver_id' },
] as const satisfies readonly { parameter: keyof KpiListRequest; type: Referenced; column: string }[];

/** The filters that are columns. 400 for a reference that is unknown. */
export async function kpiFilter(
  db: DataSource,
  request: Partial<KpiListRequest>,
  user: SignedInUser,
): Promise<KpiFilter> {
  const where = ['k.archived_at IS NULL'];
  const params: unknown[] = [];
  const add = (value: unknown, condition: (parameter: string) => string): void => {
    params.push(value);
    where.push(condition(`$${params.length}`));
  };
  if (request.q) add(containing(request.q), (text) => `(k.name ILIKE ${text} OR k.code ILIKE ${text})`);
  for (const { parameter, type, column } of REFERENCES) {
    const reference = request[parameter];
    if (reference) add(await resolveReference(db, type, reference, `?${parameter}`), (id) => `${column} = ${id}::uuid`);
  }
  if (request.kind) add(request.kind, (kind) => `${KIND} = ${kind}`);
  if (request.mine === 'true') add(user.id, (id) => `k.owner_id = ${id}::uuid`);
  if (request.mine === 'false') add(user.id, (id) => `k.owner_id IS DISTINCT FROM ${id}::uuid`);
  return { where, params };
}

const KIND = '(SELECT r.kind FROM kpi_revision r WHERE r.id = k.current_revision_id)';
