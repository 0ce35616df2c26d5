import type { MandatePrinciple } from '@sightline/contracts';

/** A principle that came of an order, as it has come furthest, and the other versions that word it too. */
export interface Translated extends MandatePrinciple {
  readonly others: readonly MandatePrinciple[];
}

/** Every principle once: the version in force and the draft word the same one. What is in force comes first already. */
export function onceEach(principles: readonly MandatePrinciple[]): Translated[] {
  const all = Map.groupBy(principles, ({ id }) => id).values();
  return [...all].flatMap(([first, ...others]) => (first ? [{ ...first, others }] : []));
}
