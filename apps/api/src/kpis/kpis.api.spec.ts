import type { Kpi, KpiOverview, KpiRecord, NewKpi, Page, Problem, Role } from '@sightline/contracts';
import type { Client } from '../../test/client';
import { givenUnit, givenUser } from '../../test/given';
import { givenKpi } from '../../test/given-kpis';
import { givenStrategyInForce, type GivenStrategy } from '../../test/given-strategy';
import { type RunningApi, startApi } from '../../test/start-api';
import { whileHeld } from '../../test/while-held';

let api: RunningApi;
let cio: Client;
let strategy: GivenStrategy;
let unit: string;
let owner: string;

beforeAll(async () => {
  api = await startApi();
  cio = await api.signInAs('cio_office');
  strategy = await givenStrategyInForce(api.owner);
  unit = await givenUnit(api.owner, 'business');
  owner = await givenUser(api.owner, { roles: ['champion'], businessUnitId: unit });
});
afterAll(() => api.stop());

const whole = (changes: Partial<NewKpi> = {}): NewKpi => ({
  name: 'Customer onboarding time',
  definition: 'Working days from the signed contract to the first order.',
  unit: 'days',
  direction: 'decrease',
  kind: 'outcome',
  baseline: { value: 12, date: '2026-01-01' },
  target: { value: 7, date: '2027-06-30' },
  cadence: 'monthly',
  weight: 5,
  driver: strategy.drivers[0]?.code ?? null,
  businessUnit: unit,
  owner,
  ...changes,
});
const created = async (changes: Partial<NewKpi> = {}): Promise<KpiRecord> =>
  (await cio.post<KpiRecord>('/kpis', whole(changes))).body;
const listed = async (query: string, as = cio): Promise<string[]> =>
  (await as.get<Page<Kpi>>(`/kpis?pageSize=200&${query}`)).body.items.map(({ code }) => code);
const eventsOf = (id: string): Promise<{ action: string; body: string }[]> =>
  api.owner.query('SELECT action, body FROM audit_event WHERE record_id = $1 ORDER BY id', [id]);

