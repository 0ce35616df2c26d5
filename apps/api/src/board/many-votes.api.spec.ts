import type { Tally } from '@sightline/contracts';
import { type Answer, type Client, patiently } from '../../test/client';
import { givenUser } from '../../test/given';
import { CONSTITUENCIES, givenSeat } from '../../test/given-board';
import { type DecidingCompany, givenDecidingCompany, givenSubmittedCharter, hashOf } from '../../test/given-proposal';
import { Random } from '../../test/histories/random';
import { judgeAll } from '../../test/histories/unlawful-approvals';
import { type RunningApi, startApi } from '../../test/start-api';
import { whileHeld } from '../../test/while-held';

/** The short form; the long one is run with SIGHTLINE_DECISIONS=200 (TRUST T3). */
const DECISIONS = Number(process.env['SIGHTLINE_DECISIONS'] ?? 10);
const VOTERS = 12;
const VOTES_EACH = 5;
const CLOSERS = 3;
/** As many wait for the row as the API has connections for. */
const AT_ONCE = 10;

describe(`${DECISIONS} decisions of ${VOTERS} voters who all vote ${VOTES_EACH} times at the same moment`, () => {
  let api: RunningApi;
  let company: DecidingCompany;
  let voters: Client[];
  let closers: Client[];

  beforeAll(async () => {
    api = await startApi({ env: { SIGHTLINE_LOG_LEVEL: 'error' } });
    company = await givenDecidingCompany(api);
    for (let more = company.members.length; more < VOTERS; more++) {
      const user = await givenUser(api.owner, { roles: ['board_member'], businessUnitId: company.business });
      const key = CONSTITUENCIES[more % CONSTITUENCIES.length] ?? 'data';
      await givenSeat(api.owner, company.board.id, company.board.constituencies[key], user);
      company.members.push(user);
    }
    voters = await Promise.all(company.members.map((user) => api.signIn(user)));
    const offices = [company.secretary, ...company.members].slice(0, CLOSERS);
    closers = await Promise.all(offices.map((user) => api.signIn(user)));
  });
  afterAll(() => api.stop());

  const close = (proposal: string): Promise<Answer<unknown>>[] =>
    closers.map((closer) => patiently(() => closer.post(`/proposals/${proposal}/close`, { rationale: 'As voted.' })));

  /** Sixty votes and three closings at once, then three closings more; answers every status. */
  async function storm(proposal: string, random: Random): Promise<number[]> {
    const snapshotHash = await hashOf(voters[0] as Client, proposal);
    const vote = (voter: Client): Promise<Answer<unknown>> => {
      const choice = random.pick(['approve', 'approve', 'approve', 'approve', 'reject', 'return', 'abstain']);
      return patiently(() => voter.put(`/proposals/${proposal}/vote`, { choice, snapshotHash, reason: 'So.' }));
    };
    const rounds = Array.from({ length: VOTES_EACH }, () => voters).flat();
    const lock = `SELECT 1 FROM proposal WHERE code = '${proposal}' FOR UPDATE`;
    const first = await whileHeld(api.owner, lock, () => [...rounds.map(vote), ...close(proposal)], AT_ONCE);
    return [...first, ...(await Promise.all(close(proposal)))].map(({ status }) => status);
  }

  it(
    'counts everybody once, decides each once, and lets nobody see a deadlock',
    async () => {
      const statuses = new Set<number>();
      for (let n = 0; n < DECISIONS; n++) {
        const { proposal } = await givenSubmittedCharter(api, company);
        for (const status of await storm(proposal, new Random(n))) statuses.add(status);
        expect(await counted(proposal)).toEqual({ twice: 0, decisions: 1, same: true });
      }
      expect([...statuses].filter((status) => status !== 200 && status !== 409)).toEqual([]);
      expect(api.logs.filter((line) => /deadlock/i.test(line))).toEqual([]);
      expect((await judgeAll(api.owner)).violations).toEqual([]);
    },
    30_000 + DECISIONS * 30_000,
  );

  async function counted(proposal: string): Promise<{ twice: number; decisions: number; same: boolean }> {
    const [row] = await api.db.query<[{ twice: number; decisions: number; votes: Tally; tally: Tally }]>(COUNTED, [
      proposal,
    ]);
    const { votes, tally, ...rest } = row;
    return { ...rest, same: JSON.stringify(votes) === JSON.stringify(tally) };
  }
});

const COUNTED = `
  SELECT (SELECT count(*)::int - count(DISTINCT user_id)::int FROM counted_vote v WHERE v.proposal_id = p.id) AS twice,
         (SELECT count(*)::int FROM decision d WHERE d.proposal_id = p.id) AS decisions,
         (SELECT d.record -> 'tally' FROM decision d WHERE d.proposal_id = p.id) AS tally,
         (SELECT jsonb_build_object('approve', count(*) FILTER (WHERE choice = 'approve'),
                                    'return', count(*) FILTER (WHERE choice = 'return'),
                                    'reject', count(*) FILTER (WHERE choice = 'reject'),
                                    'abstain', count(*) FILTER (WHERE choice = 'abstain'))
            FROM counted_vote v WHERE v.proposal_id = p.id) AS votes
    FROM proposal p WHERE p.code = $1`;
