import type { Charter, Problem } from '@sightline/contracts';
import {
  approvable,
  type CharterWorld,
  givenCharter,
  givenCharterWorld,
  untilWaiting,
} from '../../test/given-charters';
import type { Client } from '../../test/client';
import { type RunningApi, startApi } from '../../test/start-api';

describe('charters', () => {
  let api: RunningApi;
  let world: CharterWorld;
  let lead: Client;

  beforeAll(async () => {
    api = await startApi();
    world = await givenCharterWorld(api);
    lead = await api.signIn(world.lead);
  }, 60_000);
  afterAll(() => api.stop());

  it('begins with a title alone, led by whoever writes it', async () => {
    const { status, body, etag, headers } = await lead.post<Charter>('/charters', { title: '  Just an idea ' });
    expect(status).toBe(201);
    expect(body).toMatchObject({ title: 'Just an idea', status: 'draft', approved: false, version: 1, principles: [] });
    expect(body.code).toMatch(/^CH-\d{4,}$/);
    expect(body.lead?.id).toBe(world.lead);
    expect(etag).toBe('"1"');
    expect(headers.get('location')).toBe(`/api/v1/charters/${body.id}`);
  });

  it('is told to the trail by the name it got, and leaves nothing when a reference leads nowhere', async () => {
    const events = () =>
      api.owner.query<object[]>(`SELECT e.record_id AS id, e.record_code AS code, o.payload ->> 'code' AS told
        FROM audit_event e JOIN outbox_event o ON o.id = e.id WHERE e.action = 'charter.created' ORDER BY e.id`);
    const before = await events();
    const { body } = await lead.post<Charter>('/charters', { title: 'A name of its own' });
    const after = await events();
    expect(after.slice(before.length)).toEqual([{ id: body.id, code: body.code, told: body.code }]);
    const nowhere = { title: 'x', principles: [{ principle: 'P-9998' }], kpis: [{ kpi: 'K-9998' }, { kpi: 'K-9999' }] };
    const refused = await lead.post<Problem>('/charters', nowhere);
    const pointers = refused.body.errors?.map(({ pointer }) => pointer);
    expect([refused.status, pointers]).toEqual([400, ['/principles/0/principle', '/kpis/0/kpi', '/kpis/1/kpi']]);
    expect(await events()).toEqual(after);
  });

  it('is read whole, by id and by code', async () => {
    const created = await givenCharter(lead, world);
    const { body } = await lead.get<Charter>(`/charters/${created.code}`);
    expect(body).toEqual(created);
    expect(body.budget).toEqual({ amount: '250000.00', currency: 'EUR' });
    expect(body.principles).toMatchObject([{ inForce: true, how: 'It names the outcome first.' }]);
    expect(body.kpis).toMatchObject([{ from: 12, to: 9, by: '2027-06-30', revision: 1, currentRevision: 1 }]);
    expect(body.domains).toMatchObject([
      { readiness: 100, entities: [{ entity: { name: 'Customer' }, essential: true }] },
    ]);
    expect(body.resilience.retirement).toEqual([{ kind: 'date', date: '2031-12-31' }]);
    expect(body.parties).toMatchObject([{ external: false, role: 'execute' }]);
  });

  it.each([
    ['/title', { title: '' }],
    ['/title', {}],
    ['/colour', { title: 'x', colour: 'red' }],
    ['/status', { title: 'x', status: 'approved' }],
    ['/endDate', { title: 'x', endDate: '2026-02-30' }],
    ['/endDate', { title: 'x', startDate: '2026-12-01', endDate: '2026-11-01' }],
    ['/budget', { title: 'x', budget: { amount: '-1', currency: 'EUR' } }],
    ['/businessUnit', { title: 'x', businessUnit: 'nowhere' }],
    ['/lead', { title: 'x', lead: 'nobody@example.org' }],
    ['/outcomeStatement', { title: 'x', outcomeStatement: 'x'.repeat(2001) }],
    ['/principles/0/principle', { title: 'x', principles: [{ principle: 'P-9999' }] }],
    ['/kpis/0/by', { title: 'x', kpis: [{ kpi: 'K-001', by: 'soon' }] }],
    ['/kpis/0/colour', { title: 'x', kpis: [{ kpi: 'K-001', colour: 1 }] }],
    ['/services', { title: 'x', services: 'all' }],
    ['/resilience/retirement', { title: 'x', resilience: { retirement: [{ kind: 'date', date: 'never' }] } }],
  ])('refuses a wrong shape at %s', async (pointer, body) => {
    const { status, body: problem } = await lead.refused('POST', '/charters', body);
    expect({ status, pointers: problem.errors?.map((error) => error.pointer) }).toEqual({
      status: 400,
      pointers: expect.arrayContaining([pointer]) as string[],
    });
  });

  it('changes under the version that was read, and says which version stands', async () => {
    const { id, version } = await givenCharter(lead, world);
    expect((await lead.refused('PATCH', `/charters/${id}`, { title: 'New' })).status).toBe(428);
    const changed = await lead.patch<Charter>(`/charters/${id}`, { title: 'New' }, { version });
    expect(changed).toMatchObject({ status: 200, etag: '"2"', body: { title: 'New', version: 2, revision: 1 } });
    const stale = await lead.refused('PATCH', `/charters/${id}`, { title: 'Newer' }, { version });
    expect(stale).toMatchObject({ status: 412, body: { code: 'stale', currentVersion: 2 } });
  });

  it('records what changed and nothing else, in the same transaction', async () => {
    const { id, version } = await givenCharter(lead, world);
    await lead.patch(`/charters/${id}`, { title: 'New', narrative: 'One identity for all customers.' }, { version });
    const events = await api.owner.query<{ action: string; body: string }[]>(
      'SELECT action, body FROM audit_event WHERE record_id = $1 ORDER BY at, id',
      [id],
    );
    expect(events.map(({ action }) => action)).toEqual(['charter.created', 'charter.edited']);
    expect(JSON.parse(events[1]?.body ?? '')).toMatchObject({
      before: { title: 'Customer onboarding on one identity', revision: 1 },
      after: { title: 'New', revision: 1 },
    });
    expect(events[1]?.body).not.toContain('narrative');
  });

  it('leaves the version alone when nothing changes', async () => {
    const { id, version, narrative } = await givenCharter(lead, world);
    const { body } = await lead.patch<Charter>(
      `/charters/${id}`,
      { narrative, budget: { amount: '250000.0', currency: 'EUR' } },
      { version },
    );
    expect(body.version).toBe(version);
  });

  it('lets a lead edit their own charters only, and keep them', async () => {
    const { id, version } = await givenCharter(lead, world);
    const other = await api.signInAs('project_lead');
    expect((await other.refused('PATCH', `/charters/${id}`, { title: 'Mine' }, { version })).status).toBe(403);
    expect((await lead.refused('PATCH', `/charters/${id}`, { lead: world.sponsor }, { version })).status).toBe(403);
    expect(
      (await (await api.signInAs('auditor')).refused('PATCH', `/charters/${id}`, { title: 'x' }, { version })).status,
    ).toBe(403);
    const cio = await api.signInAs('cio');
    expect(await cio.patch<Charter>(`/charters/${id}`, { lead: world.sponsor }, { version })).toMatchObject({
      status: 200,
      body: { lead: { id: world.sponsor } },
    });
  });

  it.each(['revisions', 'requirements', 'milestones', 'change-requests'])('lists its %s in pages', async (list) => {
    const charter = await givenCharter(lead, world);
    const path = `/charters/${charter.code}/${list}`;
    expect((await lead.get(`${path}?page=2&pageSize=7`)).body).toEqual({ items: [], total: 0, page: 2, pageSize: 7 });
    expect((await lead.refused('GET', `${path}?colour=red`)).status).toBe(400);
  });

  it('shows an external person only the charters that list their party', async () => {
    const { id, code } = await givenCharter(lead, world, { parties: [{ party: world.vendor, role: 'advise' }] });
    const hidden = await givenCharter(lead, world);
    const [user] = await api.owner.query<{ id: string }[]>(
      `INSERT INTO app_user (email, name, kind, status, roles, party_id)
       VALUES ('vendor@example.org', 'Vendor', 'external', 'active', '{external}', $1) RETURNING id`,
      [world.vendor],
    );
    const external = await api.signIn(user?.id ?? '');
    expect((await external.get(`/charters/${code}`)).status).toBe(200);
    for (const path of ['', '/gate', '/revisions', '/requirements', '/milestones', '/change-requests']) {
      expect((await external.get(`/charters/${hidden.id}${path}`)).status).toBe(404);
    }
    const { body } = await external.get<{ items: Charter[]; total: number }>('/charters');
    expect(body.items.map((charter) => charter.id)).toEqual([id]);
    for (const filter of [`kpi=${world.kpi.code}x`, 'lead=nobody@example.org', 'lead=vendor@example.org']) {
      expect((await external.get<{ total: number }>(`/charters?${filter}`)).body.total).toBe(0);
    }
    expect((await external.refused('POST', '/charters', { title: 'x' })).status).toBe(403);
  });

  it('lets exactly one of two changes of the same version through', async () => {
    const { id, version } = await givenCharter(lead, world);
    const held = api.owner.createQueryRunner();
    await held.startTransaction();
    await held.query('SELECT 1 FROM charter WHERE id = $1 FOR UPDATE', [id]);
    const both = [1, 2].map((n) => lead.patch(`/charters/${id}`, { title: `Title ${n}` }, { version }));
    await untilWaiting(api, 2);
    await held.commitTransaction();
    await held.release();
    expect((await Promise.all(both)).map(({ status }) => status).sort()).toEqual([200, 412]);
  });

  it('answers 404 for what is no record', async () => {
    for (const path of ['CH-999999', 'nonsense', '00000000-0000-7000-8000-000000000000']) {
      expect((await lead.get(`/charters/${path}`)).status).toBe(404);
    }
  });

  it('gives a repeat with the same key the first answer', async () => {
    const body = approvable(world, { title: 'Once' });
    const first = await lead.post<Charter>('/charters', body, { key: 'once' });
    const again = await lead.post<Charter>('/charters', body, { key: 'once' });
    expect(again.body.id).toBe(first.body.id);
  });
});
