import { createWriteStream, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { withClient } from '../postgres/roles.ts';
import { type BackedUpTable, BackupError, fileOf, type Manifest, writeManifest } from './manifest.ts';
import { copyTable, schemaOf, tablesOf } from './tables.ts';

/**
 * Writes every table into a new folder, all as of one moment, while people go on working. The folder appears when it is
 * whole; an interrupted backup leaves `<folder>.unfinished`.
 */
export async function backUp(url: string, folder: string): Promise<Omit<Manifest, 'format'>> {
  if (existsSync(folder)) throw new BackupError(`${folder} exists already; a backup never overwrites anything.`);
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true, mode: 0o700 });
  const manifest = await withClient(url, (client) => copyAll(client, unfinished));
  writeManifest(unfinished, manifest);
  renameSync(unfinished, folder);
  return manifest;
}

async function copyAll(client: pg.Client, folder: string): Promise<Omit<Manifest, 'format'>> {
  // Always from the first page on: the order of rows is part of the hash.
  await client.query(`SET synchronize_seqscans = off; SET TimeZone = 'UTC'; SET DateStyle = 'ISO'`);
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  const schema = await schemaOf(client);
  if (!schema) throw new BackupError('There is no Sightline in this database.');
  const { rows } = await client.query<{ now: Date }>('SELECT now() AS now');
  const tables: BackedUpTable[] = [];
  for (const table of await tablesOf(client)) {
    const file = createWriteStream(join(folder, fileOf(table.name)), { mode: 0o600 });
    tables.push(await copyTable(client, table, file));
  }
  // After the tables, for they move on outside the snapshot: a code can be left out, and never be given twice.
  const sequences = await sequencesOf(client);
  await client.query('COMMIT');
  return { madeAt: rows[0]?.now.toISOString() ?? '', schema, tables, sequences };
}

async function sequencesOf(client: pg.Client): Promise<Manifest['sequences']> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class
      WHERE relnamespace = 'public'::regnamespace AND relkind = 'S' AND relname <> 'schema_migration_id_seq'
      ORDER BY relname`,
  );
  const sequences: Manifest['sequences'] = [];
  for (const { name } of rows) {
    const state = await client.query<{ value: string; called: boolean }>(
      `SELECT last_value::text AS value, is_called AS called FROM ${client.escapeIdentifier(name)}`,
    );
    sequences.push({ name, value: state.rows[0]?.value ?? '1', called: state.rows[0]?.called ?? false });
  }
  return sequences;
}
