import { givenUser } from '../../test/given';
import { givenBoard } from '../../test/given-board';
import { givenKpi } from '../../test/given-kpis';
import { givenStrategyDraft, givenStrategyInForce, type GivenStrategy } from '../../test/given-strategy';
import { type RunningApi, startApi } from '../../test/start-api';

let api: RunningApi;
let inForce: GivenStrategy;
let draft: GivenStrategy;

beforeAll(async () => {
  api = await startApi();
  const person = await givenUser(api.owner);
  const board = await givenBoard(api.owner);
  const content = { board: board.id, authors: { business: person, it: person } };
  inForce = await givenStrategyInForce(api.owner, content);
  draft = await givenStrategyDraft(api.owner, content);
  const kpi = await givenKpi(api.owner);
  await api.owner.query(`INSERT INTO strategy_version_kpi (strategy_version_id, kpi_id, position) VALUES ($1, $2, 1)`, [
    draft.id,
    kpi.id,
  ]);
});
afterAll(() => api.stop());

/** Table → a column that may change while the version is a draft. */
const CONTENT = [
  ['section_author', 'it_author_id = NULL'],
  ['principle_revision', `title = 'Another'`],
  ['driver_revision', 'weight = 1'],
  ['capability_revision', 'target_maturity = 5'],
  ['decision_right', `rule = 'unanimous'`],
] as const;

describe('the application role', () => {
  it.each(CONTENT)('cannot change, take out or add a %s of a ratified version', async (table, change) => {
    const frozen = { constraint: 'strategy_version_frozen' };
    const on = `WHERE strategy_version_id = '${inForce.id}'`;
    await expect(api.db.query(`UPDATE ${table} SET ${change} ${on}`)).rejects.toMatchObject(frozen);
    await expect(api.db.query(`DELETE FROM ${table} ${on}`)).rejects.toMatchObject(frozen);
    await expect(
      api.db.query(
        `UPDATE ${table} SET strategy_version_id = '${inForce.id}' WHERE strategy_version_id = '${draft.id}'`,
      ),
    ).rejects.toMatchObject(frozen);
  });

  it.each(CONTENT)('may change a %s of a draft', async (table, change) => {
    await expect(
      api.db.query(`UPDATE ${table} SET ${change} WHERE strategy_version_id = $1`, [draft.id]),
    ).resolves.toBeDefined();
  });

  it('cannot name a KPI in a ratified version', async () => {
    await expect(
      api.db.query(`UPDATE strategy_version_kpi SET strategy_version_id = $1`, [inForce.id]),
    ).rejects.toMatchObject({ constraint: 'strategy_version_frozen' });
  });

  it.each([
    [`purpose = 'Rewritten'`],
    [`gate_policy = '{}'`],
    [`weights = '{}'`],
    [`review_by = '2030-01-01'`],
    [`number = 77`],
    [`content_hash = repeat('b', 64)`],
    [`ratified_at = now()`],
    [`status = 'draft', ratified_at = NULL, content_hash = NULL`],
    [`status = 'rejected', ratified_at = NULL, content_hash = NULL`],
  ])('cannot set %s on a ratified version', async (assignment) => {
    await expect(
      api.db.query(`UPDATE strategy_version SET ${assignment} WHERE id = $1`, [inForce.id]),
    ).rejects.toMatchObject({
      constraint: 'strategy_version_frozen',
    });
  });

  it('cannot delete it, switch the triggers off, or begin a version anywhere but as a draft', async () => {
    await expect(api.db.query('DELETE FROM strategy_version WHERE id = $1', [inForce.id])).rejects.toMatchObject({
      constraint: 'strategy_version_frozen',
    });
    await expect(api.db.query('ALTER TABLE principle_revision DISABLE TRIGGER USER')).rejects.toThrow(/owner/);
    await expect(api.db.query('TRUNCATE principle_revision')).rejects.toThrow(/permission denied/);
    await expect(
      api.db.query(
        `INSERT INTO strategy_version (number, status, gate_policy, weights, ratified_at, content_hash)
         VALUES (88, 'in_force', '{}', '{}', now(), repeat('c', 64))`,
      ),
    ).rejects.toMatchObject({ constraint: 'strategy_version_frozen' });
  });

  it('cannot have two versions open', async () => {
    await expect(
      api.db.query(`INSERT INTO strategy_version (number, gate_policy, weights) VALUES (99, '{}', '{}')`),
    ).rejects.toMatchObject({ constraint: 'strategy_version_one_open' });
  });

  it('cannot have two versions in force', async () => {
    await api.db
      .transaction(async (tx) => {
        await tx.query(`UPDATE strategy_version SET status = 'proposed' WHERE id = $1`, [draft.id]);
        await expect(
          tx.query(
            `UPDATE strategy_version SET status = 'in_force', ratified_at = now(), content_hash = repeat('d', 64) WHERE id = $1`,
            [draft.id],
          ),
        ).rejects.toMatchObject({ constraint: 'strategy_version_one_in_force' });
        throw new Error('undo');
      })
      .catch((error: Error) => expect(error.message).toBe('undo'));
  });

  it('waits for a proposal under way before it adds content, and is then refused', async () => {
    const proposing = api.db.createQueryRunner();
    await proposing.startTransaction();
    await proposing.query(`UPDATE strategy_version SET status = 'proposed' WHERE id = $1`, [draft.id]);
    const late = api.db.query(`UPDATE driver_revision SET weight = 2 WHERE strategy_version_id = $1`, [draft.id]).then(
      () => 'written',
      (error: { constraint?: string }) => error.constraint,
    );
    await new Promise((done) => setTimeout(done, 100));
    await proposing.commitTransaction();
    await proposing.release();
    expect(await late).toBe('strategy_version_frozen');
  });
});
