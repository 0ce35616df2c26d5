import type { DatedValue, KpiDefinition, KpiFigures } from '@sightline/contracts';
import { daysBetween } from '../calendar/dates';
import { computedMeasurements } from './kpi-progress';

const MEASUREMENTS_LOOKED_AT = 6;
const DATES_NEEDED = 3;

/**
 * The least-squares line over the last six measurements, on at least three dates, read at the target date, in the KPI's
 * unit (PRODUCT.md section 6). Null below three dates, and once the target date has passed: then there is a result.
 */
export function kpiForecast(
  definition: Pick<KpiDefinition, 'baseline' | 'target'>,
  measurements: readonly DatedValue[],
  today: string,
): KpiFigures['forecast'] {
  const { target } = definition;
  const recent = computedMeasurements(definition, measurements).slice(-MEASUREMENTS_LOOKED_AT);
  if (!target || today > target.date) return null;
  if (new Set(recent.map(({ date }) => date)).size < DATES_NEEDED) return null;
  // Days are counted back from the target date, so the line's value there is its intercept.
  const points = recent.map(({ value, date }) => ({ x: daysBetween(target.date, date), y: value }));
  return { value: interceptOf(points), date: target.date, points: points.length };
}

function interceptOf(points: readonly { x: number; y: number }[]): number {
  const meanX = mean(points.map(({ x }) => x));
  const meanY = mean(points.map(({ y }) => y));
  const spread = sum(points.map(({ x }) => (x - meanX) ** 2));
  const slope = sum(points.map(({ x, y }) => (x - meanX) * (y - meanY))) / spread;
  return meanY - slope * meanX;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}
