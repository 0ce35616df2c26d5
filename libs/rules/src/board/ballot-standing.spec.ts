import type { BallotFacts, BallotVote, VoteChoice, VotingRule } from '@sightline/contracts';
import { ballotPerson, ballotSeat, quorateBallot, voteIn } from '@sightline/testing';
import { ballotResult } from './ballot-result';
import { standingOf } from './ballot-standing';

type BallotSubstitute = BallotFacts['substitutes'][number];

const { seats } = quorateBallot();
const [BUSINESS, DATA, SECURITY, IT] = seats as [
  (typeof seats)[0],
  (typeof seats)[0],
  (typeof seats)[0],
  (typeof seats)[0],
];
const holding = (id: string, holder: Parameters<typeof ballotPerson>[0] | null) =>
  seats.map((seat) => (seat.id === id ? { ...seat, holder: holder && ballotPerson(holder) } : seat));
const substitute = (
  constituencyId: string,
  user = ballotPerson({ id: `for-${constituencyId}` }),
): BallotSubstitute => ({
  id: `sub-${constituencyId}`,
  constituencyId,
  user,
});
const stoodIn = ({ id, constituencyId, user }: BallotSubstitute, choice: VoteChoice): BallotVote => ({
  ...voteIn(ballotSeat('', constituencyId), choice, user.id),
  seatId: null,
  substituteId: id,
});
const open = (facts: BallotFacts) => standingOf(facts).open;

describe('a place is open', () => {
  it('for every holder who has not voted, and may', () => {
    const votes = [voteIn(BUSINESS, 'approve')];
    const places = ['data', 'security', 'it'].map((constituencyId) => ({ constituencyId, replaces: [] }));
    expect(open(quorateBallot({ votes }))).toEqual(places);
    const barred = holding('seat-it', { id: 'holder-of-seat-it', conflict: 'lead' });
    expect(open(quorateBallot({ votes, seats: barred }))).toEqual(places.slice(0, 2));
    expect(open(quorateBallot({ votes, seats: holding('seat-it', null) }))).toEqual(places.slice(0, 2));
  });

  it('for the new holder of a seat, whose vote takes the place of the former one’s', () => {
    const former = voteIn(DATA, 'reject', 'former');
    const votes = [voteIn(BUSINESS, 'approve'), former, voteIn(SECURITY, 'approve'), voteIn(IT, 'approve')];
    expect(open(quorateBallot({ votes }))).toEqual([{ constituencyId: 'data', replaces: [former] }]);
  });

  it('for the members who are back, each of whom replaces who stood in for them and nobody else', () => {
    const substitutes = [substitute('data'), substitute('it')];
    const [forData, forIt] = substitutes.map((one) => stoodIn(one, 'reject')) as [BallotVote, BallotVote];
    const votes = [voteIn(BUSINESS, 'approve'), voteIn(SECURITY, 'approve'), forData, forIt];
    expect(open(quorateBallot({ votes, substitutes }))).toEqual([
      { constituencyId: 'data', replaces: [forData] },
      { constituencyId: 'it', replaces: [forIt] },
    ]);
  });

  it('for a substitute where no seat speaks, until they have voted', () => {
    const emptied = holding('seat-data', null);
    const votes = [voteIn(BUSINESS, 'approve'), voteIn(SECURITY, 'approve'), voteIn(IT, 'approve')];
    const facts = (one: BallotSubstitute) => quorateBallot({ votes, seats: emptied, substitutes: [one] });
    expect(open(facts(substitute('data')))).toEqual([{ constituencyId: 'data', replaces: [] }]);
    expect(standingOf(facts(substitute('data'))).eligible).toBe(4);
    const voted = facts(substitute('data'));
    expect(open({ ...voted, votes: [...votes, stoodIn(substitute('data'), 'abstain')] })).toEqual([]);
    for (const unfit of [
      substitute('data', ballotPerson({ id: 'guest', internal: false })),
      substitute('data', ballotPerson({ id: 'leaver', active: false })),
      substitute('data', ballotPerson({ id: 'holder-of-seat-it' })),
      substitute('security'),
    ])
      expect([open(facts(unfit)), standingOf(facts(unfit)).eligible]).toEqual([[], 3]);
  });
});

