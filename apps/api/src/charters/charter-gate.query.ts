import { TODAY } from '../platform/database/today';
import { AS_TEXT } from '../platform/records/json-sql';
import { STANDARDS_OF_E } from './charter-json';
import { GIVEN, type GateSource, STORED } from './charter-gate.sources';
import { ABOUT_OF_F } from './reaffirmation.query';

const { wordedOf } = AS_TEXT;

/** A person as the gate looks at one; `id` is an SQL expression of a uuid. */
const personFact = (id: string): string => `(SELECT json_build_object('id', u.id, 'name', u.name,
    'internal', u.kind = 'internal', 'active', u.status = 'active', 'fromBusiness', coalesce(b.kind = 'business', false),
    'champion', 'champion' = ANY (u.roles))
  FROM app_user u LEFT JOIN business_unit b ON b.id = u.business_unit_id WHERE u.id = ${id})`;

const principlesOf = ({ principles }: GateSource): string => `(SELECT coalesce(json_agg(json_build_object('id', p.id,
    'code', p.code, 'title', coalesce(w.title, p.code), 'inForce', coalesce(w.in_force, false)) ORDER BY p.code), '[]')
  FROM ${principles} l JOIN principle p ON p.id = l.principle_id
  LEFT JOIN LATERAL (SELECT r.title, v.status = 'in_force' AS in_force
                       FROM principle_revision r JOIN strategy_version v ON v.id = r.strategy_version_id
                      WHERE r.principle_id = p.id ORDER BY v.status = 'in_force' DESC, v.number DESC LIMIT 1) w ON true)`;

const kpisOf = ({
  kpis,
}: GateSource): string => `(SELECT coalesce(json_agg(json_build_object('id', k.id, 'code', k.code,
    'name', k.name, 'definition', json_build_object('definition', r.definition, 'unit', r.unit, 'direction', r.direction,
      'kind', r.kind, 'baseline', CASE WHEN r.baseline_date IS NOT NULL
        THEN json_build_object('value', r.baseline_value, 'date', r.baseline_date) END,
      'target', CASE WHEN r.target_date IS NOT NULL
        THEN json_build_object('value', r.target_value, 'lower', r.lower_limit, 'upper', r.upper_limit, 'date', r.target_date) END),
    'cadence', k.cadence, 'weight', k.weight, 'driver', k.driver_id, 'businessUnit', k.business_unit_id,
    'owner', ${personFact('k.owner_id')}, 'from', l.from_value, 'to', l.to_value, 'by', l.by_date,
    'confidence', l.confidence) ORDER BY k.code), '[]')
  FROM ${kpis} l JOIN kpi k ON k.id = l.kpi_id JOIN kpi_revision r ON r.id = l.kpi_revision_id)`;

const FLOWS = `(SELECT coalesce(json_agg(json_build_object('fromId', y.id, 'fromName', y.name) ORDER BY y.code, f.id), '[]')
  FROM data_flow_entity t JOIN data_flow f ON f.id = t.flow_id AND f.archived_at IS NULL
  JOIN system y ON y.id = f.from_system_id WHERE t.entity_id = e.id)`;

const ACCEPTED = `(SELECT coalesce(json_agg(DISTINCT i.dimension), '[]') FROM data_issue i
  WHERE i.entity_id = e.id AND i.status = 'accepted' AND i.expires_on >= c.today)`;

const entitiesOf = ({ entities }: GateSource): string => `(SELECT coalesce(json_agg(json_build_object('id', e.id,
    'name', e.name, 'essential', x.essential, 'classified', e.classification IS NOT NULL,
    'authoritativeSource', (SELECT json_build_object('id', y.id, 'name', y.name) FROM system y WHERE y.id = e.authoritative_system_id),
    'standards', ${STANDARDS_OF_E}, 'flows', ${FLOWS}, 'acceptedIssues', ${ACCEPTED}) ORDER BY e.name, e.id), '[]')
  FROM ${entities} x JOIN data_entity e ON e.id = x.entity_id)`;

const domainsOf = (
  source: GateSource,
): string => `(SELECT coalesce(json_agg(json_build_object('id', n.id, 'code', n.code,
    'name', n.name, 'tier', n.tier, 'owner', ${personFact('n.owner_id')}, 'steward', ${personFact('n.steward_id')},
    'entities', ${entitiesOf(source)}) ORDER BY n.code), '[]')
  FROM ${source.domains} l JOIN data_domain n ON n.id = l.domain_id)`;

const partiesOf = ({ parties }: GateSource): string => `(SELECT coalesce(json_agg(json_build_object('id', p.id,
    'code', p.code, 'name', p.name, 'external', p.external, 'role', l.role) ORDER BY p.code), '[]')
  FROM ${parties} l JOIN party p ON p.id = l.party_id)`;

