import type { KpiDefinition, KpiPart } from '@sightline/contracts';
import { kpiMissingParts } from '@sightline/rules';
import type { EntityManager } from 'typeorm';
import { Problems } from '../platform/problems/problem';
import type { IdOrCode } from '../platform/records/id-or-code';
import type { KpiFacts } from './kpi-figures';
import type { KpiEntity } from './kpi.entity';
import { CURRENT_REVISION, FACTS_JSON } from './kpi.query';

/** A KPI whose row is held, as it stands before a change. */
export interface StandingKpi extends Pick<
  KpiEntity,
  'id' | 'code' | 'name' | 'businessUnitId' | 'ownerId' | 'driverId' | 'cadence' | 'weight' | 'note' | 'version'
> {
  revision: number;
  definition: KpiDefinition;
  missing: KpiPart[];
  /** Codes of the charters that were approved on it and still run. */
  approvedCharters: string[];
}

/**
 * Holds a KPI for a change: first the open proposals that cite it, then its row, in the order of PRODUCT section 4, so
 * that closing a proposal and redefining its KPI wait for each other. 404 when there is none.
 */
export async function holdKpi(tx: EntityManager, { id, code }: IdOrCode): Promise<StandingKpi> {
  const reference = [id ?? null, code ?? null];
  await tx.query(HOLD_PROPOSALS, reference);
  await tx.query(HOLD_KPI, reference);
  const [row] = await tx.query<(Omit<StandingKpi, 'definition' | 'missing'> & { facts: KpiFacts })[]>(
    STANDING,
    reference,
  );
  if (!row) throw Problems.notFound('kpi');
  const { facts, ...standing } = row;
  const { definition, unit, direction, kind, baseline, target } = facts;
  return {
    ...standing,
    definition: { definition, unit, direction, kind, baseline, target },
    missing: kpiMissingParts({ ...facts, owner: facts.ownerFact }),
  };
}

const HOLD_PROPOSALS = `SELECT 1 FROM proposal p
  WHERE p.status = 'open' AND p.id IN (
    SELECT c.proposal_id FROM proposal_kpi c JOIN kpi k ON k.id = c.kpi_id WHERE k.id = $1::uuid OR k.code = $2::text)
  ORDER BY p.id FOR UPDATE`;
const HOLD_KPI = `SELECT 1 FROM kpi k WHERE k.id = $1::uuid OR k.code = $2::text FOR NO KEY UPDATE`;

const STANDING = `SELECT k.id, k.code, k.name, k.business_unit_id AS "businessUnitId", k.owner_id AS "ownerId",
    k.driver_id AS "driverId", k.cadence, k.weight, k.note, k.version, r.number AS revision, ${FACTS_JSON} AS facts,
    ARRAY(SELECT c.code FROM charter_kpi l JOIN charter c ON c.id = l.charter_id
           WHERE l.kpi_id = k.id AND c.approved_at IS NOT NULL AND c.status IN ('approved', 'in_delivery', 'paused', 'live')
           ORDER BY c.code) AS "approvedCharters"
  FROM kpi k ${CURRENT_REVISION} WHERE k.id = $1::uuid OR k.code = $2::text`;
