import type { Page, Party, Service, System } from '@sightline/contracts';
import { givenUser } from '../../test/given';
import { type RunningApi, startApi } from '../../test/start-api';

describe('the landscape', () => {
  let api: RunningApi;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.stop());

  it('keeps parties, and knows that vendors are external', async () => {
    const cio = await api.signInAs('cio');
    const created = await cio.post<Party>('/parties', {
      name: 'Nordhafen Logistik',
      kind: 'vendor',
      costCentre: 'CC-7',
    });
    expect(created).toMatchObject({ status: 201, body: { external: true, kind: 'vendor', costCentre: 'CC-7' } });
    expect(created.headers.get('location')).toBe(`/api/v1/parties/${created.body.id}`);

    const changed = await cio.patch<Party>(`/parties/${created.body.code}`, { kind: 'team' }, { version: 1 });
    expect(changed.body).toMatchObject({ external: false, version: 2, costCentre: 'CC-7' });

    const listed = await cio.get<Page<Party>>('/parties?external=false&q=nordhafen');
    expect(listed.body).toMatchObject({ total: 1, items: [{ code: created.body.code }] });
  });

  it('writes down who changed what', async () => {
    const cio = await api.signInAs('cio');
    const { body } = await cio.post<System>('/systems', { name: 'Warehouse ledger', vendor: 'Ours' });
    await cio.patch(`/systems/${body.id}`, { vendor: '' }, { version: 1 });
    const [event] = await api.db.query<{ body: string }[]>(
      `SELECT body FROM audit_event WHERE record_id = $1 AND action = 'system.changed'`,
      [body.id],
    );
    expect(JSON.parse(event?.body ?? '{}')).toMatchObject({ before: { vendor: 'Ours' }, after: { vendor: null } });
  });

  it('changes nothing and writes nothing down when nothing differs', async () => {
    const cio = await api.signInAs('cio');
    const { body } = await cio.post<Service>('/services', { name: 'Booking', criticality: 4 });
    const same = await cio.patch<Service>(`/services/${body.id}`, { name: 'Booking', criticality: 4 }, { version: 1 });
    expect(same).toMatchObject({ status: 200, body: { version: 1 } });
    expect(await api.db.query('SELECT action FROM audit_event WHERE record_id = $1', [body.id])).toHaveLength(1);
  });

  it('lets a service owner keep their own services, and neither take nor hand on others', async () => {
    const owner = await api.signInAs('service-owner');
    const cio = await api.signInAs('cio');
    const other = await givenUser(api.owner, { roles: ['service_owner'], email: 'other.owner@example.org' });
    const mine = await owner.post<Service>('/services', { name: 'Pricing', criticality: 3 });
    expect(mine.status).toBe(201);
    const theirs = await cio.post<Service>('/services', {
      name: 'Tracking',
      criticality: 3,
      owner: 'other.owner@example.org',
    });

    expect((await owner.patch(`/services/${mine.body.id}`, { criticality: 2 }, { version: 1 })).status).toBe(200);
    expect((await owner.patch(`/services/${theirs.body.id}`, { criticality: 1 }, { version: 1 })).status).toBe(403);
    expect((await owner.patch(`/services/${mine.body.id}`, { owner: other }, { version: 2 })).status).toBe(403);
    expect((await owner.patch(`/services/${mine.body.id}`, { owner: null }, { version: 2 })).status).toBe(403);
    expect((await owner.post('/services', { name: 'Billing', criticality: 1, owner: other })).status).toBe(403);
    expect((await cio.get<Service>(`/services/${mine.body.id}`)).body).toMatchObject({ criticality: 2, version: 2 });
  });

  it.each([
    ['/parties', { name: 'X', kind: 'planet' }, '/kind'],
    ['/parties', { name: '', kind: 'team' }, '/name'],
    ['/parties', { name: 'X', kind: 'team', external: true }, '/external'],
    ['/systems', { name: 'X', owner: 'nobody@example.org' }, '/owner'],
    ['/systems', { name: 'X', lifecycle: null }, '/lifecycle'],
    ['/services', { name: 'X', criticality: 5 }, '/criticality'],
    ['/services', { name: 'X' }, '/criticality'],
    ['/services', { name: 'x'.repeat(201), criticality: 1 }, '/name'],
  ])('names the field of %s that is wrong: %j', async (path, body, pointer) => {
    const cio = await api.signInAs('cio');
    const refused = await cio.refused('POST', path, body);
    expect(refused).toMatchObject({ status: 400, type: 'application/problem+json', body: { code: 'invalid-request' } });
    expect(refused.body.errors?.map((error) => error.pointer)).toContain(pointer);
  });

  it('refuses a name twice, a stale change and one without a version', async () => {
    const cio = await api.signInAs('cio');
    const { body } = await cio.post<System>('/systems', { name: 'Customs desk' });
    expect(await cio.refused('POST', '/systems', { name: 'CUSTOMS desk' })).toMatchObject({
      status: 409,
      body: { rule: 'name-taken' },
    });
    expect(await cio.refused('PATCH', `/systems/${body.id}`, { name: 'Y' })).toMatchObject({ status: 428 });
    expect(await cio.refused('PATCH', `/systems/${body.id}`, { name: 'Y' }, { version: 9 })).toMatchObject({
      status: 412,
      body: { currentVersion: 1 },
    });
  });

  it.each(['lead', 'steward', 'auditor', 'external', 'admin', 'board-it'] as const)(
    'is not written by a %s',
    async (persona) => {
      const person = await api.signInAs(persona);
      for (const [path, body] of [
        ['/parties', { name: 'P', kind: 'team' }],
        ['/systems', { name: 'S' }],
        ['/services', { name: 'V', criticality: 1 }],
      ] as const) {
        expect((await person.post(path, body)).status).toBe(403);
      }
    },
  );
});
