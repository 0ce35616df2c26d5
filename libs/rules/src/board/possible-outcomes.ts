import type { BallotOutcome, VoteChoice, VotingRule } from '@sightline/contracts';
import type { OpenPlace, Standing } from './ballot-standing';
import { type Choice, type Constituencies, outcomeOf } from './voting-rules';

/**
 * Every outcome that the votes not yet cast could still bring about. Votes already cast count as they are: PRODUCT.md
 * section 4 asks whether a vote *still uncast* could alter the outcome, not whether a voter could change their mind.
 * An empty seat casts nothing. Three kinds of completion decide it: approval is furthest when everybody approves,
 * rejection when everybody rejects, and a return when some number reject (to stop it) and the others return it.
 */
export function possibleOutcomes(
  rule: VotingRule,
  standing: Standing,
  constituencies: Constituencies,
): ReadonlySet<BallotOutcome> {
  const reached = (choose: (index: number) => VoteChoice) =>
    outcomeOf(rule, completed(standing, choose), constituencies);
  const mixtures = Array.from({ length: standing.open.length + 1 }, (_, rejections) =>
    reached((index) => (index < rejections ? 'reject' : 'return')),
  );
  return new Set([outcomeOf(rule, choicesOf(standing), constituencies), reached(() => 'approve'), ...mixtures]);
}

/** The choices as they stand. */
export function choicesOf({ votes }: Standing): Choice[] {
  return votes.map(({ vote, constituencyId }) => ({ choice: vote.choice, constituencyId }));
}

function completed({ votes, open }: Standing, choose: (index: number) => VoteChoice): Choice[] {
  const kept = votes.filter(({ vote }) => !open.some(({ replaces }) => replaces.includes(vote)));
  const cast = open.map(({ constituencyId }: OpenPlace, index) => ({ choice: choose(index), constituencyId }));
  return [...kept.map(({ vote, constituencyId }) => ({ choice: vote.choice, constituencyId })), ...cast];
}
