import type { BallotFacts, VoteChoice, VotingRule } from '@sightline/contracts';
import { ballotPerson, ballotSeat, quorateBallot, voteIn } from '@sightline/testing';
import { ballotResult } from './ballot-result';

const { seats } = quorateBallot();
const OVERDUE = '2026-12-05T00:00:00.000Z';
/** Votes of business, data, security and IT, in this order; null has not voted. */
const ballot = (choices: (VoteChoice | null)[], changes: Partial<BallotFacts> = {}) =>
  quorateBallot({
    votes: seats.flatMap((seat, index) => {
      const choice = choices[index];
      return choice ? [voteIn(seat, choice)] : [];
    }),
    ...changes,
  });
const seatOf = (id: string, changes: Parameters<typeof ballotPerson>[0] | null) =>
  seats.map((seat) => (seat.id === id ? { ...seat, holder: changes && ballotPerson(changes) } : seat));
const why = (facts: BallotFacts) => ballotResult(facts).why.map(({ code }) => code);

const [A, R, X, O] = ['approve', 'return', 'reject', 'abstain'] as const;
const RULES: [rule: VotingRule, votes: VoteChoice[], outcome: string][] = [
  ['simple_majority', [A, A, A, A], 'approved'],
  ['simple_majority', [A, A, X, O], 'approved'],
  ['simple_majority', [A, A, X, X], 'rejected'],
  ['simple_majority', [A, A, R, R], 'approved'],
  ['simple_majority', [A, O, O, O], 'returned'],
  ['simple_majority', [O, O, O, O], 'returned'],
  ['simple_majority', [R, X, O, O], 'returned'],
  ['simple_majority', [R, X, X, O], 'rejected'],
  ['two_thirds', [A, A, X, O], 'approved'],
  ['two_thirds', [A, A, X, X], 'rejected'],
  ['two_thirds', [A, A, A, X], 'approved'],
  ['two_thirds', [A, A, R, R], 'approved'],
  ['unanimous', [A, A, A, A], 'approved'],
  ['unanimous', [A, A, A, X], 'rejected'],
  ['unanimous', [A, A, O, R], 'approved'],
  ['unanimous', [A, O, O, R], 'returned'],
];

describe('a ballot', () => {
  it.each(RULES)('by %s with %j is %s', (rule, votes, outcome) => {
    expect(ballotResult(ballot(votes, { rule })).outcome).toBe(outcome);
  });

  it('by two thirds needs exactly two of three', () => {
    const more = [...seats, ballotSeat('seat-data-2', 'data'), ballotSeat('seat-data-3', 'data')];
    const cast = (choices: VoteChoice[]) => more.map((seat, index) => voteIn(seat, choices[index] ?? 'abstain'));
    const outcome = (choices: VoteChoice[]) =>
      ballotResult(quorateBallot({ rule: 'two_thirds', seats: more, votes: cast(choices) })).outcome;
    expect(outcome([A, A, A, A, X, X])).toBe('approved');
    expect(outcome([A, A, A, X, X, O])).toBe('rejected');
  });

  it('counts what everybody chose', () => {
    expect(ballotResult(ballot([A, R, X, O]))).toMatchObject({
      tally: { approve: 1, return: 1, reject: 1, abstain: 1 },
      eligibleSeats: 4,
      seatsVoted: 4,
      seatsNeeded: 2,
      present: true,
    });
  });
});

describe('an approval', () => {
  const two = [...seats, ballotSeat('seat-it-2', 'it'), ballotSeat('seat-business-2', 'business')];
  const cast = (choices: Record<string, VoteChoice>) =>
    quorateBallot({ seats: two, votes: two.map((seat) => voteIn(seat, choices[seat.id] ?? 'abstain')) });

  it('takes two', () => {
    const facts = cast({ 'seat-business': A });
    expect(ballotResult(facts).outcome).toBe('returned');
    expect(why(facts)).toContain('approvals-too-few');
  });

  it('takes two constituencies', () => {
    const facts = cast({ 'seat-business': A, 'seat-business-2': A });
    expect(ballotResult(facts).outcome).toBe('returned');
    expect(why(facts)).toContain('approvals-one-constituency');
  });

  it('takes one that is not IT, where two constituencies are', () => {
    const constituencies = quorateBallot().constituencies.map((one) => ({ ...one, isIt: one.id !== 'business' }));
    const facts = { ...cast({ 'seat-data': A, 'seat-it': A }), constituencies };
    expect(ballotResult(facts).outcome).toBe('returned');
    expect(why(facts)).toContain('approvals-only-it');
  });
});

