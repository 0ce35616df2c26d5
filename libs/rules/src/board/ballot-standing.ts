import type { BallotFacts, BallotPerson, BallotSeat, BallotVote } from '@sightline/contracts';

/** A vote that counts, in the constituency of the seat it was cast in. */
export interface StandingVote {
  vote: BallotVote;
  constituencyId: string;
}

/** Where a vote can still be cast: by a holder who has not, or by a substitute who has not. */
export interface OpenPlace {
  constituencyId: string;
  /** Votes that fall when this one is cast: of a former holder of the seat, of a substitute who stood in. */
  replaces: readonly BallotVote[];
}

export interface Standing {
  votes: StandingVote[];
  open: OpenPlace[];
  /** Seats, and substitutes in place of seats, that have voted or may. */
  eligible: number;
}

/** Internal, active and without a stake: nobody else votes in any seat (PRODUCT.md section 4). */
export function mayTakePart({ internal, active, conflict }: BallotPerson): boolean {
  return internal && active && conflict === null;
}

export function eligibleHolder({ holder }: BallotSeat): boolean {
  return holder !== null && mayTakePart(holder);
}

/** Whether somebody in a seat of this constituency has voted, or still may; if not, a substitute has to be named. */
export function seatsSpeak(facts: BallotFacts, constituencyId: string): boolean {
  const votes = votesBySeat(facts);
  return facts.seats.some(
    (seat) => seat.constituencyId === constituencyId && (eligibleHolder(seat) || votes.has(seat.id)),
  );
}

/**
 * The votes that stand and the places still open. A vote stays when its caster has left the seat, unless the new holder
 * votes; it does not stay when the caster is known to be conflicted or external. A substitute's vote gives way to any
 * vote from a seat of the constituency, as a deputy's does to the member's.
 */
export function standingOf(facts: BallotFacts): Standing {
  const bySeat = votesBySeat(facts);
  const seats = facts.seats.filter((seat) => bySeat.has(seat.id) || eligibleHolder(seat));
  const seated = seats.flatMap(({ id, constituencyId }): StandingVote[] => {
    const vote = bySeat.get(id);
    return vote ? [{ vote, constituencyId }] : [];
  });
  const substituted = votesOfSubstitutes(facts, seated);
  const waiting = waitingSubstitutes(facts, substituted);
  return {
    votes: [...seated, ...substituted],
    open: [...openSeats(facts, bySeat, substituted), ...waiting],
    eligible: seats.length + substituted.length + waiting.length,
  };
}

/** At most one vote per person and one per seat, where the present holder's comes before a former one's. */
function votesBySeat(facts: BallotFacts): Map<string, BallotVote> {
  const byPerson = new Map(facts.votes.filter(({ seatId }) => seatId).map((vote) => [vote.userId, vote]));
  const lawful = [...byPerson.values()].filter((vote) => mayStand(facts, vote));
  return new Map(
    facts.seats.flatMap(({ id, holder }): [string, BallotVote][] => {
      const cast = lawful.filter(({ seatId }) => seatId === id);
      const vote = cast.find(({ userId }) => userId === holder?.id) ?? cast.at(-1);
      return vote ? [[id, vote]] : [];
    }),
  );
}

function votesOfSubstitutes(facts: BallotFacts, seated: readonly StandingVote[]): StandingVote[] {
  return facts.substitutes.flatMap(({ id, constituencyId, user }): StandingVote[] => {
    const vote = facts.votes.findLast(({ substituteId, userId }) => substituteId === id && userId === user.id);
    const givesWay = seated.some((one) => one.constituencyId === constituencyId || one.vote.userId === user.id);
    return vote && !givesWay && mayStand(facts, vote) ? [{ vote, constituencyId }] : [];
  });
}

function mayStand(facts: BallotFacts, { userId }: BallotVote): boolean {
  const people = [...facts.seats.map(({ holder }) => holder), ...facts.substitutes.map(({ user }) => user)];
  return people.every((person) => person?.id !== userId || (person.internal && person.conflict === null));
}

function openSeats(
  facts: BallotFacts,
  bySeat: ReadonlyMap<string, BallotVote>,
  substituted: readonly StandingVote[],
): OpenPlace[] {
  return facts.seats.filter(eligibleHolder).flatMap(({ id, constituencyId, holder }) => {
    const cast = bySeat.get(id);
    if (cast && cast.userId === holder?.id) return [];
    const standIns = substituted.filter((one) => one.constituencyId === constituencyId).map(({ vote }) => vote);
    return { constituencyId, replaces: [...(cast ? [cast] : []), ...standIns] };
  });
}

function waitingSubstitutes(facts: BallotFacts, substituted: readonly StandingVote[]): OpenPlace[] {
  return facts.substitutes
    .filter(({ user, constituencyId }) => mayTakePart(user) && !seatsSpeak(facts, constituencyId))
    .filter(({ user }) => !facts.seats.some((seat) => seat.holder?.id === user.id))
    .filter(({ constituencyId }) => !substituted.some((one) => one.constituencyId === constituencyId))
    .map(({ constituencyId }) => ({ constituencyId, replaces: [] }));
}
