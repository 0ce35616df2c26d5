import type { Fact, FactAnswers } from '@sightline/contracts';
import { factProblems } from '@sightline/rules';
import { isDeepStrictEqual } from 'node:util';
import type { EntityManager } from 'typeorm';
import { Problems } from '../platform/problems/problem';

/**
 * The answers of a charter as they are kept, in the order of their names. Checked against what the version in force
 * asks: 400 at the answer that does not fit. One that stood before stays, also when nobody asks any more.
 */
export async function factSheet(tx: EntityManager, before: FactAnswers, given: FactAnswers): Promise<FactAnswers> {
  const [row] = await tx.query<{ facts: Fact[] }[]>(`SELECT facts FROM strategy_version WHERE status = 'in_force'`);
  const changed = Object.entries(given).filter(([name, value]) => !isDeepStrictEqual(before[name], value));
  const problems = factProblems(Object.fromEntries(changed), row?.facts ?? []);
  if (problems.length > 0)
    throw Problems.invalid(problems.map(({ fact, code, params }) => ({ pointer: `/facts/${fact}`, code, params })));
  return Object.fromEntries(Object.entries(given).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
