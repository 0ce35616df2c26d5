import type pg from 'pg';
import type { Table } from './tables.ts';
import { BackupError } from './manifest.ts';

/** What keeps a database right row by row, and would refuse rows that come table by table. */
interface Guards {
  foreignKeys: { table: string; name: string; definition: string }[];
  triggers: { table: string; name: string; state: 'O' | 'A' | 'R' | 'D' }[];
}

const ENABLE: Record<Guards['triggers'][number]['state'], string> = {
  O: 'ENABLE',
  A: 'ENABLE ALWAYS',
  R: 'ENABLE REPLICA',
  D: 'DISABLE',
};

export async function guardsOf(client: pg.Client): Promise<Guards> {
  const foreignKeys = await client.query<Guards['foreignKeys'][number]>(FOREIGN_KEYS);
  const triggers = await client.query<Guards['triggers'][number]>(TRIGGERS);
  return { foreignKeys: foreignKeys.rows, triggers: triggers.rows };
}

/** Inside a transaction: nobody else ever sees the database without them. */
export async function takeAwayGuards(client: pg.Client, tables: readonly Table[], guards: Guards): Promise<void> {
  for (const { name } of tables) {
    await client.query(`ALTER TABLE ${client.escapeIdentifier(name)} DISABLE TRIGGER USER`);
  }
  for (const { table, name } of guards.foreignKeys) {
    const [owner, constraint] = [table, name].map((word) => client.escapeIdentifier(word));
    await client.query(`ALTER TABLE ${owner} DROP CONSTRAINT ${constraint}`);
  }
}

/** Puts everything back, which checks every reference of every row; throws when something is not as it was. */
export async function putBackGuards(client: pg.Client, guards: Guards): Promise<void> {
  for (const { table, name, definition } of guards.foreignKeys) {
    const [owner, constraint] = [table, name].map((word) => client.escapeIdentifier(word));
    await client.query(`ALTER TABLE ${owner} ADD CONSTRAINT ${constraint} ${definition}`);
  }
  for (const { table, name, state } of guards.triggers) {
    const [owner, trigger] = [table, name].map((word) => client.escapeIdentifier(word));
    await client.query(`ALTER TABLE ${owner} ${ENABLE[state]} TRIGGER ${trigger}`);
  }
  if (JSON.stringify(await guardsOf(client)) !== JSON.stringify(guards)) {
    throw new BackupError('Constraints and triggers could not be put back as they were. Nothing was kept.');
  }
}

const FOREIGN_KEYS = `
  SELECT r.relname AS table, c.conname AS name, pg_get_constraintdef(c.oid) AS definition
    FROM pg_constraint c JOIN pg_class r ON r.oid = c.conrelid
   WHERE c.contype = 'f' AND c.conparentid = 0 AND r.relnamespace = 'public'::regnamespace
   ORDER BY 1, 2`;
const TRIGGERS = `
  SELECT r.relname AS table, t.tgname AS name, t.tgenabled AS state
    FROM pg_trigger t JOIN pg_class r ON r.oid = t.tgrelid
   WHERE NOT t.tgisinternal AND r.relnamespace = 'public'::regnamespace
   ORDER BY 1, 2`;