describe('presence', () => {
  it('takes every constituency, and an abstention is a vote', () => {
    expect(ballotResult(ballot([A, A, A, null]))).toMatchObject({ present: false, outcome: null, canClose: false });
    expect(why(ballot([A, A, A, null]))).toEqual(['constituency-missing']);
    expect(ballotResult(ballot([A, A, A, O])).present).toBe(true);
  });

  it('takes half of the eligible seats, rounded up', () => {
    const many = [...seats, ...['5', '6', '7', '8', '9'].map((n) => ballotSeat(`seat-data-${n}`, 'data'))];
    const facts = ballot([A, A, A, A], { seats: many });
    expect(ballotResult(facts)).toMatchObject({ eligibleSeats: 9, seatsNeeded: 5, seatsVoted: 4, present: false });
    expect(ballotResult(facts).why).toEqual([{ code: 'seats-missing', params: { voted: 4, needed: 5, missing: 1 } }]);
    const half = ballot([A, A, A, A], { seats: many.slice(0, 8) });
    expect(ballotResult(half)).toMatchObject({ eligibleSeats: 8, seatsNeeded: 4, present: true });
    expect(why(half)).not.toContain('seats-missing');
  });

  it('is not there on a board without anybody', () => {
    const nobody = quorateBallot({ constituencies: [], seats: [], votes: [] });
    expect(ballotResult(nobody)).toMatchObject({ present: false, outcome: null, canClose: false });
  });

  it.each([
    ['conflicted', ballotPerson({ id: 'holder-of-seat-data', conflict: 'lead' })],
    ['external', ballotPerson({ id: 'holder-of-seat-data', internal: false })],
  ])('does not count the vote of somebody %s', (_, holder) => {
    const result = ballotResult(ballot([A, A, A, A], { seats: seatOf('seat-data', holder) }));
    expect(result).toMatchObject({ eligibleSeats: 3, seatsVoted: 3, present: false, tally: { approve: 3 } });
  });

  it.each([
    ['a recusal', ballotPerson({ id: 'x', conflict: 'sponsor' })],
    ['a suspension', ballotPerson({ id: 'x', active: false })],
    ['a vacancy', null],
  ])('never skips a constituency emptied by %s', (_, holder) => {
    const facts = ballot([A, null, A, A], { seats: seatOf('seat-data', holder), now: OVERDUE });
    expect(ballotResult(facts)).toMatchObject({ present: false, canClose: false });
    expect(why(facts)).toEqual(['constituency-emptied']);
  });

  it('is restored by a substitute who votes', () => {
    const user = ballotPerson({ id: 'stand-in' });
    const substitutes = [{ id: 'sub', constituencyId: 'data', user }];
    const vote = { ...voteIn(ballotSeat('', 'data'), A, 'stand-in'), seatId: null, substituteId: 'sub' };
    const open = ballot([A, null, A, A], { seats: seatOf('seat-data', null), substitutes });
    expect(why(open)).toEqual(['constituency-missing']);
    expect(ballotResult(open).eligibleSeats).toBe(4);
    const other = { ...vote, userId: 'somebody-else' };
    expect(ballotResult({ ...open, votes: [...open.votes, other] }).present).toBe(false);
    const elsewhere = { ...vote, substituteId: 'sub-of-another-proposal' };
    expect(ballotResult({ ...open, votes: [...open.votes, elsewhere] }).present).toBe(false);
    const result = ballotResult({ ...open, votes: [...open.votes, vote] });
    expect(result).toMatchObject({ present: true, outcome: 'approved', eligibleSeats: 4, seatsVoted: 4 });
    expect(result.constituencies[1]).toMatchObject({ voted: true, emptied: false, substitute: { id: 'stand-in' } });
  });

  it.each([
    ['conflicted', ballotPerson({ id: 'stand-in', conflict: 'editor' })],
    ['external', ballotPerson({ id: 'stand-in', internal: false })],
  ])('is not restored by a substitute who is %s', (_, user) => {
    const vote = { ...voteIn(ballotSeat('', 'data'), A, 'stand-in'), seatId: null, substituteId: 'sub' };
    const facts = ballot([A, null, A, A], {
      seats: seatOf('seat-data', null),
      substitutes: [{ id: 'sub', constituencyId: 'data', user }],
    });
    expect(ballotResult({ ...facts, votes: [...facts.votes, vote] }).present).toBe(false);
    expect(why(facts)).toEqual(['constituency-emptied']);
  });
});