/** What a version `v` asks, and its principles that have something to say about the answers. */
export const DECIDING_OF_V = `json_build_object('facts', v.facts, 'principles', (
    SELECT coalesce(json_agg(json_build_object('id', p.id, 'code', p.code, 'title', r.title,
             'applicability', r.applicability, 'decisionTable', r.decision_table) ORDER BY p.code), '[]')
      FROM principle_revision r JOIN principle p ON p.id = r.principle_id
     WHERE r.strategy_version_id = v.id AND r.decision_table IS NOT NULL))`;
const DECIDING = `(SELECT ${DECIDING_OF_V} FROM strategy_version v WHERE v.status = 'in_force')`;

/**
 * Until it is approved a charter rests on the exceptions it names, for those the board weighs with it; afterwards on every
 * one the board has granted it since.
 */
export const exceptionsOf = ({
  cites,
}: Pick<GateSource, 'cites'>): string => `(SELECT coalesce(json_agg(json_build_object('id', x.id,
    'code', x.code, 'principle', x.principle_id, 'status', x.status, 'holdsUntil', h.holds_until)
    ORDER BY x.status = 'granted' DESC, x.code), '[]')
  FROM principle_exception x LEFT JOIN exception_standing h ON h.id = x.id
 WHERE x.charter_id = c.id AND x.status IN ('proposed', 'granted') AND (c.approved OR ${cites}))`;

const AWAITING = `(SELECT coalesce(json_agg(json_build_object('cause', f.cause, 'about', ${ABOUT_OF_F} ->> 'name')
    ORDER BY f.raised_at, f.id), '[]')
  FROM reaffirmation f WHERE f.charter_id = c.id AND f.settled_at IS NULL)`;

const given = (column: string): string => `coalesce(c.${column}, '') <> ''`;

const RESILIENCE = `json_build_object('rollback', ${given('rollback')}, 'contingency', ${given('contingency')},
  'portability', ${given('portability_format')} AND ${given('portability_method')}, 'exit', ${given('exit_plan')},
  'retirement', c.retirement)`;

/**
 * An overrule counts for the snapshot it was given on: of the open proposal, or of the one that approved the charter as
 * it stands. Content that is only being prepared starts without one.
 */
const overruledOf = ({ isStored }: GateSource): string => `EXISTS (SELECT 1 FROM (
    SELECT p.status, p.snapshot_id FROM proposal p WHERE p.charter_id = c.id
    UNION ALL
    SELECT p.status, p.snapshot_id FROM change_request r JOIN proposal p ON p.change_request_id = r.id WHERE r.charter_id = c.id) p
  JOIN overrule o ON o.snapshot_id = p.snapshot_id AND o.check_code = 'OUTCOME'
 WHERE p.status = 'open'${isStored ? ` OR p.status = 'approved'` : ''})`;

const factsFrom = (source: GateSource): string => `
WITH c AS MATERIALIZED (
  SELECT c.id, c.code, c.status, c.approved_at IS NOT NULL AS approved, ${TODAY} AS today, ${source.fields}
    FROM charter c
   WHERE (c.id = $1::uuid OR c.code = $2::text)
     AND ($3::uuid IS NULL OR EXISTS (SELECT 1 FROM charter_party l WHERE l.charter_id = c.id AND l.party_id = $3::uuid)))
SELECT json_build_object(
    'charter', json_build_object('id', c.id, 'code', c.code, 'status', c.status), 'today', c.today,
    'strategy', (SELECT json_build_object('number', v.number, 'policy', v.gate_policy)
                   FROM strategy_version v WHERE v.status = 'in_force'),
    'outcomeStatement', c.outcome_statement, 'outcomeOverruled', ${overruledOf(source)},
    'principles', ${principlesOf(source)}, 'kpis', ${kpisOf(source)},
    'businessSponsor', ${personFact('c.business_sponsor_id')}, 'itLead', ${personFact('c.it_lead_id')},
    'lead', ${personFact('c.lead_id')},
    'requirements', (SELECT coalesce(json_agg(json_build_object('number', q.number, 'constituency', q.constituency,
                       'answered', q.answer IS NOT NULL) ORDER BY q.number), '[]') FROM requirement q WHERE q.charter_id = c.id),
    'domains', ${domainsOf(source)}, 'noGovernedData', c.no_governed_data, 'resilience', ${RESILIENCE},
    'capability', ${wordedOf('capability', 'c.capability_id')}, 'parties', ${partiesOf(source)},
    'facts', c.facts, 'deviations', c.deviations,
    'deciding', coalesce(${DECIDING}, '{"facts": [], "principles": []}'), 'exceptions', ${exceptionsOf(source)},
    'awaiting', ${AWAITING}) AS facts
  FROM c`;

/**
 * $1 the charter's id or $2 its code, $3 the party of an external reader, who sees only charters that list it. "Today" is
 * the organisation's.
 */
export const CHARTER_GATE_FACTS_SQL = factsFrom(STORED);

/** The same with $4 the content to look at instead of the stored one. */
export const CHARTER_GATE_FACTS_OF_CONTENT_SQL = factsFrom(GIVEN);
