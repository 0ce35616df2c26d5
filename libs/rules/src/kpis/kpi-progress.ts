import type { DatedValue, KpiDefinition, KpiTarget } from '@sightline/contracts';
import { daysBetween } from '../calendar/dates';

/** The measurements that are computed with, oldest first: those before the baseline date are only drawn. */
export function computedMeasurements(
  { baseline }: Pick<KpiDefinition, 'baseline'>,
  measurements: readonly DatedValue[],
): DatedValue[] {
  return measurements
    .filter(({ date }) => !baseline || date >= baseline.date)
    .toSorted((a, b) => a.date.localeCompare(b.date));
}

/**
 * (value − baseline) ÷ (target − baseline): 0 at the baseline, 1 at the target, unclamped (PRODUCT.md section 6). Null
 * for maintain and without both ends.
 */
export function progressAt({ direction, baseline, target }: KpiDefinition, value: number): number | null {
  if (!isMovement(direction) || !baseline || !target || target.value === null) return null;
  if (target.value === baseline.value) return null;
  return direction === 'increase'
    ? (value - baseline.value) / (target.value - baseline.value)
    : (baseline.value - value) / (baseline.value - target.value);
}

/** Elapsed share of baseline date → target date, 0 to 1 (PRODUCT.md section 6). Null for maintain and without both dates. */
export function expectedShareAt({ direction, baseline, target }: KpiDefinition, date: string): number | null {
  if (!isMovement(direction) || !baseline || !target) return null;
  const way = daysBetween(baseline.date, target.date);
  if (way <= 0) return null;
  return Math.min(1, Math.max(0, daysBetween(baseline.date, date) / way));
}

/** The value a KPI should have on a date, on the straight line from baseline to target, in its unit. */
export function expectedAt(definition: KpiDefinition, date: string): number | null {
  const { baseline, target } = definition;
  const share = expectedShareAt(definition, date);
  if (share === null || !baseline || !target || target.value === null) return null;
  return baseline.value + (target.value - baseline.value) * share;
}

/** Whether a value keeps to the limits of a KPI that is to be maintained; both limits are inside. */
export function isInside({ lower, upper }: Pick<KpiTarget, 'lower' | 'upper'>, value: number): boolean {
  return (lower ?? -Infinity) <= value && value <= (upper ?? Infinity);
}

function isMovement(direction: KpiDefinition['direction']): boolean {
  return direction === 'increase' || direction === 'decrease';
}
