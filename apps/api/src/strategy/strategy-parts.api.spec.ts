import type {
  DecisionRight,
  Page,
  Principle,
  PrincipleInForce,
  PrincipleRevision,
  StrategyPartSaved,
  StrategyVersion,
} from '@sightline/contracts';
import type { Client } from '../../test/client';
import { givenBoard } from '../../test/given-board';
import { givenStrategyInForce, withoutStrategy } from '../../test/given-strategy';
import { type RunningApi, startApi } from '../../test/start-api';

const DRAFT = '/strategy/versions/1';
let api: RunningApi;
let cio: Client;

beforeAll(async () => {
  api = await startApi();
  cio = await api.signInAs('cio_office');
});
afterAll(() => api.stop());
beforeEach(async () => {
  await withoutStrategy(api.owner);
  await cio.post('/strategy/versions', {});
});

const principle = (title: string) => ({ title, statement: `${title} holds.` });
type SavedPrinciple = StrategyPartSaved<PrincipleRevision>;
const titles = (version: StrategyVersion) => version.principles.map(({ position, title }) => `${position} ${title}`);

describe('principles of a draft', () => {
  it('are added at the end or where one says, reworded, moved and taken out', async () => {
    await cio.post(`${DRAFT}/principles`, principle('First'), { version: 1 });
    await cio.post(`${DRAFT}/principles`, principle('Second'), { version: 2 });
    const third = await cio.post<SavedPrinciple>(
      `${DRAFT}/principles`,
      { ...principle('Third'), position: 1 },
      { version: 3 },
    );
    expect(third.status).toBe(201);
    expect(third.etag).toBe('"4"');
    expect(third.body).toMatchObject({ title: 'Third', statement: 'Third holds.', position: 1, version: 4 });
    expect(third.headers.get('location')).toBe(`/api/v1${DRAFT}`);
    expect(titles(third.body.strategyVersion)).toEqual(['1 Third', '2 First', '3 Second']);

    const top = third.body;
    const moved = await cio.patch<SavedPrinciple>(
      `${DRAFT}/principles/${top.code}`,
      { title: 'Last', position: 3, rationale: 'Because.' },
      { version: 4 },
    );
    expect(titles(moved.body.strategyVersion)).toEqual(['1 First', '2 Second', '3 Last']);
    expect(moved.body).toMatchObject({
      code: top.code,
      statement: 'Third holds.',
      rationale: 'Because.',
    });

    const removed = await cio.delete<StrategyVersion>(
      `${DRAFT}/principles/${moved.body.strategyVersion.principles[0]?.id}`,
      {
        version: 5,
      },
    );
    expect(titles(removed.body)).toEqual(['1 Second', '2 Last']);
    expect(removed.body.version).toBe(6);
  });

  it('come back under their own code, with their last words', async () => {
    await withoutStrategy(api.owner);
    const inForce = await givenStrategyInForce(api.owner);
    await cio.post('/strategy/versions', {});
    const code = inForce.principles[0]?.code ?? '';
    await cio.delete(`/strategy/versions/2/principles/${code}`, { version: 1 });
    const { status, body } = await cio.post<SavedPrinciple>(
      '/strategy/versions/2/principles',
      { principle: code, rationale: 'Again.', position: 1 },
      { version: 2 },
    );
    expect(status).toBe(201);
    expect(body).toMatchObject({
      code,
      position: 1,
      title: 'Name the outcome',
      statement: 'Name the outcome holds.',
      rationale: 'Again.',
    });
    const again = await cio.refused('POST', '/strategy/versions/2/principles', { principle: code }, { version: 3 });
    expect([again.status, again.body.rule]).toEqual([409, 'principle-in-version']);
  });

  it('are added without a version by who writes over nothing', async () => {
    const { status, body } = await cio.post<SavedPrinciple>(`${DRAFT}/principles`, principle('One'), { key: 'one' });
    const repeat = await cio.post<SavedPrinciple>(`${DRAFT}/principles`, principle('One'), { key: 'one' });
    expect([status, body.title, body.version]).toEqual([201, 'One', 2]);
    expect(repeat.body).toEqual(body);
  });

  it('are recorded with the words before and after', async () => {
    const { body } = await cio.post<SavedPrinciple>(`${DRAFT}/principles`, principle('One'), { version: 1 });
    await cio.patch(`${DRAFT}/principles/${body.id}`, { title: 'Two' }, { version: 2 });
    const [event] = await api.owner.query<{ body: string }[]>(
      `SELECT body FROM audit_event WHERE action = 'principle.changed' ORDER BY at DESC LIMIT 1`,
    );
    expect(JSON.parse(event?.body ?? '{}')).toMatchObject({ before: { title: 'One' }, after: { title: 'Two' } });
  });

  it.each([
    ['POST', '/principles', { title: 'No statement' }, 1, 400],
    ['POST', '/principles', { title: '', statement: 'x' }, 1, 400],
    ['POST', '/principles', { title: 'x'.repeat(201), statement: 'x' }, 1, 400],
    ['POST', '/principles', { title: 'x', statement: 'x'.repeat(10_001) }, 1, 400],
    ['POST', '/principles', { title: 'x', statement: 'x', position: 0 }, 1, 400],
    ['POST', '/principles', { title: 'x', statement: 'x', code: 'P-99' }, 1, 400],
    ['POST', '/principles', { principle: 'P-9999' }, 1, 400],
    ['PATCH', '/principles/P-01', { title: 'x' }, undefined, 428],
    ['POST', '/principles', { title: 'x', statement: 'x' }, 9, 412],
    ['PATCH', '/principles/P-9999', { title: 'x' }, 1, 404],
    ['DELETE', '/principles/P-9999', undefined, 1, 404],
    ['POST', '/drivers', { name: 'x' }, 1, 400],
    ['POST', '/drivers', { name: 'x', weight: 6 }, 1, 400],
    ['POST', '/drivers', { name: 'x', weight: '4' }, 1, 400],
    ['POST', '/capabilities', { name: 'x', current: 1 }, 1, 400],
    ['POST', '/capabilities', { name: 'x', current: 1, target: 5.5 }, 1, 400],
    ['POST', '/decision-rights', { subject: 'holiday', board: 'x', rule: 'unanimous' }, 1, 400],
    ['POST', '/decision-rights', { subject: 'charter', board: 'No such board', rule: 'unanimous' }, 1, 400],
    ['POST', '/decision-rights', { subject: 'charter', board: 'x', rule: 'unanimous', budgetUpTo: '0' }, 1, 400],
    ['DELETE', '/decision-rights/P-01', undefined, 1, 404],
  ])('refuses %s %s %j', async (method, path, body, version, status) => {
    const answer = await cio.refused(method, `${DRAFT}${path}`, body, version === undefined ? {} : { version });
    expect(answer.status).toBe(status);
    expect((await cio.get<StrategyVersion>(DRAFT)).body.version).toBe(1);
  });
});

