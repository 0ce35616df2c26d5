import type { EntityManager } from 'typeorm';
import { type GivenStrategy, givenRatification, givenStrategyDraft } from '../../test/given-strategy';
import { type RunningApi, startApi } from '../../test/start-api';

const NOT_DECIDED = { constraint: 'strategy_version_by_decision' };
const FROZEN = { constraint: 'strategy_version_frozen' };

/** What a program can do that speaks SQL with the application's role; the service asks the board long before. */
describe('a version of the strategy that no board approved', () => {
  let api: RunningApi;
  let draft: GivenStrategy;

  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.stop());

  const propose = (tx: EntityManager): Promise<unknown> =>
    tx.query(`UPDATE strategy_version SET status = 'proposed' WHERE id = $1`, [draft.id]);
  const putInForce = (tx: EntityManager): Promise<unknown> =>
    tx.query(
      `UPDATE strategy_version SET status = 'in_force', ratified_at = now(), content_hash = repeat('a', 64) WHERE id = $1`,
      [draft.id],
    );
  const supersede = (tx: EntityManager): Promise<unknown> =>
    tx.query(`UPDATE strategy_version SET status = 'superseded', superseded_at = now() WHERE status = 'in_force'`);
  const statusOf = async (): Promise<string | undefined> =>
    (await api.db.query<{ status: string }[]>('SELECT status FROM strategy_version WHERE id = $1', [draft.id]))[0]
      ?.status;

  describe.each(['the first', 'a later'])('%s', () => {
    beforeAll(async () => {
      draft = await givenStrategyDraft(api.owner);
    });

    it('is not put in force by plain SQL', async () => {
      await expect(
        api.db.transaction(async (tx) => {
          await supersede(tx);
          await propose(tx);
          await putInForce(tx);
        }),
      ).rejects.toMatchObject(NOT_DECIDED);
    });

    it('is not history either that never was in force', async () => {
      await expect(
        api.db.transaction(async (tx) => {
          await supersede(tx);
          await propose(tx);
          await putInForce(tx);
          await supersede(tx);
        }),
      ).rejects.toMatchObject(NOT_DECIDED);
      expect(await statusOf()).toBe('draft');
    });

    it('is put in force by the decision of a board, in rows that stand together', async () => {
      await givenRatification(api.db, draft);
      expect(await statusOf()).toBe('in_force');
    });
  });

  it('stays what the board has before it, also as a draft', async () => {
    draft = await givenStrategyDraft(api.owner);
    const { id: boardId } = (await api.db.query<[{ id: string }]>('SELECT id FROM board LIMIT 1'))[0];
    await api.db.query(
      `INSERT INTO proposal (subject_type, strategy_version_id, title, board_id, rule, submitted_by, due_at)
       VALUES ('strategy_version', $1, 'Later', $2, 'two_thirds', (SELECT id FROM app_user LIMIT 1), now())`,
      [draft.id, boardId],
    );
    await expect(
      api.db.query(`UPDATE strategy_version SET purpose = 'Another' WHERE id = $1`, [draft.id]),
    ).rejects.toMatchObject(FROZEN);
    await expect(
      api.db.query(`UPDATE principle_revision SET title = 'Another' WHERE strategy_version_id = $1`, [draft.id]),
    ).rejects.toMatchObject(FROZEN);
    await expect(
      api.db.query(`DELETE FROM driver_revision WHERE strategy_version_id = $1`, [draft.id]),
    ).rejects.toMatchObject(FROZEN);
  });
});
