import type { Fact, NewFact } from '@sightline/contracts';
import { factListProblems, wholeFact } from '@sightline/rules';
import { Problems } from '../platform/problems/problem';

/** The facts a version declares, as they are kept; 400 at the one that is not possible. */
export function declaredFacts(facts: readonly NewFact[]): Fact[] {
  const problems = factListProblems(facts);
  if (problems.length === 0) return facts.map(wholeFact);
  throw Problems.invalid(
    problems.map(({ at, field, problem }) => ({
      pointer: ['/facts', at, field].filter((part) => part !== null).join('/'),
      code: problem,
    })),
  );
}
