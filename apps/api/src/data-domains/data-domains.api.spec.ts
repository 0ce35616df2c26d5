import type {
  DataDomain,
  DataEntity,
  DataFlow,
  DataIssue,
  Page,
  QualityMeasurement,
  QualityStandard,
  System,
} from '@sightline/contracts';
import type { Client } from '../../test/client';
import { givenPersona, givenUser } from '../../test/given';
import { type RunningApi, startApi } from '../../test/start-api';

describe('data domains', () => {
  let api: RunningApi;
  let cio: Client;
  let steward: Client;
  let serial = 0;
  beforeAll(async () => {
    api = await startApi();
    cio = await api.signInAs('cio');
    steward = await api.signIn(await givenPersona(api.owner, 'steward'));
  });
  afterAll(() => api.stop());

  const aDomain = async (more: object = {}): Promise<DataDomain> =>
    (
      await cio.post<DataDomain>('/data-domains', {
        name: `Orders ${(serial += 1)}`,
        tier: 'critical',
        steward: 'steward@example.org',
        ...more,
      })
    ).body;
  const aSystem = async (): Promise<System> =>
    (await cio.post<System>('/systems', { name: `System ${(serial += 1)}` })).body;
  const read = async (id: string): Promise<DataDomain> => (await cio.get<DataDomain>(`/data-domains/${id}`)).body;

  it('is made ready for governing, hole by hole', async () => {
    const owner = await givenUser(api.owner, { roles: ['champion'] });
    const domain = await aDomain({ owner });
    const [from, to] = [await aSystem(), await aSystem()];
    expect(domain.readiness).toMatchObject({ score: 100, outOf: 40 });

    const entity = await steward.post<DataEntity>(`/data-domains/${domain.code}/entities`, { name: 'Order' });
    expect(entity).toMatchObject({ status: 201, body: { ready: false, authoritativeSource: null } });
    expect((await read(domain.id)).readiness).toMatchObject({ score: 44, outOf: 90 });

    const path = `/data-domains/${domain.id}`;
    await steward.patch(`${path}/entities/${entity.body.id}`, { authoritativeSource: from.code }, { version: 1 });
    await steward.post(`${path}/flows`, { from: from.code, to: to.name, entities: ['order'], pattern: 'event' });
    const standard = await steward.post<QualityStandard>(`${path}/standards`, {
      entity: 'Order',
      dimension: 'timeliness',
      rule: 'Arrives within the hour',
      comparison: 'at_most',
      threshold: 60,
      unit: 'min',
    });
    expect(standard.body).toMatchObject({ entity: { id: entity.body.id, name: 'Order' }, threshold: 60, unit: 'min' });
    expect((await read(domain.id)).readiness).toMatchObject({ score: 90, outOf: 100 });
    for (const list of ['entities', 'standards', 'flows', 'issues']) {
      const page = await steward.get(`${path}/${list}?pageSize=5`);
      expect(page.body).toMatchObject({ total: list === 'issues' ? 0 : 1, page: 1, pageSize: 5 });
      expect((await steward.get(`${path}/${list}?colour=red`)).status).toBe(400);
    }

    const measured = await steward.post<QualityStandard>(`${path}/quality-measurements`, {
      standard: standard.body.id,
      value: 61,
      date: '2026-01-31',
    });
    expect(measured.body.latest).toEqual({ value: 61, date: '2026-01-31', met: false });
    await steward.post(`${path}/quality-measurements`, { standard: standard.body.id, value: 60, date: '2026-02-28' });
    const past = await steward.get<Page<QualityMeasurement>>(
      `${path}/quality-measurements?standard=${standard.body.id}&sort=date`,
    );
    expect(past.body.total).toBe(2);
    expect(past.body.items).toMatchObject([
      { value: 61, date: '2026-01-31', met: false },
      { value: 60, date: '2026-02-28', met: true },
    ]);
    expect((await steward.get(`${path}/quality-measurements?rule=x`)).status).toBe(400);
    const ready = await read(domain.id);
    expect(ready.readiness).toMatchObject({ score: 100, outOf: 100 });
    expect(ready.entities).toMatchObject([{ ready: true, flowCount: 1, standards: [{ latest: { met: true } }] }]);
    expect((await cio.get(`${path}/readiness`)).body).toEqual(ready.readiness);
  });

  it('is written by its owner and steward and the CIO office, and by no other steward', async () => {
    const domain = await aDomain();
    const other = await api.signIn(await givenUser(api.owner, { roles: ['steward'] }));
    const path = `/data-domains/${domain.id}`;
    expect((await other.post(`${path}/entities`, { name: 'Customer' })).status).toBe(403);
    expect((await steward.post(`${path}/entities`, { name: 'Customer' })).status).toBe(201);
    expect((await steward.patch(path, { steward: null }, { version: 1 })).status).toBe(403);
    expect((await cio.patch(path, { wave: 2 }, { version: 1 })).body).toMatchObject({ wave: 2, version: 2 });
    expect((await read(domain.id)).entities).toHaveLength(1);
  });

  it('takes an issue from open to accepted only with a reason and a date ahead', async () => {
    const domain = await aDomain();
    const path = `/data-domains/${domain.id}`;
    await steward.post(`${path}/entities`, { name: 'Parcel' });
    const issue = await steward.post<DataIssue>(`${path}/issues`, {
      entity: 'Parcel',
      dimension: 'accuracy',
      effect: 'Weights are guessed',
      dueOn: '2027-01-31',
    });
    const at = `${path}/issues/${issue.body.id}`;
    expect(await steward.refused('PATCH', at, { status: 'verified' }, { version: 1 })).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/status', code: 'issue-path' }] },
    });
    expect(
      (await steward.refused('PATCH', at, { status: 'accepted' }, { version: 1 })).body.errors?.map((e) => e.pointer),
    ).toEqual(['/reason', '/expiresOn']);
    const accepted = await steward.patch<DataIssue>(
      at,
      { status: 'accepted', reason: 'Scales arrive in spring', expiresOn: '2190-06-30' },
      { version: 1 },
    );
    expect(accepted.body).toMatchObject({ status: 'accepted', version: 2 });
    expect((await read(domain.id)).openIssues).toBe(0);
  });

  it('takes parts out without losing what they were', async () => {
    const domain = await aDomain();
    const path = `/data-domains/${domain.id}`;
    const entity = await steward.post<DataEntity>(`${path}/entities`, { name: 'Route' });
    const [from, to] = [await aSystem(), await aSystem()];
    const flow = await steward.post<DataFlow>(`${path}/flows`, {
      from: from.id,
      to: to.id,
      entities: ['Route'],
      pattern: 'api',
    });
    expect((await steward.delete(`${path}/flows/${flow.body.id}`, { version: 1 })).status).toBe(204);
    expect((await steward.delete(`${path}/entities/${entity.body.id}`, { version: 9 })).status).toBe(412);
    expect((await steward.delete(`${path}/entities/${entity.body.id}`, { version: 1 })).status).toBe(204);
    expect(await read(domain.id)).toMatchObject({ entities: [], flows: [] });
    expect(await api.db.query('SELECT name FROM data_entity WHERE id = $1', [entity.body.id])).toEqual([
      { name: 'Route' },
    ]);
  });

  it('keeps quality measurements for good, also from its own database role', async () => {
    await expect(api.db.query('UPDATE quality_measurement SET value = 0')).rejects.toThrow('permission denied');
    await expect(api.db.query('DELETE FROM quality_measurement')).rejects.toThrow('permission denied');
  });

  it.each([
    ['flows', { from: 'SY-99999', to: 'SY-99998', entities: ['Nobody'], pattern: 'api' }, '/entities/0'],
    ['flows', { from: 'SY-01', to: 'SY-02', entities: [], pattern: 'api' }, '/entities'],
    ['standards', { entity: 'Nobody', dimension: 'accuracy', rule: 'r', threshold: 1, unit: '%' }, '/entity'],
    ['standards', { entity: 'Nobody', dimension: 'beauty', rule: 'r', threshold: 1, unit: '%' }, '/dimension'],
    ['quality-measurements', { standard: 'x', value: 1, date: '2026-01-01' }, '/standard'],
    [
      'quality-measurements',
      { standard: '01890000-0000-7000-8000-000000000000', value: 1, date: '2026-01-01' },
      '/standard',
    ],
    ['entities', { name: 'E', classification: 'secret' }, '/classification'],
    ['entities', { name: 'E', authoritativeSource: 'SY-99999' }, '/authoritativeSource'],
  ])('names the field of %s that is wrong: %j', async (part, body, pointer) => {
    const domain = await aDomain();
    const refused = await steward.refused('POST', `/data-domains/${domain.id}/${part}`, body);
    expect(refused.status).toBe(400);
    expect(refused.body.errors?.map((error) => error.pointer)).toContain(pointer);
  });

  it('lists by tier, steward and words, and refuses filters it does not know', async () => {
    const { code } = await aDomain({ name: 'Hazardous goods', tier: 'important' });
    const listed = await cio.get<Page<DataDomain>>(
      '/data-domains?tier=important&q=hazard&steward=steward@example.org&sort=name',
    );
    expect(listed.body).toMatchObject({ total: 1, items: [{ code }] });
    expect((await steward.get<Page<DataDomain>>('/data-domains?mine=true&pageSize=1')).body.total).toBeGreaterThan(1);
    expect((await cio.get('/data-domains?colour=red')).status).toBe(400);
    expect((await cio.get('/data-domains?sort=beauty')).status).toBe(400);
    expect((await cio.get('/data-domains/DD-9999')).status).toBe(404);
  });
});
