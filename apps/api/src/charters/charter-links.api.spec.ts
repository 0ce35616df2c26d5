import type { Charter, CharterSummary, Page, Problem } from '@sightline/contracts';
import { type CharterWorld, givenCharter, givenCharterWorld, untilWaiting } from '../../test/given-charters';
import type { Answer, Client } from '../../test/client';
import { type RunningApi, startApi } from '../../test/start-api';

describe('what a charter cites', () => {
  let api: RunningApi;
  let world: CharterWorld;
  let lead: Client;

  beforeAll(async () => {
    api = await startApi();
    world = await givenCharterWorld(api);
    lead = await api.signIn(world.lead);
  }, 60_000);
  afterAll(() => api.stop());

  const put = <T = Charter>(charter: Charter, link: string, body: unknown): Promise<Answer<T>> =>
    lead.put<T>(`/charters/${charter.id}/${link}`, body, { version: charter.version });

  it.each([
    ['principles', { principles: [] }, { principles: [] }],
    ['kpis', { kpis: [] }, { kpis: [] }],
    ['domains', { none: { reason: 'Only device data.' } }, { domains: [], noGovernedData: 'Only device data.' }],
    ['services', { services: [] }, { services: [] }],
    ['systems', { systems: [] }, { systems: [] }],
    ['parties', { parties: [] }, { parties: [] }],
    [
      'resilience',
      { rollback: 'Back to paper.' },
      { resilience: { rollback: 'Back to paper.', exit: null, retirement: [] } },
    ],
  ])('sets %s as a whole and answers the charter with its new ETag', async (link, body, expected) => {
    const charter = await givenCharter(lead, world);
    expect(await put(charter, link, body)).toMatchObject({
      status: 200,
      etag: '"2"',
      body: { version: 2, ...expected },
    });
    expect((await lead.refused('PUT', `/charters/${charter.id}/${link}`, body)).status).toBe(428);
    expect((await put(charter, link, body)).status).toBe(412);
    const stranger = await api.signInAs('project_lead');
    expect((await stranger.refused('PUT', `/charters/${charter.id}/${link}`, body, { version: 2 })).status).toBe(403);
  });

  it.each([
    ['principles', { principles: [{ principle: 'P-9999' }] }, '/principles/0/principle'],
    ['principles', {}, '/principles'],
    ['kpis', { kpis: [{ kpi: 'K-9999' }] }, '/kpis/0/kpi'],
    ['kpis', { kpis: [{ kpi: 'K-001', from: 'much' }] }, '/kpis/0/from'],
    ['kpis', { kpis: [{ kpi: 'K-001', confidence: 'sure' }] }, '/kpis/0/confidence'],
    ['domains', {}, '/domains'],
    ['domains', { domains: [], none: { reason: 'none' } }, '/none'],
    ['domains', { domains: [{ domain: 'DD-9999' }] }, '/domains/0/domain'],
    ['domains', { none: {} }, '/none/reason'],
    ['services', { services: ['SV-9999'] }, '/services/0'],
    ['systems', { systems: [1] }, '/systems'],
    ['parties', { parties: [{ party: 'PA-9999', role: 'advise' }] }, '/parties/0/party'],
    ['parties', { parties: [{ party: 'PA-01', role: 'decide' }] }, '/parties/0/role'],
    ['predecessors', { predecessors: ['CH-9999'] }, '/predecessors/0'],
    ['resilience', { retirement: [{ kind: 'measure', measure: 'K-001' }] }, '/retirement'],
    ['resilience', { rollback: 'x'.repeat(10_001) }, '/rollback'],
  ])('refuses a wrong %s', async (link, body, pointer) => {
    const { status, body: problem } = await put<Problem>(await givenCharter(lead, world), link, body);
    expect({ status, pointers: problem.errors?.map((error) => error.pointer) }).toEqual({
      status: 400,
      pointers: expect.arrayContaining([pointer]) as string[],
    });
  });

  it('refuses a record that is named twice, and an entity of another domain', async () => {
    const charter = await givenCharter(lead, world);
    const twice = await put<Problem>(charter, 'services', { services: [world.service, world.service] });
    expect(twice.body.errors).toMatchObject([{ pointer: '/services/1', code: 'named-twice' }]);
    const [other] = await api.owner.query<{ id: string }[]>(
      `INSERT INTO data_domain (name, tier) VALUES ('Elsewhere', 'standard') RETURNING id`,
    );
    const foreign = await put<Problem>(charter, 'domains', {
      domains: [{ domain: other?.id, entities: [{ entity: world.entity, essential: true }] }],
    });
    expect(foreign.body.errors).toMatchObject([{ pointer: '/domains/0/entities/0/entity', code: 'unknown-reference' }]);
  });

  it('pins the revision of a KPI that stands when it is cited', async () => {
    const charter = await givenCharter(lead, world);
    await api.owner.query(
      `WITH r AS (INSERT INTO kpi_revision (kpi_id, number, definition, unit, direction, kind, baseline_value, baseline_date,
                                            target_value, target_date)
         SELECT kpi_id, number + 1, definition, unit, direction, kind, baseline_value, baseline_date, 6, target_date
           FROM kpi_revision WHERE id = $2 RETURNING id)
       UPDATE kpi SET current_revision_id = (SELECT id FROM r) WHERE id = $1`,
      [world.kpi.id, world.kpi.revisionId],
    );
    const read = await lead.get<Charter>(`/charters/${charter.id}`);
    expect(read.body.kpis).toMatchObject([{ revision: 1, currentRevision: 2 }]);
    const again = await put(charter, 'kpis', { kpis: [{ kpi: world.kpi.code, from: 12, to: 9, by: '2027-06-30' }] });
    expect(again.body.kpis).toMatchObject([{ revision: 2, currentRevision: 2, confidence: 'medium' }]);
  });

  it('refuses predecessors that lead back to the charter', async () => {
    const [first, second, third] = [
      await givenCharter(lead, world),
      await givenCharter(lead, world),
      await givenCharter(lead, world),
    ];
    await put(second, 'predecessors', { predecessors: [first.code] });
    const { body } = await put(third, 'predecessors', { predecessors: [second.code] });
    expect(body.predecessors).toMatchObject([{ code: second.code, status: 'draft' }]);
    expect(await put<Problem>(first, 'predecessors', { predecessors: [third.code] })).toMatchObject({
      status: 409,
      body: { rule: 'predecessor-cycle' },
    });
    expect((await put<Problem>(first, 'predecessors', { predecessors: [first.code] })).status).toBe(409);
    expect((await lead.get<Charter>(`/charters/${second.id}`)).body.successors).toMatchObject([{ code: third.code }]);
  });

  it('lets no cycle through when two charters name each other at the same moment', async () => {
    const [one, other] = [await givenCharter(lead, world), await givenCharter(lead, world)];
    const held = api.owner.createQueryRunner();
    await held.startTransaction();
    await held.query('SELECT 1 FROM charter WHERE id = ANY ($1) FOR UPDATE', [[one.id, other.id]]);
    const both = [
      put(one, 'predecessors', { predecessors: [other.code] }),
      put(other, 'predecessors', { predecessors: [one.code] }),
    ];
    await untilWaiting(api, 2);
    await held.commitTransaction();
    await held.release();
    expect((await Promise.all(both)).map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});

describe('the list of charters', () => {
  let api: RunningApi;
  let world: CharterWorld;
  let lead: Client;
  let whole: Charter;

  const titles = async (query: string): Promise<string[]> => {
    const { status, body } = await lead.get<Page<CharterSummary>>(`/charters?${query}`);
    expect(status).toBe(200);
    return body.items.map(({ title }) => title);
  };

  beforeAll(async () => {
    api = await startApi();
    world = await givenCharterWorld(api);
    lead = await api.signIn(world.lead);
    whole = await givenCharter(lead, world, { title: 'Alpha orders' });
    const cio = await api.signInAs('cio');
    await cio.post('/charters', {
      title: 'Beta 100% orders',
      budget: { amount: '5', currency: 'EUR' },
      endDate: '2026-12-31',
    });
    await cio.post('/charters', { title: 'Gamma' });
  }, 60_000);
  afterAll(() => api.stop());

  it('names what is linked and counts all pages', async () => {
    const { body } = await lead.get<Page<CharterSummary>>('/charters?pageSize=1&sort=title');
    expect(body).toMatchObject({ total: 3, page: 1, pageSize: 1, items: [{ title: 'Alpha orders', approved: false }] });
    expect(body.items[0]?.principles).toMatchObject([{ name: 'Name the outcome' }]);
    expect(body.items[0]?.kpis).toMatchObject([{ code: world.kpi.code, name: 'Customer onboarding time' }]);
    expect((await lead.get<Page<CharterSummary>>('/charters?pageSize=1&sort=title&page=3')).body.items).toMatchObject([
      { title: 'Gamma' },
    ]);
  });

  it('filters by everything a charter cites, by reference', async () => {
    for (const [filter, value] of Object.entries({
      principle: world.strategy.principles[0]?.code,
      kpi: world.kpi.code,
      domain: world.domain,
      service: world.service,
      system: world.system,
      party: world.party,
      capability: world.strategy.capabilities[0]?.code,
      unit: world.businessUnit,
      sponsor: world.sponsor,
      lead: world.lead,
      mine: 'true',
      q: whole.code.toLowerCase(),
    })) {
      expect([filter, await titles(`${filter}=${value}`)]).toEqual([filter, ['Alpha orders']]);
    }
  });

  it('filters by words, states, origin and approval', async () => {
    expect(await titles('q=orders&sort=title')).toEqual(['Alpha orders', 'Beta 100% orders']);
    expect(await titles('q=0%25')).toEqual(['Beta 100% orders']);
    expect(await titles('q=orders&status=submitted')).toEqual([]);
    expect(await titles('status=draft,submitted&sort=-title')).toEqual(['Gamma', 'Beta 100% orders', 'Alpha orders']);
    expect(await titles('status=draft&status=submitted&q=gamma')).toEqual(['Gamma']);
    expect(await titles('origin=running')).toEqual([]);
    expect(await titles('approved=true')).toEqual([]);
    expect((await titles('approved=false')).length).toBe(3);
  });

  it('sorts by every key in both directions, what is unknown below everything', async () => {
    for (const key of ['title', 'code', 'status', 'updatedAt', 'createdAt']) {
      const up = await titles(`sort=${key}`);
      expect([key, await titles(`sort=-${key}`)]).toEqual([key, [...up].reverse()]);
    }
    expect(await titles('sort=budget')).toEqual(['Gamma', 'Beta 100% orders', 'Alpha orders']);
    expect(await titles('sort=-endDate')).toEqual(['Alpha orders', 'Beta 100% orders', 'Gamma']);
    expect((await titles('sort=-unit'))[0]).toBe('Alpha orders');
    expect(await titles('q=orders&sort=-unit')).toEqual(['Alpha orders', 'Beta 100% orders']);
  });

  it.each([
    'colour=red',
    'sort=colour',
    'sort=__proto__',
    'status=begun',
    'principle=P-9999',
    'page=0',
    'pageSize=201',
    'mine=yes',
  ])('refuses %s', async (query) => {
    expect((await lead.get(`/charters?${query}`)).status).toBe(400);
  });
});
