import type { Cadence, KpiDefinition, KpiPart, PersonFact } from '@sightline/contracts';
import { KPI_PARTS } from '@sightline/contracts';

/** Everything that makes a KPI complete; driver and unit by whatever names them, null when there is none. */
export interface KpiRecordFacts extends KpiDefinition {
  cadence: Cadence | null;
  weight: number | null;
  driver: unknown;
  businessUnit: unknown;
  owner: OwnerFacts | null;
}
type OwnerFacts = Pick<PersonFact, 'champion' | 'internal' | 'active' | 'fromBusiness'>;

/** Who may own a KPI: a champion, internal, active, from the business (PRODUCT.md section 2). */
export function mayOwnKpi({ champion, internal, active, fromBusiness }: OwnerFacts): boolean {
  return champion && internal && active && fromBusiness;
}

/** What a KPI still lacks (PRODUCT.md section 2), in the order of the form; an owner who may not own it is missing. */
export function kpiMissingParts(kpi: KpiRecordFacts): KpiPart[] {
  const missing = new Set<KpiPart>(missingInDefinition(kpi));
  if (kpi.cadence === null) missing.add('cadence');
  if (kpi.weight === null) missing.add('weight');
  if (kpi.driver === null || kpi.driver === undefined) missing.add('driver');
  if (kpi.businessUnit === null || kpi.businessUnit === undefined) missing.add('businessUnit');
  if (!kpi.owner || !mayOwnKpi(kpi.owner)) missing.add('owner');
  return KPI_PARTS.filter((part) => missing.has(part));
}

/** Whether the gate may count it. */
export function kpiIsComplete(kpi: KpiRecordFacts): boolean {
  return kpiMissingParts(kpi).length === 0;
}

/** What the versioned half of a KPI still lacks: the half that charters pin. */
export function missingInDefinition(kpi: KpiDefinition): KpiPart[] {
  const missing: KpiPart[] = [];
  if (!kpi.definition?.trim()) missing.push('definition');
  if (!kpi.unit?.trim()) missing.push('unit');
  if (kpi.direction === null) missing.push('direction');
  if (kpi.kind === null) missing.push('kind');
  if (kpi.baseline === null) missing.push('baseline');
  if (!targetSaysEnough(kpi)) missing.push('target');
  return missing;
}

function targetSaysEnough({ direction, target }: KpiDefinition): boolean {
  if (!target) return false;
  const limited = target.lower !== null || target.upper !== null;
  if (direction === null) return limited || target.value !== null;
  return direction === 'maintain' ? limited : target.value !== null;
}
