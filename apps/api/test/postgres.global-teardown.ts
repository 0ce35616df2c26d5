import { withClient } from '../../../tools/postgres/roles.ts';
import { TEMPLATE, testServer } from './test-server';

/** Removes the template, which matters on a server that stays, and stops the PostgreSQL of this run. */
export default async function stopTestPostgres(): Promise<void> {
  await withClient(testServer().superUrl, (client) => client.query(`DROP DATABASE IF EXISTS ${TEMPLATE}`));
  await globalThis.testPostgres?.stop();
}
