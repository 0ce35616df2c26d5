import type { AuditEvent } from '@sightline/contracts';
import type { DataSource } from 'typeorm';
import { isUuid } from '../platform/problems/validators';

type Changes = Pick<AuditEvent, 'before' | 'after'>;

const coded = (table: string, name: 'name' | 'title'): string => `SELECT id, code || ' ' || ${name} FROM ${table}`;
/** What the strategy words is called by its code, since every version words it anew. */
const worded = (table: string): string => `SELECT id, code FROM ${table}`;

/** By what people know the records that entries of the trail point at with an id. */
const NAMES = [
  `SELECT id, name FROM app_user`,
  `SELECT id, name FROM board`,
  `SELECT id, name FROM constituency`,
  `SELECT id, name FROM data_entity`,
  `SELECT id, 'v' || number FROM strategy_version`,
  `SELECT s.id, c.name || coalesce(': ' || u.name, '') FROM seat s
     JOIN constituency c ON c.id = s.constituency_id LEFT JOIN app_user u ON u.id = s.holder_id`,
  `SELECT r.id, c.code || ' #' || r.number FROM change_request r JOIN charter c ON c.id = r.charter_id`,
  ...['business_unit', 'data_domain', 'kpi', 'party', 'service', 'system'].map((table) => coded(table, 'name')),
  ...['charter', 'mandate', 'proposal'].map((table) => coded(table, 'title')),
  ...['capability', 'decision', 'driver', 'principle', 'principle_exception'].map(worded),
];
const NAMED = `SELECT jsonb_object_agg(n.id, n.name) AS names FROM (${NAMES.map(
  (names) => `SELECT * FROM (${names}) AS named (id, name) WHERE id = ANY ($1)`,
).join(' UNION ALL ')}) AS n`;

/** The names of whatever these changes point at, by id; what is nowhere any more has none. */
export async function namesOfRecords(db: DataSource, changes: readonly Changes[]): Promise<Record<string, string>> {
  const ids = [...new Set(changes.flatMap(({ before, after }) => [...idsIn(before), ...idsIn(after)]))];
  if (ids.length === 0) return {};
  const [row] = await db.query<{ names: Record<string, string> | null }[]>(NAMED, [ids]);
  return row?.names ?? {};
}

/** Only the names that these changes use. */
export function namesIn({ before, after }: Changes, names: Readonly<Record<string, string>>): Record<string, string> {
  const known = [...idsIn(before), ...idsIn(after)].flatMap((id) => (names[id] ? [[id, names[id]] as const] : []));
  return Object.fromEntries(known);
}

function idsIn(value: unknown): string[] {
  if (typeof value === 'string') return isUuid(value) ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(idsIn) : [];
}
