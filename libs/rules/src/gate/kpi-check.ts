import type { CharterGateFacts, KpiFact } from '@sightline/contracts';
import { missingInDefinition, mayOwnKpi } from '../kpis/kpi-completeness';
import { fails, inCharter, inKpi, passes, type CharterCheck, type Finding } from './finding';

type KpiFailure = Extract<Finding<'KPI'>, { passed: false }>;

/**
 * KPI: cites at least one complete KPI of kind outcome with an owner, with an expected change in its direction, by its
 * target date at the latest (PRODUCT.md section 4). When none does, it names what the one nearest to it still lacks.
 */
export const kpiCheck: CharterCheck<'KPI'> = (facts) => {
  const judged = facts.kpis.map((kpi) => ({ kpi, failure: kpiFailure(kpi, facts) }));
  const good = judged.find(({ failure }) => failure === null)?.kpi;
  if (good)
    return passes(
      good.definition.direction === 'maintain' ? 'title-maintain' : 'title',
      inCharter(facts, 'kpis'),
      effectOf(good),
    );
  const failures = judged.flatMap(({ failure }) => failure ?? []);
  const nearest = failures.toSorted((a, b) => distance(a) - distance(b))[0];
  if (!nearest) return fails('none', inCharter(facts, 'kpis'));
  return { ...nearest, params: { ...nearest.params, kpis: facts.kpis.map(({ code }) => code) } };
};

/** Whether this KPI alone would satisfy the gate. */
export function kpiSatisfies(kpi: KpiFact, facts: CharterGateFacts): boolean {
  return kpiFailure(kpi, facts) === null;
}

/** From the furthest from passing to the nearest. */
const FROM_FAR_TO_NEAR: KpiFailure['variant'][] = [
  'technical',
  'incomplete',
  'no-owner',
  'owner-unfit',
  'no-effect',
  'wrong-direction',
  'outside-limits',
  'after-target',
];
const distance = ({ variant }: KpiFailure) => -FROM_FAR_TO_NEAR.indexOf(variant);

function kpiFailure(kpi: KpiFact, facts: CharterGateFacts): KpiFailure | null {
  return recordFailure(kpi) ?? effectFailure(kpi, facts);
}

function recordFailure({ code, name, definition, owner, missing }: KpiFact): KpiFailure | null {
  const params = { kpi: code, name };
  if (definition.kind === 'technical') return fails('technical', inKpi(code, 'kind'), params);
  // The revision the charter pinned counts, whatever has been completed since.
  const lacking = [...new Set([...missing, ...missingInDefinition(definition)])].filter((part) => part !== 'owner');
  const [first] = lacking;
  if (first) return fails('incomplete', inKpi(code, first), { ...params, missing: lacking, count: lacking.length });
  if (!owner) return fails('no-owner', inKpi(code, 'owner'), params);
  return mayOwnKpi(owner) ? null : fails('owner-unfit', inKpi(code, 'owner'), { ...params, owner: owner.name });
}

function effectFailure(kpi: KpiFact, facts: CharterGateFacts): KpiFailure | null {
  const { definition, from, to, by } = kpi;
  const fix = inCharter(facts, 'kpis');
  const params = effectOf(kpi);
  const target = definition.target;
  if (by === null || !target) return fails('no-effect', fix, params);
  if (definition.direction === 'maintain') {
    const inside = to === null || ((target.lower ?? to) <= to && to <= (target.upper ?? to));
    if (!inside) return fails('outside-limits', fix, params);
  } else {
    if (from === null || to === null) return fails('no-effect', fix, params);
    const moved = definition.direction === 'increase' ? to - from : from - to;
    if (!(moved > 0)) return fails('wrong-direction', fix, params);
  }
  return by <= target.date ? null : fails('after-target', fix, { ...params, target: target.date });
}

function effectOf({ code, name, definition, from, to, by }: KpiFact) {
  return { kpi: code, name, unit: definition.unit, from, to, by };
}
