import {
  type BallotFacts,
  type BallotOutcome,
  type BallotVote,
  VOTE_CHOICES,
  VOTING_RULES,
} from '@sightline/contracts';
import { ballotPerson, ballotSeat, CONSTITUENCIES, quorateBallot, voteIn } from '@sightline/testing';
import fc from 'fast-check';
import { ballotResult } from './ballot-result';
import { standingOf } from './ballot-standing';

const conflict = fc.option(
  fc.constantFrom('submitter' as const, 'lead' as const, 'sponsor' as const, 'editor' as const),
  {
    freq: 4,
  },
);
const person = (id: string, flaws: { internal: boolean; active: boolean }) => ballotPerson({ id, ...flaws });
const flaws = fc.record({
  internal: fc.constant(true),
  active: fc.oneof({ weight: 5, arbitrary: fc.constant(true) }, fc.constant(false)),
});
const mostly = fc.oneof({ weight: 6, arbitrary: fc.constant(true) }, fc.constant(false));
const choice = fc.constantFrom(...VOTE_CHOICES);

const anySeat = fc.record({
  constituency: fc.constantFrom(...CONSTITUENCIES.map(({ id }) => id)),
  occupied: mostly,
  internal: mostly,
  conflict: fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, conflict),
  flaws,
  voted: fc.constantFrom('holder', 'holder', 'former', 'nobody'),
  choice,
});

/** Boards of at least one seat per constituency and up to three more, with recusals, vacancies, leavers, substitutes. */
const anyBallot: fc.Arbitrary<BallotFacts> = fc
  .record({
    rule: fc.constantFrom(...VOTING_RULES),
    seats: fc.tuple(
      ...CONSTITUENCIES.map(({ id }) => anySeat.map((seat) => ({ ...seat, constituency: id }))),
      fc.array(anySeat, { maxLength: 3 }),
    ),
    standIns: fc.uniqueArray(
      fc.record({
        constituency: fc.constantFrom('business', 'data', 'security', 'it'),
        internal: mostly,
        choice: fc.option(choice),
      }),
      { maxLength: 2, selector: ({ constituency }) => constituency },
    ),
    now: fc.constantFrom('2026-11-23T10:00:00.000Z', '2026-12-06T10:00:00.000Z', '2027-01-10T10:00:00.000Z'),
  })
  .map(({ rule, seats: drawn, standIns, now }) => {
    const flat = drawn.flat();
    const seats = flat.map((one, index) =>
      ballotSeat(`seat-${index}`, one.constituency, {
        holder: one.occupied
          ? { ...person(`holder-${index}`, one.flaws), internal: one.internal, conflict: one.conflict }
          : null,
      }),
    );
    const votes = seats.flatMap((seat, index): BallotVote[] => {
      const one = flat[index];
      if (!one || one.voted === 'nobody') return [];
      return [voteIn(seat, one.choice, one.voted === 'former' ? `former-${index}` : `holder-${index}`)];
    });
    const substitutes = standIns.map(({ constituency, internal }, index) => ({
      id: `sub-${index}`,
      constituencyId: constituency,
      user: ballotPerson({ id: `stand-in-${index}`, internal }),
    }));
    const substituted = standIns.flatMap(({ constituency, choice: cast }, index): BallotVote[] =>
      cast
        ? [
            {
              ...voteIn(ballotSeat('', constituency), cast, `stand-in-${index}`),
              seatId: null,
              substituteId: `sub-${index}`,
            },
          ]
        : [],
    );
    return quorateBallot({ rule, seats, substitutes, votes: [...votes, ...substituted], now });
  });

/** Every ballot that can come of this one when those who have not voted do, or do not: by brute force. */
function completions(facts: BallotFacts): BallotFacts[] {
  const { votes } = standingOf(facts);
  const has = (userId: string) => votes.some(({ vote }) => vote.userId === userId);
  const holders = facts.seats.filter(
    ({ holder }) => holder?.internal && holder.active && !holder.conflict && !has(holder.id),
  );
  const standIns = facts.substitutes.filter(
    ({ user, constituencyId }) =>
      user.internal &&
      user.active &&
      !user.conflict &&
      !has(user.id) &&
      !facts.seats.some((seat) => seat.constituencyId === constituencyId && speaks(facts, seat.id)),
  );
  const waiting = [
    ...holders.map((seat) => (cast: BallotVote['choice']) => voteIn(seat, cast)),
    ...standIns.map(({ id, constituencyId, user }) => (cast: BallotVote['choice']): BallotVote => ({
      ...voteIn(ballotSeat('', constituencyId), cast, user.id),
      seatId: null,
      substituteId: id,
    })),
  ];
  return waiting.reduce<BallotFacts[]>(
    (ballots, vote) =>
      ballots.flatMap((ballot) => [
        ballot,
        ...VOTE_CHOICES.map((cast) => ({ ...ballot, votes: [...ballot.votes, vote(cast)] })),
      ]),
    [facts],
  );
}

