import { resolve } from 'node:path';
import { postgresAccount, postgresBinaries } from './postgres/binaries.ts';
import { createCluster, runningCluster, startCluster } from './postgres/cluster.ts';
import { type DataFolder, lastingFolder, throwawayFolder } from './postgres/data-folder.ts';
import { createDatabase, databaseExists, prepareRoles, withClient } from './postgres/roles.ts';

const DATABASE = 'sightline';

export interface PostgresOptions {
  /** Where the data lies; left out, the data lies in a temporary folder and goes with the server. */
  dataFolder?: string;
  /** Left out, any free port. */
  port?: number;
  /** A server of our own whatever DATABASE_URL says, which keeps what it confirmed and may be killed. */
  forFaults?: boolean;
  /** Joins the server that already works in the data folder, and leaves it running. */
  orRunning?: boolean;
}

/** A running PostgreSQL: ours, or the one named by DATABASE_URL. */
export interface Postgres {
  /** The role that owns the tables and migrates them. */
  ownerUrl: string;
  /** The application's role, which owns nothing. */
  appUrl: string;
  /** A role that may create databases. */
  superUrl: string;
  /** Where the data lies; null for somebody else's server. */
  folder: string | null;
  /** Settles when the server has ended, asked or not; never for somebody else's. */
  ended: Promise<void>;
  stop(): Promise<void>;
  /** Ends every process of a server of ours with SIGKILL. */
  crash(): Promise<void>;
  /** Starts a server of ours again after a crash, on the same port and data. */
  restart(): Promise<void>;
}

/**
 * Starts the PostgreSQL that comes with the npm packages, on the loopback interface, with both roles and an empty
 * database `sightline`. With DATABASE_URL set that server is used instead and nothing is started or created.
 */
export async function startPostgres(options: PostgresOptions = {}): Promise<Postgres> {
  return (options.forFaults ? null : externalPostgres()) ?? (await startEmbedded(options));
}

function externalPostgres(): Postgres | null {
  const appUrl = process.env['DATABASE_URL'];
  if (!appUrl) return null;
  const ownerUrl = process.env['DATABASE_OWNER_URL'] ?? appUrl;
  const never = new Promise<void>(() => undefined);
  const notOurs = (): Promise<void> => Promise.reject(new Error("Somebody else's server is left alone."));
  return {
    ownerUrl,
    appUrl,
    superUrl: ownerUrl,
    folder: null,
    ended: never,
    stop: () => Promise.resolve(),
    crash: notOurs,
    restart: notOurs,
  };
}

async function startEmbedded({
  dataFolder,
  port = 0,
  forFaults = false,
  orRunning,
}: PostgresOptions): Promise<Postgres> {
  const account = postgresAccount();
  const folder = dataFolder ? lastingFolder(resolve(dataFolder), account) : throwawayFolder(account);
  const settings = {
    folder,
    native: postgresBinaries(account),
    account,
    port,
    throwaway: !dataFolder,
    durable: forFaults,
  };
  createCluster(settings);
  const running = orRunning ? runningCluster(folder) : null;
  let cluster = running ?? (await startCluster(settings));
  const postgres = {
    ownerUrl: urlOf('sightline_owner', folder, cluster.port, DATABASE),
    appUrl: urlOf('sightline_app', folder, cluster.port, DATABASE),
    superUrl: urlOf('postgres', folder, cluster.port, 'postgres'),
    folder: folder.root,
    ended: cluster.ended,
    stop: () => cluster.stop(),
    crash: () => cluster.crash(),
    restart: async () => void (cluster = await startCluster({ ...settings, port: cluster.port })),
  };
  try {
    await prepare(postgres.superUrl, folder);
  } catch (error) {
    await cluster.stop();
    throw error;
  }
  return postgres;
}

async function prepare(superUrl: string, { passwords }: DataFolder): Promise<void> {
  await withClient(superUrl, async (client) => {
    await prepareRoles(client, passwords);
    if (await databaseExists(client, DATABASE)) return;
    await createDatabase(client, { name: DATABASE, owner: 'sightline_owner', application: 'sightline_app' });
  });
}

function urlOf(role: keyof DataFolder['passwords'], { passwords }: DataFolder, port: number, database: string): string {
  return `postgres://${role}:${passwords[role]}@127.0.0.1:${port}/${database}`;
}
