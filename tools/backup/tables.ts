import { createHash } from 'node:crypto';
import { Transform, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { to } from 'pg-copy-streams';
import type { BackedUpTable } from './manifest.ts';

const LINE_FEED = 0x0a;

export interface Table {
  name: string;
  columns: { name: string; type: string }[];
}

/** Every table with the columns that are stored, apart from the list of migrations, which belongs to the schema. */
export async function tablesOf(client: pg.Client): Promise<Table[]> {
  return (await client.query<Table>(TABLES)).rows;
}

/** The migrations that have run, oldest first; null in a database that has none. */
export async function schemaOf(client: pg.Client): Promise<string[] | null> {
  const { rows } = await client.query<{ there: boolean }>(
    `SELECT to_regclass('public.schema_migration') IS NOT NULL AS there`,
  );
  if (!rows[0]?.there) return null;
  const run = await client.query<{ name: string }>('SELECT name FROM schema_migration ORDER BY id');
  return run.rows.map(({ name }) => name);
}

/**
 * Copies a table to where its rows shall go, and answers what was copied. A table of a gigabyte takes no more memory
 * than one of a kilobyte.
 */
export async function copyTable(client: pg.Client, table: Table, target: Writable = nowhere()): Promise<BackedUpTable> {
  const hash = createHash('sha256');
  let [rows, bytes] = [0, 0];
  const counting = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      bytes += chunk.length;
      // A line feed inside a value is written as \n, so each one ends a row.
      for (let at = chunk.indexOf(LINE_FEED); at >= 0; at = chunk.indexOf(LINE_FEED, at + 1)) rows += 1;
      done(null, chunk);
    },
  });
  await pipeline(client.query(to(`COPY (${rowsOf(client, table)}) TO STDOUT`)), counting, target);
  return { name: table.name, columns: table.columns.map(({ name }) => name), rows, bytes, sha256: hash.digest('hex') };
}

function rowsOf(client: pg.Client, { name, columns }: Table): string {
  const list = columns.map((column) =>
    column.type === 'xid8' ? PORTABLE_TRANSACTION : `t.${client.escapeIdentifier(column.name)}`,
  );
  return `SELECT ${list.join(', ')} FROM ${client.escapeIdentifier(name)} t`;
}

function nowhere(): Writable {
  return new Writable({ write: (_chunk, _encoding, done) => done() });
}

/**
 * Numbers of transactions mean nothing on another server, and the sealer seals in their order: there, all events come
 * before any new one; the last sealed one is the highest of the sealed, and those still to be sealed follow it.
 */
const PORTABLE_TRANSACTION = `
  (CASE WHEN t.id = (SELECT event_id FROM audit_chain ORDER BY sequence DESC LIMIT 1) THEN '2'
        WHEN EXISTS (SELECT 1 FROM audit_chain c WHERE c.event_id = t.id) THEN '1' ELSE '3' END)::xid8`;

const TABLES = `
  SELECT c.relname AS name,
         json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, NULL)) ORDER BY a.attnum) AS columns
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
   WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
     AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' AND c.relname <> 'schema_migration'
   GROUP BY c.relname ORDER BY c.relname`;
