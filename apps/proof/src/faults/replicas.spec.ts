import { type ChildProcess, spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { migrateWith } from '../../../../tools/backup/database.ts';
import { restoreInto } from '../../../../tools/backup/restore-into.ts';
import { schemaOf } from '../../../../tools/backup/tables.ts';
import { type Postgres, startPostgres } from '../../../../tools/postgres.ts';
import { withClient } from '../../../../tools/postgres/roles.ts';
import { IN_FULL, provenBy, tries } from '../../../../tools/proof-figures.ts';
import { startSightline } from '../../../../tools/sightline.ts';
import { type EmptyDatabase, emptyDatabase, schemaTextOf } from '../backup/databases';
import { backupOfPreviousRelease, PREVIOUS_SCHEMA } from '../backup/previous-release';

const MAIN = join(resolve(__dirname, '../../../..'), 'dist/apps/api/main.js');
const REPLICAS = 2;
const STARTS = tries({ short: 1, full: 3 });
const KILLS = tries({ short: 1, full: 3 });

describe('a database of the previous release', () => {
  let server: Postgres;

  beforeAll(async () => {
    server = await startPostgres({ forFaults: true });
  });
  afterAll(() => server?.stop());

  it('is brought forward once when two replicas start at the same moment, with all its rows', async () => {
    let run: string[] = [];
    let rows = 0;
    for (let at = 0; at < STARTS; at += 1) {
      const database = await previous();
      const before = await withClient(database.ownerUrl, rowsOfTables);
      const replicas = await Promise.all(
        Array.from({ length: REPLICAS }, () => startSightline({ sample: true, database })),
      );
      await Promise.all(replicas.map((replica) => replica.stop()));
      const [after, schema] = await withClient(database.ownerUrl, async (owner) => [
        await rowsOfTables(owner),
        (await schemaOf(owner)) ?? [],
      ]);
      expect(new Set(schema).size).toBe(schema.length);
      expect(after).toMatchObject(before);
      run = schema.slice(schema.indexOf(PREVIOUS_SCHEMA) + 1);
      rows = Object.values(before).reduce((sum, count) => sum + count, 0);
    }
    provenBy({
      promise: 'T24',
      tried: `${STARTS} times ${REPLICAS} replicas started at once on the sample company of the previous release (${rows} rows)`,
      found: `all became ready; ${run.length} migrations, each run once; every table kept its rows`,
    });
  });

  it('keeps its old schema when the migration is killed, and goes forward at the next start', async () => {
    let lines = 0;
    for (let at = 0; at < KILLS; at += 1) {
      const database = await previous();
      const old = await withClient(database.ownerUrl, schemaTextOf);
      const release = await holdTheEnd(database);
      const migrating = migrate(database);
      await untilItWaits(database);
      migrating.kill('SIGKILL');
      await release();
      await untilNobodyMigrates(database);
      expect(await withClient(database.ownerUrl, schemaTextOf)).toEqual(old);
      await migrateWith(database);
      const now = await withClient(database.ownerUrl, schemaTextOf);
      expect(now).not.toEqual(old);
      lines = old.length;
    }
    provenBy({
      promise: 'T24',
      tried: `${KILLS} migrations killed with SIGKILL after their statements and before their end`,
      found: `each left the old schema, ${lines} columns, constraints, indexes, triggers, functions and privileges unchanged; the next start went forward`,
    });
  });

  // The patience of a migration is ten seconds, which npm test does not have.
  if (IN_FULL) {
    it('gives up, and leaves the old schema, when a table is in use for too long', async () => {
      const database = await previous();
      const old = await withClient(database.ownerUrl, schemaTextOf);
      const release = await holdTheEnd(database);
      const began = performance.now();
      const migrating = migrate(database);
      const code = await new Promise((done) => migrating.once('exit', done));
      const seconds = (performance.now() - began) / 1000;
      await release();
      expect(code).toBe(1);
      expect(await withClient(database.ownerUrl, schemaTextOf)).toEqual(old);
      provenBy({
        promise: 'T24',
        tried: 'a migration that meets a table somebody else keeps locked',
        found: `gave up by its lock_timeout and ended with code 1 after ${seconds.toFixed(1)} s; the schema was the old one`,
      });
    });
  }

  /** A new database with the schema and the rows of the previous release. */
  async function previous(): Promise<EmptyDatabase> {
    const database = await emptyDatabase(server);
    const onlyThere = (upTo?: string): Promise<void> => (upTo ? migrateWith(database, upTo) : Promise.resolve());
    await restoreInto({ ownerUrl: database.ownerUrl, migrate: onlyThere }, backupOfPreviousRelease());
    return database;
  }
});

function migrate({ appUrl, ownerUrl }: EmptyDatabase): ChildProcess {
  const env = { ...process.env, DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl };
  return spawn(process.execPath, [MAIN, '--migrate'], { env, stdio: 'ignore' });
}

/** The list of migrations is written after the statements of each: who holds it stops a migration just there. */
async function holdTheEnd({ ownerUrl }: EmptyDatabase): Promise<() => Promise<void>> {
  const holder = new pg.Client({ connectionString: ownerUrl });
  await holder.connect();
  await holder.query('BEGIN; LOCK TABLE schema_migration IN SHARE MODE');
  return async () => {
    await holder.query('COMMIT');
    await holder.end();
  };
}

async function untilItWaits({ ownerUrl }: EmptyDatabase): Promise<void> {
  await until(
    ownerUrl,
    `SELECT EXISTS (SELECT 1 FROM pg_locks WHERE NOT granted AND relation = 'schema_migration'::regclass) AS so`,
  );
}

async function untilNobodyMigrates({ ownerUrl }: EmptyDatabase): Promise<void> {
  await until(
    ownerUrl,
    `SELECT NOT EXISTS (SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()) AS so`,
  );
}

async function until(url: string, question: string): Promise<void> {
  await withClient(url, async (client) => {
    for (const deadline = Date.now() + 60_000; ;) {
      const { rows } = await client.query<{ so: boolean }>(question);
      if (rows[0]?.so) return;
      if (Date.now() > deadline) throw new Error(`It did not come about: ${question}`);
      await wait(50);
    }
  });
}

async function rowsOfTables(owner: pg.Client): Promise<Record<string, number>> {
  const tables = await owner.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
        AND relname NOT IN ('schema_migration', 'session', 'sign_in_attempt') ORDER BY 1`,
  );
  const counts: Record<string, number> = {};
  for (const { name } of tables.rows) {
    const { rows } = await owner.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${owner.escapeIdentifier(name)}`);
    counts[name] = rows[0]?.n ?? 0;
  }
  return counts;
}
