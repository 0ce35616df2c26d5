import type { INestApplication } from '@nestjs/common';
import pg from 'pg';
import type { Logger } from 'pino';
import { createApp } from './create-app';
import { type Config, readConfig } from './platform/config/config';
import { ConfigError } from './platform/config/settings';
import { migrate } from './platform/database/migrate';
import { protectionOf } from './platform/database/protection';
import { createLogger } from './platform/logging/logger';

/** Starts the server: settings, schema, protection, and only then the door. Ends the process when one of them is wrong. */
export async function start(env: NodeJS.ProcessEnv): Promise<void> {
  let logger = createLogger('info');
  try {
    const config = readConfig(env);
    logger = createLogger(config.logLevel);
    await prepareDatabase(config, logger);
    const app = await createApp(config, logger);
    stopOnSignals(app, logger);
    await app.listen(config.port, config.host);
    logger.info({ address: config.publicUrl, sample: config.sample }, 'ready');
  } catch (error) {
    if (error instanceof ConfigError) logger.fatal(error.message);
    else logger.fatal({ err: error }, 'Sightline could not start');
    process.exitCode = 1;
    setTimeout(() => process.exit(1), 500).unref();
  }
}

const STOP_PATIENCE_MS = 9_000;

/** Finishes the requests in flight, takes no new ones, and is gone within ten seconds (T21). */
function stopOnSignals(app: INestApplication, logger: Logger): void {
  let stopping = false;
  const stop = async (signal: NodeJS.Signals): Promise<void> => {
    if (stopping) return;
    stopping = true;
    logger.info({ signal }, 'stopping');
    setTimeout(() => process.exit(1), STOP_PATIENCE_MS).unref();
    await app.close();
    logger.info('stopped');
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, (name) => void stop(name));
}

/** Migrates where the owner's role is known, and refuses to serve what would not be safe. */
async function prepareDatabase(config: Config, logger: Logger): Promise<void> {
  if (config.ownerUrl) {
    const appRole = decodeURIComponent(new URL(config.databaseUrl).username);
    const run = await migrate({ ownerUrl: config.ownerUrl, appRole });
    if (run.length > 0) logger.info({ migrations: run }, 'the schema is up to date');
  }
  const client = new pg.Client({ connectionString: config.databaseUrl, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    await refuseUnprotected(client, config, logger);
    await refuseForeignSample(client, config);
  } finally {
    await client.end();
  }
}

async function refuseUnprotected(client: pg.Client, config: Config, logger: Logger): Promise<void> {
  const protection = await protectionOf(async (sql, params) => (await client.query(sql, params)).rows);
  logger.info({ protection }, 'what must never change is kept by the database');
  if (protection === 'enforced' || !config.production || config.allowTriggersOnly) return;
  throw new ConfigError([
    'DATABASE_URL: this role could change votes, decisions and audit events. Use a role of its own ' +
      '(docker/roles.sql) and name the owner in DATABASE_OWNER_URL, or set SIGHTLINE_ALLOW_TRIGGERS_ONLY=on',
  ]);
}

/** Personas sign in without a password, so they must never meet a real organisation (T11). */
async function refuseForeignSample(client: pg.Client, { sample }: Config): Promise<void> {
  if (!sample) return;
  const { rows } = await client.query<{ real: boolean }>(
    `SELECT coalesce((SELECT kind FROM organisation) = 'own', EXISTS (SELECT 1 FROM app_user)) AS real`,
  );
  if (rows[0]?.real) {
    throw new ConfigError([
      'SIGHTLINE_SAMPLE: this database holds a real organisation; start it with SIGHTLINE_SAMPLE=off',
    ]);
  }
}
