import type { BallotFacts, BallotPerson } from '@sightline/contracts';
import { ballotPerson, quorateBallot } from '@sightline/testing';
import {
  mayBeSubstitute,
  mayCastVote,
  mayCloseAsMember,
  mayOverruleOutcome,
  pickVotingAuthority,
  votingBar,
} from './voting-authority';

const HOLDER = 'holder-of-seat-data';
const withHolder = (changes: Partial<BallotPerson> | null): BallotFacts =>
  quorateBallot({
    votes: [],
    seats: quorateBallot().seats.map((seat) =>
      seat.id === 'seat-data' ? { ...seat, holder: changes && ballotPerson({ id: HOLDER, ...changes }) } : seat,
    ),
  });
const withStandIn = (holder: Partial<BallotPerson> | null, changes: Partial<BallotPerson> = {}): BallotFacts => ({
  ...withHolder(holder),
  substitutes: [{ id: 'sub', constituencyId: 'data', user: ballotPerson({ id: 'stand-in', ...changes }) }],
});
const me = (id: string, credentialsChangedAt: string | null = null) => ({ id, credentialsChangedAt });

describe('the right to vote', () => {
  it('comes from the seat one holds', () => {
    expect(pickVotingAuthority(withHolder({}), HOLDER)).toEqual({
      seatId: 'seat-data',
      substituteId: null,
      constituencyId: 'data',
    });
  });

  it.each([
    ['external', { internal: false }, 'no-seat'],
    ['suspended or erased', { active: false }, 'no-seat'],
    ['conflicted', { conflict: 'lead' }, 'conflicted'],
  ] as const)('is not there for somebody %s', (_, changes, bar) => {
    expect(pickVotingAuthority(withHolder(changes), HOLDER)).toBeNull();
    expect(votingBar(withHolder(changes), me(HOLDER), 'open')).toBe(bar);
    expect(mayOverruleOutcome(withHolder(changes), HOLDER)).toBe(false);
    expect(mayCloseAsMember(withHolder(changes), HOLDER)).toBe(false);
  });

  it('comes from standing in for an emptied constituency, and ends when a member is back', () => {
    expect(pickVotingAuthority(withStandIn({ conflict: 'sponsor' }), 'stand-in')).toEqual({
      seatId: null,
      substituteId: 'sub',
      constituencyId: 'data',
    });
    expect(pickVotingAuthority(withStandIn({}), 'stand-in')).toBeNull();
  });

  it.each([{ internal: false }, { active: false }, { conflict: 'editor' }] as const)(
    'is not there for a substitute with %j',
    (changes) => expect(pickVotingAuthority(withStandIn(null, changes), 'stand-in')).toBeNull(),
  );

  it('is not there for anybody else, nor once it is decided', () => {
    expect(votingBar(withHolder({}), me('stranger'), 'open')).toBe('no-seat');
    expect(votingBar(withHolder({}), me(HOLDER), 'approved')).toBe('closed');
    expect(mayCastVote(withHolder({}), me(HOLDER), 'open')).toBe(true);
    expect(mayCastVote(withHolder({}), me(HOLDER), 'approved')).toBe(false);
    expect(pickVotingAuthority(withStandIn(null), 'stranger')).toBeNull();
    expect(votingBar(withStandIn(null, { conflict: 'editor' }), me('stand-in'), 'open')).toBe('conflicted');
  });

  it('waits 24 hours after an administrator changed the credentials', () => {
    const bar = (at: string) => votingBar(withHolder({}), me(HOLDER, at), 'open');
    expect(bar('2026-11-22T10:00:00.001Z')).toBe('credentials-changed');
    expect(bar('2026-11-22T10:00:00.000Z')).toBeNull();
  });
});

describe('closing as a member', () => {
  it('is for whoever holds a seat, also beside an empty one', () => {
    expect(mayCloseAsMember(withHolder({}), HOLDER)).toBe(true);
    expect(mayCloseAsMember(withHolder(null), 'holder-of-seat-it')).toBe(true);
    expect(mayCloseAsMember(withStandIn(null), 'stand-in')).toBe(false);
  });
});

describe('overruling OUTCOME', () => {
  it('is for unconflicted seat holders outside IT, not for substitutes', () => {
    expect(mayOverruleOutcome(withHolder({}), HOLDER)).toBe(true);
    expect(mayOverruleOutcome(withHolder({}), 'holder-of-seat-it')).toBe(false);
    expect(mayOverruleOutcome(withStandIn(null), 'stand-in')).toBe(false);
    expect(mayOverruleOutcome(withHolder({}), 'stranger')).toBe(false);
  });
});

describe('a substitute', () => {
  it('is named only where nobody is left, and is fit and free', () => {
    const fit = ballotPerson({ id: 'new' });
    expect(mayBeSubstitute(withHolder(null), 'data', fit)).toBe(true);
    expect(mayBeSubstitute(withHolder({}), 'data', fit)).toBe(false);
    expect(mayBeSubstitute(withHolder(null), 'data', { ...fit, conflict: 'lead' })).toBe(false);
    expect(mayBeSubstitute(withHolder(null), 'data', { ...fit, internal: false })).toBe(false);
    expect(mayBeSubstitute(withHolder(null), 'data', ballotPerson({ id: 'holder-of-seat-it' }))).toBe(false);
    expect(mayBeSubstitute(withStandIn(null), 'data', ballotPerson({ id: 'stand-in' }))).toBe(false);
  });
});
