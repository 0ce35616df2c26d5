import type { BallotFacts, BallotPerson, Proposal, ProposalStatus } from '@sightline/contracts';
import { eligibleHolder, mayTakePart, seatsSpeak } from './ballot-standing';

/** By which right somebody votes: the seat they hold, or the constituency they stand in for. */
export interface VotingAuthority {
  seatId: string | null;
  substituteId: string | null;
  constituencyId: string;
}
export type VotingBar = NonNullable<Proposal['mine']['whyNot']>;

/** After an administrator changed somebody's credentials their votes wait this long (PRODUCT.md section 4). */
export const HOURS_WITHOUT_VOTE_AFTER_RESET = 24;
const HOUR = 3_600_000;

/**
 * The seat a person votes in, or else the substitution; null when they have none or may not take part: conflicted,
 * external, suspended and erased people vote in no seat (PRODUCT.md section 4). A substitute votes only while no seat of
 * the constituency has voted or can.
 */
export function pickVotingAuthority(facts: BallotFacts, userId: string): VotingAuthority | null {
  const seat = facts.seats.find(({ holder }) => holder?.id === userId);
  if (seat)
    return eligibleHolder(seat) ? { seatId: seat.id, substituteId: null, constituencyId: seat.constituencyId } : null;
  const substitute = facts.substitutes.find(({ user }) => user.id === userId);
  if (!substitute || !mayTakePart(substitute.user) || seatsSpeak(facts, substitute.constituencyId)) return null;
  return { seatId: null, substituteId: substitute.id, constituencyId: substitute.constituencyId };
}

/**
 * Why a person may not vote now, or null when they may. `credentialsChangedAt` is the ISO instant of the last reset or
 * re-link by an administrator, null when there was none.
 */
export function votingBar(
  facts: BallotFacts,
  voter: { id: string; credentialsChangedAt: string | null },
  status: ProposalStatus,
): VotingBar | null {
  if (pickVotingAuthority(facts, voter.id) === null)
    return personIn(facts, voter.id)?.conflict ? 'conflicted' : 'no-seat';
  if (status !== 'open') return 'closed';
  return changedLately(facts.now, voter.credentialsChangedAt) ? 'credentials-changed' : null;
}

/** Whether a person may cast a vote now. */
export function mayCastVote(...asked: Parameters<typeof votingBar>): boolean {
  return votingBar(...asked) === null;
}

/** Whether a person may overrule OUTCOME: they hold a seat themselves, unconflicted, not for IT (PRODUCT.md section 4). */
export function mayOverruleOutcome(facts: BallotFacts, userId: string): boolean {
  return facts.seats.some(
    (seat) =>
      seat.holder?.id === userId &&
      eligibleHolder(seat) &&
      facts.constituencies.some(({ id, isIt }) => id === seat.constituencyId && !isIt),
  );
}

/** Whether a person may close as a member: any unconflicted seat holder; the secretary may by office (PRODUCT.md section 4). */
export function mayCloseAsMember(facts: BallotFacts, userId: string): boolean {
  return facts.seats.some((seat) => seat.holder?.id === userId && eligibleHolder(seat));
}

/** Whether the secretary may name this person for this constituency: it is emptied, they are fit and hold no seat here. */
export function mayBeSubstitute(facts: BallotFacts, constituencyId: string, person: BallotPerson): boolean {
  const taken = [...facts.seats.map(({ holder }) => holder), ...facts.substitutes.map(({ user }) => user)];
  return (
    mayTakePart(person) && !seatsSpeak(facts, constituencyId) && !taken.some((someone) => someone?.id === person.id)
  );
}

function personIn({ seats, substitutes }: BallotFacts, userId: string): BallotPerson | undefined {
  const people = [...seats.flatMap(({ holder }) => holder ?? []), ...substitutes.map(({ user }) => user)];
  return people.find(({ id }) => id === userId);
}

function changedLately(now: string, changedAt: string | null): boolean {
  return changedAt !== null && Date.parse(now) - Date.parse(changedAt) < HOURS_WITHOUT_VOTE_AFTER_RESET * HOUR;
}
