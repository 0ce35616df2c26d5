import { GATE_FACTS } from './gate.sql.ts';
import { ABOUT, base, CHARTER, coded, DEVIATIONS, many, person, utc, worded } from './json.sql.ts';

const row = (
  where: string,
): string => `SELECT json_build_object('total', (SELECT count(*) FROM found), 'items', coalesce(json_agg(
    json_build_object(${CHARTER},
      'principles', ${many(`${worded('principle', 'title', 'l.principle_id')} ORDER BY l.principle_id`)} FROM charter_principle l WHERE l.charter_id = c.id),
      'kpis', ${many(`${coded('kpi', 'l.kpi_id')} ORDER BY l.kpi_id`)} FROM charter_kpi l WHERE l.charter_id = c.id))
    ORDER BY c.updated_at DESC, c.id DESC), '[]'))::text
  FROM ${where} JOIN charter c USING (id)`;

const PRINCIPLES = `${many(`json_build_object('principle', ${worded('principle', 'title', 'l.principle_id')}, 'how', l.how, 'inForce', true)
    ORDER BY p.code`)} FROM charter_principle l JOIN principle p ON p.id = l.principle_id WHERE l.charter_id = c.id)`;

const KPIS = `${many(`json_build_object('kpi', json_build_object('id', k.id, 'code', k.code, 'name', k.name), 'unit', r.unit,
    'direction', r.direction, 'kind', r.kind, 'driver', ${worded('driver', 'name', 'k.driver_id')}, 'revision', r.number,
    'currentRevision', n.number, 'from', l.from_value, 'to', l.to_value, 'by', l.by_date, 'confidence', l.confidence) ORDER BY k.code`)}
  FROM charter_kpi l JOIN kpi k ON k.id = l.kpi_id JOIN kpi_revision r ON r.id = l.kpi_revision_id
  JOIN kpi_revision n ON n.id = k.current_revision_id WHERE l.charter_id = c.id)`;

const STANDARDS = `${many(`json_build_object('id', q.id, 'dimension', q.dimension, 'measured', m.value IS NOT NULL,
    'met', coalesce(m.value >= q.threshold, false))`)}
  FROM quality_standard q LEFT JOIN LATERAL (SELECT m.value FROM quality_measurement m WHERE m.standard_id = q.id
    ORDER BY m.measured_on DESC, m.id DESC LIMIT 1) m ON true WHERE q.entity_id = e.id AND q.archived_at IS NULL)`;

const active = (column: string): string =>
  `(SELECT json_build_object('active', u.status = 'active') FROM app_user u WHERE u.id = ${column})`;

/** What readiness is computed from, which is all that SQL can say of it. */
const DOMAINS = `${many(`json_build_object('domain', json_build_object('id', d.id, 'code', d.code, 'name', d.name), 'tier', d.tier,
    'readiness', json_build_object('owner', ${active('d.owner_id')}, 'steward', ${active('d.steward_id')},
      'entities', ${many(`json_build_object('authoritative', e.authoritative_system_id IS NOT NULL, 'flows', (SELECT count(*)
         FROM data_flow_entity t JOIN data_flow f ON f.id = t.flow_id WHERE t.entity_id = e.id AND f.archived_at IS NULL), 'standards', ${STANDARDS})`)}
         FROM data_entity e WHERE e.domain_id = d.id AND e.archived_at IS NULL)),
    'entities', ${many(`json_build_object('entity', json_build_object('id', e.id, 'name', e.name), 'essential', t.essential) ORDER BY e.name`)}
         FROM charter_entity t JOIN data_entity e ON e.id = t.entity_id WHERE t.charter_id = c.id AND t.domain_id = d.id)) ORDER BY d.code`)}
  FROM charter_domain l JOIN data_domain d ON d.id = l.domain_id WHERE l.charter_id = c.id)`;

const linked = (table: string, target: string, more = ''): string =>
  `${many(`json_build_object('id', x.id, 'code', x.code, 'name', x.name${more}) ORDER BY x.code`)}
    FROM charter_${table} l JOIN ${target} x ON x.id = l.${table}_id WHERE l.charter_id = c.id)`;

