import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from } from 'pg-copy-streams';
import { withClient } from '../postgres/roles.ts';
import { brokenLinksOf } from './chain.ts';
import { BackupError, fileOf, type Manifest, readBackup } from './manifest.ts';
import { guardsOf, putBackGuards, takeAwayGuards } from './guards.ts';
import { copyTable, schemaOf, tablesOf } from './tables.ts';

/** An empty database, and how its schema is brought to a state. */
export interface RestoreTarget {
  /** The role that owns the tables. */
  ownerUrl: string;
  /** Runs the migrations up to the one of this name; all of them without a name. */
  migrate(upTo?: string): Promise<void>;
}

/** What was restored and compared. */
export interface Restored {
  tables: number;
  rows: number;
  madeAt: string;
}

/**
 * Reads a backup into an empty database. All of it or nothing: in one transaction the tables are filled, constraints and
 * triggers put back as they were, every table compared with the backup, and the audit chain computed again. Only then
 * the schema goes on to that of this release.
 */
export async function restoreInto({ ownerUrl, migrate }: RestoreTarget, folder: string): Promise<Restored> {
  const manifest = await readBackup(folder);
  await withClient(ownerUrl, (client) => refuseUsed(client, manifest));
  await migrate(manifest.schema.at(-1));
  await withClient(ownerUrl, (client) => fill(client, manifest, folder)).catch(sayContradiction);
  await migrate();
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  return { tables: manifest.tables.length, rows, madeAt: manifest.madeAt };
}

/** Rows that break a constraint are the fault of the backup; anything else is not for its reader. */
function sayContradiction(error: unknown): never {
  const { code, message } = error as { code?: string; message: string };
  if (!/^2[23]/.test(code ?? '')) throw error;
  throw new BackupError(`The rows of the backup do not fit together: ${message}. Nothing was kept.`);
}

async function refuseUsed(client: pg.Client, { schema }: Manifest): Promise<void> {
  const present = await schemaOf(client);
  if (!present) return;
  if (present.some((name, at) => name !== schema[at])) {
    throw new BackupError('The schema of this database is newer than the backup; restore into an empty database.');
  }
  for (const { name } of await tablesOf(client)) {
    if (name !== 'app_user' && name !== 'organisation' && name !== 'audit_event') continue;
    const { rows } = await client.query<{ used: boolean }>(
      `SELECT EXISTS (SELECT 1 FROM ${client.escapeIdentifier(name)}) AS used`,
    );
    if (rows[0]?.used) throw new BackupError(`This database is not empty: ${name} has rows. Nothing was changed.`);
  }
}

async function fill(client: pg.Client, manifest: Manifest, folder: string): Promise<void> {
  await client.query(`SET synchronize_seqscans = off; SET TimeZone = 'UTC'; SET DateStyle = 'ISO'; BEGIN`);
  const present = await tablesOf(client);
  refuseOtherTables(manifest, present);
  const guards = await guardsOf(client);
  await takeAwayGuards(client, present, guards);
  await client.query(`TRUNCATE ${present.map(({ name }) => client.escapeIdentifier(name)).join(', ')}`);
  for (const { name, columns } of manifest.tables) {
    const list = columns.map((column) => client.escapeIdentifier(column)).join(', ');
    const sink = client.query(from(`COPY ${client.escapeIdentifier(name)} (${list}) FROM STDIN`));
    await pipeline(createReadStream(join(folder, fileOf(name))), sink);
  }
  for (const { name, value, called } of manifest.sequences) {
    await client.query('SELECT setval($1::regclass, $2, $3)', [client.escapeIdentifier(name), value, called]);
  }
  await putBackGuards(client, guards);
  await compare(client, manifest);
  await client.query('COMMIT');
}

function refuseOtherTables({ tables }: Manifest, present: readonly { name: string }[]): void {
  const [said, found] = [tables.map(({ name }) => name), present.map(({ name }) => name)];
  if (said.join() !== found.join()) {
    throw new BackupError('The tables of the backup are not those of its schema; it cannot be restored.');
  }
}

async function compare(client: pg.Client, manifest: Manifest): Promise<void> {
  for (const table of await tablesOf(client)) {
    const said = manifest.tables.find(({ name }) => name === table.name);
    const { rows, sha256 } = await copyTable(client, table);
    if (rows !== said?.rows || sha256 !== said.sha256) {
      throw new BackupError(
        `${table.name} is not what was backed up (${rows} of ${said?.rows} rows). Nothing was kept.`,
      );
    }
  }
  const broken = await brokenLinksOf(client);
  if (broken > 0) {
    throw new BackupError(`The audit chain of this backup does not verify: ${broken} events. Nothing was kept.`);
  }
}
