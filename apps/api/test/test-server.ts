/** The migrated, empty database that every spec file gets a copy of. */
export const TEMPLATE = 'sightline_template_test';

/** The addresses of this run's PostgreSQL, from the global set-up. */
export function testServer(): { superUrl: string; ownerUrl: string; appUrl: string } {
  return {
    superUrl: setting('SIGHTLINE_TEST_SUPER_URL'),
    ownerUrl: setting('SIGHTLINE_TEST_OWNER_URL'),
    appUrl: setting('SIGHTLINE_TEST_APP_URL'),
  };
}

function setting(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run the specs with apps/api/jest.config.mjs.`);
  return value;
}
