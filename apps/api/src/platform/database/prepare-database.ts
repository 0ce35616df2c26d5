import pg from 'pg';
import type { Logger } from 'pino';
import type { Config } from '../config/config';
import { ConfigError } from '../config/settings';
import { migrate } from './migrate';
import { protectionOf } from './protection';

/** Migrates where the owner's role is known, and refuses to serve what would not be safe. */
export async function prepareDatabase(config: Config, logger: Logger): Promise<void> {
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

/** Personas sign in without a password, so they never meet a real organisation, nor a network (T11). */
async function refuseForeignSample(client: pg.Client, { sample }: Config): Promise<void> {
  const { rows } = await client.query<{ kind: string | null; people: boolean }>(
    `SELECT (SELECT kind FROM organisation) AS kind, EXISTS (SELECT 1 FROM app_user) AS people`,
  );
  const { kind = null, people = false } = rows[0] ?? {};
  if (sample && (kind === 'own' || (kind === null && people))) {
    throw new ConfigError([
      'SIGHTLINE_SAMPLE: this database holds a real organisation; start it with SIGHTLINE_SAMPLE=off',
    ]);
  }
  if (!sample && kind === 'sample') {
    throw new ConfigError([
      'SIGHTLINE_SAMPLE: this database holds the sample company, whose people have no passwords; start it with ' +
        'SIGHTLINE_SAMPLE=on, or give your own organisation an empty database',
    ]);
  }
}
