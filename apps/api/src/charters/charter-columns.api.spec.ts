import { CHARTER_COLUMNS, CHARTER_LINK_TABLES } from '@sightline/rules';
import { type CharterWorld, givenApproval, givenCharter, givenCharterWorld } from '../../test/given-charters';
import { type RunningApi, startApi } from '../../test/start-api';

/** Records that belong to a charter without being part of what it says. */
const NOT_LINKS = [
  'charter_revision',
  'charter_material_edit',
  'change_request',
  'requirement',
  'milestone',
  'proposal',
  'principle_exception',
  'reaffirmation',
];

describe('what the database knows of charters', () => {
  let api: RunningApi;
  let world: CharterWorld;

  beforeAll(async () => {
    api = await startApi();
    world = await givenCharterWorld(api);
  }, 60_000);
  afterAll(() => api.stop());

  it('has no column that is not declared material or immaterial', async () => {
    const rows = await api.owner.query<{ name: string }[]>(
      `SELECT column_name AS name FROM information_schema.columns WHERE table_name = 'charter' AND table_schema = 'public'`,
    );
    expect(rows.map(({ name }) => name).sort()).toEqual(Object.keys(CHARTER_COLUMNS).sort());
  });

  it('has no link table that is not declared material or immaterial', async () => {
    const rows = await api.owner.query<{ name: string }[]>(
      `SELECT DISTINCT table_name AS name FROM information_schema.columns
        WHERE column_name = 'charter_id' AND table_schema = 'public'
          AND table_name IN (SELECT tablename FROM pg_tables WHERE schemaname = 'public')`,
    );
    const links = rows.map(({ name }) => name).filter((name) => !NOT_LINKS.includes(name));
    expect(links.sort()).toEqual(Object.keys(CHARTER_LINK_TABLES).sort());
  });

  it('refuses an approval by plain SQL of the application', async () => {
    const lead = await api.signIn(world.lead);
    const { id } = await givenCharter(lead, world);
    await expect(
      api.db.transaction(async (tx) => {
        await tx.query(`UPDATE charter SET status = 'submitted' WHERE id = $1`, [id]);
        await tx.query(
          `UPDATE charter SET status = 'approved', approved_at = now(), approved_revision = 1, approved_under_version = $2
            WHERE id = $1`,
          [id, world.strategy.id],
        );
      }),
    ).rejects.toMatchObject({ constraint: 'charter_approved_by_decision' });
  });

  it.each([
    ['charter_principle', 'charter_approved_with_principle'],
    ['charter_kpi', 'charter_approved_with_kpi'],
  ])('refuses to take the last row of %s from an approved charter', async (table, constraint) => {
    const lead = await api.signIn(world.lead);
    const charter = await givenCharter(lead, world);
    await givenApproval(api, world, charter);
    await expect(api.db.query(`DELETE FROM ${table} WHERE charter_id = $1`, [charter.id])).rejects.toMatchObject({
      constraint,
    });
    await expect(
      api.db.query(`UPDATE charter SET approved_under_version = NULL WHERE id = $1`, [charter.id]),
    ).rejects.toThrow();
    await expect(api.db.query('ALTER TABLE charter DISABLE TRIGGER ALL')).rejects.toThrow();
  });

  it.each(['charter_principle', 'charter_kpi'])(
    'refuses to move the last %s of an approved charter away',
    async (table) => {
      const lead = await api.signIn(world.lead);
      const charter = await givenCharter(lead, world);
      const other = await givenCharter(lead, world);
      await givenApproval(api, world, charter);
      await api.db.query(`DELETE FROM ${table} WHERE charter_id = $1`, [other.id]);
      await expect(
        api.db.query(`UPDATE ${table} SET charter_id = $2 WHERE charter_id = $1`, [charter.id, other.id]),
      ).rejects.toThrow('not lawfully approved');
    },
  );

  it('lets neither of two transactions take one link each', async () => {
    const lead = await api.signIn(world.lead);
    const both = world.strategy.principles.map(({ code }) => ({ principle: code, how: '' }));
    const charter = await givenCharter(lead, world, { principles: both });
    await givenApproval(api, world, charter);
    const [one, other] = [api.owner.createQueryRunner(), api.owner.createQueryRunner()];
    try {
      for (const [at, runner] of [one, other].entries()) {
        await runner.startTransaction();
        await runner.query('DELETE FROM charter_principle WHERE charter_id = $1 AND principle_id = $2', [
          charter.id,
          world.strategy.principles[at]?.id,
        ]);
      }
      const ends = await Promise.allSettled([one.commitTransaction(), other.commitTransaction()]);
      expect(ends.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    } finally {
      await one.release();
      await other.release();
    }
  });
});
