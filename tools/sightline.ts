import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Postgres, startPostgres } from './postgres.ts';
import { freePort } from './postgres/cluster.ts';
import { createDatabase, onDatabase, withClient } from './postgres/roles.ts';
import { type Api, launchApi, untilReady } from './start/api.ts';

const WORKSPACE = resolve(import.meta.dirname, '..');
const HOST = '127.0.0.1';

export interface SightlineSettings {
  sample: boolean;
  env?: NodeJS.ProcessEnv;
  /** A PostgreSQL of its own that keeps what it confirmed, and that may be killed together with the API. */
  forFaults?: boolean;
  /** A database that is there already, and stays; left out, an empty one of its own. */
  database?: { ownerUrl: string; appUrl: string };
  /** Leads the API to its database by another address, for faults on the way. */
  through?: (databaseUrl: string) => Promise<string>;
}

/** A throwaway installation, built code and real database, for journeys, trials and proofs. */
export interface Sightline {
  /** Where page and API answer. */
  url: string;
  /** The database with the role that owns the tables. */
  ownerUrl: string;
  /** The database with the application's role. */
  appUrl: string;
  /** A role that may create databases beside it. */
  superUrl: string;
  /** The server process that runs now. */
  readonly api: Api;
  /** The server of the database, to be killed and started again where it is `forFaults`. */
  postgres: Pick<Postgres, 'crash' | 'restart'>;
  /** Starts the API again after it ended, at the same address. */
  startApi(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts the built Sightline (`nx run-many -t build`) on a free port with an empty database of its own.
 * Everything goes when it is stopped, or when this process ends.
 */
export async function startSightline(settings: SightlineSettings): Promise<Sightline> {
  const { database, forFaults = false, through } = settings;
  const postgres = database ? foreign(database) : await emptyDatabase(forFaults);
  const data = mkdtempSync(join(tmpdir(), 'sightline-'));
  const port = await freePort();
  const appUrl = (await through?.(postgres.appUrl)) ?? postgres.appUrl;
  const env = environment(settings, { appUrl, ownerUrl: postgres.ownerUrl, port });
  const launch = (): Api => launchApi({ workspace: WORKSPACE, data, env });
  let api = launch();
  const stop = async (): Promise<void> => {
    await api.stop();
    await postgres.stop();
    rmSync(data, { recursive: true, force: true });
  };
  await readyOrStopped(api, port, stop);
  return {
    url: `http://${HOST}:${port}`,
    ownerUrl: postgres.ownerUrl,
    appUrl: postgres.appUrl,
    superUrl: postgres.superUrl,
    postgres,
    get api() {
      return api;
    },
    startApi: () => readyOrStopped((api = launch()), port, stop),
    stop,
  };
}

function environment(
  { sample, env }: SightlineSettings,
  { appUrl, ownerUrl, port }: { appUrl: string; ownerUrl: string; port: number },
): NodeJS.ProcessEnv {
  return {
    ...process.env,
    SIGHTLINE_SITE_DIR: join(WORKSPACE, 'dist/apps/web/browser'),
    ...env,
    SIGHTLINE_SAMPLE: sample ? 'on' : 'off',
    DATABASE_URL: appUrl,
    DATABASE_OWNER_URL: ownerUrl,
    HOST,
    PORT: String(port),
  };
}

async function readyOrStopped(api: Api, port: number, stop: () => Promise<void>): Promise<void> {
  try {
    await untilReady(api, HOST, port);
  } catch (error) {
    await stop();
    throw error;
  }
}

type Database = Pick<Postgres, 'ownerUrl' | 'appUrl' | 'superUrl' | 'stop' | 'crash' | 'restart'>;

function foreign(database: { ownerUrl: string; appUrl: string }): Database {
  const notOurs = (): Promise<void> => Promise.reject(new Error('This database belongs to somebody else.'));
  return {
    ...database,
    superUrl: database.ownerUrl,
    stop: () => Promise.resolve(),
    crash: notOurs,
    restart: notOurs,
  };
}

/** Ours is new and goes as a whole; on a server named by DATABASE_URL we make a database of our own and drop it. */
async function emptyDatabase(forFaults: boolean): Promise<Database> {
  const postgres = await startPostgres({ forFaults });
  if (postgres.folder) return postgres;
  const { ownerUrl, appUrl, superUrl } = postgres;
  const name = `sightline_${randomUUID().slice(0, 8)}_test`;
  const [owner, application] = [new URL(ownerUrl).username, new URL(appUrl).username];
  await withClient(superUrl, (client) => createDatabase(client, { name, owner, application }));
  return {
    ...postgres,
    ownerUrl: onDatabase(ownerUrl, name),
    appUrl: onDatabase(appUrl, name),
    stop: () => withClient(superUrl, async (client) => void (await client.query(`DROP DATABASE ${name} WITH (FORCE)`))),
  };
}
