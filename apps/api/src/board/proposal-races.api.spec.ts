import type { Proposal, Tally, VoteChoice } from '@sightline/contracts';
import { type Answer, type Client, patiently } from '../../test/client';
import { givenUser } from '../../test/given';
import { CONSTITUENCIES, givenSeat } from '../../test/given-board';
import {
  allApprove,
  type DecidingCompany,
  givenDecidingCompany,
  givenSubmittedCharter,
  hashOf,
} from '../../test/given-proposal';
import { type RunningApi, startApi } from '../../test/start-api';

const VOTERS = 12;
/** As many wait on the row as the API has connections for; the others wait for a connection. */
const AT_ONCE = 10;

describe('many at the same moment', () => {
  let api: RunningApi;
  let company: DecidingCompany;
  beforeAll(async () => {
    api = await startApi();
    company = await givenDecidingCompany(api);
    for (let more = company.members.length; more < VOTERS; more++) {
      const user = await givenUser(api.owner, { roles: ['board_member'], businessUnitId: company.business });
      const key = CONSTITUENCIES[more % CONSTITUENCIES.length] ?? 'data';
      await givenSeat(api.owner, company.board.id, company.board.constituencies[key], user);
      company.members.push(user);
    }
  });
  afterAll(() => api.stop());

  /** Holds the proposal until every request waits for it, then lets go: the race happens on every run. */
  async function atTheSameMoment<T>(proposal: string, send: () => Promise<T>[]): Promise<T[]> {
    const holder = api.owner.createQueryRunner();
    await holder.startTransaction();
    await holder.query(`SELECT 1 FROM proposal WHERE code = $1 FOR UPDATE`, [proposal]);
    const requests = send();
    const waiting = async (): Promise<number> =>
      (
        await api.owner.query<[{ n: number }]>(
          `SELECT count(DISTINCT l.pid)::int AS n FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
            WHERE a.datname = current_database() AND NOT l.granted`,
        )
      )[0].n;
    while ((await waiting()) < Math.min(requests.length, AT_ONCE)) await new Promise((tick) => setTimeout(tick, 5));
    await holder.commitTransaction();
    await holder.release();
    return Promise.all(requests);
  }

  const signedIn = (users: string[]): Promise<Client[]> => Promise.all(users.map((user) => api.signIn(user)));
  const vote = (
    client: Client,
    proposal: string,
    choice: VoteChoice,
    snapshotHash: string,
  ): Promise<Answer<Proposal>> =>
    patiently(() => client.put(`/proposals/${proposal}/vote`, { choice, snapshotHash, reason: 'Because.' }));
  const close = (client: Client, proposal: string): Promise<Answer<unknown>> =>
    patiently(() => client.post(`/proposals/${proposal}/close`, { rationale: 'Yes.' }));
  const counted = async (proposal: string): Promise<{ votes: number; decisions: number }> =>
    (
      await api.db.query<[{ votes: number; decisions: number }]>(
        `SELECT (SELECT count(*)::int FROM counted_vote v WHERE v.proposal_id = p.id) AS votes,
                (SELECT count(*)::int FROM decision d WHERE d.proposal_id = p.id) AS decisions
           FROM proposal p WHERE p.code = $1`,
        [proposal],
      )
    )[0];

  it('counts each of twelve voters once, however often and whenever they vote', async () => {
    const { proposal } = await givenSubmittedCharter(api, company);
    const clients = await signedIn(company.members);
    const hash = await hashOf(clients[0] as Client, proposal);
    const answers = await atTheSameMoment(proposal, () =>
      (['reject', 'approve'] as const).flatMap((choice) =>
        clients.map((client) => vote(client, proposal, choice, hash)),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array<number>(2 * VOTERS).fill(200));
    expect(await counted(proposal)).toEqual({ votes: VOTERS, decisions: 0 });
  });

  it('makes one decision of two who close, while the others still vote', async () => {
    const { proposal } = await givenSubmittedCharter(api, company);
    await allApprove(api, company, proposal);
    const clients = await signedIn(company.members);
    const hash = await hashOf(clients[0] as Client, proposal);
    const [first, second] = await signedIn([company.secretary, company.members[0] as string]);
    const answers = await atTheSameMoment<Answer<unknown>>(proposal, () => [
      ...clients.slice(1, 4).map((client) => vote(client, proposal, 'approve', hash)),
      close(first as Client, proposal),
      close(second as Client, proposal),
      ...clients.slice(4).map((client) => vote(client, proposal, 'approve', hash)),
    ]);
    const closings = answers.slice(3, 5).map(({ status }) => status);
    expect(closings.sort()).toEqual([200, 409]);
    expect(answers.every(({ status }) => status === 200 || status === 409)).toBe(true);
    expect(await counted(proposal)).toEqual({ votes: VOTERS, decisions: 1 });
    const [{ tally }] = await api.db.query<[{ tally: Tally }]>(
      `SELECT d.record -> 'tally' AS tally FROM decision d JOIN proposal p ON p.id = d.proposal_id WHERE p.code = $1`,
      [proposal],
    );
    expect(tally).toEqual({ approve: VOTERS, return: 0, reject: 0, abstain: 0 });
  });

  it('decides on the charter as it was voted on, or not at all, when its lead edits while the board closes', async () => {
    const { charter, proposal } = await givenSubmittedCharter(api, company);
    await allApprove(api, company, proposal);
    const [secretary, lead] = (await signedIn([company.secretary, company.lead])) as [Client, Client];
    const { body } = await lead.get<{ version: number }>(`/charters/${charter}`);
    const change = { budget: { amount: '900000.00', currency: 'EUR' } };
    const [closing, edit] = (await atTheSameMoment<Answer<unknown>>(proposal, () => [
      close(secretary, proposal),
      lead.patch(`/charters/${charter}`, change, { version: body.version }),
    ])) as [Answer<unknown>, Answer<unknown>];
    const [{ approved, budget }] = await api.db.query<[{ approved: boolean; budget: string }]>(
      `SELECT approved_at IS NOT NULL AS approved, budget_amount AS budget FROM charter WHERE id = $1`,
      [charter],
    );
    expect([closing.status === 200, approved, budget]).toEqual(
      closing.status === 200 ? [true, true, '125000.00'] : [false, false, '900000.00'],
    );
    expect(edit.status === 200).toBe(closing.status !== 200);
  });

  it('answers a repeated closing with the same key as the first time', async () => {
    const { proposal } = await givenSubmittedCharter(api, company);
    await allApprove(api, company, proposal);
    const secretary = await api.signIn(company.secretary);
    const once = () =>
      secretary.post<unknown>(`/proposals/${proposal}/close`, { rationale: 'Yes.' }, { key: `close-${proposal}` });
    const [first, again] = await Promise.all([once(), once()]);
    expect([first.status, again.status]).toEqual([200, 200]);
    expect(again.body).toEqual(first.body);
    expect((await counted(proposal)).decisions).toBe(1);
  });
});