const neighbour = (mine: string, other: string): string =>
  `${many(`json_build_object('id', o.id, 'code', o.code, 'name', o.title, 'status', o.status) ORDER BY o.code`)}
    FROM charter_predecessor l JOIN charter o ON o.id = l.${other} WHERE l.${mine} = c.id)`;

const EXCEPTIONS = `${many(`json_build_object('exception', json_build_object('id', g.id, 'code', g.code, 'name', g.code),
    'principle', ${worded('principle', 'title', 'g.principle_id')}, 'status', g.status, 'expiresOn', g.expires_on, 'holdsUntil', h.holds_until,
    'cited', EXISTS (SELECT 1 FROM charter_exception l WHERE l.charter_id = c.id AND l.exception_id = g.id)) ORDER BY g.created_at DESC, g.id DESC`)}
  FROM principle_exception g LEFT JOIN exception_standing h ON h.id = g.id WHERE g.charter_id = c.id)`;

const REAFFIRMATIONS = `${many(`json_build_object('id', f.id, 'cause', f.cause, 'about', ${ABOUT}, 'raisedAt', ${utc('f.raised_at')},
    'agendaOn', (f.raised_at AT TIME ZONE (SELECT time_zone FROM organisation))::date + 60) ORDER BY f.raised_at, f.id`)}
  FROM reaffirmation f WHERE f.charter_id = c.id AND f.settled_at IS NULL)`;

const WHOLE_CHARTER = `SELECT (json_build_object(${CHARTER}, 'outcomeStatement', c.outcome_statement, 'narrative', c.narrative,
    'approvedUnder', (SELECT v.number FROM strategy_version v WHERE v.id = c.approved_under_version), 'approvedAt', ${utc('c.approved_at')},
    'revision', c.revision, 'approvedRevision', c.approved_revision, 'submittedAt', ${utc('c.submitted_at')}, 'itLead', ${person('c.it_lead_id')},
    'capability', ${worded('capability', 'name', 'c.capability_id')}, 'noGovernedData', c.no_governed_data, 'resilience', json_build_object(
      'stopCriteria', c.stop_criteria, 'rollback', c.rollback, 'retirement', c.retirement, 'contingency', c.contingency,
      'portability', json_build_object('format', c.portability_format, 'method', c.portability_method, 'lastTestedOn', c.portability_tested_on),
      'exit', c.exit_plan),
    'principles', ${PRINCIPLES}, 'kpis', ${KPIS}, 'domains', ${DOMAINS}, 'services', ${linked('service', 'service', `, 'criticality', x.criticality`)},
    'systems', ${linked('system', 'system')}, 'parties', ${many(`json_build_object('party', json_build_object('id', p.id, 'code', p.code,
      'name', p.name), 'external', p.external, 'role', l.role) ORDER BY p.code`)} FROM charter_party l JOIN party p ON p.id = l.party_id
      WHERE l.charter_id = c.id),
    'facts', c.facts, 'deviations', ${DEVIATIONS}, 'exceptions', ${EXCEPTIONS}, 'reaffirmations', ${REAFFIRMATIONS},
    'predecessors', ${neighbour('charter_id', 'predecessor_id')}, 'successors', ${neighbour('predecessor_id', 'charter_id')},
    'requirements', ${many(`json_build_object(${base('q')}, 'number', q.number, 'constituency', q.constituency, 'text', q.text, 'answer', q.answer,
      'answeredBy', ${person('q.answered_by')}, 'answeredAt', ${utc('q.answered_at')}) ORDER BY q.number`)} FROM requirement q WHERE q.charter_id = c.id),
    'milestones', ${many(`json_build_object(${base('m')}, 'title', m.title, 'value', m.value, 'kpi', ${coded('kpi', 'm.kpi_id')},
      'expectedValue', m.expected_value, 'dueOn', m.due_on, 'reachedOn', m.reached_on) ORDER BY m.due_on, m.id`)}
      FROM milestone m WHERE m.charter_id = c.id AND m.archived_at IS NULL),
    'proposal', (SELECT json_build_object('id', p.id, 'code', p.code, 'name', p.title, 'status', p.status) FROM proposal p
      WHERE p.charter_id = c.id ORDER BY p.submitted_at DESC LIMIT 1),
    'decision', (SELECT json_build_object('id', d.id, 'code', d.code, 'name', p.title) FROM proposal p JOIN decision d ON d.proposal_id = p.id
      WHERE p.charter_id = c.id ORDER BY p.submitted_at DESC LIMIT 1),
    'changeRequest', (SELECT json_build_object('id', r.id, 'number', r.number, 'reason', r.reason) FROM change_request r
      WHERE r.charter_id = c.id AND r.status = 'submitted')))::text
  FROM charter c WHERE c.id = $1::uuid`;

