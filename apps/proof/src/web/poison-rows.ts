import pg from 'pg';
import { packs } from './payloads';

/** What is no text of anybody: keys and words that the product itself writes and reads. */
const OURS =
  /(^|_)(code|email|hash|key|token|persona|language|time_zone|action|type|kind|status|category|pointer|salt|bucket|constituency|section|settled_how|request_id)$/;
const BODIES = /^(audit_event\.body|proposal_snapshot\.body|activation_link\.purpose|import\.content)$/;
const TABLES =
  /^(audit_chain|idempotency_key|outbox_event|sign_in_attempt|schema_migration|import_row|audit_checkpoint.*)$/;
/** Shorter than every limit of a name, so that a list shows what a page shows. */
const SHORT = 190;
const LONG = 20_000;

interface Column {
  table: string;
  column: string;
}

export interface Poisoned {
  columns: string[];
  rows: number;
}

/**
 * Writes payloads over every text of every row, behind the back of the API: what a page shows is harmless whatever the
 * database holds. Neighbouring rows hold different payloads, and another `round` moves them on by one.
 */
export async function poisonRows(ownerUrl: string, round: number): Promise<Poisoned> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows: all } = await client.query<Column>(TEXTS);
    const texts = all.filter(({ table, column }) => isWritten(table, column));
    await client.query('BEGIN');
    for (const table of new Set(texts.map((text) => text.table))) {
      await client.query(`ALTER TABLE "${table}" DISABLE TRIGGER USER`);
    }
    const poisoned: Poisoned = { columns: [], rows: 0 };
    for (const text of texts) {
      const rows = await overwrite(client, text, round);
      if (rows > 0) poisoned.columns.push(`${text.table}.${text.column}`);
      poisoned.rows += rows;
    }
    // What is checked at the end of a transaction is checked here: tables with open checks cannot be altered.
    await client.query('COMMIT');
    for (const table of new Set(texts.map((text) => text.table))) {
      await client.query(`ALTER TABLE "${table}" ENABLE TRIGGER USER`);
    }
    return poisoned;
  } finally {
    await client.end();
  }
}

const TEXTS = `
  SELECT table_name AS "table", column_name AS "column"
    FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
   WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND data_type = 'text' AND is_generated = 'NEVER'`;

const isWritten = (table: string, column: string): boolean =>
  !TABLES.test(table) && !BODIES.test(`${table}.${column}`) && !OURS.test(column);

/** Long where the column takes it, else short; nothing where a constraint takes only words it knows. */
async function overwrite(client: pg.Client, { table, column }: Column, round: number): Promise<number> {
  for (const texts of [packs(LONG, false), packs(SHORT, true), packs(45, true)]) {
    await client.query('SAVEPOINT before');
    try {
      const { rowCount } = await client.query(
        `UPDATE "${table}" t SET "${column}" = ($1::text[])[1 + mod(n.n::integer + $2::integer, cardinality($1::text[]))]
           FROM (SELECT ctid AS place, row_number() OVER (ORDER BY ctid) FROM "${table}") n(place, n)
          WHERE t.ctid = n.place AND "${column}" IS NOT NULL`,
        [texts, round * 17],
      );
      return rowCount ?? 0;
    } catch (error) {
      const isConstraint = error instanceof pg.DatabaseError && error.code?.startsWith('23');
      if (!isConstraint) throw error;
      await client.query('ROLLBACK TO before');
    }
  }
  return 0;
}
