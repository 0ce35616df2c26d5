import { DataSource } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../../../test/database';
import { APPEND_ONLY_TABLES } from './append-only-tables';
import { migrate } from './migrate';
import { MIGRATIONS } from './migrations';
import { protectionOf } from './protection';

describe('the application’s role', () => {
  let database: TestDatabase;
  let app: DataSource;
  let owner: DataSource;

  beforeAll(async () => {
    database = await createTestDatabase();
    app = await new DataSource({ type: 'postgres', url: database.appUrl }).initialize();
    owner = await new DataSource({ type: 'postgres', url: database.ownerUrl }).initialize();
  });
  afterAll(async () => {
    await app.destroy();
    await owner.destroy();
    await database.drop();
  });

  const refused = (sql: string): Promise<void> =>
    expect(app.query(sql)).rejects.toThrow(/permission denied|must be owner|cannot delete from view/);

  it.each(APPEND_ONLY_TABLES)('cannot change, empty or unguard %s', async (table) => {
    const [column] = await owner.query<{ name: string }[]>(
      'SELECT attname AS name FROM pg_attribute WHERE attrelid = $1::regclass AND attnum = 1',
      [table],
    );
    await refused(`UPDATE ${table} SET ${column?.name} = ${column?.name}`);
    await refused(`DELETE FROM ${table}`);
    await refused(`TRUNCATE ${table}`);
    await refused(`ALTER TABLE ${table} DISABLE TRIGGER ALL`);
    await refused(`CREATE TRIGGER mine BEFORE INSERT ON ${table} FOR EACH ROW EXECUTE FUNCTION refuse_change()`);
    await refused(`DROP TABLE ${table}`);
  });

  it('cannot go round the triggers, the views or the list of migrations', async () => {
    await refused(`SET session_replication_role = 'replica'`);
    await refused('UPDATE counted_measurement SET value = 0');
    await refused('DELETE FROM counted_vote');
    await refused('DELETE FROM schema_migration');
    await refused('CREATE TABLE mine (id integer)');
    await refused('TRUNCATE charter');
  });

  it('may erase personal values beside audit events, and not rewrite them', async () => {
    await expect(app.query('DELETE FROM audit_personal_value')).resolves.toBeDefined();
    await refused(`UPDATE audit_personal_value SET value = ''`);
  });

  it('is told apart from a role that only triggers hold back', async () => {
    expect(await protectionOf((sql, params) => app.query(sql, params))).toBe('enforced');
    expect(await protectionOf((sql, params) => owner.query(sql, params))).toBe('triggers only');
  });

  it('is not even needed for the triggers to refuse the owner', async () => {
    await owner.query(
      `INSERT INTO audit_event (record_type, action, body, hash) VALUES ('x', 'x.made', '{}', repeat('0', 64))`,
    );
    await expect(owner.query(`UPDATE audit_event SET action = 'y'`)).rejects.toThrow(/only grows/);
    await expect(owner.query('TRUNCATE audit_event CASCADE')).rejects.toThrow(/only grows/);
  });

  it('keeps its privileges when several starters migrate at once', async () => {
    const starters = [1, 2, 3].map(() =>
      migrate({ ownerUrl: database.ownerUrl, appRole: new URL(database.appUrl).username }),
    );
    expect(await Promise.all(starters)).toEqual([[], [], []]);
    await refused('DELETE FROM vote');
  });

  it('is given a schema once by starters that find none', async () => {
    await owner.query('DROP SCHEMA public CASCADE');
    await owner.query('CREATE SCHEMA public');
    const start = (): Promise<string[]> =>
      migrate({ ownerUrl: database.ownerUrl, appRole: new URL(database.appUrl).username });
    const runs = await Promise.all([start(), start(), start()]);
    expect(runs.map((run) => run.length).sort((a, b) => a - b)).toEqual([0, 0, MIGRATIONS.length]);
    await refused('DELETE FROM vote');
    expect(await app.query('SELECT count(*)::int AS n FROM charter')).toEqual([{ n: 0 }]);
  });
});