const NOTHING_YET = [
  'domains',
  'services',
  'systems',
  'parties',
  'deviations',
  'exceptions',
  'reaffirmations',
  'predecessors',
  'successors',
  'requirements',
  'milestones',
];

/** The links of a new charter, and the audit row: what the product writes beside the charter itself. */
const CREATE_CHARTER = `WITH b AS (SELECT $1::json AS j),
  c AS (INSERT INTO charter (title, outcome_statement, narrative, lead_id, budget_amount, budget_currency, start_date, end_date, created_by)
    SELECT j ->> 'title', j ->> 'outcomeStatement', j ->> 'narrative', $2::uuid, (j #>> '{budget,amount}')::numeric, j #>> '{budget,currency}',
           (j ->> 'startDate')::date, (j ->> 'endDate')::date, $2::uuid FROM b RETURNING *),
  lp AS (INSERT INTO charter_principle (charter_id, principle_id, how)
    SELECT c.id, (e ->> 'principle')::uuid, e ->> 'how' FROM c, b, json_array_elements(b.j -> 'principles') e RETURNING principle_id, how),
  lk AS (INSERT INTO charter_kpi (charter_id, kpi_id, kpi_revision_id, from_value, to_value, by_date)
    SELECT c.id, k.id, k.current_revision_id, (e ->> 'from')::numeric, (e ->> 'to')::numeric, (e ->> 'by')::date
      FROM c, b, json_array_elements(b.j -> 'kpis') e JOIN kpi k ON k.id = (e ->> 'kpi')::uuid RETURNING kpi_id, from_value, to_value, by_date),
  a AS (INSERT INTO audit_event (actor_id, record_type, record_id, record_code, action, body, hash)
    SELECT $2::uuid, 'charter', c.id, c.code, 'charter.created', b.j::text, encode(sha256(convert_to(b.j::text, 'UTF8')), 'hex') FROM c, b)
  SELECT json_build_object(${CHARTER}, 'outcomeStatement', c.outcome_statement, 'narrative', c.narrative,
    'approvedUnder', NULL, 'approvedAt', NULL, 'revision', c.revision, 'approvedRevision', NULL, 'submittedAt', NULL, 'itLead', NULL,
    'capability', NULL, 'noGovernedData', NULL, 'resilience', json_build_object('stopCriteria', NULL, 'rollback', NULL, 'retirement', '[]'::json,
      'contingency', NULL, 'portability', NULL, 'exit', NULL),
    'principles', ${many(`json_build_object('principle', ${worded('principle', 'title', 'lp.principle_id')}, 'how', lp.how, 'inForce', true)
      ORDER BY lp.principle_id`)} FROM lp),
    'kpis', ${many(`json_build_object('kpi', ${coded('kpi', 'lk.kpi_id')}, 'unit', r.unit, 'direction', r.direction, 'kind', r.kind,
      'driver', ${worded('driver', 'name', 'k.driver_id')}, 'revision', r.number, 'currentRevision', r.number, 'from', lk.from_value,
      'to', lk.to_value, 'by', lk.by_date, 'confidence', 'medium') ORDER BY k.code`)} FROM lk JOIN kpi k ON k.id = lk.kpi_id
      JOIN kpi_revision r ON r.id = k.current_revision_id),
    ${NOTHING_YET.map((list) => `'${list}', '[]'::json`).join(', ')}, 'facts', '{}'::json, 'proposal', NULL, 'decision', NULL,
    'changeRequest', NULL)::text
  FROM c`;

