import { randomUUID } from 'node:crypto';
import { createDatabase, onDatabase, withClient } from '../../../../tools/postgres/roles.ts';
import type pg from 'pg';

export interface EmptyDatabase {
  ownerUrl: string;
  appUrl: string;
}

interface DatabaseServer {
  ownerUrl: string;
  appUrl: string;
  superUrl: string;
}

/** A new database beside the others, as a DBA would make it; it goes with its server. */
export async function emptyDatabase({ ownerUrl, appUrl, superUrl }: DatabaseServer): Promise<EmptyDatabase> {
  const name = `drill_${randomUUID().slice(0, 8)}`;
  const [owner, application] = [new URL(ownerUrl).username, new URL(appUrl).username];
  await withClient(superUrl, (client) => createDatabase(client, { name, owner, application }));
  return { ownerUrl: onDatabase(ownerUrl, name), appUrl: onDatabase(appUrl, name) };
}

/** Each table with the number and the digest of its rows, computed by the database, whatever their order. */
export async function contentOf(client: pg.Client): Promise<Record<string, string>> {
  const { rows } = await client.query<{ name: string }>(TABLES);
  const content: Record<string, string> = {};
  for (const { name } of rows) {
    const row = name === 'audit_event' ? `to_jsonb(t) - 'transaction'` : 'to_jsonb(t)';
    const digest = await client.query<{ digest: string }>(
      `SELECT count(*) || ' rows ' || coalesce(md5(string_agg(md5((${row})::text), '' ORDER BY md5((${row})::text))), '') AS digest
         FROM ${client.escapeIdentifier(name)} t`,
    );
    content[name] = digest.rows[0]?.digest ?? '';
  }
  return content;
}

/** Everything the schema holds that keeps data right: columns, constraints, indexes, triggers, functions and privileges. */
export async function schemaTextOf(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ line: string }>(SCHEMA);
  return rows.map(({ line }) => line);
}

const TABLES = `
  SELECT relname AS name FROM pg_class
   WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND relname <> 'schema_migration' ORDER BY 1`;
const SCHEMA = `
  SELECT line FROM (
    SELECT 'column ' || attrelid::regclass || '.' || attname || ' ' || format_type(atttypid, atttypmod) || ' ' || attnotnull AS line
      FROM pg_attribute JOIN pg_class c ON c.oid = attrelid
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v') AND attnum > 0 AND NOT attisdropped
    UNION ALL SELECT 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || convalidated || ' ' || pg_get_constraintdef(oid)
      FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND conrelid <> 0
    UNION ALL SELECT 'index ' || pg_get_indexdef(indexrelid) || ' ' || indisvalid
      FROM pg_index JOIN pg_class c ON c.oid = indexrelid WHERE c.relnamespace = 'public'::regnamespace
    UNION ALL SELECT 'trigger ' || tgenabled::text || ' ' || pg_get_triggerdef(t.oid)
      FROM pg_trigger t JOIN pg_class c ON c.oid = tgrelid WHERE c.relnamespace = 'public'::regnamespace AND NOT tgisinternal
    UNION ALL SELECT 'function ' || oid::regprocedure || ' ' || md5(prosrc) FROM pg_proc WHERE pronamespace = 'public'::regnamespace
    UNION ALL SELECT 'privileges ' || relname || ' ' || coalesce(relacl::text, '')
      FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'S')
  ) everything ORDER BY line`;
