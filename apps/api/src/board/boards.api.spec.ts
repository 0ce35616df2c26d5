import type { Board, Decision, Inbox, Page, Proposal } from '@sightline/contracts';
import { givenUser } from '../../test/given';
import {
  allApprove,
  type DecidingCompany,
  givenDecidingCompany,
  givenSubmittedCharter,
  voteAs,
} from '../../test/given-proposal';
import { givenStrategyDraft } from '../../test/given-strategy';
import { type RunningApi, startApi } from '../../test/start-api';

type Seat = { constituency: string; holder: string | null; termEndsOn?: string | null };
const seatsOf = ({ seats }: Board): Seat[] =>
  seats.map(({ constituency, holder, termEndsOn }) => ({ constituency, holder: holder?.id ?? null, termEndsOn }));

describe('the board itself', () => {
  let api: RunningApi;
  let company: DecidingCompany;
  beforeAll(async () => {
    api = await startApi();
    company = await givenDecidingCompany(api, { founding: true });
  });
  afterAll(() => api.stop());

  const put = async (who: string, change: (seats: Seat[]) => Seat[]) => {
    const client = await api.signIn(who);
    const { body } = await client.get<Board>(`/boards/${company.board.id}`);
    const sent = { seats: change(seatsOf(body)) };
    return client.refused('PUT', `/boards/${company.board.id}/seats`, sent, { version: body.version });
  };

  it('shows its constituencies, seats and secretary to everybody inside', async () => {
    const auditor = await api.signInAs('auditor');
    const { body } = await auditor.get<Page<Board>>('/boards');
    const board = body.items.find(({ id }) => id === company.board.id);
    expect(board).toMatchObject({ founding: true, settled: false, secretary: { id: company.secretary } });
    expect(board?.seats).toHaveLength(6);
    expect((await (await api.signInAs('external')).get('/boards')).status).toBe(403);
  });

  it('changes its seats until its first decision, one seat per person, for people who may vote', async () => {
    const newcomer = await givenUser(api.owner, { roles: ['board_member'] });
    const added = await put(company.secretary, (seats) => [...seats, { constituency: 'Data', holder: newcomer }]);
    expect(added).toMatchObject({ status: 200 });
    expect((added.body as unknown as Board).seats).toHaveLength(7);
    const twice = await put(company.secretary, (seats) => [...seats, { constituency: 'it', holder: newcomer }]);
    expect(twice.body.errors).toMatchObject([{ pointer: '/seats/7/holder', code: 'seated-twice' }]);
    const auditor = await givenUser(api.owner, { roles: ['auditor'] });
    const unfit = await put(company.secretary, (seats) => [...seats, { constituency: 'it', holder: auditor }]);
    expect(unfit.body.errors).toMatchObject([{ pointer: '/seats/7/holder', code: 'may-not-vote' }]);
    const swapped = await put(company.secretary, (seats) => seats.filter(({ holder }) => holder !== newcomer));
    expect((swapped.body as unknown as Board).seats).toHaveLength(6);
    expect((await put(company.members[0] ?? '', (seats) => seats)).status).toBe(403);
  });

  it('changes name and secretary under If-Match only', async () => {
    const secretary = await api.signIn(company.secretary);
    const path = `/boards/${company.board.id}`;
    const { body } = await secretary.get<Board>(path);
    expect((await secretary.patch(path, { name: 'Board' })).status).toBe(428);
    expect((await secretary.patch(path, { name: 'Board' }, { version: 1000 })).status).toBe(412);
    expect((await secretary.patch(path, { secretary: company.lead }, { version: body.version })).status).toBe(400);
    const changed = await secretary.patch<Board>(path, { name: 'The board' }, { version: body.version });
    expect(changed.body).toMatchObject({ name: 'The board', version: body.version + 1 });
  });

  it('is settled by its first decision; then an administrator may only free the seat of somebody who left', async () => {
    const { proposal } = await givenSubmittedCharter(api, company);
    await allApprove(api, company, proposal);
    await (await api.signIn(company.secretary)).post(`/proposals/${proposal}/close`, { rationale: 'Yes.' });
    expect((await put(company.secretary, (seats) => seats.slice(1))).body).toMatchObject({ rule: 'board-settled' });
    const admin = await givenUser(api.owner, { roles: ['admin'] });
    const leaver = company.seats.it[1] ?? '';
    const free = (seats: Seat[]) => seats.map((seat) => (seat.holder === leaver ? { ...seat, holder: null } : seat));
    expect((await put(admin, free)).body).toMatchObject({ rule: 'board-settled' });
    await api.owner.query(`UPDATE app_user SET status = 'suspended' WHERE id = $1`, [leaver]);
    expect((await put(company.secretary, free)).body).toMatchObject({ rule: 'board-settled' });
    expect((await put(admin, free)).status).toBe(200);
    expect((await put(admin, (seats) => seats.slice(1))).body).toMatchObject({ rule: 'board-settled' });
  });

  it('tells everybody what awaits them', async () => {
    const { charter, proposal } = await givenSubmittedCharter(api, company);
    const member = await (await api.signIn(company.members[0] ?? '')).get<Inbox>('/inbox');
    expect(member.body.decisions.map(({ code }) => code)).toContain(proposal);
    expect(member.body.standing).toMatchObject({ openPastDue: 0, medianDaysToDecide: expect.any(Number) as number });
    const lead = await (await api.signIn(company.lead)).get<Inbox>('/inbox');
    expect(lead.body.charters.find(({ id }) => id === charter)).toMatchObject({ status: 'submitted' });
    const owner = await (await api.signIn(company.owner)).get<Inbox>('/inbox');
    expect(owner.body.measurementsDue).toMatchObject([{ code: company.kpi.code, dueOn: '2026-02-01' }]);
    expect((await (await api.signInAs('external')).get('/inbox')).status).toBe(403);
  });

  it('puts a version of the strategy in force by the rights of the one before it', async () => {
    const authors = { business: company.owner, it: company.itLead };
    const draft = await givenStrategyDraft(api.owner, { board: company.board.id, rule: 'unanimous', authors });
    const cio = await api.signInAs('cio');
    const proposed = await cio.post<{ proposal: { code: string } }>(`/strategy/versions/${draft.number}/propose`);
    expect(proposed).toMatchObject({ status: 200 });
    const { code } = proposed.body.proposal;
    const seen = await cio.get<Proposal>(`/proposals/${code}`);
    expect(seen.body).toMatchObject({
      rule: 'simple_majority',
      subjectType: 'strategy_version',
      checks: [],
      effects: [],
    });
    for (const member of company.members.slice(0, 5)) await voteAs(api, member, code, 'approve');
    const secretary = await api.signIn(company.secretary);
    const closed = await secretary.post<{ decision: Decision }>(`/proposals/${code}/close`, { rationale: 'Ours.' });
    expect(closed.body.decision).toMatchObject({ outcome: 'approved', strategyVersion: company.strategy.number });
    expect((await cio.get('/strategy')).body).toMatchObject({ number: draft.number, status: 'in_force' });
  });
});
