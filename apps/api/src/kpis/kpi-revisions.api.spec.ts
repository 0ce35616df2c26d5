import type { GateAnswer, KpiRecord, KpiRevision, Page, Problem, Proposal } from '@sightline/contracts';
import type { Client } from '../../test/client';
import { givenApproval, givenCharter, givenCharterWorld, type CharterWorld } from '../../test/given-charters';
import { givenUser } from '../../test/given';
import { givenKpi } from '../../test/given-kpis';
import { type RunningApi, startApi } from '../../test/start-api';

let api: RunningApi;
let cio: Client;
let world: CharterWorld;

beforeAll(async () => {
  api = await startApi();
  cio = await api.signInAs('cio_office');
  world = await givenCharterWorld(api);
});
afterAll(() => api.stop());

const completeKpi = () =>
  givenKpi(api.owner, {
    owner: world.champion,
    businessUnit: world.businessUnit,
    driver: world.strategy.drivers[0]?.id ?? null,
    target: { value: 7, date: '2027-06-30' },
  });
const change = <T = KpiRecord>(code: string, changes: object, version = 1) =>
  cio.patch<T>(`/kpis/${code}`, changes, { version });
const citing = (code: string) => ({
  kpis: [{ kpi: code, from: 12, to: 9, by: '2027-03-31', confidence: 'high' as const }],
});

describe('revisions of a KPI', () => {
  it('are written for versioned parts only, with the reason, and the old ones stay', async () => {
    const { code } = await completeKpi();

    expect((await change<Problem>(code, { target: { value: 6, date: '2027-06-30' } })).body.errors).toMatchObject([
      { pointer: '/reason' },
    ]);
    const { body } = await change(code, { target: { value: 6, date: '2027-06-30' }, reason: 'Competitors do it in 6' });
    expect(body).toMatchObject({ version: 2, revision: { number: 2 }, target: { value: 6 } });
    await change(code, { weight: 2 }, 2);
    const revisions = (await cio.get<Page<KpiRevision>>(`/kpis/${code}/revisions`)).body.items;
    expect(revisions).toMatchObject([
      { number: 2, reason: 'Competitors do it in 6', target: { value: 6 }, unit: 'days' },
      { number: 1, reason: null, target: { value: 7 } },
    ]);
  });

  it('need no reason while the KPI is not complete', async () => {
    const kpi = await givenKpi(api.owner, { definition: null });

    expect((await change(kpi.code, { definition: 'Days' })).body).toMatchObject({ revision: { number: 2 } });
  });

  it('are refused where they would be impossible', async () => {
    const { code } = await completeKpi();
    const answer = await change<Problem>(code, { baseline: { value: 6, date: '2026-01-01' }, reason: 'x' });

    expect([answer.status, answer.body.errors?.[0]?.pointer]).toEqual([400, '/target/value']);
  });
});

describe('a KPI before the board', () => {
  it('is voted on anew once it is redefined', async () => {
    const kpi = await completeKpi();
    const lead = await api.signIn(world.lead);
    const charter = await givenCharter(lead, world, citing(kpi.code));
    const submitted = await lead.post<{ proposal: { code: string } }>(`/charters/${charter.code}/submit`);
    const proposal = `/proposals/${submitted.body.proposal.code}`;
    const voter = await api.signIn(world.seats.data);
    const before = (await voter.get<Proposal>(proposal)).body;
    await voter.put(`${proposal}/vote`, { choice: 'approve', snapshotHash: before.snapshotHash });
    expect((await voter.get<Proposal>(proposal)).body.tally.approve).toBe(1);

    const owner = await api.signIn(world.champion);
    const redefined = await owner.patch(`/kpis/${kpi.code}`, { unit: 'h', reason: 'Hours, not days' }, { version: 1 });

    expect(redefined.status).toBe(200);
    const after = (await voter.get<Proposal>(proposal)).body;
    expect(after.tally.approve).toBe(0);
    expect(after.snapshotHash).not.toBe(before.snapshotHash);
    const renamed = await owner.patch(`/kpis/${kpi.code}`, { note: 'No matter to a voter' }, { version: 2 });
    expect(renamed.status).toBe(200);
    expect((await voter.get<Proposal>(proposal)).body.snapshotHash).toBe(after.snapshotHash);
  });
});

