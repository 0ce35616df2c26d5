import type {
  CharterStatus,
  Confidence,
  DatedValue,
  KpiCoverage,
  KpiDefinition,
  Reference,
} from '@sightline/contracts';
import { computedMeasurements } from './kpi-progress';

/** What a promised change is worth (PRODUCT.md section 3). */
export const CONFIDENCE_FACTOR: Record<Confidence, number> = { low: 0.5, medium: 0.75, high: 0.9 };

/** A charter's promise on a KPI. `reviewed`: its benefits have been reviewed, so it is measured and no longer expected. */
export interface CharterEffect {
  charter: Reference;
  status: CharterStatus;
  from: number | null;
  to: number | null;
  by: string | null;
  confidence: Confidence;
  reviewed: boolean;
}

const COUNTED: readonly CharterStatus[] = ['approved', 'in_delivery', 'live'];

/**
 * What is left to the target, in the KPI's unit and direction: above 0 while something is. Without a measurement the
 * baseline counts. Null for maintain and without baseline and target.
 */
export function gapOf({ direction, baseline, target }: KpiDefinition, latest: DatedValue | null): number | null {
  if (direction === null || direction === 'maintain' || !baseline || !target || target.value === null) return null;
  const reached = latest?.value ?? baseline.value;
  return direction === 'increase' ? target.value - reached : reached - target.value;
}

/** A promised change in the KPI's direction, in its unit; below 0 when it moves the wrong way. */
export function changeOf(
  { direction }: Pick<KpiDefinition, 'direction'>,
  { from, to }: { from: number | null; to: number | null },
): number | null {
  if (from === null || to === null || direction === null || direction === 'maintain') return null;
  return direction === 'increase' ? to - from : from - to;
}

/**
 * How much of the gap the roadmap promises to close (PRODUCT.md section 6): Σ change × confidence ÷ gap, over charters
 * approved, in delivery or live that still have to deliver. Under 1 the roadmap cannot reach the target even if all goes
 * well; a closed gap is *reached* and has no ratio. Null where there is no gap to speak of.
 */
export function kpiCoverage(
  definition: KpiDefinition,
  measurements: readonly DatedValue[],
  effects: readonly CharterEffect[],
): KpiCoverage | null {
  const latest = computedMeasurements(definition, measurements).at(-1) ?? null;
  const gap = gapOf(definition, latest);
  if (gap === null) return null;
  const since = latest?.date ?? definition.baseline?.date ?? '';
  const parts = effects
    .filter(({ status, reviewed, by }) => COUNTED.includes(status) && !reviewed && by !== null && by > since)
    .flatMap(({ charter, confidence, ...effect }) => {
      const change = changeOf(definition, effect);
      return change === null ? [] : { charter, change, confidence, weighted: change * CONFIDENCE_FACTOR[confidence] };
    });
  const reached = gap <= 0;
  const weighted = parts.reduce((total, part) => total + part.weighted, 0);
  return { ratio: reached ? null : weighted / gap, reached, gap, parts };
}
