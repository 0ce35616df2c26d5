import type { Cadence, DatedValue, KpiDefinition, KpiFigures } from '@sightline/contracts';
import { type CharterEffect, kpiCoverage } from './kpi-coverage';
import { kpiForecast } from './kpi-forecast';
import { computedMeasurements, expectedShareAt, progressAt } from './kpi-progress';
import { kpiIsStale, kpiStanding } from './kpi-status';

export interface KpiFiguresFacts {
  definition: KpiDefinition;
  cadence: Cadence | null;
  /** The measurements that count (corrected ones left out), in any order. */
  measurements: readonly DatedValue[];
  effects: readonly CharterEffect[];
  /** The organisation's date. */
  today: string;
}

/** Every figure of a KPI, by one road for page and API (PRODUCT.md section 6). */
export function kpiFigures({ definition, cadence, measurements, effects, today }: KpiFiguresFacts): KpiFigures {
  const latest = computedMeasurements(definition, measurements).at(-1) ?? null;
  return {
    ...kpiStanding(definition, measurements, today),
    stale: kpiIsStale(cadence, measurements, today),
    progress: latest && progressAt(definition, latest.value),
    expected: latest && expectedShareAt(definition, latest.date),
    latest,
    forecast: kpiForecast(definition, measurements, today),
    coverage: kpiCoverage(definition, measurements, effects),
  };
}