const SERIES = `SELECT json_build_object('interval', 'month', 'points', coalesce(json_agg(json_build_object('from', p.starts, 'min', p.min,
    'avg', trim_scale(round(p.avg, 6)), 'max', p.max, 'last', p.last, 'count', p.count, 'expected', trim_scale(round(r.baseline_value
      + (r.target_value - r.baseline_value) * greatest(0, least(1, (least(p.ends, r.target_date) - r.baseline_date)::numeric
      / (r.target_date - r.baseline_date))), 6))) ORDER BY p.starts), '[]'))::text
  FROM (SELECT k.id, v.baseline_value, v.target_value, v.baseline_date, v.target_date FROM kpi k JOIN kpi_revision v ON v.id = k.current_revision_id
         WHERE k.id = $1::uuid) r,
   LATERAL (SELECT date_trunc('month', m.measured_on::timestamp)::date AS starts,
      (date_trunc('month', m.measured_on::timestamp) + interval '1 month' - interval '1 day')::date AS ends, min(m.value) AS min,
      avg(m.value) AS avg, max(m.value) AS max, count(*) AS count, (array_agg(m.value ORDER BY m.measured_on DESC))[1] AS last
     FROM counted_measurement m WHERE m.kpi_id = r.id AND m.measured_on BETWEEN $2::date AND $3::date GROUP BY 1, 2) p`;

/** Answers each row with its id and author, as the product does. */
const RECORD = `WITH i AS (INSERT INTO measurement (kpi_id, value, measured_on, source, created_by)
    SELECT $2::uuid, x.value, x.date, x.source, $3::uuid FROM json_to_recordset($1::text::json -> 'measurements') AS x(value numeric, date date, source text)
    RETURNING id, value, measured_on, source, created_at, created_by),
  a AS (INSERT INTO audit_event (actor_id, record_type, record_id, action, body, hash)
    SELECT $3::uuid, 'kpi', $2::uuid, 'measurement.recorded', $1::text, encode(sha256(convert_to($1::text, 'UTF8')), 'hex'))
  SELECT json_build_object('measurements', json_agg(json_build_object('id', i.id, 'value', i.value, 'date', i.measured_on, 'source', i.source,
    'note', NULL, 'createdAt', ${utc('i.created_at')}, 'createdBy', u.j, 'corrects', NULL, 'reason', NULL, 'correctedBy', NULL)))::text
  FROM i, (SELECT ${person('$3::uuid')} AS j) u`;

const found = (where: string): string => `found AS MATERIALIZED (SELECT id, updated_at FROM charter WHERE ${where})`;
const page = (offset: string): string =>
  `page AS (SELECT id FROM found ORDER BY updated_at DESC, id DESC LIMIT 50 OFFSET ${offset}::integer)`;

/** The one statement that answers each workload; its parameters follow the name in the path, the body comes first. */
export const STATEMENTS: Record<string, string> = {
  R1: `WITH ${found(`status = $1::text AND title ILIKE '%' || $2::text || '%'`)}, ${page('$3')} ${row('page')}`,
  R1all: `WITH found AS (SELECT 1 FROM charter), page AS (SELECT id FROM charter ORDER BY updated_at DESC, id DESC LIMIT 50 OFFSET $1::integer)
    ${row('page')}`,
  R1unit: `WITH ${found('business_unit_id = $1::uuid')}, ${page('$2')} ${row('page')}`,
  R2: WHOLE_CHARTER,
  R3: CREATE_CHARTER,
  R4: SERIES,
  R6: RECORD,
  R8: GATE_FACTS,
};
