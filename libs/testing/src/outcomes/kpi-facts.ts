import type { Cadence, KpiDefinition, KpiFact, PersonFact } from '@sightline/contracts';
import { personFact } from '../people/person-fact';

/** "Customer onboarding time" in days, to fall from 12 (1 Jan 2026) to 7 (30 Jun 2027). */
export function kpiDefinition(changes: Partial<KpiDefinition> = {}): KpiDefinition {
  return {
    definition: 'Median days from signed contract to first delivery',
    unit: 'days',
    direction: 'decrease',
    kind: 'outcome',
    baseline: { value: 12, date: '2026-01-01' },
    target: { value: 7, lower: null, upper: null, date: '2027-06-30' },
    ...changes,
  };
}

/** Availability of the order desk, to stay between 90 and 110 until 30 Jun 2027. */
export function maintainedDefinition(changes: Partial<KpiDefinition> = {}): KpiDefinition {
  return kpiDefinition({
    unit: 'orders an hour',
    direction: 'maintain',
    baseline: { value: 100, date: '2026-01-01' },
    target: { value: null, lower: 90, upper: 110, date: '2027-06-30' },
    ...changes,
  });
}

interface KpiRecord extends KpiDefinition {
  cadence: Cadence | null;
  weight: number | null;
  driver: string | null;
  businessUnit: string | null;
  owner: PersonFact | null;
}

/** A KPI to which nothing is missing. */
export function completeKpi(changes: Partial<KpiRecord> = {}): KpiRecord {
  return {
    ...kpiDefinition(),
    cadence: 'monthly',
    weight: 4,
    driver: 'driver-1',
    businessUnit: 'unit-1',
    owner: personFact(),
    ...changes,
  };
}

/** A complete KPI as a charter cites it: the whole way from 12 to 7 days by 31 Mar 2027. */
export function citedKpi(changes: Partial<KpiFact> = {}): KpiFact {
  return {
    id: 'kpi-14',
    code: 'K-014',
    name: 'Customer onboarding time',
    definition: kpiDefinition(),
    missing: [],
    owner: personFact(),
    from: 12,
    to: 7,
    by: '2027-03-31',
    confidence: 'medium',
    ...changes,
  };
}
