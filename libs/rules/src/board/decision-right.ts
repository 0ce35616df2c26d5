import {
  type DecisionSubject,
  FOUNDING_CONSTITUENCIES_MIN,
  FOUNDING_PEOPLE_MIN,
  type VotingRule,
} from '@sightline/contracts';

interface Band {
  subject: DecisionSubject;
  /** Decimal amount of the reporting currency up to which, inclusive, the band reaches; null for the highest. */
  budgetUpTo: string | null;
}

/**
 * The right under which a subject of this budget is decided: the lowest band that reaches it. No budget counts as the
 * highest band (PRODUCT.md section 2, decision rights). Null when no band reaches it. A band's board and rule ride along.
 */
export function chooseDecisionRight<R extends Band>(
  rights: readonly R[],
  subject: DecisionSubject,
  budget: string | null,
): R | null {
  const bands = rights.filter((right) => right.subject === subject).toSorted((a, b) => limitOf(a) - limitOf(b));
  if (budget === null) return bands.at(-1) ?? null;
  return bands.find((band) => Number(budget) <= limitOf(band)) ?? null;
}

/** Two decimals and at most 15 digits: such amounts keep their order as numbers. */
function limitOf({ budgetUpTo }: Band): number {
  return budgetUpTo === null ? Infinity : Number(budgetUpTo);
}

/** Who may decide while no strategy is in force. */
export const BOOTSTRAP_RULE: VotingRule = 'two_thirds';
export interface FoundingBoardFacts {
  /** People in seats, constituencies with somebody in them, and whether the business is among those. */
  holders: number;
  constituencies: number;
  business: boolean;
}
export const BOOTSTRAP_PROBLEMS = ['no-strategy-in-force', 'no-founding-board', 'founding-board-too-small'] as const;
export type BootstrapProblem = (typeof BOOTSTRAP_PROBLEMS)[number];

/**
 * Why nothing can be put before the founding board, or null when it can: while no version is in force it decides on a
 * strategy version only, with at least three people of three constituencies, business among them (PRODUCT.md section 2).
 */
export function bootstrapProblem(
  subject: DecisionSubject,
  founding: FoundingBoardFacts | null,
): BootstrapProblem | null {
  if (subject !== 'strategy_version') return 'no-strategy-in-force';
  if (!founding) return 'no-founding-board';
  const { holders, constituencies, business } = founding;
  const large = holders >= FOUNDING_PEOPLE_MIN && constituencies >= FOUNDING_CONSTITUENCIES_MIN && business;
  return large ? null : 'founding-board-too-small';
}
