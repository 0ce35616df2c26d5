import type { BallotOutcome, Constituency, Tally, VoteChoice, VotingRule } from '@sightline/contracts';
import { VOTE_CHOICES } from '@sightline/contracts';

/** A choice made in a constituency; who made it does not matter any more. */
export interface Choice {
  choice: VoteChoice;
  constituencyId: string;
}
export type Constituencies = readonly Pick<Constituency, 'id' | 'isIt'>[];

/** What an approval needs beside the rule (PRODUCT.md section 4). */
export const APPROVALS_NEEDED = 2;
export const APPROVING_CONSTITUENCIES_NEEDED = 2;

export function tallyOf(choices: readonly Choice[]): Tally {
  const tally = Object.fromEntries(VOTE_CHOICES.map((choice) => [choice, 0])) as Tally;
  for (const { choice } of choices) tally[choice] += 1;
  return tally;
}

/** Constituencies with at least one approval. */
export function approvingConstituencies(choices: readonly Choice[], constituencies: Constituencies): Constituencies {
  return constituencies.filter(({ id }) =>
    choices.some(({ choice, constituencyId }) => choice === 'approve' && constituencyId === id),
  );
}

/** Whether the rule itself is met: returns and abstentions are neither for nor against, and a tie is no majority. */
export function ruleIsMet(rule: VotingRule, { approve, reject }: Tally): boolean {
  if (rule === 'simple_majority') return approve > reject;
  if (rule === 'two_thirds') return 3 * approve >= 2 * (approve + reject);
  return reject === 0;
}

/** Whether these choices carry: the rule, and two approvals from two constituencies of which one is not IT. */
export function carries(rule: VotingRule, choices: readonly Choice[], constituencies: Constituencies): boolean {
  const tally = tallyOf(choices);
  const approving = approvingConstituencies(choices, constituencies);
  return (
    ruleIsMet(rule, tally) &&
    tally.approve >= APPROVALS_NEEDED &&
    approving.length >= APPROVING_CONSTITUENCIES_NEEDED &&
    approving.some(({ isIt }) => !isIt)
  );
}

/** What these choices come to; what is not carried goes back when at least as many want it back as want it gone. */
export function outcomeOf(rule: VotingRule, choices: readonly Choice[], constituencies: Constituencies): BallotOutcome {
  if (carries(rule, choices, constituencies)) return 'approved';
  const tally = tallyOf(choices);
  return tally.return >= tally.reject ? 'returned' : 'rejected';
}
