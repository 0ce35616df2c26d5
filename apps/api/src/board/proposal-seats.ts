import type { ProposalSeat } from '@sightline/contracts';
import type { Ballot, CountedVote } from './ballot.facts';

/** Seats and substitutes with their votes. A vote shows whoever cast it, also when somebody else sits there by now. */
export function seatsOf(ballot: Ballot): ProposalSeat[] {
  const pinned = ballot.seats.map(({ id, constituencyId, holder }) =>
    seat(ballot, { id, constituencyId, person: holder, substitute: false }),
  );
  const standIns = ballot.substitutes.map(({ id, constituencyId, user }) =>
    seat(ballot, { id, constituencyId, person: user, substitute: true }),
  );
  return [...pinned, ...standIns];
}

interface Occupied {
  id: string;
  constituencyId: string;
  person: Ballot['seats'][number]['holder'];
  substitute: boolean;
}

function seat({ constituencies, votes }: Ballot, { id, constituencyId, person, substitute }: Occupied): ProposalSeat {
  const vote = votes.find(({ seatId, substituteId }) => (substitute ? substituteId : seatId) === id);
  const shown = vote ? { id: vote.userId, name: vote.userName } : person;
  return {
    id,
    constituency: constituencies.find((c) => c.id === constituencyId)?.key ?? '',
    holder: shown ? { id: shown.id, code: null, name: shown.name } : null,
    substitute,
    conflict: vote ? null : (person?.conflict ?? null),
    vote: vote ? voteOf(vote) : null,
  };
}

function voteOf({ choice, reason, conditions, castAt }: CountedVote): NonNullable<ProposalSeat['vote']> {
  return { choice, reason, conditions, castAt };
}
