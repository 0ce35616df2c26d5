import type { Cadence, DatedValue, KpiDefinition, KpiStatus, KpiTarget } from '@sightline/contracts';
import { daysBetween } from '../calendar/dates';
import { computedMeasurements, expectedShareAt, isInside, progressAt } from './kpi-progress';

/** How far behind the expected share a KPI may be (PRODUCT.md section 6). */
const ON_TRACK_WITHIN = 0.05;
const AT_RISK_WITHIN = 0.15;
/** Shares such as 0.55 are not exact in binary; a KPI exactly on the line is on the good side of it. */
const NOISE = 1e-9;
const LAST_LOOKED_AT = 3;

export interface KpiStanding {
  /** Null when the definition says too little to judge by. */
  status: KpiStatus | null;
  /** Achieved at the target date, fallen back since. */
  notHeld: boolean;
}

/**
 * Where a KPI stands (PRODUCT.md section 6). `today` is the organisation's date; the target date itself still runs. Past
 * it the last measurement up to it decides, and one later that falls back says *not held*.
 */
export function kpiStanding(
  definition: KpiDefinition,
  measurements: readonly DatedValue[],
  today: string,
): KpiStanding {
  const { target } = definition;
  const reaches = target ? reachesTarget(definition, target) : null;
  if (!target || !reaches) return { status: null, notHeld: false };
  const computed = computedMeasurements(definition, measurements);
  const latest = computed.at(-1);
  if (today > target.date) return standingAfter(computed, target.date, reaches);
  if (!latest) return { status: 'no_data', notHeld: false };
  const status = definition.direction === 'maintain' ? keeping(computed, target) : moving(definition, latest);
  return { status, notHeld: false };
}

/** Whether the last measurement is older than 1.5 cadences, shown beside the status (PRODUCT.md section 6). */
export function kpiIsStale(cadence: Cadence | null, measurements: readonly DatedValue[], today: string): boolean {
  const last = measurements
    .map(({ date }) => date)
    .toSorted()
    .at(-1);
  if (!cadence || last === undefined) return false;
  return daysBetween(last, today) > 1.5 * DAYS_OF[cadence];
}

/** Mean length of a cadence in days. */
const DAYS_OF: Record<Cadence, number> = { weekly: 7, monthly: 365.25 / 12, quarterly: 365.25 / 4 };

type Reaches = (value: number) => boolean;

/** How a value is judged against the target, or null when the definition says too little. */
function reachesTarget(definition: KpiDefinition, target: KpiTarget): Reaches | null {
  if (definition.direction === 'maintain')
    return target.lower === null && target.upper === null ? null : (value) => isInside(target, value);
  if (progressAt(definition, 0) === null) return null;
  return (value) => (progressAt(definition, value) ?? 0) >= 1 - NOISE;
}

function standingAfter(computed: readonly DatedValue[], targetDate: string, reaches: Reaches): KpiStanding {
  const deciding = computed.findLast(({ date }) => date <= targetDate);
  if (!deciding) return { status: 'no_data', notHeld: false };
  const achieved = reaches(deciding.value);
  const latest = computed.at(-1) ?? deciding;
  return { status: achieved ? 'achieved' : 'missed', notHeld: achieved && !reaches(latest.value) };
}

function moving(definition: KpiDefinition, latest: DatedValue): KpiStatus | null {
  const progress = progressAt(definition, latest.value);
  const expected = expectedShareAt(definition, latest.date);
  if (progress === null || expected === null) return null;
  if (progress >= 1 - NOISE) return 'achieved';
  if (progress >= expected - ON_TRACK_WITHIN - NOISE) return 'on_track';
  return progress >= expected - AT_RISK_WITHIN - NOISE ? 'at_risk' : 'off_track';
}

function keeping(computed: readonly DatedValue[], target: KpiTarget): KpiStatus {
  const recent = computed.slice(-LAST_LOOKED_AT).map(({ value }) => isInside(target, value));
  if (recent.at(-1) === false) return 'off_track';
  return recent.every(Boolean) ? 'on_track' : 'at_risk';
}
