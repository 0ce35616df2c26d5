import { ABOUT, many, worded } from './json.sql.ts';

const judged = (column: string): string =>
  `(SELECT json_build_object('id', u.id, 'name', u.name, 'internal', u.kind = 'internal', 'active', u.status = 'active',
     'fromBusiness', b.kind = 'business', 'champion', 'champion' = ANY (u.roles)) FROM app_user u
     LEFT JOIN business_unit b ON b.id = u.business_unit_id WHERE u.id = ${column})`;

const STANDARDS = `${many(`json_build_object('id', q.id, 'dimension', q.dimension, 'measured', m.value IS NOT NULL, 'met', m.value >= q.threshold)`)}
  FROM quality_standard q LEFT JOIN LATERAL (SELECT m.value FROM quality_measurement m WHERE m.standard_id = q.id
    ORDER BY m.measured_on DESC, m.id DESC LIMIT 1) m ON true WHERE q.entity_id = e.id AND q.archived_at IS NULL)`;

const ENTITIES = `${many(`json_build_object('id', e.id, 'name', e.name, 'essential', t.essential, 'classified', e.classification IS NOT NULL,
    'authoritativeSource', (SELECT json_build_object('id', y.id, 'name', y.name) FROM system y WHERE y.id = e.authoritative_system_id),
    'standards', ${STANDARDS}, 'flows', ${many(`json_build_object('fromId', y.id, 'fromName', y.name)`)} FROM data_flow_entity x
      JOIN data_flow f ON f.id = x.flow_id AND f.archived_at IS NULL JOIN system y ON y.id = f.from_system_id WHERE x.entity_id = e.id),
    'acceptedIssues', ${many('i.dimension')} FROM data_issue i WHERE i.entity_id = e.id AND i.status = 'accepted' AND i.expires_on >= current_date))`)}
  FROM charter_entity t JOIN data_entity e ON e.id = t.entity_id WHERE t.charter_id = c.id AND t.domain_id = d.id)`;

const DECIDING = `(SELECT json_build_object('facts', v.facts, 'principles', ${many(`json_build_object('id', p.id, 'code', p.code, 'title', r.title,
    'applicability', r.applicability, 'decisionTable', r.decision_table) ORDER BY p.code`)} FROM principle_revision r
    JOIN principle p ON p.id = r.principle_id WHERE r.strategy_version_id = v.id AND r.decision_table IS NOT NULL))
  FROM strategy_version v WHERE v.status = 'in_force')`;

const EXCEPTIONS = `${many(`json_build_object('id', x.id, 'code', x.code, 'principle', x.principle_id, 'status', x.status, 'holdsUntil', h.holds_until)`)}
  FROM principle_exception x LEFT JOIN exception_standing h ON h.id = x.id WHERE x.charter_id = c.id AND x.status IN ('proposed', 'granted')
   AND (c.approved_at IS NOT NULL OR EXISTS (SELECT 1 FROM charter_exception l WHERE l.charter_id = c.id AND l.exception_id = x.id)))`;

const AWAITING = `${many(`json_build_object('cause', f.cause, 'about', ${ABOUT}) ORDER BY f.raised_at, f.id`)}
  FROM reaffirmation f WHERE f.charter_id = c.id AND f.settled_at IS NULL)`;

/** The facts the gate judges a charter by, read by one statement and judged by nobody. */
export const GATE_FACTS = `SELECT json_build_object('charter', json_build_object('id', c.id, 'code', c.code, 'status', c.status),
    'today', (now() AT TIME ZONE (SELECT time_zone FROM organisation))::date,
    'strategy', (SELECT json_build_object('number', number, 'policy', gate_policy) FROM strategy_version WHERE status = 'in_force'),
    'outcomeStatement', c.outcome_statement,
    'outcomeOverruled', EXISTS (SELECT 1 FROM proposal p JOIN overrule o ON o.snapshot_id = p.snapshot_id WHERE p.charter_id = c.id),
    'principles', ${many(`${worded('principle', 'title', 'l.principle_id')}`)} FROM charter_principle l WHERE l.charter_id = c.id),
    'kpis', ${many(`json_build_object('id', k.id, 'code', k.code, 'name', k.name, 'definition', json_build_object('definition', r.definition,
      'unit', r.unit, 'direction', r.direction, 'kind', r.kind, 'baseline', json_build_object('value', r.baseline_value, 'date', r.baseline_date),
      'target', json_build_object('value', r.target_value, 'lower', r.lower_limit, 'upper', r.upper_limit, 'date', r.target_date)),
      'cadence', k.cadence, 'weight', k.weight, 'driver', k.driver_id, 'businessUnit', k.business_unit_id, 'owner', ${judged('k.owner_id')},
      'from', l.from_value, 'to', l.to_value, 'by', l.by_date, 'confidence', l.confidence)`)}
      FROM charter_kpi l JOIN kpi k ON k.id = l.kpi_id JOIN kpi_revision r ON r.id = l.kpi_revision_id WHERE l.charter_id = c.id),
    'businessSponsor', ${judged('c.business_sponsor_id')}, 'itLead', ${judged('c.it_lead_id')}, 'lead', ${judged('c.lead_id')},
    'requirements', ${many(`json_build_object('number', q.number, 'constituency', q.constituency, 'answered', q.answer IS NOT NULL)`)}
      FROM requirement q WHERE q.charter_id = c.id),
    'domains', ${many(`json_build_object('id', d.id, 'code', d.code, 'name', d.name, 'tier', d.tier, 'owner', ${judged('d.owner_id')},
      'steward', ${judged('d.steward_id')}, 'entities', ${ENTITIES})`)} FROM charter_domain l JOIN data_domain d ON d.id = l.domain_id WHERE l.charter_id = c.id),
    'noGovernedData', c.no_governed_data, 'resilience', json_build_object('rollback', c.rollback <> '', 'contingency', c.contingency <> '',
      'portability', c.portability_format <> '' AND c.portability_method <> '', 'exit', c.exit_plan <> '', 'retirement', c.retirement),
    'capability', ${worded('capability', 'name', 'c.capability_id')},
    'parties', ${many(`json_build_object('id', p.id, 'code', p.code, 'name', p.name, 'external', p.external, 'role', l.role)`)}
      FROM charter_party l JOIN party p ON p.id = l.party_id WHERE l.charter_id = c.id),
    'facts', c.facts, 'deviations', c.deviations, 'deciding', ${DECIDING}, 'exceptions', ${EXCEPTIONS}, 'awaiting', ${AWAITING})::text
  FROM charter c WHERE c.id = $1::uuid`;
