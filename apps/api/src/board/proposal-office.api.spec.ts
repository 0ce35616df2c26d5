import type { Charter, Decision, Proposal } from '@sightline/contracts';
import { givenUser } from '../../test/given';
import {
  type DecidingCompany,
  givenDecidingCompany,
  givenSubmittedCharter,
  hashOf,
  voteAs,
} from '../../test/given-proposal';
import { type RunningApi, startApi } from '../../test/start-api';

describe('the secretary and the exceptions to a plain vote', () => {
  let api: RunningApi;
  let company: DecidingCompany;
  beforeAll(async () => {
    api = await startApi();
    company = await givenDecidingCompany(api);
  });
  afterAll(() => api.stop());

  it('returns for form before the first vote, and not after it', async () => {
    const { charter, proposal } = await givenSubmittedCharter(api, company);
    const secretary = await api.signIn(company.secretary);
    const returned = (code: string) => secretary.refused('POST', `/proposals/${code}/return`, { reason: 'No annex.' });
    expect(
      (await (await api.signIn(company.members[0] ?? '')).post(`/proposals/${proposal}/return`, { reason: 'x' }))
        .status,
    ).toBe(403);
    expect(await returned(proposal)).toMatchObject({
      status: 200,
      body: { status: 'returned', closeReason: 'No annex.' },
    });
    expect((await secretary.get<Charter>(`/charters/${charter}`)).body.status).toBe('draft');
    const second = await givenSubmittedCharter(api, company);
    await voteAs(api, company.members[0] ?? '', second.proposal, 'approve');
    expect((await returned(second.proposal)).body).toMatchObject({ status: 409, rule: 'proposal-voted-on' });
  });

  it('is the board’s own: another secretary does none of it, unless the board’s is out of office', async () => {
    const { proposal } = await givenSubmittedCharter(api, company);
    const another = await api.signInAs('board_secretary');
    const tries = [
      ['return', { reason: 'No annex.' }],
      ['close', { rationale: 'Yes.' }],
      ['substitutes', { constituency: 'data', user: company.lead, reason: 'Away.' }],
    ] as const;
    for (const [office, body] of tries) {
      expect((await another.refused('POST', `/proposals/${proposal}/${office}`, body)).body).toMatchObject({
        status: 403,
      });
    }
    const mine = async () => (await another.get<Proposal>(`/proposals/${proposal}`)).body.mine;
    expect(await mine()).toMatchObject({ mayClose: false, mayReturn: false, maySubstitute: false });
    const inOffice = (status: string) =>
      api.owner.query(`UPDATE app_user SET status = $2 WHERE id = $1`, [company.secretary, status]);
    await inOffice('suspended');
    try {
      expect(await mine()).toMatchObject({ mayClose: true, mayReturn: true, maySubstitute: true });
      expect((await another.post(`/proposals/${proposal}/return`, { reason: 'No annex.' })).status).toBe(200);
    } finally {
      await inOffice('active');
    }
  });

  it('lets its lead withdraw it, and nobody else', async () => {
    const { charter, proposal } = await givenSubmittedCharter(api, company);
    const stranger = await api.signInAs('project_lead', 'project_lead');
    expect((await stranger.post(`/proposals/${proposal}/withdraw`)).status).toBe(403);
    const lead = await api.signIn(company.lead);
    expect((await lead.post<Proposal>(`/proposals/${proposal}/withdraw`)).body).toMatchObject({ status: 'withdrawn' });
    expect((await lead.get<Charter>(`/charters/${charter}`)).body.status).toBe('draft');
  });

  it('names a substitute only for an emptied constituency, who is fit and of its side, and whose vote then counts', async () => {
    const [onlyData = ''] = company.seats.data;
    const { proposal } = await givenSubmittedCharter(api, company, { businessSponsor: onlyData });
    const secretary = await api.signIn(company.secretary);
    const name = (user: string, constituency = 'data') =>
      secretary.refused('POST', `/proposals/${proposal}/substitutes`, {
        constituency,
        user,
        reason: 'Sponsor recused.',
      });
    const seen = await secretary.get<Proposal>(`/proposals/${proposal}`);
    expect(seen.body.constituencies.find(({ key }) => key === 'data')).toMatchObject({ emptied: true, voted: false });

    const fit = await givenUser(api.owner, { roles: ['steward'], businessUnitId: company.business });
    expect((await name(fit, 'business')).body).toMatchObject({ rule: 'constituency-not-emptied' });
    expect((await name(company.seats.it[0] ?? '')).body).toMatchObject({ rule: 'substitute-seated' });
    expect((await name(company.lead)).body).toMatchObject({ rule: 'substitute-conflicted' });
    expect((await name(await givenUser(api.owner, { roles: ['steward'], status: 'suspended' }))).body).toMatchObject({
      rule: 'substitute-not-eligible',
    });
    expect((await name('nobody@example.org')).status).toBe(400);
    expect((await name(fit)).status).toBe(201);
    expect((await name(fit)).body).toMatchObject({ rule: 'substitute-named' });

    for (const member of company.members.filter((one) => one !== onlyData))
      await voteAs(api, member, proposal, 'approve');
    expect((await voteAs(api, fit, proposal, 'approve')).body).toMatchObject({ canClose: true });
    const closed = await secretary.post<{ decision: Decision }>(`/proposals/${proposal}/close`, { rationale: 'Yes.' });
    expect(closed.body.decision.record.seats.filter(({ substitute }) => substitute)).toMatchObject([
      { choice: 'approve' },
    ]);
  });

  it('takes a business substitute from the business only', async () => {
    const [first = '', second = ''] = company.seats.business;
    const { charter, proposal } = await givenSubmittedCharter(api, company, { businessSponsor: first });
    await api.owner.query(`INSERT INTO charter_material_edit (charter_id, revision, user_id) VALUES ($1, 1, $2)`, [
      charter,
      second,
    ]);
    const secretary = await api.signIn(company.secretary);
    const name = (user: string) =>
      secretary.refused('POST', `/proposals/${proposal}/substitutes`, {
        constituency: 'business',
        user,
        reason: 'Recused.',
      });
    const fromIt = await givenUser(api.owner, { roles: ['champion'], businessUnitId: company.it });
    expect((await name(fromIt)).body).toMatchObject({ rule: 'substitute-other-side' });
    const fromBusiness = await givenUser(api.owner, { roles: ['champion'], businessUnitId: company.business });
    expect((await name(fromBusiness)).status).toBe(201);
  });

  it('overrules a milestone by a member who is not of IT, and only while it blocks', async () => {
    const { proposal } = await givenSubmittedCharter(api, company, {
      outcomeStatement: 'Migrate the CRM to the new integration platform.',
    });
    const overrule = async (who: string) =>
      (await api.signIn(who)).refused('POST', `/proposals/${proposal}/overrules`, {
        check: 'OUTCOME',
        reason: 'It ends the re-keying.',
      });
    const business = company.seats.business[0] ?? '';
    const open = await (await api.signIn(business)).get<Proposal>(`/proposals/${proposal}`);
    expect(open.body.checks.find(({ code }) => code === 'OUTCOME')).toMatchObject({ passed: false, level: 'blocker' });
    expect((await overrule(company.seats.it[0] ?? '')).status).toBe(403);
    expect((await overrule(company.secretary)).status).toBe(403);
    const done = await overrule(business);
    expect(done).toMatchObject({
      status: 201,
      body: { overrules: [{ check: 'OUTCOME', reason: 'It ends the re-keying.' }] },
    });
    expect((await overrule(business)).body).toMatchObject({ rule: 'nothing-to-overrule' });
  });

  it('dismisses the votes when the subject changes in substance, and never brings an old hash back', async () => {
    const { charter, proposal } = await givenSubmittedCharter(api, company);
    const lead = await api.signIn(company.lead);
    const first = await hashOf(lead, proposal);
    await voteAs(api, company.members[0] ?? '', proposal, 'approve');
    const edit = async (amount: string) => {
      const { body } = await lead.get<Charter>(`/charters/${charter}`);
      return lead.patch(`/charters/${charter}`, { budget: { amount, currency: 'EUR' } }, { version: body.version });
    };
    expect((await edit('250000.00')).status).toBe(200);
    const after = await lead.get<Proposal>(`/proposals/${proposal}`);
    expect(after.body).toMatchObject({
      tally: { approve: 0 },
      revision: 2,
      snapshotNumber: 2,
      dismissed: { votes: 1 },
    });
    expect(after.body.changed.map(({ field }) => field)).toContain('budget');
    expect((await edit('125000.00')).status).toBe(200);
    expect(await hashOf(lead, proposal)).not.toBe(first);
    const voter = await api.signIn(company.members[1] ?? '');
    const stale = await voter.refused('PUT', `/proposals/${proposal}/vote`, { choice: 'approve', snapshotHash: first });
    expect(stale.body.code).toBe('snapshot-changed');
  });
});
