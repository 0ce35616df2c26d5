import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { ConfigError } from '../config/settings';
import { MIGRATIONS_TABLE } from './append-only-tables';
import { grantTo } from './grants';
import { MIGRATIONS } from './migrations';

export interface MigrateOptions {
  /** Connects as the role that owns the tables (DATABASE_OWNER_URL). */
  ownerUrl: string;
  /** The application's role; the one of DATABASE_URL. The same as the owner where there is only one. */
  appRole: string;
  /** The last migration to run; left out, all of this release. */
  upTo?: string;
}

/** Any number; whoever holds it migrates. */
const MIGRATION_LOCK = 7_155_170;
/** How long one starter waits for another that migrates, and how long a migration waits for a table in use. */
const LOCK_PATIENCE = '120s';
const TABLE_PATIENCE = '10s';

/**
 * Brings the schema up to date, as a whole or not at all, and then the privileges of the application's role. Several
 * may start at once: one migrates, the others wait and find nothing to do. Answers the names of what was run.
 */
export async function migrate({ ownerUrl, appRole, upTo }: MigrateOptions): Promise<string[]> {
  const migrations = migrationsUpTo(upTo);
  const client = new Client({ connectionString: ownerUrl, application_name: 'sightline migrate' });
  await client.connect();
  try {
    await client.query(`SET lock_timeout = '${LOCK_PATIENCE}'`);
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const isUpToDate = await hasAll(client, migrations);
    const run = isUpToDate ? [] : await runMigrations(ownerUrl, migrations);
    await client.query(`SET lock_timeout = '${TABLE_PATIENCE}'`);
    await grantTo(client, appRole);
    return run;
  } finally {
    await client.end();
  }
}

function migrationsUpTo(last: string | undefined): typeof MIGRATIONS {
  if (last === undefined) return MIGRATIONS;
  const at = MIGRATIONS.findIndex(({ name }) => name === last);
  if (at < 0) throw new ConfigError([`--migrate: this release has no migration "${last}"`]);
  return MIGRATIONS.slice(0, at + 1);
}

async function runMigrations(ownerUrl: string, migrations: typeof MIGRATIONS): Promise<string[]> {
  const owner = new DataSource({
    type: 'postgres',
    url: ownerUrl,
    migrations,
    migrationsTableName: MIGRATIONS_TABLE,
    migrationsTransactionMode: 'all',
    extra: { max: 1, options: `-c lock_timeout=${TABLE_PATIENCE}` },
  });
  await owner.initialize();
  try {
    return (await owner.runMigrations()).map(({ name }) => name);
  } finally {
    await owner.destroy();
  }
}

async function hasAll(client: Client, wanted: typeof MIGRATIONS): Promise<boolean> {
  const { rows } = await client.query<{ there: boolean }>('SELECT to_regclass($1) IS NOT NULL AS there', [
    MIGRATIONS_TABLE,
  ]);
  if (!rows[0]?.there) return false;
  const pending = await pendingMigrations((sql) => client.query<{ name: string }>(sql).then((found) => found.rows));
  return !wanted.some(({ name }) => pending.includes(name));
}

/** The migrations this release knows and this database has not run. */
export async function pendingMigrations(query: (sql: string) => Promise<{ name: string }[]>): Promise<string[]> {
  const done = new Set((await query(`SELECT name FROM ${MIGRATIONS_TABLE}`)).map(({ name }) => name));
  return MIGRATIONS.map(({ name }) => name).filter((name) => !done.has(name));
}
