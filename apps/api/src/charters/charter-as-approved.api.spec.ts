import { CHARTER_COLUMNS } from '@sightline/rules';
import type { Charter } from '@sightline/contracts';
import type { QueryRunner } from 'typeorm';
import { type CharterWorld, givenApproval, givenCharter, givenCharterWorld } from '../../test/given-charters';
import { type RunningApi, startApi } from '../../test/start-api';

const DIFFERS = { constraint: 'charter_as_approved' };

/** A value that the column does not have, of its type; the material columns that have rules of their own stand apart. */
const ANOTHER: Record<string, string> = {
  text: `'Another'`,
  uuid: `(SELECT NULL::uuid)`,
  jsonb: `'[]'`,
  numeric: 'budget_amount + 1',
  date: 'end_date + 31',
};
const OF_ITS_OWN: Record<string, string> = {
  budget_currency: `'USD'`,
  facts: `'{"latencyMs": 3}'`,
  deviations: `'[{"principle": "P-01", "reason": "Otherwise"}]'`,
};

/** Link table → what changes it. */
const LINKS = [
  ['charter_principle', `SET how = 'Otherwise'`],
  ['charter_kpi', `SET to_value = to_value + 1`],
  ['charter_kpi', `SET confidence = 'low'`],
  ['charter_entity', `SET essential = false`],
  ['charter_party', `SET role = 'advise'`],
] as const;
const REMOVALS = ['charter_entity', 'charter_domain', 'charter_service', 'charter_system', 'charter_party'] as const;

let api: RunningApi;
let world: CharterWorld;
let approved: Charter;

beforeAll(async () => {
  api = await startApi();
  world = await givenCharterWorld(api);
  approved = await givenCharter(await api.signIn(world.lead), world);
  await givenApproval(api, world, approved);
}, 60_000);
afterAll(() => api.stop());

describe('an approved charter, against SQL with the application’s role', () => {
  const columns = Object.entries(CHARTER_COLUMNS);

  it.each(columns.filter(([, declared]) => declared === 'material').map(([name]) => name))(
    'keeps its %s',
    async (column) => {
      const [{ type }] = await api.db.query<[{ type: string }]>(
        `SELECT data_type AS type FROM information_schema.columns WHERE table_name = 'charter' AND column_name = $1`,
        [column],
      );
      const value = OF_ITS_OWN[column] ?? ANOTHER[type];
      await expect(
        api.db.query(`UPDATE charter SET ${column} = ${value} WHERE id = $1`, [approved.id]),
      ).rejects.toMatchObject(DIFFERS);
    },
  );

  it.each(LINKS)('keeps what %s says: %s', async (table, change) => {
    await expect(api.db.query(`UPDATE ${table} ${change} WHERE charter_id = $1`, [approved.id])).rejects.toMatchObject(
      DIFFERS,
    );
  });

  it.each(REMOVALS)('keeps every row of %s', async (table) => {
    await expect(api.db.query(`DELETE FROM ${table} WHERE charter_id = $1`, [approved.id])).rejects.toMatchObject(
      DIFFERS,
    );
  });

  it('gets no link that nobody weighed', async () => {
    await expect(
      api.db.query(`INSERT INTO charter_party (charter_id, party_id, role) VALUES ($1, $2, 'execute')`, [
        approved.id,
        world.vendor,
      ]),
    ).rejects.toMatchObject(DIFFERS);
  });

  it('does not become another revision that was never decided', async () => {
    await expect(
      api.db.transaction(async (tx) => {
        await tx.query(
          `INSERT INTO charter_revision (charter_id, number, content) SELECT $1, 2, jsonb_set(charter_content($1), '{narrative}', '"Other"')`,
          [approved.id],
        );
        await tx.query(`UPDATE charter SET narrative = 'Other', revision = 2, approved_revision = 2 WHERE id = $1`, [
          approved.id,
        ]);
      }),
    ).rejects.toMatchObject({ constraint: 'charter_approved_by_decision' });
  });

  it('may change in what no voter weighs', async () => {
    await expect(
      api.db.query(
        `UPDATE charter SET title = 'Another', start_date = start_date - 1, portability_tested_on = '2026-11-01',
                budget_amount = budget_amount - 1, end_date = end_date + 30 WHERE id = $1`,
        [approved.id],
      ),
    ).resolves.toBeDefined();
  });

  it('is approved as it was submitted, not as it was rewritten meanwhile', async () => {
    const { id, ...charter } = await givenCharter(await api.signIn(world.lead), world);
    await api.db.query(
      'INSERT INTO charter_revision (charter_id, number, content) VALUES ($1, 1, charter_content($1))',
      [id],
    );
    await api.db.query(`UPDATE charter SET narrative = 'Rewritten' WHERE id = $1`, [id]);
    await expect(givenApproval(api, world, { ...charter, id })).rejects.toMatchObject(DIFFERS);
  });
});

