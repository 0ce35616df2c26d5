import { randomUUID } from 'node:crypto';
import { onDatabase, withClient } from '../../../tools/postgres/roles.ts';
import { cloneTemplate } from './template-database';
import { testServer } from './test-server';

/** A migrated database of one spec file. */
export interface TestDatabase {
  /** The role that owns the tables. */
  ownerUrl: string;
  /** The application's role: what the API connects with. */
  appUrl: string;
  /** A superuser, for what only a DBA could do; in the same database. */
  superUrl: string;
  /** Deletes the database, whoever is still connected. */
  drop(): Promise<void>;
}

/** Creates a database of its own for a spec file, so that files run at the same time without seeing each other. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const name = `sightline_${randomUUID().slice(0, 8)}_test`;
  await cloneTemplate(name);
  const { superUrl, ownerUrl, appUrl } = testServer();
  return {
    ownerUrl: onDatabase(ownerUrl, name),
    appUrl: onDatabase(appUrl, name),
    superUrl: onDatabase(superUrl, name),
    drop: () => dropDatabase(superUrl, name),
  };
}

async function dropDatabase(superUrl: string, name: string): Promise<void> {
  await withClient(superUrl, async (client) => {
    await client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(name)} WITH (FORCE)`);
  });
}
