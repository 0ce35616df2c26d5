import type { Alignment, AlignmentWeights, SignedInUser } from '@sightline/contracts';
import { type AlignedKpi, alignment, deviationsOf } from '@sightline/rules';
import type { DataSource } from 'typeorm';
import { readCharterGateFacts } from './charter-gate.facts';
import { readCharter } from './charter-reading';

interface StoredFacts {
  /** Of the version in force; null before there is one. */
  weights: AlignmentWeights | null;
  capability: { current: number; target: number } | null;
  kpis: AlignedKpi[];
}

/** $1 the charter. KPIs are weighed by the revision the charter pinned and by the latest measurement that counts. */
const FACTS = `
  SELECT (SELECT v.weights FROM strategy_version v WHERE v.status = 'in_force') AS weights,
         (SELECT jsonb_build_object('current', w.current_maturity, 'target', w.target_maturity)
            FROM capability_revision w JOIN strategy_version v ON v.id = w.strategy_version_id AND v.status = 'in_force'
           WHERE w.capability_id = c.capability_id) AS capability,
         (SELECT coalesce(jsonb_agg(jsonb_build_object('weight', k.weight, 'from', l.from_value, 'to', l.to_value,
              'confidence', l.confidence,
              'latest', (SELECT jsonb_build_object('value', m.value, 'date', m.measured_on) FROM counted_measurement m
                          WHERE m.kpi_id = k.id ORDER BY m.measured_on DESC LIMIT 1),
              'definition', jsonb_build_object('definition', r.definition, 'unit', r.unit, 'direction', r.direction,
                'kind', r.kind,
                'baseline', CASE WHEN r.baseline_date IS NOT NULL
                  THEN jsonb_build_object('value', r.baseline_value, 'date', r.baseline_date) END,
                'target', CASE WHEN r.target_date IS NOT NULL THEN jsonb_build_object('value', r.target_value,
                  'lower', r.lower_limit, 'upper', r.upper_limit, 'date', r.target_date) END))), '[]')
            FROM charter_kpi l JOIN kpi k ON k.id = l.kpi_id JOIN kpi_revision r ON r.id = l.kpi_revision_id
           WHERE l.charter_id = c.id) AS kpis
    FROM charter c WHERE c.id = $1`;

/** How well a charter serves the strategy in force (PRODUCT.md section 6). 404 for who may not see the charter. */
export async function readAlignment(db: DataSource, reference: string, reader: SignedInUser): Promise<Alignment> {
  const charter = await readCharter(db, reference, reader);
  const [facts] = await db.query<[StoredFacts]>(FACTS, [charter.id]);
  const { rollback, retirement, contingency, portability } = charter.resilience;
  return alignment(
    {
      principlesInForce: charter.principles.filter(({ inForce }) => inForce).length,
      deviations: deviationsOf(await readCharterGateFacts(db, charter.id)),
      kpis: facts.kpis,
      capability: facts.capability,
      readiness: charter.domains.map(({ readiness }) => readiness),
      declaresNoGovernedData: charter.noGovernedData !== null,
      resilience: {
        rollback: Boolean(rollback),
        retirement: retirement.length > 0,
        contingency: Boolean(contingency),
        portability: Boolean(portability?.format && portability.method),
      },
    },
    facts.weights ?? undefined,
  );
}