function speaks(facts: BallotFacts, seatId: string): boolean {
  const holder = facts.seats.find(({ id }) => id === seatId)?.holder;
  const able = Boolean(holder?.internal && holder.active && !holder.conflict);
  return able || standingOf(facts).votes.some(({ vote }) => vote.seatId === seatId);
}

describe('any ballot', () => {
  it('is settled exactly when no vote still uncast could alter the outcome', () => {
    fc.assert(
      fc.property(anyBallot, (facts) => {
        const { settled, present } = ballotResult(facts);
        const outcomes = new Set(completions(facts).map((done) => ballotResult(done).outcome));
        expect(settled).toBe(present && outcomes.size === 1);
      }),
      { numRuns: 400 },
    );
  });

  it('stays present whoever votes next', () => {
    fc.assert(
      fc.property(anyBallot, (facts) => {
        if (!ballotResult(facts).present) return;
        expect(completions(facts).every((done) => ballotResult(done).present)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('comes to the same in whatever order seats, votes and constituencies are read', () => {
    fc.assert(
      fc.property(anyBallot, fc.infiniteStream(fc.nat()), (facts, keys) => {
        const shuffled = <T>(list: readonly T[]) =>
          list
            .map((one) => ({ one, key: keys.next().value ?? 0 }))
            .toSorted((a, b) => a.key - b.key)
            .map(({ one }) => one);
        const { tally, outcome, present, settled, canClose } = ballotResult(facts);
        const turned: BallotFacts = {
          ...facts,
          seats: shuffled(facts.seats),
          votes: shuffled(facts.votes),
          substitutes: shuffled(facts.substitutes),
          constituencies: shuffled(facts.constituencies),
        };
        expect(ballotResult(turned)).toMatchObject({ tally, outcome, present, settled, canClose });
      }),
    );
  });

  it('never counts a conflicted or an external person, nor one person or one seat twice', () => {
    fc.assert(
      fc.property(anyBallot, (facts) => {
        const { votes } = standingOf(facts);
        const people = [
          ...facts.seats.flatMap(({ holder }) => holder ?? []),
          ...facts.substitutes.map(({ user }) => user),
        ];
        const barred = people.filter(({ internal, conflict: stake }) => !internal || stake).map(({ id }) => id);
        expect(votes.filter(({ vote }) => barred.includes(vote.userId))).toEqual([]);
        expect(new Set(votes.map(({ vote }) => vote.userId)).size).toBe(votes.length);
        expect(new Set(votes.map(({ vote }) => vote.seatId ?? vote.substituteId)).size).toBe(votes.length);
      }),
      { numRuns: 1000 },
    );
  });

  it('is the same as if those who may not vote had never done so', () => {
    fc.assert(
      fc.property(anyBallot, (facts) => {
        const standing = standingOf(facts).votes.map(({ vote }) => vote);
        const { tally, outcome, present } = ballotResult(facts);
        expect(ballotResult({ ...facts, votes: standing })).toMatchObject({ tally, outcome, present });
      }),
    );
  });

  it('approves only with two approvals from two constituencies, one not IT, and every constituency heard', () => {
    const approvals: BallotOutcome[] = [];
    fc.assert(
      fc.property(anyBallot, (facts) => {
        const { outcome } = ballotResult(facts);
        if (outcome !== 'approved') return;
        approvals.push(outcome);
        const { votes } = standingOf(facts);
        const approving = votes.filter(({ vote }) => vote.choice === 'approve');
        const heard = new Set(votes.map(({ constituencyId }) => constituencyId));
        expect(approving.length).toBeGreaterThanOrEqual(2);
        expect(new Set(approving.map(({ constituencyId }) => constituencyId)).size).toBeGreaterThanOrEqual(2);
        expect(approving.some(({ constituencyId }) => constituencyId !== 'it')).toBe(true);
        expect(CONSTITUENCIES.every(({ id }) => heard.has(id))).toBe(true);
      }),
      { numRuns: 2000 },
    );
    expect(approvals.length).toBeGreaterThan(20);
  });
});
