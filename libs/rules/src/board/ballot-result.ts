import type { BallotConstituency, BallotFacts, BallotResult } from '@sightline/contracts';
import { ballotReasons } from './ballot-reasons';
import { mayTakePart, seatsSpeak, type Standing, standingOf } from './ballot-standing';
import { graceIsOver, isDue } from './due-date';
import { choicesOf, possibleOutcomes } from './possible-outcomes';
import { outcomeOf, tallyOf } from './voting-rules';

/**
 * What the rules say about a ballot as it stands (PRODUCT.md section 4, the board). `facts.votes` are the votes that
 * count, the last of each person and in each seat, in the order they were cast. It can be closed once present and due,
 * or earlier when settled; it lapses when still not present ten days past due.
 */
export function ballotResult(facts: BallotFacts): BallotResult {
  const standing = standingOf(facts);
  const choices = choicesOf(standing);
  const constituencies = facts.constituencies.map((constituency) => constituencyOf(constituency, facts, standing));
  const seatsNeeded = Math.ceil(standing.eligible / 2);
  const seatsVoted = standing.votes.length;
  const present = seatsVoted > 0 && seatsVoted >= seatsNeeded && constituencies.every(({ voted }) => voted);
  const possible = possibleOutcomes(facts.rule, standing, facts.constituencies);
  const settled = present && possible.size === 1;
  const result = {
    tally: tallyOf(choices),
    constituencies,
    eligibleSeats: standing.eligible,
    seatsVoted,
    seatsNeeded,
    present,
    outcome: present ? outcomeOf(facts.rule, choices, facts.constituencies) : null,
    settled,
    canClose: present && (settled || isDue(facts)),
    lapsed: !present && graceIsOver(facts),
  };
  return { ...result, why: ballotReasons(result, facts, standing) };
}

function constituencyOf(
  { id, key, name, isIt }: BallotFacts['constituencies'][number],
  facts: BallotFacts,
  standing: Standing,
): BallotConstituency {
  const named = facts.substitutes.find(({ constituencyId }) => constituencyId === id)?.user;
  const voted = standing.votes.some(({ constituencyId }) => constituencyId === id);
  return {
    id,
    key,
    name,
    isIt,
    voted,
    emptied: !voted && !seatsSpeak(facts, id) && !(named && mayTakePart(named)),
    substitute: named ? { id: named.id, name: named.name } : null,
  };
}
