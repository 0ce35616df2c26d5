import type { BallotFacts, BallotSeat, BallotVote, VoteChoice } from '@sightline/contracts';
import { ballotPerson } from '../people/person-fact';

/** The four constituencies of a board as it is set up. */
export const CONSTITUENCIES = [
  { id: 'business', key: 'business', name: 'Business', isIt: false },
  { id: 'data', key: 'data', name: 'Data', isIt: false },
  { id: 'security', key: 'security', name: 'Security', isIt: false },
  { id: 'it', key: 'it', name: 'IT', isIt: true },
] as const;

/** A seat whose holder is named after it. */
export function ballotSeat(id: string, constituencyId: string, changes: Partial<BallotSeat> = {}): BallotSeat {
  return { id, constituencyId, holder: ballotPerson({ id: `holder-of-${id}` }), ...changes };
}

/** The vote of whoever holds this seat, or of the person named. */
export function voteIn(seat: BallotSeat, choice: VoteChoice, userId: string = seat.holder?.id ?? 'nobody'): BallotVote {
  return {
    userId,
    userName: userId,
    constituencyId: seat.constituencyId,
    seatId: seat.id,
    substituteId: null,
    choice,
    conditions: [],
  };
}

/** One seat per constituency, all of which approved, well before the due date. */
export function quorateBallot(changes: Partial<BallotFacts> = {}): BallotFacts {
  const seats = CONSTITUENCIES.map(({ id }) => ballotSeat(`seat-${id}`, id));
  return {
    rule: 'simple_majority',
    constituencies: [...CONSTITUENCIES],
    seats,
    substitutes: [],
    votes: seats.map((seat) => voteIn(seat, 'approve')),
    now: '2026-11-23T10:00:00.000Z',
    dueAt: '2026-12-04T23:00:00.000Z',
    ...changes,
  };
}
