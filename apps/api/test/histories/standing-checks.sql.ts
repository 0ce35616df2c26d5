/** Blockers by the policy decided under, on the facts as they stand right after the closing. */
const blocks = (code: string, from: string, where: string, detail = 'NULL'): string => `
  SELECT d.code, ${detail} AS detail FROM of_charters d
    JOIN strategy_version v ON v.id = d.strategy_version_id AND v.gate_policy -> 'approve' ? '${code}' ${from}
   WHERE ${where}`;

const person = (alias: string, id: string): string => `
  LEFT JOIN app_user ${alias} ON ${alias}.id = ${id} LEFT JOIN business_unit ${alias}_unit ON ${alias}_unit.id = ${alias}.business_unit_id`;
const DOMAINS = `CROSS JOIN LATERAL jsonb_array_elements(d.content -> 'domains') l JOIN data_domain n ON n.id = (l ->> 'domain')::uuid`;
const ENTITIES = `${DOMAINS} CROSS JOIN LATERAL jsonb_array_elements(l -> 'entities') x JOIN data_entity e ON e.id = (x ->> 'entity')::uuid`;
const ESSENTIAL = `(x ->> 'essential')::boolean`;
const HELD_UP = `(${ESSENTIAL} OR n.tier = 'critical')`;
const missing = (path: string): string => `coalesce(btrim(d.content #>> '{${path}}'), '') = ''`;
const STANDARDS_OF_E = 'FROM quality_standard q WHERE q.entity_id = e.id AND q.archived_at IS NULL';

export const STANDING_CHECKS: Record<string, string> = {
  'SPONSORS open': blocks(
    'SPONSORS',
    person('s', `(d.content ->> 'businessSponsor')::uuid`) + person('t', `(d.content ->> 'itLead')::uuid`),
    `s.id IS NULL OR t.id IS NULL OR s.id = t.id OR s.kind <> 'internal' OR t.kind <> 'internal'
     OR s.status <> 'active' OR t.status <> 'active' OR s_unit.kind IS DISTINCT FROM 'business'`,
  ),
  'KPI open': `
    SELECT d.code, NULL AS detail FROM of_charters d
     WHERE NOT EXISTS (
       SELECT 1 FROM charter_kpi l JOIN kpi k ON k.id = l.kpi_id JOIN kpi_revision r ON r.id = k.current_revision_id
         JOIN app_user o ON o.id = k.owner_id JOIN business_unit u ON u.id = o.business_unit_id
        WHERE l.charter_id = d.charter_id AND r.kind = 'outcome' AND l.by_date <= r.target_date
          AND k.cadence IS NOT NULL AND k.weight IS NOT NULL AND k.driver_id IS NOT NULL AND k.business_unit_id IS NOT NULL
          AND o.kind = 'internal' AND o.status = 'active' AND 'champion' = ANY (o.roles) AND u.kind = 'business')`,
  'REQUIREMENTS open': blocks(
    'REQUIREMENTS',
    'JOIN requirement q ON q.charter_id = d.charter_id',
    'q.answer IS NULL',
    'q.number::text',
  ),
  'DOMAINS open': blocks(
    'DOMAINS',
    '',
    `jsonb_array_length(d.content -> 'domains') = 0 AND ${missing('noGovernedData')}`,
  ),
  'STEWARD open': blocks(
    'STEWARD',
    `${DOMAINS} LEFT JOIN app_user o ON o.id = n.owner_id LEFT JOIN app_user s ON s.id = n.steward_id`,
    `o.status IS DISTINCT FROM 'active' OR s.status IS DISTINCT FROM 'active'`,
    'n.code',
  ),
  'STANDARDS open': blocks('STANDARDS', ENTITIES, `${HELD_UP} AND NOT EXISTS (SELECT 1 ${STANDARDS_OF_E})`, 'e.name'),
  'AUTHORITY open': blocks('AUTHORITY', ENTITIES, `${HELD_UP} AND e.authoritative_system_id IS NULL`, 'e.name'),
  'FLOWS open': blocks(
    'FLOWS',
    ENTITIES,
    `${HELD_UP} AND NOT EXISTS (SELECT 1 FROM data_flow_entity t JOIN data_flow f ON f.id = t.flow_id
       WHERE t.entity_id = e.id AND f.archived_at IS NULL)`,
    'e.name',
  ),
  'PROTECTION open': blocks('PROTECTION', ENTITIES, `${ESSENTIAL} AND e.classification IS NULL`, 'e.name'),
  'QUALITY open': blocks(
    'QUALITY',
    ENTITIES,
    `${ESSENTIAL} AND EXISTS (SELECT 1 ${STANDARDS_OF_E} AND NOT EXISTS (SELECT 1 FROM quality_measurement m WHERE m.standard_id = q.id))`,
    'e.name',
  ),
  'ROLLBACK open': blocks('ROLLBACK', '', missing('resilience,rollback')),
  'CONTINGENCY open': blocks('CONTINGENCY', '', missing('resilience,contingency')),
  'RETIREMENT open': blocks('RETIREMENT', '', `jsonb_array_length(d.content #> '{resilience,retirement}') = 0`),
  'PORTABILITY open': blocks(
    'PORTABILITY',
    '',
    `${missing('resilience,portability,format')} OR ${missing('resilience,portability,method')} OR ${missing('resilience,exit')}`,
  ),
  'CAPABILITY open': blocks('CAPABILITY', '', `d.content ->> 'capability' IS NULL`),
  'EXTERNAL open': blocks(
    'EXTERNAL',
    `JOIN app_user u ON u.kind = 'external' AND (
       u.id::text IN (d.content ->> 'lead', d.content ->> 'itLead', d.content ->> 'businessSponsor')
       OR EXISTS (SELECT 1 FROM kpi k JOIN charter_kpi l ON l.kpi_id = k.id WHERE l.charter_id = d.charter_id AND k.owner_id = u.id)
       OR EXISTS (SELECT 1 FROM data_domain n JOIN charter_domain l ON l.domain_id = n.id
                   WHERE l.charter_id = d.charter_id AND u.id IN (n.owner_id, n.steward_id)))`,
    'true',
    'u.name',
  ),
};