describe('a vote', () => {
  it('stays when its caster has left the seat', () => {
    expect(ballotResult(ballot([A, A, A, A], { seats: seatOf('seat-data', null) }))).toMatchObject({
      present: true,
      tally: { approve: 4 },
      settled: true,
    });
  });

  it('of a former holder gives way to the new one’s', () => {
    const taken = seatOf('seat-data', { id: 'newcomer' });
    const kept = ballot([A, A, X, X], { seats: taken });
    expect(ballotResult(kept)).toMatchObject({ tally: { approve: 2, reject: 2 }, seatsVoted: 4, eligibleSeats: 4 });
    const seat = taken.find(({ id }) => id === 'seat-data') ?? seats[0];
    const replaced = { ...kept, votes: seat ? [voteIn(seat, X), ...kept.votes] : [] };
    expect(ballotResult(replaced)).toMatchObject({ tally: { approve: 1, reject: 3 }, seatsVoted: 4 });
  });

  it('of the last of several former holders stands', () => {
    const [, data] = seats;
    const votes = data ? [voteIn(data, A, 'first'), voteIn(data, X, 'second')] : [];
    expect(ballotResult(quorateBallot({ votes })).tally).toMatchObject({ approve: 0, reject: 1 });
  });

  it('of a substitute gives way to the member who came back', () => {
    const substitutes = [{ id: 'sub', constituencyId: 'data', user: ballotPerson({ id: 'stand-in' }) }];
    const stoodIn = { ...voteIn(ballotSeat('', 'data'), X, 'stand-in'), seatId: null, substituteId: 'sub' };
    const facts = ballot([A, null, A, A], { substitutes });
    expect(ballotResult({ ...facts, votes: [...facts.votes, stoodIn] }).tally).toMatchObject({ approve: 3, reject: 1 });
    const back = ballot([A, A, A, A], { substitutes });
    expect(ballotResult({ ...back, votes: [...back.votes, stoodIn] }).tally).toMatchObject({ approve: 4, reject: 0 });
  });

  it('in no pinned seat does not count', () => {
    const stray = voteIn(ballotSeat('elsewhere', 'it'), A, 'stranger');
    expect(ballotResult(ballot([A, A, A, null], { votes: [stray] })).tally.approve).toBe(0);
  });
});

describe('closing', () => {
  it('waits for the due date while a vote could still change it', () => {
    const spare = [...seats, ballotSeat('seat-data-2', 'data')];
    const facts = ballot([A, A, X, O], { seats: spare });
    expect(ballotResult(facts)).toMatchObject({ present: true, outcome: 'approved', settled: false, canClose: false });
    expect(why(facts)).toEqual(['carried', 'may-still-change']);
    expect(ballotResult({ ...facts, now: OVERDUE }).canClose).toBe(true);
  });

  it('comes early once no vote still uncast could change it', () => {
    const spare = [...seats, ballotSeat('seat-data-2', 'data')];
    const facts = ballot([A, A, A, X], { seats: spare });
    expect(ballotResult(facts)).toMatchObject({ settled: true, canClose: true });
    expect(why(facts)).toEqual(['carried', 'settled']);
  });

  it('never comes without presence, and lapses ten days past due', () => {
    const absent = ballot([A, A, null, null]);
    expect(ballotResult({ ...absent, now: OVERDUE })).toMatchObject({ canClose: false, lapsed: false });
    expect(ballotResult({ ...absent, now: '2026-12-14T22:59:59.999Z' }).lapsed).toBe(false);
    const lapsed = { ...absent, now: '2026-12-14T23:00:00.000Z' };
    expect(ballotResult(lapsed)).toMatchObject({ canClose: false, lapsed: true });
    expect(why(lapsed)).toContain('lapsed');
  });

  it('is still possible late when all were there', () => {
    expect(ballotResult(ballot([A, A, A, A], { now: '2027-02-01T00:00:00.000Z' }))).toMatchObject({
      canClose: true,
      lapsed: false,
    });
  });
});
