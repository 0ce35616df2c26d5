import type { MandateGap, MandatePrinciple, MandateState } from '@sightline/contracts';

export interface Translation {
  state: MandateState;
  missing: MandateGap[];
}

/**
 * Whether an order has become strategy (PRODUCT.md section 2): at least one principle in force that was derived from it
 * says when it applies and how to deviate. What is missing is told of the principle that has come furthest.
 */
export function mandateState(
  principles: readonly Pick<MandatePrinciple, 'status' | 'conditions' | 'guidance'>[],
): Translation {
  if (principles.length === 0) return { state: 'untranslated', missing: ['no-principle'] };
  const [missing = []] = principles.map(gapsOf).toSorted((a, b) => a.length - b.length);
  return { state: missing.length === 0 ? 'translated' : 'untranslated', missing };
}

function gapsOf({ status, conditions, guidance }: Parameters<typeof mandateState>[0][number]): MandateGap[] {
  return [
    ...(status === 'in_force' ? [] : (['not-in-force'] as const)),
    ...(conditions ? [] : (['no-conditions'] as const)),
    ...(guidance ? [] : (['no-guidance'] as const)),
  ];
}

/** Whether a principle says when it applies: by a condition, or by a table with at least one rule. */
export function hasConditions(principle: {
  applicability: Record<string, string> | null;
  decisionTable: { rules: readonly unknown[] } | null;
}): boolean {
  return Object.keys(principle.applicability ?? {}).length > 0 || (principle.decisionTable?.rules.length ?? 0) > 0;
}
