import type { EntityManager } from 'typeorm';

/** Whatever is not decided yet is about the KPI as it stands; what was approved keeps the revision it was approved with. */
const FOLLOW = [
  `UPDATE charter_kpi l SET kpi_revision_id = k.current_revision_id
     FROM kpi k, charter c
    WHERE k.id = $1 AND l.kpi_id = k.id AND c.id = l.charter_id
      AND c.approved_under_version IS NULL AND c.status NOT IN ('rejected', 'withdrawn')`,
  `UPDATE change_request r SET content = jsonb_set(r.content, '{kpis}', (
            SELECT jsonb_agg(CASE WHEN l ->> 'kpi' = k.id::text
                                  THEN jsonb_set(l, '{revision}', to_jsonb(k.current_revision_id)) ELSE l END ORDER BY at)
              FROM jsonb_array_elements(r.content -> 'kpis') WITH ORDINALITY AS e(l, at)))
     FROM kpi k
    WHERE k.id = $1 AND r.status = 'submitted'
      AND r.content -> 'kpis' @> jsonb_build_array(jsonb_build_object('kpi', k.id))`,
] as const;

/**
 * A KPI was redefined: drafts, charters before the board and open change requests cite it as it stands now, so that
 * mending a KPI mends the gate. Writes links only; no charter is locked (PRODUCT.md section 4, locks).
 */
export async function followRedefinedKpi(tx: EntityManager, kpiId: string): Promise<void> {
  for (const sql of FOLLOW) await tx.query(sql, [kpiId]);
}
