import { Client } from 'pg';
import { createTestDatabase, type TestDatabase } from '../../../test/database';
import { type Config, readConfig } from '../config/config';
import { createLogger } from '../logging/logger';
import { prepareDatabase } from './prepare-database';

describe('before the door opens', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  const prepare = (env: Record<string, string>): Promise<void> => {
    const config: Config = readConfig({ DATABASE_URL: database.appUrl, ...env });
    return prepareDatabase(config, createLogger('silent'));
  };

  it('production refuses a role that could change what must never change, unless allowed', async () => {
    const production = { NODE_ENV: 'production' };
    await expect(prepare(production)).resolves.toBeUndefined();
    const asOwner = { ...production, DATABASE_URL: database.ownerUrl };
    await expect(prepare(asOwner)).rejects.toThrow(/DATABASE_URL: this role could change votes/);
    await expect(prepare({ ...asOwner, SIGHTLINE_ALLOW_TRIGGERS_ONLY: 'on' })).resolves.toBeUndefined();
  });

  it('the sample installation refuses a real organisation', async () => {
    const sample = { SIGHTLINE_SAMPLE: 'on' };
    await expect(prepare(sample)).resolves.toBeUndefined();
    await asOwner(
      `INSERT INTO organisation (name, currency, time_zone, language, kind) VALUES ('Real', 'EUR', 'UTC', 'en', 'own')`,
    );
    await expect(prepare(sample)).rejects.toThrow(/SIGHTLINE_SAMPLE: this database holds a real organisation/);
  });

  it('nobody serves the sample company as a real one: its people have no passwords', async () => {
    await asOwner(`UPDATE organisation SET kind = 'sample'`);
    await expect(prepare({})).rejects.toThrow(/SIGHTLINE_SAMPLE: this database holds the sample company/);
    await expect(prepare({ SIGHTLINE_SAMPLE: 'on' })).resolves.toBeUndefined();
  });

  async function asOwner(sql: string): Promise<void> {
    const owner = new Client(database.ownerUrl);
    await owner.connect();
    await owner.query(sql);
    await owner.end();
  }
});
