import type { DataSource } from 'typeorm';
import { APPEND_ONLY_TABLES } from '../../src/platform/database/append-only-tables';

/** What moves without a request, or with every one of them: sessions that were seen, attempts that are counted, seals. */
const RESTLESS =
  /^(session|sign_in_attempt|audit_chain|audit_checkpoint.*|checkpoint.*|idempotency_key|migrations?|typeorm_.*)$/;

/** What the application can only add to: how many there are says everything. */
const ONLY_GROWING: ReadonlySet<string> = new Set([...APPEND_ONLY_TABLES, 'outbox_event']);

/** The rows of a table as one number: how many, and the sum of their hashes. */
export type Fingerprint = Map<string, string>;

/** Every row of every table, so that a refused request is seen to have left no trace. */
export async function fingerprintOf(owner: DataSource): Promise<Fingerprint> {
  const tables = (await tablesOf(owner)).filter((table) => !RESTLESS.test(table));
  const sums = tables.map((table) => {
    const hashes = ONLY_GROWING.has(table) ? `''` : `coalesce(sum(hashtextextended(t::text, 0)::numeric), 0)`;
    return `SELECT '${table}' AS name, count(*) || ' rows, ' || ${hashes} AS sum FROM "${table}" t`;
  });
  const rows = await owner.query<{ name: string; sum: string }[]>(sums.join(' UNION ALL '));
  return new Map(rows.map(({ name, sum }) => [name, sum]));
}

/** The tables whose rows differ. */
export function changedSince(before: Fingerprint, now: Fingerprint): string[] {
  return [...now].filter(([table, sum]) => before.get(table) !== sum).map(([table]) => table);
}

const known = new WeakMap<DataSource, Promise<string[]>>();

function tablesOf(owner: DataSource): Promise<string[]> {
  const asked =
    known.get(owner) ??
    owner
      .query<{ name: string }[]>(
        `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY 1`,
      )
      .then((rows) => rows.map(({ name }) => name));
  known.set(owner, asked);
  return asked;
}
