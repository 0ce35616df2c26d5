import { buildDocumentWriter } from './document-writer.ts';
import { type Postgres, startPostgres } from '../../../tools/postgres.ts';

declare global {
  var testPostgres: Postgres | undefined;
}

/** Starts one throwaway PostgreSQL for the whole run; the workers find it through the environment. */
export default async function startTestPostgres(): Promise<void> {
  const [postgres] = await Promise.all([startPostgres(), buildDocumentWriter()]);
  globalThis.testPostgres = postgres;
  process.env['SIGHTLINE_TEST_SUPER_URL'] = postgres.superUrl;
  process.env['SIGHTLINE_TEST_OWNER_URL'] = postgres.ownerUrl;
  process.env['SIGHTLINE_TEST_APP_URL'] = postgres.appUrl;
  // A server named from outside outlives the run, and its template may be of an older schema.
  process.env['SIGHTLINE_TEST_RUN'] = String(Date.now());
}
