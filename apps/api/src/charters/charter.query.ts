import { AS_TEXT, instant } from '../platform/records/json-sql';
import { BUDGET_TEXT, STANDARDS_OF_E } from './charter-json';
import { DEVIATIONS_OF_C, EXCEPTIONS_OF_C, REAFFIRMATIONS_OF_C } from './reaffirmation.query';

const { namedOf, personOf, recordBase, wordedOf } = AS_TEXT;

const RESILIENCE = `json_build_object(
  'stopCriteria', c.stop_criteria, 'rollback', c.rollback, 'retirement', c.retirement, 'contingency', c.contingency,
  'portability', CASE WHEN num_nonnulls(c.portability_format, c.portability_method, c.portability_tested_on) = 0 THEN NULL
    ELSE json_build_object('format', c.portability_format, 'method', c.portability_method,
                            'lastTestedOn', c.portability_tested_on) END,
  'exit', c.exit_plan)`;

const principlesOf = (links: string): string => `(SELECT coalesce(json_agg(json_build_object(
    'principle', json_build_object('id', p.id, 'code', p.code, 'name', coalesce(w.title, p.code)), 'how', l.how,
    'inForce', coalesce(w.in_force, false)) ORDER BY p.code), '[]')
  FROM ${links} l JOIN principle p ON p.id = l.principle_id
  LEFT JOIN LATERAL (SELECT r.title, v.status = 'in_force' AS in_force
                       FROM principle_revision r JOIN strategy_version v ON v.id = r.strategy_version_id
                      WHERE r.principle_id = p.id ORDER BY v.status = 'in_force' DESC, v.number DESC LIMIT 1) w ON true
 WHERE l.charter_id = c.id)`;

const kpisOf = (links: string): string => `(SELECT coalesce(json_agg(json_build_object(
    'kpi', json_build_object('id', k.id, 'code', k.code, 'name', k.name), 'unit', r.unit, 'direction', r.direction,
    'kind', r.kind, 'driver', ${wordedOf('driver', 'k.driver_id')}, 'revision', r.number, 'currentRevision', n.number,
    'from', l.from_value, 'to', l.to_value, 'by', l.by_date, 'confidence', l.confidence) ORDER BY k.code), '[]')
  FROM ${links} l JOIN kpi k ON k.id = l.kpi_id JOIN kpi_revision r ON r.id = l.kpi_revision_id
  JOIN kpi_revision n ON n.id = k.current_revision_id
 WHERE l.charter_id = c.id)`;

const TOUCHED_ENTITIES = `(SELECT coalesce(json_agg(json_build_object(
    'entity', json_build_object('id', e.id, 'name', e.name), 'essential', t.essential) ORDER BY e.name), '[]')
  FROM charter_entity t JOIN data_entity e ON e.id = t.entity_id WHERE t.charter_id = c.id AND t.domain_id = d.id)`;

/** What the rules compute a domain's readiness from. */
const READINESS_FACTS = `json_build_object(
  'owner', (SELECT json_build_object('active', u.status = 'active') FROM app_user u WHERE u.id = d.owner_id),
  'steward', (SELECT json_build_object('active', u.status = 'active') FROM app_user u WHERE u.id = d.steward_id),
  'entities', (SELECT coalesce(json_agg(json_build_object('authoritative', e.authoritative_system_id IS NOT NULL,
      'flows', (SELECT count(*) FROM data_flow_entity t JOIN data_flow f ON f.id = t.flow_id
                 WHERE t.entity_id = e.id AND f.archived_at IS NULL),
      'standards', ${STANDARDS_OF_E})), '[]')
    FROM data_entity e WHERE e.domain_id = d.id AND e.archived_at IS NULL))`;

const DOMAINS = `(SELECT coalesce(json_agg(json_build_object(
    'domain', json_build_object('id', d.id, 'code', d.code, 'name', d.name), 'tier', d.tier,
    'readiness', ${READINESS_FACTS}, 'entities', ${TOUCHED_ENTITIES}) ORDER BY d.code), '[]')
  FROM charter_domain l JOIN data_domain d ON d.id = l.domain_id WHERE l.charter_id = c.id)`;

