import type {
  DatedValue,
  Kpi,
  KpiContribution,
  KpiDefinition,
  KpiFigures,
  KpiPart,
  PersonFact,
} from '@sightline/contracts';
import { kpiFigures, kpiMissingParts } from '@sightline/rules';
import { RECENT_MEASUREMENTS } from './kpi.query';

/** What status and completeness are computed from, as SQL reads it. */
export interface KpiFacts extends KpiDefinition, Pick<Kpi, 'id' | 'name' | 'weight' | 'cadence'> {
  /** The organisation's date. */
  today: string;
  businessUnit: unknown;
  driver: unknown;
  ownerFact: PersonFact | null;
  /** Oldest first: the last ones, and the last one up to the target date. */
  measurements: DatedValue[];
}

/** Everything of a KPI that is stored. */
export interface StoredKpi
  extends KpiFacts, Omit<Kpi, keyof KpiFigures | keyof KpiFacts | 'complete' | 'missing' | 'recent'> {
  businessUnit: Kpi['businessUnit'];
  driver: Kpi['driver'];
  charters: KpiContribution[];
}

export interface JudgedKpi extends KpiFacts, KpiFigures {
  missing: KpiPart[];
}

/** A KPI's facts with its figures; without charters there is no coverage to speak of. */
export function judged(facts: KpiFacts, charters: readonly KpiContribution[] = []): JudgedKpi {
  const { cadence, measurements, today, ownerFact } = facts;
  const approved = charters.filter((charter) => charter.approved);
  const effects = approved.map((charter) => ({ ...charter, reviewed: false }));
  return {
    ...facts,
    ...kpiFigures({ definition: facts, cadence, measurements, effects, today }),
    missing: kpiMissingParts({ ...facts, owner: ownerFact }),
  };
}

/** The answer: what is stored, what is computed from it, and what is missing. */
export function toKpi({ charters, ...stored }: StoredKpi): Kpi {
  const {
    ownerFact: _owner,
    today: _today,
    measurements,
    missing,
    ...kpi
  } = { ...stored, ...judged(stored, charters) };
  const recent = measurements.slice(-RECENT_MEASUREMENTS);
  return {
    ...kpi,
    businessUnit: stored.businessUnit,
    driver: stored.driver,
    complete: missing.length === 0,
    missing,
    recent,
  };
}
