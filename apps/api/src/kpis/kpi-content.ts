import type { DatedValue, KpiChanges, KpiDefinition, KpiTarget, NewKpi } from '@sightline/contracts';
import { kpiRevisionProblems } from '@sightline/rules';
import type { EntityManager } from 'typeorm';
import { Problems } from '../platform/problems/problem';
import { resolveReference, type Referenced } from '../platform/records/resolve-reference';
import type { KpiEntity } from './kpi.entity';

/** The columns of a KPI that are not versioned. */
export type KpiFields = Pick<
  KpiEntity,
  'name' | 'businessUnitId' | 'ownerId' | 'driverId' | 'cadence' | 'weight' | 'note'
>;

const EMPTY_DEFINITION: KpiDefinition = {
  definition: null,
  unit: null,
  direction: null,
  kind: null,
  baseline: null,
  target: null,
};

/** The versioned parts as they would stand after a change; what the request leaves out stays. 400 for impossible values. */
export function changedDefinition(changes: KpiChanges, standing: KpiDefinition = EMPTY_DEFINITION): KpiDefinition {
  const next: KpiDefinition = {
    definition: textOf(changes.definition, standing.definition),
    unit: textOf(changes.unit, standing.unit),
    direction: changes.direction === undefined ? standing.direction : changes.direction,
    kind: changes.kind === undefined ? standing.kind : changes.kind,
    baseline: changes.baseline === undefined ? standing.baseline : plainBaseline(changes.baseline),
    target: changes.target === undefined ? standing.target : plainTarget(changes.target),
  };
  const problems = kpiRevisionProblems(next);
  if (problems.length > 0) throw Problems.invalid(problems);
  return next;
}

/** The versioned parts that differ. */
export function revisedParts(before: KpiDefinition, after: KpiDefinition): (keyof KpiDefinition)[] {
  const parts = Object.keys(EMPTY_DEFINITION) as (keyof KpiDefinition)[];
  return parts.filter((part) => !isSame(before[part], after[part]));
}

/** The other fields that a request names, with references resolved; 400 where one is unknown. */
export async function namedFields(tx: EntityManager, wanted: Partial<NewKpi>): Promise<Partial<KpiFields>> {
  const idOf = async (type: Referenced, reference: string | null | undefined, pointer: string) =>
    reference ? resolveReference(tx, type, reference, pointer) : reference;
  const fields = {
    name: wanted.name,
    businessUnitId: await idOf('unit', wanted.businessUnit, '/businessUnit'),
    ownerId: await idOf('person', wanted.owner, '/owner'),
    driverId: await idOf('driver', wanted.driver, '/driver'),
    cadence: wanted.cadence,
    weight: wanted.weight,
    note: wanted.note === undefined ? undefined : wanted.note || null,
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

const textOf = (wanted: string | null | undefined, standing: string | null): string | null =>
  wanted === undefined ? standing : wanted || null;

const plainBaseline = (baseline: DatedValue | null): DatedValue | null =>
  baseline && { value: baseline.value, date: baseline.date };

const plainTarget = (target: NonNullable<NewKpi['target']> | null): KpiTarget | null =>
  target && {
    value: target.value ?? null,
    lower: target.lower ?? null,
    upper: target.upper ?? null,
    date: target.date,
  };

/** Alike, whatever the order of the keys: PostgreSQL has its own. */
function isSame(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || !one || !other) return one === other;
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length && keys.every((key) => Reflect.get(one, key) === Reflect.get(other, key))
  );
}