const links = (table: string, column: string, target: string, more = ''): string =>
  `(SELECT coalesce(json_agg(json_build_object('id', r.id, 'code', r.code, 'name', r.name${more}) ORDER BY r.code), '[]')
     FROM ${table} l JOIN ${target} r ON r.id = l.${column} WHERE l.charter_id = c.id)`;

const PARTIES = `(SELECT coalesce(json_agg(json_build_object(
    'party', json_build_object('id', p.id, 'code', p.code, 'name', p.name), 'external', p.external, 'role', l.role)
    ORDER BY p.code), '[]')
  FROM charter_party l JOIN party p ON p.id = l.party_id WHERE l.charter_id = c.id)`;

const neighbours = (mine: string, theirs: string): string =>
  `(SELECT coalesce(json_agg(json_build_object('id', o.id, 'code', o.code, 'name', o.title, 'status', o.status)
       ORDER BY o.code), '[]')
     FROM charter_predecessor l JOIN charter o ON o.id = l.${theirs} WHERE l.${mine} = c.id)`;

/** A requirement as the API answers it; the table's alias is `q`. */
export const REQUIREMENT = `json_build_object(${recordBase('q')}, 'number', q.number, 'constituency', q.constituency,
  'text', q.text, 'answer', q.answer, 'answeredBy', ${personOf('q.answered_by')}, 'answeredAt', ${instant('q.answered_at')})`;

/** A milestone as the API answers it; the table's alias is `m`. */
export const MILESTONE = `json_build_object(${recordBase('m')}, 'title', m.title, 'value', m.value,
  'kpi', ${namedOf('kpi', 'm.kpi_id')}, 'expectedValue', m.expected_value, 'dueOn', m.due_on, 'reachedOn', m.reached_on)`;

const PROPOSED = 'p.id, p.code, p.title, p.status, p.submitted_at';

/** Two ways to a proposal, each by its own index. */
const LAST_PROPOSAL = `LEFT JOIN LATERAL (
    SELECT * FROM (SELECT ${PROPOSED} FROM proposal p WHERE p.charter_id = c.id
                   UNION ALL
                   SELECT ${PROPOSED} FROM change_request r JOIN proposal p ON p.change_request_id = r.id
                    WHERE r.charter_id = c.id) either
     ORDER BY submitted_at DESC, id DESC LIMIT 1) p ON true
  LEFT JOIN decision d ON d.proposal_id = p.id
  LEFT JOIN change_request r ON r.charter_id = c.id AND r.status = 'submitted'`;

const NONE = `'[]'::json`;

/** What a first draft has none of, or rarely: each costs a statement time, also where nothing is found. */
interface Parts {
  from: string;
  principles: string;
  kpis: string;
  domains: string;
  services: string;
  systems: string;
  parties: string;
  deviations: string;
  predecessors: string;
  approvedUnder: string;
  exceptions: string;
  reaffirmations: string;
  successors: string;
  requirements: string;
  milestones: string;
  proposal: string;
  decision: string;
  changeRequest: string;
}

const WHOLE: Parts = {
  from: `charter c ${LAST_PROPOSAL}`,
  principles: principlesOf('charter_principle'),
  kpis: kpisOf('charter_kpi'),
  domains: DOMAINS,
  services: links('charter_service', 'service_id', 'service', `, 'criticality', r.criticality`),
  systems: links('charter_system', 'system_id', 'system'),
  parties: PARTIES,
  deviations: DEVIATIONS_OF_C,
  predecessors: neighbours('charter_id', 'predecessor_id'),
  approvedUnder: '(SELECT v.number FROM strategy_version v WHERE v.id = c.approved_under_version)',
  exceptions: EXCEPTIONS_OF_C,
  reaffirmations: REAFFIRMATIONS_OF_C,
  successors: neighbours('predecessor_id', 'charter_id'),
  requirements: `(SELECT coalesce(json_agg(${REQUIREMENT} ORDER BY q.number), '[]') FROM requirement q WHERE q.charter_id = c.id)`,
  milestones: `(SELECT coalesce(json_agg(${MILESTONE} ORDER BY m.due_on NULLS LAST, m.id), '[]')
                     FROM milestone m WHERE m.charter_id = c.id AND m.archived_at IS NULL)`,
  proposal: `CASE WHEN p.id IS NOT NULL
      THEN json_build_object('id', p.id, 'code', p.code, 'name', p.title, 'status', p.status) END`,
  decision: `CASE WHEN d.id IS NOT NULL THEN json_build_object('id', d.id, 'code', d.code, 'name', p.title) END`,
  changeRequest: `CASE WHEN r.id IS NOT NULL
      THEN json_build_object('id', r.id, 'number', r.number, 'reason', r.reason) END`,
};