describe('creating a KPI', () => {
  it('answers the whole record with what is computed from it, its address and its version', async () => {
    const { status, body, etag, headers } = await cio.post<KpiRecord>('/kpis', whole());

    expect(status).toBe(201);
    expect(headers.get('location')).toBe(`/api/v1/kpis/${body.id}`);
    expect(etag).toBe('"1"');
    expect(body).toMatchObject({
      code: expect.stringMatching(/^K-\d{3,}$/) as string,
      ...whole(),
      target: { value: 7, lower: null, upper: null, date: '2027-06-30' },
      driver: { code: strategy.drivers[0]?.code, name: 'Operational excellence' },
      businessUnit: { id: unit },
      owner: { id: owner, code: null },
      complete: true,
      missing: [],
      status: 'no_data',
      latest: null,
      recent: [],
      revision: { number: 1 },
      charters: [],
    });
    expect((await cio.get<KpiRecord>(`/kpis/${body.code}`)).body).toEqual(body);
    expect((await eventsOf(body.id)).map(({ action }) => action)).toEqual(['kpi.created']);
  });

  it('saves an incomplete one and says what is missing', async () => {
    const { status, body } = await cio.post<KpiRecord>('/kpis', { name: 'Hub dwell time', unit: 'min' });

    expect(status).toBe(201);
    expect(body).toMatchObject({ complete: false, status: null });
    expect(body.missing).toEqual([
      'definition',
      'direction',
      'kind',
      'baseline',
      'target',
      'cadence',
      'weight',
      'driver',
      'businessUnit',
      'owner',
    ]);
  });

  it.each([
    ['is no champion', { roles: ['project_lead'] as Role[] }],
    ['is suspended', { roles: ['champion'] as Role[], status: 'suspended' as const }],
    ['is external', { roles: ['external'] as Role[] }],
  ])('counts an owner who %s as missing', async (_why, person) => {
    const somebody = await givenUser(api.owner, { businessUnitId: unit, ...person });

    expect((await created({ owner: somebody })).missing).toEqual(['owner']);
  });

  it('counts a champion of an IT unit as missing', async () => {
    const itUnit = await givenUnit(api.owner, 'it');
    const somebody = await givenUser(api.owner, { roles: ['champion'], businessUnitId: itUnit });

    expect((await created({ owner: somebody })).missing).toEqual(['owner']);
  });

  it.each([
    ['a target on the wrong side', { target: { value: 13, date: '2027-06-30' } }, '/target/value'],
    ['a target that is the baseline', { target: { value: 12, date: '2027-06-30' } }, '/target/value'],
    ['a target date that is the baseline’s', { target: { value: 7, date: '2026-01-01' } }, '/target/date'],
    ['crossed limits', { direction: 'maintain', target: { lower: 5, upper: 4, date: '2027-06-30' } }, '/target/upper'],
    ['an unknown owner', { owner: 'nobody@example.org' }, '/owner'],
    ['an unknown driver', { driver: 'D-9999' }, '/driver'],
    ['a day that does not exist', { baseline: { value: 12, date: '2026-02-30' } }, '/baseline/date'],
    ['a weight of six', { weight: 6 }, '/weight'],
    ['a field nobody knows', { colour: 'red' }, '/colour'],
  ])('refuses %s at its field', async (_what, changes, pointer) => {
    const { status, body, type } = await cio.refused('POST', '/kpis', { ...whole(), ...changes });

    expect([status, type]).toEqual([400, 'application/problem+json']);
    expect(body.errors?.map((error) => error.pointer)).toContain(pointer);
  });

  it('makes a champion the owner of what they create, and lets them create for nobody else', async () => {
    const champion = await api.signIn(owner);
    const { owner: _owner, ...withoutOwner } = whole();

    expect((await champion.post<KpiRecord>('/kpis', withoutOwner)).body.owner?.id).toBe(owner);
    const somebody = await givenUser(api.owner, { roles: ['champion'], businessUnitId: unit });
    expect((await champion.refused('POST', '/kpis', whole({ owner: somebody }))).status).toBe(403);
  });

  it('lets a champion hand a KPI on to nobody, and not lay it down', async () => {
    const champion = await api.signIn(owner);
    const kpi = await created({ owner });
    const somebody = await givenUser(api.owner, { roles: ['champion'], businessUnitId: unit });

    for (const next of [somebody, null]) {
      expect((await champion.patch(`/kpis/${kpi.code}`, { owner: next }, { version: 1 })).status).toBe(403);
    }
    expect((await cio.patch(`/kpis/${kpi.code}`, { owner: somebody }, { version: 1 })).status).toBe(200);
  });

  it.each(['board_member', 'board_secretary', 'project_lead', 'steward', 'service_owner', 'auditor', 'admin'] as const)(
    'lets a %s read, and neither create, change nor measure',
    async (role) => {
      const kpi = await created();
      const somebody = await api.signInAs(role);

      expect((await somebody.get(`/kpis/${kpi.code}`)).status).toBe(200);
      expect((await somebody.post('/kpis', whole())).status).toBe(403);
      expect((await somebody.patch(`/kpis/${kpi.code}`, { note: 'x' }, { version: 1 })).status).toBe(403);
      const measured = await somebody.post(`/kpis/${kpi.code}/measurements`, {
        measurements: [{ value: 1, date: '2026-02-01' }],
      });
      expect(measured.status).toBe(403);
    },
  );

  it('shows an external person nothing, and asks everybody else to sign in', async () => {
    const kpi = await created();
    const external = await api.signInAs('external');

    for (const path of ['', '/overview', `/${kpi.code}`, `/${kpi.code}/revisions`, `/${kpi.code}/measurements`]) {
      expect((await external.get(`/kpis${path}`)).status).toBe(403);
      expect((await api.anonymous.get(`/kpis${path}`)).status).toBe(401);
    }
  });
});

