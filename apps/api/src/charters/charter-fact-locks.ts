import type { CharterContent } from '@sightline/contracts';
import type { EntityManager } from 'typeorm';

/** In the order of PRODUCT section 4, each by id; a domain stands for its entities, standards and flows. */
const LOCKS = [
  `SELECT 1 FROM principle_revision r JOIN strategy_version v ON v.id = r.strategy_version_id AND v.status = 'in_force'
    WHERE r.decision_table IS NOT NULL
       OR r.principle_id IN (SELECT (l ->> 'principle')::uuid FROM jsonb_array_elements($1::jsonb -> 'principles') l)
    ORDER BY r.id FOR SHARE OF r`,
  `SELECT 1 FROM kpi k WHERE k.id IN (SELECT (l ->> 'kpi')::uuid FROM jsonb_array_elements($1::jsonb -> 'kpis') l)
    ORDER BY k.id FOR SHARE`,
  `SELECT 1 FROM app_user u WHERE u.id IN (
     SELECT ($1::jsonb ->> f)::uuid FROM unnest(ARRAY['lead', 'businessSponsor', 'itLead']) f
     UNION ALL
     SELECT k.owner_id FROM kpi k, jsonb_array_elements($1::jsonb -> 'kpis') l WHERE k.id = (l ->> 'kpi')::uuid
     UNION ALL
     SELECT unnest(ARRAY[n.owner_id, n.steward_id]) FROM data_domain n, jsonb_array_elements($1::jsonb -> 'domains') l
      WHERE n.id = (l ->> 'domain')::uuid)
    ORDER BY u.id FOR SHARE`,
  // Whether a sponsor or an owner is "from the business" is said by their unit.
  `SELECT 1 FROM business_unit b WHERE b.id IN (
     SELECT u.business_unit_id FROM app_user u WHERE u.id = ($1::jsonb ->> 'businessSponsor')::uuid
     UNION ALL
     SELECT u.business_unit_id FROM kpi k JOIN app_user u ON u.id = k.owner_id, jsonb_array_elements($1::jsonb -> 'kpis') l
      WHERE k.id = (l ->> 'kpi')::uuid)
    ORDER BY b.id FOR SHARE`,
  `SELECT 1 FROM data_domain n
    WHERE n.id IN (SELECT (l ->> 'domain')::uuid FROM jsonb_array_elements($1::jsonb -> 'domains') l)
    ORDER BY n.id FOR SHARE`,
  `SELECT 1 FROM principle_exception x WHERE x.charter_id = ($1::jsonb ->> 'charter')::uuid AND x.status IN ('proposed', 'granted')
    ORDER BY x.id FOR SHARE`,
  `SELECT 1 FROM party p WHERE p.id IN (SELECT (l ->> 'party')::uuid FROM jsonb_array_elements($1::jsonb -> 'parties') l)
    ORDER BY p.id FOR SHARE`,
] as const;

/**
 * Holds in share whatever the gate reads for this content, so that no fact changes between the reading and the commit.
 * The caller holds proposal, charter and strategy already. Fact writers never lock a charter.
 */
export async function lockCharterFacts(tx: EntityManager, charterId: string, content: CharterContent): Promise<void> {
  const document = JSON.stringify({ ...content, charter: charterId });
  for (const sql of LOCKS) await tx.query(sql, [document]);
}
