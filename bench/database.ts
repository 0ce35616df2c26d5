import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { startPostgres } from '../tools/postgres.ts';
import { onDatabase, withClient } from '../tools/postgres/roles.ts';

/** A PostgreSQL of our own in a temporary folder; it goes when the bench ends. */
export interface BenchPostgres {
  /** Of the postmaster, to count what the database costs. */
  pid: number;
  urlsOf(database: string): DatabaseUrls;
  /** A database with the content of another one. */
  copy(from: string, to: string): Promise<void>;
  drop(database: string): Promise<void>;
  stop(): Promise<void>;
}

export interface DatabaseUrls {
  ownerUrl: string;
  appUrl: string;
  /** Loads rows without firing the triggers; nobody else may. */
  superUrl: string;
}

/** The empty database every other one is copied from. */
export const FIRST_DATABASE = 'sightline';

/** Starts it. A server named by DATABASE_URL is never used: seeding takes rights over it that no server should give. */
export async function startBenchPostgres(): Promise<BenchPostgres> {
  delete process.env['DATABASE_URL'];
  const postgres = await startPostgres();
  const { ownerUrl, appUrl, superUrl, folder } = postgres;
  await onServer(superUrl, `ALTER SYSTEM SET max_wal_size = '4GB'`, `ALTER SYSTEM SET checkpoint_timeout = '30min'`);
  await onServer(superUrl, 'SELECT pg_reload_conf()');
  return {
    pid: Number.parseInt(readFileSync(join(folder ?? '', 'cluster/postmaster.pid'), 'utf8'), 10),
    urlsOf: (database) => ({
      ownerUrl: onDatabase(ownerUrl, database),
      appUrl: onDatabase(appUrl, database),
      superUrl: onDatabase(superUrl, database),
    }),
    copy: (from, to) =>
      onServer(
        superUrl,
        `CREATE DATABASE ${pg.escapeIdentifier(to)} OWNER sightline_owner
         TEMPLATE ${pg.escapeIdentifier(from)} STRATEGY file_copy`,
        `GRANT CONNECT ON DATABASE ${pg.escapeIdentifier(to)} TO sightline_app`,
      ),
    drop: (database) => onServer(superUrl, `DROP DATABASE ${pg.escapeIdentifier(database)} WITH (FORCE)`),
    stop: () => postgres.stop(),
  };
}

async function onServer(url: string, ...statements: string[]): Promise<void> {
  await withClient(url, async (client) => {
    for (const statement of statements) await client.query(statement);
  });
}