describe('a KPI that an approved charter cites', () => {
  it('mends the gate of a draft that cites it, without anybody touching the draft', async () => {
    const kpi = await givenKpi(api.owner, {
      owner: world.champion,
      businessUnit: world.businessUnit,
      driver: world.strategy.drivers[0]?.id ?? null,
      target: { value: 7, date: '2027-06-30' },
      definition: null,
    });
    const lead = await api.signIn(world.lead);
    const charter = await givenCharter(lead, world, citing(kpi.code));
    const passes = async (): Promise<boolean | undefined> => {
      const { body } = await lead.get<GateAnswer>(`/charters/${charter.code}/gate?for=approve`);
      return body.checks.find(({ code }) => code === 'KPI')?.passed;
    };
    expect(await passes()).toBe(false);
    await change(kpi.code, { definition: 'Days from signature to first order' });
    expect(await passes()).toBe(true);
  });

  it('is redefined by the board alone, keeps an owner and stays complete', async () => {
    const kpi = await completeKpi();
    const charter = await givenCharter(await api.signIn(world.lead), world, citing(kpi.code));
    await givenApproval(api, world, charter);

    const redefined = await change<Problem>(kpi.code, { unit: 'h', reason: 'x' });
    expect([redefined.status, redefined.body.rule]).toEqual([409, 'kpi-needs-board-decision']);
    expect(redefined.body.params).toMatchObject({ charters: [charter.code], parts: ['unit'] });
    expect((await change<Problem>(kpi.code, { owner: null })).body.rule).toBe('kpi-keeps-owner');
    const unfit = await givenUser(api.owner, { roles: ['steward'] });
    expect((await change<Problem>(kpi.code, { owner: unfit })).body.rule).toBe('kpi-keeps-owner');
    expect((await change<Problem>(kpi.code, { cadence: null })).body.rule).toBe('kpi-stays-complete');
    const heir = await givenUser(api.owner, { roles: ['champion'], businessUnitId: world.businessUnit });
    expect((await change(kpi.code, { owner: heir, weight: 1 })).status).toBe(200);
  });

  it('says who covers how much of its gap, and who does not count', async () => {
    const kpi = await completeKpi();
    const lead = await api.signIn(world.lead);
    const approved = await givenCharter(lead, world, citing(kpi.code));
    await givenApproval(api, world, approved);
    const draft = await givenCharter(lead, world, citing(kpi.code));
    const { body } = await cio.get<KpiRecord>(`/kpis/${kpi.code}`);

    // Gap 12 − 7 = 5; promised 3 days with high confidence: 3 × 0.9 ÷ 5.
    expect(body.coverage).toMatchObject({
      reached: false,
      gap: 5,
      parts: [{ charter: { code: approved.code }, change: 3 }],
    });
    expect(body.coverage?.ratio).toBeCloseTo(0.54, 10);
    expect(body.charters.map((link) => [link.charter.code, link.approved])).toEqual([
      [approved.code, true],
      [draft.code, false],
    ]);
  });

  it('are read in pages', async () => {
    const kpi = await givenKpi(api.owner, { owner: await givenUser(api.owner, {}) });
    const page = (await cio.get<Page<KpiRevision>>(`/kpis/${kpi.code}/revisions?pageSize=1`)).body;
    expect(page).toMatchObject({ items: [{ number: 1 }], total: 1, page: 1, pageSize: 1 });
    expect((await cio.refused('GET', `/kpis/${kpi.code}/revisions?colour=red`)).status).toBe(400);
  });
});
