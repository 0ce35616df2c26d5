import { personOf, recordBase } from '../platform/records/json-sql';
import { Filters } from '../platform/lists/filters';
import type { ListSource } from '../platform/lists/list';

/** The three registers, and how a row of each becomes JSON. */
export const REGISTERS = {
  party: {
    from: 'party r',
    item: `jsonb_build_object(${recordBase('r')}, 'code', r.code, 'name', r.name, 'kind', r.kind, 'external', r.external,
      'organisation', r.organisation, 'costCentre', r.cost_centre)`,
    sort: { name: 'lower(r.name)', code: 'r.code', kind: 'r.kind', updatedAt: 'r.updated_at' },
  },
  system: {
    from: 'system r',
    item: `jsonb_build_object(${recordBase('r')}, 'code', r.code, 'name', r.name, 'description', r.description,
      'vendor', r.vendor, 'owner', ${personOf('r.owner_id')}, 'lifecycle', r.lifecycle)`,
    sort: { name: 'lower(r.name)', code: 'r.code', lifecycle: 'r.lifecycle', updatedAt: 'r.updated_at' },
  },
  service: {
    from: 'service r',
    item: `jsonb_build_object(${recordBase('r')}, 'code', r.code, 'name', r.name, 'description', r.description,
      'owner', ${personOf('r.owner_id')}, 'criticality', r.criticality)`,
    sort: { name: 'lower(r.name)', code: 'r.code', criticality: 'r.criticality', updatedAt: 'r.updated_at' },
  },
} as const;

export type Register = keyof typeof REGISTERS;

/** The list of one register; archived records are left out. */
export function registerList(
  register: Register,
  q: string | undefined,
  filters: readonly { condition: (parameter: string) => string; value: unknown }[],
): ListSource {
  const { from, item, sort } = REGISTERS[register];
  const { where, params } = filters.reduce(
    (sofar, { value, condition }) => sofar.given(value, condition),
    new Filters('r.archived_at IS NULL').given(q, nameOrCode),
  );
  return { from, alias: 'r', item, sort, where, params, defaultSort: 'name' };
}

const nameOrCode = (text: string): string =>
  `(position(lower(${text}::text) IN lower(r.name)) > 0 OR r.code = upper(${text}::text))`;

/** One record: $1 its id or $2 its code. */
export const RECORD_SQL = Object.fromEntries(
  Object.entries(REGISTERS).map(([register, { from, item }]) => [
    register,
    `SELECT ${item} AS record FROM ${from} WHERE r.id = $1::uuid OR r.code = $2::text`,
  ]),
) as Record<Register, string>;
