import type { CharterStatus } from '../charters/charter';
import type { CodedRecord, PersonReference, Reference } from '../records/record';

export const KPI_NAME_MAX = 300;
export const KPI_TEXT_MAX = 4000;
export const KPI_UNIT_MAX = 50;
export const KPI_REASON_MAX = 2000;

export const KPI_DIRECTIONS = ['increase', 'decrease', 'maintain'] as const;
export type KpiDirection = (typeof KPI_DIRECTIONS)[number];
export const KPI_KINDS = ['outcome', 'technical'] as const;
export type KpiKind = (typeof KPI_KINDS)[number];
export const CADENCES = ['weekly', 'monthly', 'quarterly'] as const;
export type Cadence = (typeof CADENCES)[number];
export const CONFIDENCES = ['low', 'medium', 'high'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** What a complete KPI has; `missing` names the ones that are not there. */
export const KPI_PARTS = [
  'definition',
  'unit',
  'direction',
  'kind',
  'baseline',
  'target',
  'cadence',
  'weight',
  'driver',
  'businessUnit',
  'owner',
] as const;
export type KpiPart = (typeof KPI_PARTS)[number];

export interface DatedValue {
  value: number;
  date: string;
}
/** The target of an increase or decrease is a value; of a maintain a lower and/or an upper limit. */
export interface KpiTarget {
  value: number | null;
  lower: number | null;
  upper: number | null;
  date: string;
}

/** The parts of a KPI that are versioned; charters pin one of them. */
export interface KpiDefinition {
  definition: string | null;
  unit: string | null;
  direction: KpiDirection | null;
  kind: KpiKind | null;
  baseline: DatedValue | null;
  target: KpiTarget | null;
}
export interface KpiRevision extends KpiDefinition {
  id: string;
  number: number;
  reason: string | null;
  createdAt: string;
  createdBy: PersonReference | null;
}

export const KPI_STATUSES = ['no_data', 'achieved', 'on_track', 'at_risk', 'off_track', 'missed'] as const;
export type KpiStatus = (typeof KPI_STATUSES)[number];

/** PRODUCT section 6; every figure comes with its parts. */
export interface KpiFigures {
  status: KpiStatus | null;
  /** Reached once, fell back since. */
  notHeld: boolean;
  stale: boolean;
  /** (latest − baseline) ÷ (target − baseline), unclamped; null without both. */
  progress: number | null;
  /** Elapsed share of baseline date → target date at the latest measurement, 0 to 1. */
  expected: number | null;
  latest: DatedValue | null;
  /** Least-squares value at the target date over the last six measurements; null below three dates. */
  forecast: { value: number; date: string; points: number } | null;
  coverage: KpiCoverage | null;
}
export interface KpiCoverage {
  /** Σ change × confidence ÷ gap; null when the gap is closed ("reached"). */
  ratio: number | null;
  reached: boolean;
  /** target − latest, in the KPI's unit and direction. */
  gap: number;
  parts: { charter: Reference; change: number; confidence: Confidence; weighted: number }[];
}

export interface Kpi extends CodedRecord, KpiDefinition, KpiFigures {
  name: string;
  businessUnit: Reference | null;
  owner: PersonReference | null;
  driver: Reference | null;
  cadence: Cadence | null;
  weight: number | null;
  note: string | null;
  complete: boolean;
  missing: KpiPart[];
  revision: { id: string; number: number };
  /** The last measurements, oldest first, for a sparkline: at most 12 in lists. */
  recent: DatedValue[];
}
/** What a charter that cites a KPI promises to move; only approved ones count towards coverage. */
export interface KpiContribution {
  charter: Reference;
  status: CharterStatus;
  approved: boolean;
  from: number | null;
  to: number | null;
  by: string | null;
  confidence: Confidence;
}
/** GET /kpis/{id} */
export interface KpiRecord extends Kpi {
  charters: KpiContribution[];
}
/** GET /kpis/overview: all KPIs in figures, and the ones that need someone, worst first. */
export interface KpiOverview {
  total: number;
  /** Those of business that can be judged, by status. */
  statuses: Record<KpiStatus, number>;
  technical: number;
  /** Of business, whatever their status. */
  incomplete: number;
  stale: number;
  needSomeone: number;
  attention: KpiRecord[];
}
/** POST /kpis. Everything but the name may come later. */
export interface NewKpi {
  name: string;
  definition?: string | null;
  unit?: string | null;
  direction?: KpiDirection | null;
  kind?: KpiKind | null;
  baseline?: DatedValue | null;
  target?: { value?: number | null; lower?: number | null; upper?: number | null; date: string } | null;
  cadence?: Cadence | null;
  weight?: number | null;
  driver?: string | null;
  businessUnit?: string | null;
  owner?: string | null;
  note?: string | null;
}
/** PATCH /kpis/{id}. A change of a versioned part asks for a reason once the KPI was complete. */
export interface KpiChanges extends Partial<NewKpi> {
  reason?: string;
}

export interface Measurement {
  id: string;
  value: number;
  date: string;
  source: string | null;
  note: string | null;
  createdAt: string;
  createdBy: PersonReference | null;
  /** The measurement this one corrects, and why. */
  corrects: string | null;
  reason: string | null;
  /** The id of the later measurement that corrects this one; it no longer counts. */
  correctedBy: string | null;
}
export interface NewMeasurement {
  value: number;
  date: string;
  source?: string | null;
  note?: string | null;
}
/** POST /kpis/{id}/measurements: a list, all or nothing, or one correction. */
export interface RecordMeasurements {
  measurements?: NewMeasurement[];
  corrects?: string;
  value?: number;
  reason?: string;
}
export const MEASUREMENTS_AT_ONCE = 1000;
export const MEASUREMENT_SOURCE_MAX = 200;
export const MEASUREMENT_NOTE_MAX = 2000;

/** The answer to a list of measurements, in the order of the request. */
export interface RecordedMeasurements {
  measurements: Measurement[];
}

export const SERIES_INTERVALS = ['week', 'month', 'quarter'] as const;
export type SeriesInterval = (typeof SERIES_INTERVALS)[number];

export interface KpiSeries {
  interval: SeriesInterval;
  points: {
    from: string;
    min: number;
    avg: number;
    max: number;
    last: number;
    count: number;
    expected: number | null;
  }[];
}