describe('a person', () => {
  it('votes once: in the seat, not beside it', () => {
    const second = substitute('it', ballotPerson({ id: 'holder-of-seat-data' }));
    const votes = [voteIn(BUSINESS, 'approve'), voteIn(DATA, 'approve'), stoodIn(second, 'reject')];
    const facts = quorateBallot({ votes, seats: holding('seat-it', null), substitutes: [second] });
    expect(standingOf(facts).votes.map(({ vote }) => vote.choice)).toEqual(['approve', 'approve']);
    expect(ballotResult(facts).constituencies.map((one) => one.substitute)).toEqual([
      null,
      null,
      null,
      { id: 'holder-of-seat-data', name: 'holder-of-seat-data' },
    ]);
  });
});

describe('a ballot is settled', () => {
  const spare = ballotSeat('seat-data-2', 'data');
  const cast = (rule: VotingRule, choices: VoteChoice[], more: Partial<BallotFacts> = {}) =>
    ballotResult(
      quorateBallot({ rule, votes: seats.map((seat, at) => voteIn(seat, choices[at] ?? 'abstain')), ...more }),
    );

  it('not while one return more would send back what is lost', () => {
    const lost = cast('unanimous', ['reject', 'abstain', 'abstain', 'abstain'], { seats: [...seats, spare] });
    expect(lost).toMatchObject({ outcome: 'rejected', settled: false });
  });

  it('not while one approval more would carry it', () => {
    const near = cast('simple_majority', ['approve', 'return', 'return', 'abstain'], { seats: [...seats, spare] });
    expect(near).toMatchObject({ outcome: 'returned', settled: false });
  });

  it('where the vote that could still be cast takes the place of one that counts now', () => {
    const taken = holding('seat-data', { id: 'newcomer' });
    const votes = [
      voteIn(BUSINESS, 'approve'),
      voteIn(DATA, 'reject', 'former'),
      voteIn(SECURITY, 'approve'),
      voteIn(IT, 'abstain'),
    ];
    const result = ballotResult(quorateBallot({ rule: 'two_thirds', seats: taken, votes }));
    expect(result).toMatchObject({ outcome: 'approved', settled: true });
  });
});

describe('a ballot says why', () => {
  const tally = { approve: 0, return: 0, reject: 0, abstain: 0, rule: 'simple_majority' };
  const why = (choices: (VoteChoice | null)[], more: Partial<BallotFacts> = {}) =>
    ballotResult(
      quorateBallot({
        votes: (more.seats ?? seats).flatMap((seat, at) => {
          const choice = choices[at];
          return choice ? [voteIn(seat, choice)] : [];
        }),
        ...more,
      }),
    ).why;
  const settled = { code: 'settled', params: {} };

  it('who is missing, and who is gone', () => {
    expect(why(['approve', 'approve', 'approve', null])).toEqual([
      { code: 'constituency-missing', params: { constituencies: ['IT'] } },
    ]);
    expect(why(['approve', null, 'approve', 'approve'], { seats: holding('seat-data', null) })).toEqual([
      { code: 'constituency-emptied', params: { constituencies: ['Data'] } },
    ]);
  });

  it('what it comes to, with its votes and its rule', () => {
    expect(why(['approve', 'approve', 'approve', 'approve'])).toEqual([
      { code: 'carried', params: { ...tally, approve: 4 } },
      settled,
    ]);
    expect(why(['approve', 'approve', 'reject', 'reject'])).toEqual([
      { code: 'not-carried', params: { ...tally, approve: 2, reject: 2, outcome: 'rejected' } },
      settled,
    ]);
  });

  it('what an approval lacks beside the rule', () => {
    const alone = { ...tally, approve: 1, abstain: 3, outcome: 'returned' };
    expect(why(['approve', 'abstain', 'abstain', 'abstain'])).toEqual([
      { code: 'not-carried', params: alone },
      { code: 'approvals-too-few', params: { approvals: 1, needed: 2 } },
      settled,
    ]);
    const twice = [...seats, ballotSeat('seat-business-2', 'business')];
    expect(why(['approve', 'abstain', 'abstain', 'abstain', 'approve'], { seats: twice })).toEqual([
      { code: 'not-carried', params: { ...alone, approve: 2 } },
      { code: 'approvals-one-constituency', params: { needed: 2 } },
      settled,
    ]);
  });

  it('how many could still change it', () => {
    const more = [...seats, ballotSeat('seat-data-2', 'data')];
    expect(why(['approve', 'approve', 'reject', 'abstain'], { seats: more })).toEqual([
      { code: 'carried', params: { ...tally, approve: 2, reject: 1, abstain: 1 } },
      { code: 'may-still-change', params: { open: 1 } },
    ]);
  });
});
