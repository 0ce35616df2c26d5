import { namedOf, personOf, recordBase } from '../platform/records/json-sql';

const MET = `CASE s.comparison WHEN 'at_least' THEN m.value >= s.threshold ELSE m.value <= s.threshold END`;

const LATEST = `(SELECT jsonb_build_object('value', m.value, 'date', m.measured_on, 'met', ${MET})
  FROM quality_measurement m WHERE m.standard_id = s.id ORDER BY m.measured_on DESC, m.id DESC LIMIT 1)`;

const STANDARDS = `(SELECT coalesce(jsonb_agg(jsonb_build_object(${recordBase('s')},
    'entity', jsonb_build_object('id', e.id, 'name', e.name), 'dimension', s.dimension, 'rule', s.rule,
    'comparison', s.comparison, 'threshold', s.threshold, 'unit', s.unit, 'latest', ${LATEST}) ORDER BY s.created_at, s.id), '[]')
  FROM quality_standard s WHERE s.entity_id = e.id AND s.archived_at IS NULL)`;

const FLOW_COUNT = `(SELECT count(*) FROM data_flow_entity fe JOIN data_flow f ON f.id = fe.flow_id
  WHERE fe.entity_id = e.id AND f.archived_at IS NULL)`;

const ENTITIES = `(SELECT coalesce(jsonb_agg(jsonb_build_object(${recordBase('e')}, 'name', e.name, 'description', e.description,
    'classification', e.classification, 'authoritativeSource', ${namedOf('system', 'e.authoritative_system_id')},
    'standards', ${STANDARDS}, 'flowCount', ${FLOW_COUNT}) ORDER BY lower(e.name), e.id), '[]')
  FROM data_entity e WHERE e.domain_id = d.id AND e.archived_at IS NULL)`;

const FLOWS = `(SELECT coalesce(jsonb_agg(jsonb_build_object(${recordBase('f')}, 'from', ${namedOf('system', 'f.from_system_id')},
    'to', ${namedOf('system', 'f.to_system_id')}, 'pattern', f.pattern, 'classification', f.classification,
    'entities', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', e.id, 'name', e.name) ORDER BY lower(e.name)), '[]')
       FROM data_flow_entity fe JOIN data_entity e ON e.id = fe.entity_id WHERE fe.flow_id = f.id)) ORDER BY f.created_at, f.id), '[]')
  FROM data_flow f WHERE f.domain_id = d.id AND f.archived_at IS NULL)`;

const ISSUES = `(SELECT coalesce(jsonb_agg(jsonb_build_object(${recordBase('i')},
    'entity', jsonb_build_object('id', e.id, 'name', e.name), 'dimension', i.dimension, 'effect', i.effect,
    'owner', ${personOf('i.owner_id')}, 'dueOn', i.due_on, 'status', i.status, 'reason', i.reason,
    'expiresOn', i.expires_on) ORDER BY i.status = 'verified', i.due_on NULLS LAST, i.id), '[]')
  FROM data_issue i JOIN data_entity e ON e.id = i.entity_id WHERE e.domain_id = d.id)`;

const ACTIVE = (column: string): string =>
  `(SELECT jsonb_build_object('active', u.status = 'active') FROM app_user u WHERE u.id = ${column})`;

/** What readiness is computed from (PRODUCT section 6). */
const READINESS_FACTS = `jsonb_build_object('owner', ${ACTIVE('d.owner_id')}, 'steward', ${ACTIVE('d.steward_id')},
  'entities', (SELECT coalesce(jsonb_agg(jsonb_build_object('authoritative', e.authoritative_system_id IS NOT NULL,
      'flows', ${FLOW_COUNT},
      'standards', (SELECT coalesce(jsonb_agg(jsonb_build_object('measured', l.met IS NOT NULL, 'met', coalesce(l.met, false))), '[]')
         FROM quality_standard s LEFT JOIN LATERAL (SELECT ${MET} AS met FROM quality_measurement m
           WHERE m.standard_id = s.id ORDER BY m.measured_on DESC, m.id DESC LIMIT 1) l ON true
        WHERE s.entity_id = e.id AND s.archived_at IS NULL))), '[]')
    FROM data_entity e WHERE e.domain_id = d.id AND e.archived_at IS NULL))`;

/** One row of a list, with the facts of its readiness. */
export const DOMAIN_SUMMARY_JSON = `jsonb_build_object(${recordBase('d')}, 'code', d.code, 'name', d.name,
  'description', d.description, 'tier', d.tier, 'wave', d.wave, 'owner', ${personOf('d.owner_id')},
  'steward', ${personOf('d.steward_id')},
  'entityCount', (SELECT count(*) FROM data_entity e WHERE e.domain_id = d.id AND e.archived_at IS NULL),
  'openIssues', (SELECT count(*) FROM data_issue i JOIN data_entity e ON e.id = i.entity_id
     WHERE e.domain_id = d.id AND i.status IN ('open', 'cleansing')),
  'readiness', ${READINESS_FACTS})`;

/** One domain with everything in it: $1 its id or $2 its code. */
export const DOMAIN_SQL = `SELECT ${DOMAIN_SUMMARY_JSON} ||
    jsonb_build_object('entities', ${ENTITIES}, 'flows', ${FLOWS}, 'issues', ${ISSUES}) AS domain
  FROM data_domain d WHERE d.id = $1::uuid OR d.code = $2::text`;