describe('drivers, capabilities and decision rights of a draft', () => {
  it('carry weights, maturities and rules', async () => {
    const board = await givenBoard(api.owner, { name: 'The deciders' });
    await cio.post(`${DRAFT}/drivers`, { name: 'Excellence', weight: 4 }, { version: 1 });
    await cio.post(`${DRAFT}/capabilities`, { name: 'Events', current: 1, target: 4 }, { version: 2 });
    const { body } = await cio.post<StrategyPartSaved<DecisionRight>>(
      `${DRAFT}/decision-rights`,
      { subject: 'charter', budgetUpTo: '50000', board: 'the deciders', rule: 'unanimous' },
      { version: 3 },
    );
    const written = body.strategyVersion;
    expect(written.drivers).toMatchObject([{ name: 'Excellence', weight: 4, description: '', position: 1 }]);
    expect(written.capabilities).toMatchObject([{ name: 'Events', current: 1, target: 4 }]);
    expect(body).toMatchObject({
      subject: 'charter',
      budgetUpTo: '50000.00',
      board: { id: board.id, name: 'The deciders' },
      rule: 'unanimous',
    });
    const right = body.id;
    const changed = await cio.patch<StrategyPartSaved<DecisionRight>>(
      `${DRAFT}/decision-rights/${right}`,
      { rule: 'two_thirds', budgetUpTo: null },
      { version: 4 },
    );
    expect(changed.body).toMatchObject({ rule: 'two_thirds', budgetUpTo: null });
    const band = { subject: 'charter', board: board.id, rule: 'unanimous' };
    expect((await cio.refused('POST', `${DRAFT}/decision-rights`, band, { version: 5 })).body.rule).toBe(
      'decision-right-exists',
    );
    const strategy = { subject: 'strategy_version', budgetUpTo: '1', board: board.id, rule: 'unanimous' };
    expect((await cio.refused('POST', `${DRAFT}/decision-rights`, strategy, { version: 5 })).body.rule).toBe(
      'decision-right-no-budget',
    );
    const gone = await cio.delete<StrategyVersion>(`${DRAFT}/decision-rights/${right}`, { version: 5 });
    expect(gone.body.decisionRights).toEqual([]);
  });
});

