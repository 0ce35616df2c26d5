import type { KpiDefinition } from '@sightline/contracts';

export const KPI_REVISION_PROBLEMS = [
  'target-not-above-baseline',
  'target-not-below-baseline',
  'target-not-after-baseline',
  'limits-crossed',
  'value-on-maintain',
  'limits-without-maintain',
] as const;
export interface KpiRevisionProblem {
  /** JSON pointer into the body of POST or PATCH /kpis. */
  pointer: string;
  code: (typeof KPI_REVISION_PROBLEMS)[number];
  params: Record<string, unknown>;
}

/**
 * What contradicts itself in a KPI as it would be saved (PRODUCT.md section 2): the target on the direction's side of
 * the baseline and after its date, limits the right way round. What is merely missing is no problem here.
 */
export function kpiRevisionProblems({ direction, baseline, target }: KpiDefinition): KpiRevisionProblem[] {
  if (!target) return [];
  const problems: KpiRevisionProblem[] = [];
  const found = (pointer: string, code: KpiRevisionProblem['code'], params: Record<string, unknown>) =>
    problems.push({ pointer: `/target/${pointer}`, code, params });
  const { value, lower, upper, date } = target;
  if (direction === 'maintain') {
    if (value !== null) found('value', 'value-on-maintain', { value });
  } else if (direction !== null) {
    if (lower !== null || upper !== null)
      found(lower === null ? 'upper' : 'lower', 'limits-without-maintain', { direction });
    if (baseline && value !== null) {
      const params = { value, baseline: baseline.value };
      if (direction === 'increase' && value <= baseline.value) found('value', 'target-not-above-baseline', params);
      if (direction === 'decrease' && value >= baseline.value) found('value', 'target-not-below-baseline', params);
    }
  }
  if (lower !== null && upper !== null && lower >= upper) found('upper', 'limits-crossed', { lower, upper });
  if (baseline && date <= baseline.date) found('date', 'target-not-after-baseline', { date, baseline: baseline.date });
  return problems;
}
