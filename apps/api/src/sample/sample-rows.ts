import pg from 'pg';
import type { EntityManager } from 'typeorm';

export type Row = Record<string, unknown>;

/** Inserts rows of one shape in one statement, in their order. */
export async function insertRows(tx: EntityManager, table: string, rows: readonly Row[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const into = pg.escapeIdentifier(table);
  const columns = Object.keys(first)
    .map((column) => pg.escapeIdentifier(column))
    .join(', ');
  const all = `jsonb_populate_recordset(NULL::${into}, $1::jsonb)`;
  await tx.query(['INSERT INTO', into, '(', columns, ') SELECT', columns, 'FROM', all].join(' '), [
    JSON.stringify(rows),
  ]);
}

/** The next code a person gets comes after those the sample company has used. */
export async function leaveCodesBehind(tx: EntityManager, sequence: string, codes: readonly string[]): Promise<void> {
  const highest = Math.max(...codes.map((code) => Number(code.split('-').at(-1))));
  await tx.query(
    `SELECT nextval($2::regclass) FROM generate_series(1, $1 - coalesce(pg_sequence_last_value($2::regclass), 0))`,
    [highest, sequence],
  );
}