describe('principles in force', () => {
  it('say since when they hold and how many charters cite them', async () => {
    await withoutStrategy(api.owner);
    const first = await givenStrategyInForce(api.owner, { principles: ['Old'] });
    await givenStrategyInForce(api.owner, { principles: ['New'] });
    const old = first.principles[0];
    await api.owner.query(`ALTER TABLE principle_revision DISABLE TRIGGER USER`);
    await api.owner.query(
      `INSERT INTO principle_revision (principle_id, strategy_version_id, position, title, statement)
       SELECT $1, id, 0, 'Old, reworded', 'Still.' FROM strategy_version WHERE status = 'in_force'`,
      [old?.id],
    );
    await api.owner.query(`ALTER TABLE principle_revision ENABLE TRIGGER USER`);
    const [charter] = await api.owner.query<{ id: string }[]>(
      `INSERT INTO charter (title) VALUES ('A charter') RETURNING id`,
    );
    await api.owner.query(`INSERT INTO charter_principle (charter_id, principle_id, how) VALUES ($1, $2, 'Fully')`, [
      charter?.id,
      old?.id,
    ]);

    const { body } = await cio.get<Page<PrincipleInForce>>('/principles');
    expect(body.items.map(({ title, since, charters }) => [title, since, charters])).toEqual([
      ['Old, reworded', 1, 1],
      ['New', 2, 0],
    ]);
    expect((await cio.get<Page<PrincipleInForce>>('/principles?q=rewor')).body.total).toBe(1);
    expect((await cio.refused('GET', '/principles?colour=red')).status).toBe(400);

    const one = await cio.get<Principle>(`/principles/${old?.code.toLowerCase()}`);
    expect(one.body).toMatchObject({
      code: old?.code,
      inForce: { title: 'Old, reworded', since: 1, charters: 1 },
      revisions: [
        { versionNumber: 2, status: 'in_force', title: 'Old, reworded' },
        { versionNumber: 1, status: 'superseded', title: 'Old' },
      ],
      charters: [{ name: 'A charter', status: 'draft', how: 'Fully' }],
    });
    expect((await cio.refused('GET', '/principles/P-9999')).status).toBe(404);
    await api.owner.query('DELETE FROM charter_principle');
  });

  it('stand beside the drivers and capabilities in force', async () => {
    await withoutStrategy(api.owner);
    await givenStrategyInForce(api.owner);
    expect((await cio.get('/drivers')).body).toMatchObject({
      total: 1,
      items: [{ name: 'Operational excellence', weight: 4, since: 1, charters: 0 }],
    });
    expect((await cio.get('/capabilities')).body).toMatchObject({
      total: 1,
      items: [{ name: 'Real-time synchronisation', current: 1, target: 4 }],
    });
    const external = await api.signInAs('external');
    for (const path of ['/principles', '/drivers', '/capabilities'])
      expect((await external.refused('GET', path)).status).toBe(403);
  });
});
