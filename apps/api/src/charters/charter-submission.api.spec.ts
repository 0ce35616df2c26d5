import type { ChangeRequest, Charter, CharterRevisionSummary, Problem, Proposal } from '@sightline/contracts';
import {
  approvable,
  type CharterWorld,
  givenApproval,
  givenCharter,
  givenCharterWorld,
} from '../../test/given-charters';
import type { Answer, Client } from '../../test/client';
import { type RunningApi, startApi } from '../../test/start-api';
import { CharterCreation } from './charter-creation.service';
import type { SubmittedCharter } from './charter-submission.service';

describe('a charter before the board', () => {
  let api: RunningApi;
  let world: CharterWorld;
  let lead: Client;

  beforeAll(async () => {
    api = await startApi();
    world = await givenCharterWorld(api);
    lead = await api.signIn(world.lead);
  }, 60_000);
  afterAll(() => api.stop());

  const submit = (charter: { id: string }): Promise<Answer<SubmittedCharter>> =>
    lead.post<SubmittedCharter>(`/charters/${charter.id}/submit`);
  const read = async (charter: { id: string }): Promise<Charter> =>
    (await lead.get<Charter>(`/charters/${charter.id}`)).body;

  const decide = async (proposal: { id: string }): Promise<void> => {
    for (const holder of Object.values(world.seats)) {
      const member = await api.signIn(holder);
      const { body } = await member.get<Proposal>(`/proposals/${proposal.id}`);
      const vote = { choice: 'approve', snapshotHash: body.snapshotHash };
      expect((await member.put(`/proposals/${proposal.id}/vote`, vote)).status).toBe(200);
    }
    const member = await api.signIn(world.seats.business);
    const closed = await member.post<Problem>(`/proposals/${proposal.id}/close`, { rationale: 'It moves the KPI.' });
    expect(closed).toMatchObject({ status: expect.any(Number) as number });
    if (closed.status >= 300) throw new Error(JSON.stringify(closed.body));
  };
  const running = async (changes = {}): Promise<Charter> => {
    const { id } = await api.db.transaction((tx) =>
      api
        .get(CharterCreation)
        .createRunning(
          tx,
          { ...approvable(world), lead: world.lead, status: 'in_delivery', importKey: null, ...changes },
          world.lead,
        ),
    );
    return read({ id });
  };

  it('is refused with every check while one blocks, and nothing is written', async () => {
    const charter = await givenCharter(lead, world, { principles: [] });
    const { status, body } = await lead.refused('POST', `/charters/${charter.id}/submit`);
    expect({ status, code: body.code, first: body.checks?.[0] }).toMatchObject({
      status: 409,
      code: 'gate-blocked',
      first: { code: 'PRINCIPLE', passed: false, level: 'blocker' },
    });
    expect(await read(charter)).toMatchObject({ status: 'draft', version: 1, proposal: null });
  });

  it('opens one proposal, and gives a repeat the same one', async () => {
    const charter = await givenCharter(lead, world);
    const first = await lead.post<SubmittedCharter>(`/charters/${charter.id}/submit`, {}, { key: charter.id });
    const again = await lead.post<SubmittedCharter>(`/charters/${charter.id}/submit`, {}, { key: charter.id });
    expect(first).toMatchObject({
      status: 200,
      body: { charter: { status: 'submitted' }, proposal: { code: expect.stringMatching(/^PR-/) as string } },
    });
    expect(again.body.proposal).toEqual(first.body.proposal);
    expect(await lead.refused('POST', `/charters/${charter.id}/submit`)).toMatchObject({
      status: 409,
      body: { rule: 'submit-only-draft' },
    });
  });

  it('honours the version somebody read, when they say it', async () => {
    const { id } = await givenCharter(lead, world);
    expect((await lead.refused('POST', `/charters/${id}/submit`, {}, { version: 7 })).status).toBe(412);
    const stranger = await api.signInAs('project_lead');
    expect((await stranger.refused('POST', `/charters/${id}/submit`)).status).toBe(403);
  });

  it('becomes a new revision by a material change, and keeps its revision by another', async () => {
    const charter = await givenCharter(lead, world);
    const { proposal } = (await submit(charter)).body;
    const before = (await lead.get<Proposal>(`/proposals/${proposal.id}`)).body;
    const renamed = await lead.patch<Charter>(`/charters/${charter.id}`, { title: 'Renamed' }, { version: 2 });
    expect(renamed.body.revision).toBe(1);
    const dearer = await lead.patch<Charter>(
      `/charters/${charter.id}`,
      { budget: { amount: '300000', currency: 'EUR' } },
      { version: 3 },
    );
    expect(dearer.body).toMatchObject({ revision: 2, status: 'submitted' });
    const after = (await lead.get<Proposal>(`/proposals/${proposal.id}`)).body;
    expect(after.snapshotHash).not.toBe(before.snapshotHash);
    const { items } = (await lead.get<{ items: CharterRevisionSummary[] }>(`/charters/${charter.id}/revisions`)).body;
    expect(items.map(({ number, approved }) => [number, approved])).toEqual([
      [2, false],
      [1, false],
    ]);
    expect(items[0]?.changed).toContainEqual({
      field: 'budget',
      before: { amount: '250000.00', currency: 'EUR' },
      after: { amount: '300000.00', currency: 'EUR' },
    });
  });

  it('counts many small steps as one large one', async () => {
    const charter = await givenCharter(lead, world);
    await submit(charter);
    const step = (endDate: string, version: number): Promise<Answer<Charter>> =>
      lead.patch<Charter>(`/charters/${charter.id}`, { endDate }, { version });
    expect((await step('2027-10-25', 2)).body.revision).toBe(1);
    expect((await step('2027-11-20', 3)).body.revision).toBe(2);
  });

  it('is taken back by its lead until it is decided, with its proposal', async () => {
    const charter = await givenCharter(lead, world);
    const { proposal } = (await submit(charter)).body;
    expect(await lead.post<Charter>(`/charters/${charter.id}/withdraw`)).toMatchObject({
      status: 200,
      body: { status: 'withdrawn' },
    });
    expect((await lead.get<Proposal>(`/proposals/${proposal.id}`)).body.status).toBe('withdrawn');
    expect(await lead.refused('PATCH', `/charters/${charter.id}`, { title: 'x' }, { version: 3 })).toMatchObject({
      status: 409,
      body: { code: 'frozen', rule: 'charter-frozen' },
    });
    expect((await lead.refused('POST', `/charters/${charter.id}/withdraw`)).status).toBe(409);
  });

  it('is approved by the board, delivered, and changed only by change request', async () => {
    const charter = await givenCharter(lead, world);
    await decide((await submit(charter)).body.proposal);
    const approved = await read(charter);
    expect(approved).toMatchObject({
      status: 'approved',
      approved: true,
      approvedRevision: 1,
      approvedUnder: world.strategy.number,
    });
    for (const [step, status] of [
      ['start', 'in_delivery'],
      ['pause', 'paused'],
      ['resume', 'in_delivery'],
    ]) {
      expect(await lead.post<Charter>(`/charters/${charter.id}/${step}`)).toMatchObject({
        status: 200,
        body: { status },
      });
    }
    expect((await lead.refused('POST', `/charters/${charter.id}/start`)).body.rule).toBe('start-only-approved');
    const { version } = await read(charter);
    const budget = { amount: '400000', currency: 'EUR' };
    expect(await lead.refused('PATCH', `/charters/${charter.id}`, { budget }, { version })).toMatchObject({
      status: 409,
      body: { rule: 'change-request-needed', params: { fields: ['budget'] } },
    });
    const path = `/charters/${charter.id}/change-requests`;
    expect((await lead.refused('POST', path, { reason: 'Nothing', title: 'Other' })).body.rule).toBe(
      'nothing-material',
    );
    expect((await lead.refused('POST', path, { reason: 'None', principles: [] })).body.code).toBe('gate-blocked');
    expect((await lead.refused('POST', path, { budget })).status).toBe(400);
    const change = await lead.post<ChangeRequest>(path, {
      reason: 'More units join.',
      budget,
      systems: [world.system],
    });
    expect(change).toMatchObject({ status: 201, body: { number: 1, status: 'submitted' } });
    expect(change.body.changed.map(({ field }) => field).sort()).toEqual(['budget', 'systems']);
    expect((await lead.refused('POST', path, { reason: 'Again', budget })).body.rule).toBe('change-request-open');
    await lead.patch(`/charters/${charter.id}`, { title: 'Renamed meanwhile' }, { version });
    expect(await read(charter)).toMatchObject({ budget: { amount: '250000.00' }, changeRequest: { number: 1 } });
    await decide({ id: change.body.proposal?.id ?? '' });
    expect(await read(charter)).toMatchObject({
      title: 'Renamed meanwhile',
      budget: { amount: '400000.00' },
      systems: [{ id: world.system }],
      revision: 2,
      approvedRevision: 2,
      changeRequest: null,
      status: 'in_delivery',
    });
    const { items } = (await lead.get<{ items: CharterRevisionSummary[] }>(`/charters/${charter.id}/revisions`)).body;
    expect(items.map(({ number, approved: carried }) => [number, carried])).toEqual([
      [2, true],
      [1, true],
    ]);
  });

  it('lets a project that already runs keep its state, marked not approved until the board approves it', async () => {
    const charter = await running();
    expect(charter).toMatchObject({ status: 'in_delivery', origin: 'running', approved: false });
    expect(
      await lead.refused('PATCH', `/charters/${charter.id}`, { endDate: '2027-12-31' }, { version: 1 }),
    ).toMatchObject({
      status: 409,
      body: { rule: 'extension-needs-approval' },
    });
    expect((await lead.post(`/charters/${charter.id}/pause`)).status).toBe(200);
    expect((await lead.refused('POST', `/charters/${charter.id}/resume`)).body.rule).toBe('charter-needs-approval');
    expect((await lead.refused('POST', `/charters/${charter.id}/withdraw`)).status).toBe(409);
    const submitted = await submit(charter);
    expect(submitted.body.charter).toMatchObject({ status: 'paused', approved: false });
    await decide(submitted.body.proposal);
    expect(await read(charter)).toMatchObject({ status: 'paused', approved: true, approvedRevision: 1 });
    expect((await lead.post(`/charters/${charter.id}/resume`)).status).toBe(200);
  });

  it('keeps milestones under their own version', async () => {
    const charter = await givenCharter(lead, world);
    const path = `/charters/${charter.id}/milestones`;
    expect((await lead.refused('POST', path, { title: 'x', kpi: world.kpi.code })).body.errors).toMatchObject([
      { pointer: '/expectedValue' },
    ]);
    const milestone = await lead.post<{ id: string }>(path, {
      title: 'First unit',
      kpi: world.kpi.code,
      expectedValue: 11,
      dueOn: '2027-03-31',
    });
    expect(milestone).toMatchObject({ status: 201, body: { kpi: { code: world.kpi.code }, version: 1 } });
    const one = `${path}/${milestone.body.id}`;
    expect((await lead.refused('PATCH', one, { title: 'Second' })).status).toBe(428);
    expect(await lead.patch(one, { reachedOn: '2027-03-01' }, { version: 1 })).toMatchObject({
      status: 200,
      etag: '"2"',
    });
    expect((await lead.refused('PATCH', one, { title: 'Third' }, { version: 1 })).status).toBe(412);
    expect((await lead.post(`${one}/archive`, undefined, { version: 2 })).status).toBe(200);
    expect((await read(charter)).milestones).toEqual([]);
    expect((await lead.refused('PATCH', `${path}/nonsense`, { title: 'x' }, { version: 1 })).status).toBe(404);
  });

  it('refuses change requests on what is not approved', async () => {
    const charter = await givenCharter(lead, world);
    const body = { reason: 'Why not', narrative: 'Other' };
    expect((await lead.refused('POST', `/charters/${charter.id}/change-requests`, body)).body.rule).toBe(
      'change-only-approved',
    );
    await givenApproval(api, world, charter);
    const stranger = await api.signInAs('project_lead');
    expect((await stranger.refused('POST', `/charters/${charter.id}/change-requests`, body)).status).toBe(403);
  });
});
