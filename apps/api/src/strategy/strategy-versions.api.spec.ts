import type { Page, StrategyVersion, StrategyVersionSummary } from '@sightline/contracts';
import { DEFAULT_GATE_POLICY } from '@sightline/rules';
import type { Client } from '../../test/client';
import { givenUser, givenUnit } from '../../test/given';
import { givenBoard } from '../../test/given-board';
import { givenKpi } from '../../test/given-kpis';
import { givenStrategyInForce, withoutStrategy } from '../../test/given-strategy';
import { type RunningApi, startApi } from '../../test/start-api';
import { whileHeld } from '../../test/while-held';

let api: RunningApi;
let cio: Client;

beforeAll(async () => {
  api = await startApi();
  cio = await api.signInAs('cio_office');
});
afterAll(() => api.stop());

beforeEach(() => withoutStrategy(api.owner));

describe('the strategy in force', () => {
  it('says helpfully that there is none yet', async () => {
    const { status, body } = await cio.refused('GET', '/strategy');
    expect(status).toBe(404);
    expect(body).toMatchObject({ code: 'not-found', rule: 'no-strategy-in-force' });
  });

  it('is read whole, with its ETag', async () => {
    const { id } = await givenStrategyInForce(api.owner);
    const { status, body, etag } = await cio.get<StrategyVersion>('/strategy');
    expect(status).toBe(200);
    expect(etag).toBe(`"${body.version}"`);
    expect(body).toMatchObject({
      id,
      number: 1,
      status: 'in_force',
      purpose: 'Why we integrate.',
      gatePolicy: DEFAULT_GATE_POLICY,
      weights: { principles: 30, outcome: 30, capability: 15, data: 15, resilience: 10 },
      openPoints: [],
    });
    expect(body.principles.map(({ position, title }) => [position, title])).toEqual([
      [1, 'Name the outcome'],
      [2, 'One source per entity'],
    ]);
    expect(body.authors).toHaveLength(7);
    expect(body.ratifiedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  });

  it('is not for external people', async () => {
    const external = await api.signInAs('external');
    expect((await external.refused('GET', '/strategy')).status).toBe(403);
    expect((await api.anonymous.refused('GET', '/strategy')).status).toBe(401);
  });
});

describe('a new version', () => {
  it('begins empty, with the default policy, weights and founding rights', async () => {
    const board = await givenBoard(api.owner, { name: 'Founders', founding: true });
    const { status, body, headers } = await cio.post<StrategyVersion>('/strategy/versions', {});
    await api.owner.query('UPDATE board SET founding = false WHERE id = $1', [board.id]);
    expect(status).toBe(201);
    expect(headers.get('location')).toContain('/api/v1/strategy/versions/');
    expect(body).toMatchObject({
      number: 1,
      status: 'draft',
      copiedFrom: null,
      gatePolicy: DEFAULT_GATE_POLICY,
      principles: [],
    });
    expect(body.weights).toEqual({ principles: 30, outcome: 30, capability: 15, data: 15, resilience: 10 });
    expect(body.decisionRights.map(({ subject, rule, budgetUpTo }) => [subject, rule, budgetUpTo])).toEqual([
      ['strategy_version', 'two_thirds', null],
      ['charter', 'simple_majority', null],
      ['change_request', 'simple_majority', null],
      ['exception', 'simple_majority', null],
    ]);
  });

  it('is a copy of the one in force, but for the date of its review', async () => {
    const unit = await givenUnit(api.owner);
    const business = await givenUser(api.owner, { businessUnitId: unit });
    const it = await givenUser(api.owner);
    const board = await givenBoard(api.owner, { name: 'Deciders' });
    await givenStrategyInForce(api.owner, { board: board.id, authors: { business, it } });
    const { body: before } = await cio.get<StrategyVersion>('/strategy');

    const { body: copy } = await cio.post<StrategyVersion>('/strategy/versions', {});
    expect(copy).toMatchObject({ number: 2, status: 'draft', copiedFrom: 1, reviewBy: null, contentHash: null });
    for (const part of [
      'purpose',
      'successMetrics',
      'principles',
      'drivers',
      'capabilities',
      'kpis',
      'gatePolicy',
      'weights',
      'authors',
    ] as const) {
      expect(copy[part]).toEqual(before[part]);
    }
    expect(copy.decisionRights.map(({ id: _id, ...right }) => right)).toEqual(
      before.decisionRights.map(({ id: _id, ...right }) => right),
    );
    expect(copy.openPoints).toEqual([{ code: 'no-review-date', params: {} }]);
  });

  it('waits while another one is open', async () => {
    await cio.post('/strategy/versions', {});
    const { status, body } = await cio.refused('POST', '/strategy/versions', {});
    expect(status).toBe(409);
    expect(body).toMatchObject({
      code: 'conflict',
      rule: 'strategy-version-open',
      params: { number: 1, status: 'draft' },
    });
  });

  it('is opened once when two people open it at the same moment', async () => {
    const answers = await whileHeld(api.owner, 'SELECT 1 FROM strategy FOR UPDATE', () => [
      cio.post('/strategy/versions', {}),
      cio.post('/strategy/versions', {}),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  it('is started by the CIO office alone', async () => {
    for (const role of ['board_member', 'champion', 'project_lead', 'auditor', 'admin', 'external'] as const) {
      const client = await api.signInAs(role);
      expect([role, (await client.refused('POST', '/strategy/versions', {})).status]).toEqual([role, 403]);
    }
  });
});

describe('changing a draft', () => {
  it('changes what it names, counts, and records both sides', async () => {
    const { body: draft } = await cio.post<StrategyVersion>('/strategy/versions', {});
    const kpi = await givenKpi(api.owner);
    const { status, body, etag } = await cio.patch<StrategyVersion>(
      '/strategy/versions/1',
      {
        purpose: '  Why.  ',
        kpis: [kpi.code],
        weights: { principles: 40, outcome: 20, capability: 15, data: 15, resilience: 10 },
      },
      { version: draft.version },
    );
    expect(status).toBe(200);
    expect(body).toMatchObject({ purpose: '  Why.  ', version: draft.version + 1, alignment: '' });
    expect(body.kpis.map(({ code }) => code)).toEqual([kpi.code]);
    expect(etag).toBe(`"${draft.version + 1}"`);
    const [event] = await api.owner.query<{ body: string }[]>(
      `SELECT body FROM audit_event WHERE action = 'strategy_version.changed' AND record_id = $1`,
      [draft.id],
    );
    expect(JSON.parse(event?.body ?? '{}')).toMatchObject({
      before: { purpose: '', kpis: [], weights: { principles: 30 } },
      after: { purpose: '  Why.  ', kpis: [kpi.id], weights: { principles: 40 } },
    });
  });

  it('is nothing when nothing changes', async () => {
    const { body: draft } = await cio.post<StrategyVersion>('/strategy/versions', {});
    const { body } = await cio.patch<StrategyVersion>(
      '/strategy/versions/1',
      { purpose: '' },
      { version: draft.version },
    );
    expect(body.version).toBe(draft.version);
  });

  it('names co-authors, from the business and from IT', async () => {
    await cio.post('/strategy/versions', {});
    const business = await givenUser(api.owner, { email: 'b@example.org', businessUnitId: await givenUnit(api.owner) });
    const it = await givenUser(api.owner, { businessUnitId: await givenUnit(api.owner, 'it') });
    const external = await givenUser(api.owner, { kind: 'external', roles: ['external'] });
    const write = (authors: object, version: number) =>
      cio.send<StrategyVersion>('PATCH', '/strategy/versions/1', { authors: [authors] }, { version });

    const named = await write({ section: 'purpose', business: 'b@example.org', it }, 1);
    expect(named.body.authors[0]).toMatchObject({ section: 'purpose', business: { id: business }, it: { id: it } });
    const refusals = [
      await write({ section: 'purpose', business: it, it: null }, 2),
      await write({ section: 'purpose', business, it: business }, 2),
      await write({ section: 'purpose', business: external, it: null }, 2),
    ];
    expect(refusals.map(({ status, body }) => [status, (body as unknown as { rule: string }).rule])).toEqual([
      [409, 'section-author-business'],
      [409, 'section-author-twice'],
      [409, 'section-author-internal'],
    ]);
    const taken = await write({ section: 'purpose', business: null, it }, 2);
    expect(taken.body.authors[0]).toMatchObject({ business: null, it: { id: it } });
  });

  it('lets one of two people at the same moment through', async () => {
    await cio.post('/strategy/versions', {});
    const champion = await api.signInAs('champion');
    const answers = await whileHeld(api.owner, 'SELECT 1 FROM strategy_version FOR UPDATE', () => [
      cio.patch('/strategy/versions/1', { purpose: 'Mine' }, { version: 1 }),
      champion.patch('/strategy/versions/1', { purpose: 'Theirs' }, { version: 1 }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    expect(answers.find(({ status }) => status === 412)?.body).toMatchObject({ code: 'stale', currentVersion: 2 });
  });

  it.each([
    ['no version it is based on', {}, undefined, 428, ''],
    ['an old version', { purpose: 'x' }, 7, 412, ''],
    ['an unknown field', { mood: 'good' }, 1, 400, '/mood'],
    ['a section that is no text', { purpose: 5 }, 1, 400, '/purpose'],
    ['a section too long', { purpose: 'x'.repeat(100_001) }, 1, 400, '/purpose'],
    ['a hidden character', { purpose: 'a\u0000b' }, 1, 400, '/purpose'],
    ['null for a section', { purpose: null }, 1, 400, '/purpose'],
    [
      'weights that are not whole',
      { weights: { principles: 0.5, outcome: 1, capability: 1, data: 1, resilience: 1 } },
      1,
      400,
      '/weights/principles',
    ],
    ['weights that are not all there', { weights: { principles: 100 } }, 1, 400, '/weights/outcome'],
    ['an unknown check', { gatePolicy: { submit: ['NONSENSE'] } }, 1, 400, '/gatePolicy/submit'],
    ['an unknown step', { gatePolicy: { retire: [] } }, 1, 400, '/gatePolicy/retire'],
    ['an unknown KPI', { kpis: ['K-999'] }, 1, 400, '/kpis/0'],
    ['an unknown section', { authors: [{ section: 'mood', business: null, it: null }] }, 1, 400, '/authors/0/section'],
    [
      'an unknown author',
      { authors: [{ section: 'purpose', business: 'nobody@example.org', it: null }] },
      1,
      400,
      '/authors/0/business',
    ],
    ['a day that does not exist', { reviewBy: '2027-02-30' }, 1, 400, '/reviewBy'],
  ])('refuses %s', async (_name, body, version, status, pointer) => {
    await cio.post('/strategy/versions', {});
    const answer = await cio.refused('PATCH', '/strategy/versions/1', body, version === undefined ? {} : { version });
    expect(answer.status).toBe(status);
    if (pointer) expect(answer.body.errors?.map((error) => error.pointer)).toContain(pointer);
    expect((await cio.get<StrategyVersion>('/strategy/versions/1')).body.version).toBe(1);
  });

  it('never makes a check block where it can only warn', async () => {
    await cio.post('/strategy/versions', {});
    const { status, body } = await cio.refused(
      'PATCH',
      '/strategy/versions/1',
      { gatePolicy: { submit: ['CONFLICT'] } },
      { version: 1 },
    );
    expect(status).toBe(409);
    expect(body).toMatchObject({ rule: 'gate-policy-only-warns', params: { check: 'CONFLICT', transition: 'submit' } });
  });

  it.each([
    ['cio_office', 200],
    ['board_member', 200],
    ['champion', 200],
    ['board_secretary', 403],
    ['project_lead', 403],
    ['steward', 403],
    ['service_owner', 403],
    ['auditor', 403],
    ['external', 403],
    ['admin', 403],
  ] as const)('by %s answers %i', async (role, status) => {
    await cio.post('/strategy/versions', {});
    const client = await api.signInAs(role);
    const answer = await client.send('PATCH', '/strategy/versions/1', { purpose: 'By hand' }, { version: 1 });
    expect(answer.status).toBe(status);
  });
});

describe('the list of versions', () => {
  it('is newest first and knows its states', async () => {
    await givenStrategyInForce(api.owner);
    await givenStrategyInForce(api.owner);
    await cio.post('/strategy/versions', {});
    const { body } = await cio.get<Page<StrategyVersionSummary>>('/strategy/versions');
    expect(body.items.map(({ number, status }) => [number, status])).toEqual([
      [3, 'draft'],
      [2, 'in_force'],
      [1, 'superseded'],
    ]);
    const open = await cio.get<Page<StrategyVersionSummary>>('/strategy/versions?status=draft');
    expect(open.body).toMatchObject({ total: 1, items: [{ number: 3 }] });
    expect((await cio.refused('GET', '/strategy/versions?mood=good')).status).toBe(400);
    expect((await cio.refused('GET', '/strategy/versions/none')).status).toBe(404);
    expect((await cio.refused('GET', '/strategy/versions/99')).status).toBe(404);
  });

  it.each(['v', 'v1', '%', 'x'])('searches for %s without stumbling', async (q) => {
    expect((await cio.get<Page<unknown>>(`/strategy/versions?q=${encodeURIComponent(q)}`)).status).toBe(200);
  });
});