const NOTHING_MORE: Omit<Parts, 'from' | 'principles' | 'kpis'> = {
  domains: NONE,
  services: NONE,
  systems: NONE,
  parties: NONE,
  deviations: NONE,
  predecessors: NONE,
  approvedUnder: 'NULL',
  exceptions: NONE,
  reaffirmations: NONE,
  successors: NONE,
  requirements: NONE,
  milestones: NONE,
  proposal: 'NULL',
  decision: 'NULL',
  changeRequest: 'NULL',
};

const answerSql = (parts: Parts): string => `
SELECT c.id, c.code, c.version, ${parts.domains} AS domains,
  json_build_object(${recordBase('c')}, 'code', c.code, 'title', c.title, 'outcomeStatement', c.outcome_statement,
    'narrative', c.narrative, 'status', c.status, 'origin', c.origin, 'approved', c.approved_at IS NOT NULL,
    'approvedUnder', ${parts.approvedUnder},
    'approvedAt', ${instant('c.approved_at')}, 'revision', c.revision, 'approvedRevision', c.approved_revision,
    'submittedAt', ${instant('c.submitted_at')}, 'businessUnit', ${namedOf('business_unit', 'c.business_unit_id')},
    'lead', ${personOf('c.lead_id')}, 'businessSponsor', ${personOf('c.business_sponsor_id')},
    'itLead', ${personOf('c.it_lead_id')}, 'capability', ${wordedOf('capability', 'c.capability_id')},
    'budget', ${BUDGET_TEXT}, 'startDate', c.start_date, 'endDate', c.end_date, 'noGovernedData', c.no_governed_data,
    'resilience', ${RESILIENCE}, 'principles', ${parts.principles}, 'kpis', ${parts.kpis},
    'services', ${parts.services}, 'systems', ${parts.systems}, 'parties', ${parts.parties},
    'facts', c.facts, 'deviations', ${parts.deviations}, 'exceptions', ${parts.exceptions},
    'reaffirmations', ${parts.reaffirmations}, 'predecessors', ${parts.predecessors},
    'successors', ${parts.successors},
    'requirements', ${parts.requirements},
    'milestones', ${parts.milestones},
    'proposal', ${parts.proposal},
    'decision', ${parts.decision},
    'changeRequest', ${parts.changeRequest})::text AS charter
  FROM ${parts.from}`;

/**
 * One charter with everything linked, in one statement: $1 its id or $2 its code; $3 the party of an external reader,
 * who sees it only when it lists that party. Domains come beside it, with what their readiness is computed from.
 */
export const CHARTER_SQL = `${answerSql(WHOLE)}
 WHERE (c.id = $1::uuid OR c.code = $2::text)
   AND ($3::uuid IS NULL OR EXISTS (SELECT 1 FROM charter_party l WHERE l.charter_id = c.id AND l.party_id = $3::uuid))`;

/** Where a statement that writes a first draft has what it wrote: the charter, and what it cites. */
export interface WrittenDraft {
  charter: string;
  principles: string;
  kpis: string;
}

/** The same of a charter that this very statement writes, citing nothing but principles and KPIs: nobody can have added to it. */
export function firstDraftSql({ charter, principles, kpis }: WrittenDraft): string {
  return answerSql({
    ...NOTHING_MORE,
    from: `${charter} c`,
    principles: principlesOf(principles),
    kpis: kpisOf(kpis),
  });
}
