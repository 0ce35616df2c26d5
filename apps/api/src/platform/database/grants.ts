import type { Client } from 'pg';
import { APPEND_ONLY_TABLES, ERASABLE_TABLES, MIGRATIONS_TABLE } from './append-only-tables';

/** Gives the application's role exactly what it needs; in one transaction, so that a running replica misses nothing. */
export async function grantTo(client: Client, role: string): Promise<void> {
  const { rows } = await client.query<{ name: string; kind: 'r' | 'p' | 'v'; owned: boolean }>(RELATIONS, [role]);
  if (rows.every(({ owned }) => owned)) return;
  const to = client.escapeIdentifier(role);
  const onEach = rows.flatMap(({ name, kind }) => {
    const table = client.escapeIdentifier(name);
    return [`REVOKE ALL ON ${table} FROM ${to}`, `GRANT ${privilegesOn(name, kind)} ON ${table} TO ${to}`];
  });
  const onSchema = `GRANT USAGE ON SCHEMA public TO ${to}`;
  const onSequences = `GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO ${to}`;
  await client.query(['BEGIN', onSchema, ...onEach, onSequences, 'COMMIT'].join('; '));
}

function privilegesOn(name: string, kind: 'r' | 'p' | 'v'): string {
  // A view that can be written through would lend the owner's rights.
  if (kind === 'v' || name === MIGRATIONS_TABLE) return 'SELECT';
  if (APPEND_ONLY_TABLES.some((table) => table === name)) return 'SELECT, INSERT';
  if (ERASABLE_TABLES.some((table) => table === name)) return 'SELECT, INSERT, DELETE';
  return 'SELECT, INSERT, UPDATE, DELETE';
}

/** Every table and view, and whether the application's role owns it (then nothing can be taken from it). */
const RELATIONS = `
  SELECT c.relname AS name, c.relkind AS kind, r.rolname = $1 AS owned
    FROM pg_class c JOIN pg_roles r ON r.oid = c.relowner
   WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v')
   ORDER BY c.relname`;