describe('changing a KPI', () => {
  it('asks for the version it is based on, and tells the one that stands', async () => {
    const { code } = await created();

    expect((await cio.patch(`/kpis/${code}`, { note: 'a' })).status).toBe(428);
    expect((await cio.patch<KpiRecord>(`/kpis/${code}`, { note: 'a' }, { version: 1 })).body).toMatchObject({
      note: 'a',
      version: 2,
      revision: { number: 1 },
    });
    const late = await cio.patch<Problem>(`/kpis/${code}`, { note: 'b' }, { version: 1 });
    expect([late.status, late.body.currentVersion]).toEqual([412, 2]);
  });

  it('lets one of two changes at the same moment through', async () => {
    const { id } = await created();
    const answers = await whileHeld(api.owner, `SELECT 1 FROM kpi WHERE id = '${id}' FOR UPDATE`, () => [
      cio.patch(`/kpis/${id}`, { weight: 1 }, { version: 1 }),
      cio.patch(`/kpis/${id}`, { weight: 2 }, { version: 1 }),
    ]);

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    expect((await eventsOf(id)).map(({ action }) => action)).toEqual(['kpi.created', 'kpi.changed']);
  });

  it('changes nothing when nothing changes', async () => {
    const { id } = await created();

    expect((await cio.patch<KpiRecord>(`/kpis/${id}`, whole(), { version: 1 })).body.version).toBe(1);
    expect(await eventsOf(id)).toHaveLength(1);
  });

  it('leaves a champion only their own', async () => {
    const { code } = await created();
    const mine = await api.signIn(owner);
    const stranger = await api.signInAs('champion');

    expect((await stranger.patch(`/kpis/${code}`, { note: 'x' }, { version: 1 })).status).toBe(403);
    expect((await mine.patch(`/kpis/${code}`, { note: 'x' }, { version: 1 })).status).toBe(200);
  });

  it('answers 404 for a KPI that is not there', async () => {
    expect((await cio.patch('/kpis/K-99999', { note: 'x' }, { version: 1 })).status).toBe(404);
    expect((await cio.get('/kpis/K-99999')).status).toBe(404);
    expect((await cio.get('/kpis/%00')).status).toBeLessThan(500);
  });
});

describe('the list', () => {
  it('filters by what is stored and by what is computed, and counts all that match', async () => {
    const mark = 'Zebra';
    const on = await givenKpi(api.owner, {
      name: `${mark} on`,
      owner,
      businessUnit: unit,
      driver: strategy.drivers[0]?.id ?? null,
      measurements: [['2026-02-01', 11]],
    });
    const off = await givenKpi(api.owner, { name: `${mark} off`, measurements: [['2026-12-31', 12]] });
    const technical = await givenKpi(api.owner, { name: `${mark} uptime`, kind: 'technical' });

    expect(await listed(`q=${mark}&sort=name`)).toEqual([off.code, on.code, technical.code]);
    expect(await listed(`q=${mark}&sort=-code`)).toEqual([technical.code, off.code, on.code]);
    expect(await listed(`q=${mark}&status=on_track`)).toEqual([on.code]);
    expect(await listed(`q=${mark}&complete=true`)).toEqual([on.code]);
    expect(await listed(`q=${mark}&complete=false&sort=name`)).toEqual([off.code, technical.code]);
    expect(await listed(`q=${mark}&kind=technical`)).toEqual([technical.code]);
    expect(await listed(`q=${mark}&owner=${owner}`)).toEqual([on.code]);
    expect(await listed(`q=${mark}&unit=${unit}&driver=${strategy.drivers[0]?.code}`)).toEqual([on.code]);
    expect(await listed(`q=${mark}&mine=true`, await api.signIn(owner))).toEqual([on.code]);
    expect(await listed(`q=${mark}&sort=status`)).toEqual([off.code, on.code, technical.code]);
    expect((await listed(`q=${mark}&sort=driver`))[0]).toBe(on.code);
    const page = await cio.get<Page<Kpi>>(`/kpis?q=${mark}&complete=false&sort=name&pageSize=1&page=2`);
    expect(page.body).toMatchObject({ total: 2, page: 2, items: [{ code: technical.code }] });
    expect(page.body.items[0]).not.toHaveProperty('charters');
  });

  it.each(['colour=red', 'sort=colour', 'status=fine', 'complete=maybe', 'unit=nowhere', 'pageSize=201'])(
    'refuses ?%s',
    async (query) => {
      expect((await cio.get(`/kpis?${query}`)).status).toBe(400);
    },
  );

  it('takes a wildcard for what it is', async () => {
    expect(await listed('q=%25%25')).toEqual([]);
  });
});

describe('the overview', () => {
  it('counts by status and names the worst first', async () => {
    const worst = await givenKpi(api.owner, { name: 'Worst of all', weight: 5, measurements: [['2026-12-31', 40]] });
    const { body } = await cio.get<KpiOverview>('/kpis/overview');

    expect(body.statuses.off_track).toBeGreaterThan(0);
    expect(body.total).toBe((await cio.get<Page<Kpi>>('/kpis')).body.total);
    expect(body.needSomeone).toBeGreaterThanOrEqual(body.attention.length);
    expect(body.attention).toHaveLength(Math.min(3, body.needSomeone));
    expect(body.attention.every(({ status, stale }) => status !== 'on_track' || stale)).toBe(true);
    expect(worst.code).toBeTruthy();
  });
});
