import type { INestApplication } from '@nestjs/common';
import type { Logger } from 'pino';
import { createApp } from './create-app';
import { readConfig } from './platform/config/config';
import { ConfigError } from './platform/config/settings';
import { migrate } from './platform/database/migrate';
import { prepareDatabase } from './platform/database/prepare-database';
import { createLogger } from './platform/logging/logger';
import { SampleCompany } from './sample/sample-company.service';

/** Starts the server: settings, schema, protection, and only then the door. Ends the process when one of them is wrong. */
export async function start(env: NodeJS.ProcessEnv): Promise<void> {
  let logger = createLogger('info');
  try {
    const config = readConfig(env);
    logger = createLogger(config.logLevel);
    await prepareDatabase(config, logger);
    const app = await createApp(config, logger);
    stopOnSignals(app, logger);
    if (config.sample && (await app.get(SampleCompany).loadOnce())) logger.info('the sample company is founded');
    await app.listen(config.port, config.host);
    logger.info({ address: config.publicUrl, sample: config.sample }, 'ready');
  } catch (error) {
    giveUp(error, logger);
  }
}

/** Brings the schema to that of this release, or up to one of its migrations, where a DBA or a restore wants it done apart. */
export async function migrateOnly(env: NodeJS.ProcessEnv, upTo?: string): Promise<void> {
  const logger = createLogger('info');
  try {
    const { databaseUrl, ownerUrl } = readConfig(env);
    const appRole = decodeURIComponent(new URL(databaseUrl).username);
    const run = await migrate({ ownerUrl: ownerUrl ?? databaseUrl, appRole, ...(upTo ? { upTo } : {}) });
    logger.info({ migrations: run }, 'the schema is where it was wanted');
  } catch (error) {
    giveUp(error, logger);
  }
}

function giveUp(error: unknown, logger: Logger): void {
  if (error instanceof ConfigError) logger.fatal(error.message);
  else logger.fatal({ err: error }, 'Sightline could not start');
  process.exitCode = 1;
  setTimeout(() => process.exit(1), 500).unref();
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
