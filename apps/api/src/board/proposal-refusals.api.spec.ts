import type { Problem, Proposal } from '@sightline/contracts';
import { givenUser } from '../../test/given';
import { givenNewHolder } from '../../test/given-board';
import {
  allApprove,
  type DecidingCompany,
  givenDecidingCompany,
  givenSubmittedCharter,
  hashOf,
  voteAs,
} from '../../test/given-proposal';
import { type RunningApi, startApi } from '../../test/start-api';

describe('what the board refuses', () => {
  let api: RunningApi;
  let company: DecidingCompany;
  let member: string;
  let colleague: string;
  beforeAll(async () => {
    api = await startApi();
    company = await givenDecidingCompany(api);
    [member, colleague] = company.seats.business as [string, string];
  });
  afterAll(() => api.stop());

  const refusalOf = async (vote: Promise<{ status: number; body: unknown }>): Promise<Problem> =>
    (await vote).body as Problem;
  const votes = async (proposal: string): Promise<number> =>
    (
      await api.db.query<[{ n: number }]>(
        `SELECT count(*)::int AS n FROM vote v JOIN proposal p ON p.id = v.proposal_id WHERE p.code = $1`,
        [proposal],
      )
    )[0].n;

  it.each([
    ['lead', (seat: string) => ({ lead: seat })],
    ['sponsor', (seat: string) => ({ businessSponsor: seat })],
  ])('the vote of a seat holder who is its %s, and says which stake', async (conflict, wanted) => {
    const { proposal } = await givenSubmittedCharter(api, company, { ...wanted(colleague), lead: company.lead });
    await api.owner.query(
      `UPDATE charter SET lead_id = CASE WHEN $2 = 'lead' THEN $3::uuid ELSE lead_id END
        WHERE id = (SELECT charter_id FROM proposal WHERE code = $1)`,
      [proposal, conflict, colleague],
    );
    const problem = await refusalOf(voteAs(api, colleague, proposal, 'approve'));
    expect(problem).toMatchObject({ status: 403, params: { whyNot: 'conflicted', conflict } });
    expect(await votes(proposal)).toBe(0);
    const seen = await (await api.signIn(colleague)).get<Proposal>(`/proposals/${proposal}`);
    expect(seen.body.mine).toMatchObject({ mayVote: false, whyNot: 'conflicted', conflict });
    expect(seen.body.recused).toEqual([{ name: expect.any(String) as string, conflict }]);
  });

  it('the vote of whoever edited this revision', async () => {
    const { charter, proposal } = await givenSubmittedCharter(api, company);
    await api.owner.query(`INSERT INTO charter_material_edit (charter_id, revision, user_id) VALUES ($1, 1, $2)`, [
      charter,
      member,
    ]);
    expect(await refusalOf(voteAs(api, member, proposal, 'approve'))).toMatchObject({
      status: 403,
      params: { conflict: 'editor' },
    });
  });

  it('the next call of a removed member, while the vote they cast stays', async () => {
    const { proposal } = await givenSubmittedCharter(api, company);
    expect((await voteAs(api, member, proposal, 'approve')).status).toBe(200);
    const newcomer = await givenUser(api.owner, { roles: ['board_member'], businessUnitId: company.business });
    await givenNewHolder(api.owner, company.board.id, member, newcomer);
    expect(await refusalOf(voteAs(api, member, proposal, 'reject'))).toMatchObject({
      status: 403,
      params: { whyNot: 'no-seat' },
    });
    const seen = await (await api.signIn(newcomer)).get<Proposal>(`/proposals/${proposal}`);
    expect(seen.body.tally).toMatchObject({ approve: 1 });
    expect((await voteAs(api, newcomer, proposal, 'reject')).body.tally).toMatchObject({ approve: 0, reject: 1 });
    await givenNewHolder(api.owner, company.board.id, newcomer, member);
  });

  it('people without a seat, external people, and roles that never vote', async () => {
    const { proposal } = await givenSubmittedCharter(api, company);
    const outsider = await givenUser(api.owner, { roles: ['board_member'] });
    expect((await voteAs(api, outsider, proposal, 'approve')).body).toMatchObject({ params: { whyNot: 'no-seat' } });
    const body = { choice: 'approve', snapshotHash: await hashOf(await api.signIn(member), proposal) };
    for (const role of ['external', 'auditor', 'admin', 'board_secretary'] as const) {
      expect((await (await api.signInAs(role, role)).put(`/proposals/${proposal}/vote`, body)).status).toBe(403);
    }
    expect((await api.anonymous.put(`/proposals/${proposal}/vote`, body)).status).toBe(401);
  });

  it('a vote on what is no longer before the board', async () => {
    const { proposal } = await givenSubmittedCharter(api, company);
    const voter = await api.signIn(member);
    const vote = { choice: 'approve', snapshotHash: 'a'.repeat(64) };
    expect((await voter.refused('PUT', `/proposals/${proposal}/vote`, vote)).body).toMatchObject({
      status: 412,
      code: 'snapshot-changed',
    });
  });

  it.each([
    ['a return without a reason', { choice: 'return' }, '/reason'],
    ['a rejection with an empty reason', { choice: 'reject', reason: '  ' }, '/reason'],
    ['conditions on anything but an approval', { choice: 'abstain', conditions: ['Soon'] }, '/conditions'],
    ['a fifth choice', { choice: 'maybe' }, '/choice'],
    ['anything it does not know', { choice: 'approve', weight: 2 }, '/weight'],
  ])('%s', async (_what, vote, pointer) => {
    const { proposal } = await givenSubmittedCharter(api, company);
    const voter = await api.signIn(member);
    const snapshotHash = await hashOf(voter, proposal);
    const { status, body } = await voter.refused('PUT', `/proposals/${proposal}/vote`, { ...vote, snapshotHash });
    expect(status).toBe(400);
    expect(body.errors?.map((error) => error.pointer)).toEqual([pointer]);
  });

  it('a vote within 24 hours after an administrator changed the credentials', async () => {
    const { proposal } = await givenSubmittedCharter(api, company);
    await api.owner.query(`UPDATE app_user SET credential_reset_at = now() - interval '23 hours' WHERE id = $1`, [
      member,
    ]);
    expect(await refusalOf(voteAs(api, member, proposal, 'approve'))).toMatchObject({
      status: 409,
      rule: 'credentials-changed',
    });
    await api.owner.query(`UPDATE app_user SET credential_reset_at = now() - interval '25 hours' WHERE id = $1`, [
      member,
    ]);
    expect((await voteAs(api, member, proposal, 'approve')).status).toBe(200);
  });

  it('closing before the votes decide, by people without a say in it, without a rationale, and twice', async () => {
    const { proposal } = await givenSubmittedCharter(api, company);
    const secretary = await api.signIn(company.secretary);
    const close = (who = secretary, rationale = 'Yes.') =>
      who.refused('POST', `/proposals/${proposal}/close`, { rationale });
    expect((await close()).body).toMatchObject({
      status: 409,
      rule: 'proposal-not-closable',
      params: { why: [{ code: 'constituency-missing' }, { code: 'seats-missing' }] },
    });
    await allApprove(api, company, proposal);
    expect((await close(await api.signIn(company.lead))).status).toBe(403);
    const outsider = await givenUser(api.owner, { roles: ['board_member'] });
    expect((await close(await api.signIn(outsider))).status).toBe(403);
    expect((await close(secretary, ' ')).status).toBe(400);
    expect((await close(await api.signIn(member))).status).toBe(200);
    expect((await close()).body).toMatchObject({ status: 409, rule: 'proposal-closed' });
    expect((await voteAs(api, member, proposal, 'abstain')).body).toMatchObject({ rule: 'proposal-closed' });
  });

  it('to change or delete what was voted and decided, whoever owns the tables', async () => {
    const { proposal } = await givenSubmittedCharter(api, company);
    await voteAs(api, member, proposal, 'approve');
    for (const table of ['vote', 'proposal_snapshot', 'proposal_seat']) {
      await expect(api.owner.query(`DELETE FROM ${table}`)).rejects.toThrow('only grows');
      await expect(api.db.query(`DELETE FROM ${table}`)).rejects.toThrow();
    }
  });

  it('proposals and decisions that do not exist', async () => {
    const auditor = await api.signInAs('auditor');
    for (const path of ['/proposals/PR-9999', '/decisions/DC-9999', '/boards/nowhere', '/proposals/%00']) {
      expect((await auditor.get(path)).status).toBe(404);
    }
  });
});