/** One takes the last principle away while another approves: whoever is second finds what the first did, or is refused. */
describe('an approval beside the removal of its last principle', () => {
  const REMOVE = 'DELETE FROM charter_principle WHERE charter_id = $1';

  async function begun(isolation: 'READ COMMITTED' | 'REPEATABLE READ' | 'SERIALIZABLE'): Promise<QueryRunner> {
    const runner = api.db.createQueryRunner();
    await runner.startTransaction(isolation);
    // The snapshot of the stricter ones is taken here, before the other writes.
    await runner.query('SELECT count(*) FROM charter');
    return runner;
  }

  /** What the database says when the transaction ends; 'committed' when it lets it happen. */
  async function ended(runner: QueryRunner): Promise<string> {
    try {
      await runner.commitTransaction();
      return 'committed';
    } catch (error) {
      await runner.rollbackTransaction().catch(() => undefined);
      return (error as { constraint?: string }).constraint ?? String(error);
    } finally {
      await runner.release();
    }
  }

  async function upheld(id: string): Promise<boolean> {
    const [{ lawful }] = await api.owner.query<[{ lawful: boolean }]>(
      'SELECT unlawful_approval($1) IS NULL AS lawful',
      [id],
    );
    return lawful;
  }

  it('is refused to the one that began first and ends last', async () => {
    const charter = await givenCharter(await api.signIn(world.lead), world);
    const remover = await begun('READ COMMITTED');
    await remover.query(REMOVE, [charter.id]);
    await givenApproval(api, world, charter);
    expect(await ended(remover)).toBe('charter_approved_with_principle');
    expect(await upheld(charter.id)).toBe(true);
  });

  it.each(['REPEATABLE READ', 'SERIALIZABLE'] as const)(
    'is refused in %s, where it could not see the approval',
    async (isolation) => {
      const charter = await givenCharter(await api.signIn(world.lead), world);
      const remover = await begun(isolation);
      await givenApproval(api, world, charter);
      await remover.query(REMOVE, [charter.id]);
      expect(await ended(remover)).toBe('charter_read_committed');
      expect(await upheld(charter.id)).toBe(true);
    },
  );

  it('is approved in nothing but READ COMMITTED either', async () => {
    const approver = await begun('REPEATABLE READ');
    await approver.query(`UPDATE charter SET title = title WHERE id = $1`, [approved.id]);
    expect(await ended(approver)).toBe('charter_read_committed');
  });

  it('never leaves an approval without a principle when both end at once', async () => {
    for (let round = 0; round < 5; round++) {
      const charter = await givenCharter(await api.signIn(world.lead), world);
      const remover = await begun('READ COMMITTED');
      await remover.query(REMOVE, [charter.id]);
      const [removal] = await Promise.all([ended(remover), givenApproval(api, world, charter).catch(() => undefined)]);
      expect(removal === 'committed' || removal.startsWith('charter_')).toBe(true);
      expect(await upheld(charter.id)).toBe(true);
    }
  });
});
