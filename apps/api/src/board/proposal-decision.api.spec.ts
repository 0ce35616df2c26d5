import type { Charter, Decision, Me, Page, Proposal, ProposalSummary } from '@sightline/contracts';
import {
  allApprove,
  type DecidingCompany,
  givenDecidingCompany,
  givenReadyCharter,
  givenSubmittedCharter,
  voteAs,
} from '../../test/given-proposal';
import { type RunningApi, startApi } from '../../test/start-api';

describe('a charter before the board', () => {
  let api: RunningApi;
  let company: DecidingCompany;
  beforeAll(async () => {
    api = await startApi();
    company = await givenDecidingCompany(api);
  });
  afterAll(() => api.stop());

  it('goes from submission to an approval that says what was approved', async () => {
    const { charter, proposal } = await givenSubmittedCharter(api, company);
    await voteAs(api, company.seats.business[0] ?? '', proposal, 'approve', { conditions: ['Report monthly'] });
    for (const member of company.members.slice(1)) await voteAs(api, member, proposal, 'approve');
    const secretary = await api.signIn(company.secretary);
    const before = await secretary.get<Proposal>(`/proposals/${proposal}`);
    expect(before.body).toMatchObject({
      status: 'open',
      canClose: true,
      result: { outcome: 'approved', settled: true },
    });
    const { status, body } = await secretary.post<{ decision: Decision }>(`/proposals/${proposal}/close`, {
      rationale: 'It moves what matters.',
    });
    expect({ status, body }).toMatchObject({
      status: 200,
      body: {
        decision: {
          outcome: 'approved',
          early: true,
          rationale: 'It moves what matters.',
          conditions: ['Report monthly'],
          strategyVersion: company.strategy.number,
          tally: { approve: 6, return: 0, reject: 0, abstain: 0 },
          snapshotHash: before.body.snapshotHash,
        },
      },
    });
    const approved = await secretary.get<Charter>(`/charters/${charter}`);
    expect(approved.body).toMatchObject({ status: 'approved', approved: true, approvedUnder: company.strategy.number });
    const decision = await secretary.get<Decision>(`/decisions/${body.decision.code}`);
    expect(decision.body.record.seats).toHaveLength(6);
    expect(decision.body.record.checks.find(({ code }) => code === 'KPI')).toMatchObject({ passed: true });
    const trail = await api.db.query<{ action: string }[]>(
      `SELECT action FROM audit_event WHERE record_code = $1 ORDER BY at`,
      [proposal],
    );
    expect(trail.map(({ action }) => action)).toEqual([
      'proposal.submitted',
      ...Array<string>(6).fill('proposal.voted'),
      'proposal.closed',
    ]);
  });

  it('waits for exactly those who may vote and have not', async () => {
    const { proposal } = await givenSubmittedCharter(api, company, {
      businessSponsor: company.seats.business[1] ?? '',
    });
    await api.owner.query(
      'UPDATE charter SET it_lead_id = $2 WHERE id = (SELECT p.charter_id FROM proposal p WHERE p.code = $1)',
      [proposal, company.seats.it[0]],
    );
    const waiting = async (user: string): Promise<string[]> => {
      const client = await api.signIn(user);
      const list = await client.get<Page<ProposalSummary>>('/proposals?awaiting=me&pageSize=200');
      expect((await client.get<Me>('/me')).body.awaiting).toBe(list.body.total);
      return list.body.items.map(({ code }) => code);
    };
    const [first, sponsor] = company.seats.business as [string, string];
    expect(await waiting(first)).toContain(proposal);
    expect(await waiting(sponsor)).not.toContain(proposal);
    expect(await waiting(company.seats.it[0] ?? '')).not.toContain(proposal);
    expect(await waiting(company.secretary)).not.toContain(proposal);
    await voteAs(api, first, proposal, 'abstain');
    expect(await waiting(first)).not.toContain(proposal);
  });

  it('is found by state, subject, board and words, and refuses filters it does not know', async () => {
    const { proposal } = await givenSubmittedCharter(api, company);
    const auditor = await api.signInAs('auditor');
    const query = `status=open&subjectType=charter&board=${company.board.id}&q=${proposal}&sort=-dueAt`;
    const list = await auditor.get<Page<ProposalSummary>>(`/proposals?${query}`);
    expect(list.body.items.map(({ code }) => code)).toEqual([proposal]);
    expect(list.body.items[0]).toMatchObject({
      ask: { budget: { amount: '125000.00', currency: 'EUR' }, kpi: { from: 12, to: 9 } },
      constituencies: [{ voted: false }, { voted: false }, { voted: false }, { voted: false }],
      awaitingMe: false,
    });
    expect((await auditor.get('/proposals?colour=red')).status).toBe(400);
    expect((await auditor.get('/proposals?sort=colour')).status).toBe(400);
  });

  it('stays open while the gate blocks, and closes once that is mended', async () => {
    const { charter, proposal } = await givenSubmittedCharter(api, company);
    await allApprove(api, company, proposal);
    await api.owner.query(`UPDATE kpi SET owner_id = NULL WHERE id = $1`, [company.kpi.id]);
    const secretary = await api.signIn(company.secretary);
    const close = () => secretary.refused('POST', `/proposals/${proposal}/close`, { rationale: 'Yes.' });
    const shut = await close();
    expect(shut.body).toMatchObject({ status: 409, code: 'gate-blocked' });
    expect(shut.body.checks?.filter(({ passed }) => !passed).map(({ code }) => code)).toContain('KPI');
    expect((await secretary.get<Charter>(`/charters/${charter}`)).body.status).toBe('submitted');
    await api.owner.query(`UPDATE kpi SET owner_id = $2 WHERE id = $1`, [company.kpi.id, company.owner]);
    expect((await close()).status).toBe(200);
  });

  it('goes back to its lead when more want it back than gone', async () => {
    const { charter, proposal } = await givenSubmittedCharter(api, company);
    for (const member of company.members) await voteAs(api, member, proposal, 'return', { reason: 'Say how.' });
    const member = await api.signIn(company.members[0] ?? '');
    const { body } = await member.post<{ decision: Decision }>(`/proposals/${proposal}/close`, {
      rationale: 'Not yet.',
    });
    expect(body.decision).toMatchObject({ outcome: 'returned', conditions: [] });
    expect((await member.get<Charter>(`/charters/${charter}`)).body).toMatchObject({
      status: 'draft',
      approved: false,
    });
  });

  it('lapses when the board did not turn up, once, and is a draft again', async () => {
    const { charter, proposal } = await givenSubmittedCharter(api, company);
    await api.owner.query(`UPDATE proposal SET due_at = now() - interval '11 days' WHERE code = $1`, [proposal]);
    const job = api.get((await import('./proposal-lapse.job')).ProposalLapseJob);
    expect(await Promise.all([job.lapseOverdue(), job.lapseOverdue()])).toEqual(expect.arrayContaining([1]));
    expect(await job.lapseOverdue()).toBe(0);
    const auditor = await api.signInAs('auditor');
    expect((await auditor.get<Proposal>(`/proposals/${proposal}`)).body.status).toBe('lapsed');
    expect((await auditor.get<Charter>(`/charters/${charter}`)).body.status).toBe('draft');
  });

  it('is not opened for a charter while the gate blocks submission', async () => {
    const charter = await givenReadyCharter(api, company);
    await api.owner.query(`DELETE FROM charter_kpi WHERE charter_id = $1`, [charter]);
    const lead = await api.signIn(company.lead);
    expect((await lead.refused('POST', `/charters/${charter}/submit`)).body.code).toBe('gate-blocked');
  });
});
