import type { BallotPerson, BallotResult, Conflict, DecisionRecord, GateCheckAnswer } from '@sightline/contracts';
import type { Ballot, CountedVote } from './ballot.facts';

type RecordedSeat = DecisionRecord['seats'][number];

/** Rule, seats, votes, overrules and gate as they were, with names of office; frozen with the decision (TRUST T2). */
export function decisionRecord(
  ballot: Ballot,
  { tally }: BallotResult,
  checks: GateCheckAnswer[],
  overrules: DecisionRecord['overrules'],
): DecisionRecord {
  return {
    rule: ballot.rule,
    seats: [
      ...ballot.seats.map((seat) => pinnedSeat(ballot, seat)),
      ...ballot.substitutes.map((s) => stoodIn(ballot, s)),
    ],
    overrules,
    checks: checks.map(({ code, level, passed, message }) => ({ code, level, passed, message })),
    tally,
  };
}

/** Only what an approving vote carried binds; the same condition of two voters is one. */
export function conditionsOf({ votes }: Pick<Ballot, 'votes'>): string[] {
  return [...new Set(votes.filter(({ choice }) => choice === 'approve').flatMap(({ conditions }) => conditions))];
}

function pinnedSeat(ballot: Ballot, seat: Ballot['seats'][number]): RecordedSeat {
  const vote = ballot.votes.find(({ seatId }) => seatId === seat.id);
  return recorded(ballot, seat.constituencyId, seat.holder, vote, false);
}

function stoodIn(ballot: Ballot, { id, constituencyId, user }: Ballot['substitutes'][number]): RecordedSeat {
  const vote = ballot.votes.find(({ substituteId }) => substituteId === id);
  return recorded(ballot, constituencyId, user, vote, true);
}

/** A vote stays with the name of whoever cast it, also when somebody else sits there by now. */
function recorded(
  ballot: Ballot,
  constituencyId: string,
  person: BallotPerson | null,
  vote: CountedVote | undefined,
  substitute: boolean,
): RecordedSeat {
  const conflict: Conflict | null = vote ? null : (person?.conflict ?? null);
  return {
    constituency: ballot.constituencies.find(({ id }) => id === constituencyId)?.name ?? '',
    holder: vote?.userName ?? person?.name ?? null,
    choice: vote?.choice ?? null,
    reason: vote?.reason ?? null,
    conflict,
    substitute,
  };
}
