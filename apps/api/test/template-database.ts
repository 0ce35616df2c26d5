import type { Client } from 'pg';
import { createDatabase, databaseExists, onDatabase, withClient } from '../../../tools/postgres/roles.ts';
import { migrate } from '../src/platform/database/migrate';
import { TEMPLATE, testServer } from './test-server';

const UNFINISHED = 'sightline_unfinished_template_test';

/** Any number; only one worker at a time prepares the template. */
const TEMPLATE_LOCK = 715_517;

/**
 * A new database with the migrated, empty schema.
 * The first caller of a run migrates a template; every database is a copy of it, which takes some 50 ms.
 */
export async function cloneTemplate(name: string): Promise<void> {
  await withClient(testServer().superUrl, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    if (!(await isOfThisRun(client))) await prepareTemplate(client);
    await client.query('SELECT pg_advisory_unlock($1)', [TEMPLATE_LOCK]);
    await createDatabase(client, { name, ...roles(), template: TEMPLATE });
  });
}

/** The template carries the number of its run as a comment, so that a leftover of another run is not used. */
async function isOfThisRun(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ run: string | null }>(
    `SELECT shobj_description(oid, 'pg_database') AS run FROM pg_database WHERE datname = $1`,
    [TEMPLATE],
  );
  return rows[0]?.run === process.env['SIGHTLINE_TEST_RUN'];
}

/** Migrated under another name and renamed last, so that a failed migration leaves no template. */
async function prepareTemplate(client: Client): Promise<void> {
  for (const name of [TEMPLATE, UNFINISHED]) {
    if (await databaseExists(client, name)) await client.query(`DROP DATABASE ${name}`);
  }
  await createDatabase(client, { name: UNFINISHED, ...roles() });
  await migrate({ ownerUrl: onDatabase(testServer().ownerUrl, UNFINISHED), appRole: roles().application });
  const run = client.escapeLiteral(process.env['SIGHTLINE_TEST_RUN'] ?? '');
  await client.query(`COMMENT ON DATABASE ${UNFINISHED} IS ${run}`);
  await client.query(`ALTER DATABASE ${UNFINISHED} RENAME TO ${TEMPLATE}`);
}

function roles(): { owner: string; application: string } {
  const { ownerUrl, appUrl } = testServer();
  return { owner: new URL(ownerUrl).username, application: new URL(appUrl).username };
}
