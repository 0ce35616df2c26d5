import { id, oneOf } from './ids.sql.ts';
import { SIZES, STATUSES, TERMS } from './sizes.ts';

const ENTITIES = SIZES.entitiesPerDomain;
const BUSINESS_UNITS = SIZES.units - 10;
const list = (words: readonly string[]): string => `ARRAY['${words.join(`', '`)}']`;
const STATUS = `(${list(STATUSES)})[1 + n % ${STATUSES.length}]`;
const CHARTERS = 'generate_series(1, $1::integer) AS n';
const CHARTER = id('charter', 'n');
const user = (salt: number): string => id('user', oneOf(SIZES.users, 'n', salt));

/** A charter's text, about as long as people write it. */
const NARRATIVE = `repeat('Orders reach the warehouse through one governed interface and nothing is typed twice. ', 8)`;
/** Two in five went before the board and were approved; the rest of those in delivery ran before Sightline. */
const APPROVED = `(n % 10 IN (3, 4, 7))`;

/**
 * Charters with everything they cite; in each statement $1 is how many there are and, where it stands, $2 how many KPIs.
 * Loaded without triggers, so what is written here has to be lawful by itself.
 */
export const CHARTER_ROWS: readonly string[] = [
  `INSERT INTO charter (id, code, title, outcome_statement, narrative, business_unit_id, lead_id, business_sponsor_id, it_lead_id,
      capability_id, budget_amount, budget_currency, start_date, end_date, stop_criteria, rollback, contingency,
      portability_format, portability_method, exit_plan, retirement, status, origin, revision, approved_revision,
      approved_under_version, approved_at, submitted_at, created_at, created_by, updated_at)
   SELECT ${CHARTER}, next_code('CH', 4, n),
      'Fewer ' || (${list(TERMS)})[${oneOf(TERMS.length, 'n', 41)}] || ' errors for unit ' || (n % 97) || ' in wave ' || (n % 13),
      'From 80 to 20 working days between the signed contract and the first order, for every customer, by the end of the year.',
      ${NARRATIVE}, ${id('unit', oneOf(BUSINESS_UNITS, 'n', 42))}, ${user(43)}, ${user(44)}, ${user(45)},
      ${id('capability', oneOf(SIZES.capabilities, 'n', 46))}, 10000 + (n * 37) % 900000, 'EUR', current_date - (n % 400)::integer,
      current_date + (n % 700)::integer, 'Stop when the second wave moves nothing.', 'Switch back within a day.', 'The old route stays for a quarter.',
      'JSON', 'Nightly copy', 'Data goes back within 30 days.', '[]', ${STATUS},
      CASE WHEN n % 10 IN (5, 6, 8, 9) THEN 'running' ELSE 'new' END, 1, CASE WHEN ${APPROVED} THEN 1 END,
      CASE WHEN ${APPROVED} THEN ${id('version', '1')} END, CASE WHEN ${APPROVED} THEN now() - interval '90 days' END,
      CASE WHEN n % 10 = 2 OR ${APPROVED} THEN now() - interval '100 days' END,
      date_trunc('milliseconds', now()) - ($1::integer - n) * interval '9 minutes' - interval '1 day', ${user(43)},
      date_trunc('milliseconds', now()) - ${oneOf(60_000, 'n', 47)} * interval '17 minutes'
     FROM ${CHARTERS}`,
  `INSERT INTO charter_principle (charter_id, principle_id, how)
   SELECT DISTINCT ON (1, 2) ${CHARTER}, ${id('principle', oneOf(SIZES.principles, 'n * 10 + l', 51))}, 'By one interface.'
     FROM ${CHARTERS}, generate_series(1, 3) AS l`,
  `INSERT INTO charter_kpi (charter_id, kpi_id, kpi_revision_id, from_value, to_value, by_date, confidence)
   SELECT DISTINCT ON (1, 2) ${CHARTER}, ${id('kpi', 'k')}, ${id('kpiRevision', 'k')}, 80, 40, current_date + 200, 'medium'
     FROM ${CHARTERS}, generate_series(1, 2) AS l, LATERAL (SELECT ${oneOf('$2::integer', 'n * 10 + l', 52)} AS k) AS kpi`,
  `INSERT INTO charter_domain (charter_id, domain_id)
   SELECT ${CHARTER}, ${id('domain', oneOf(SIZES.domains, 'n', 53))} FROM ${CHARTERS}`,
  `INSERT INTO charter_entity (charter_id, domain_id, entity_id, essential)
   SELECT ${CHARTER}, ${id('domain', 'd')}, ${id('entity', `(d - 1) * ${ENTITIES} + e`)}, e = 1
     FROM ${CHARTERS}, generate_series(1, 2) AS e, LATERAL (SELECT ${oneOf(SIZES.domains, 'n', 53)} AS d) AS domain`,
  `INSERT INTO charter_service (charter_id, service_id)
   SELECT ${CHARTER}, ${id('service', oneOf(SIZES.services, 'n', 54))} FROM ${CHARTERS}`,
  `INSERT INTO charter_system (charter_id, system_id)
   SELECT DISTINCT ON (1, 2) ${CHARTER}, ${id('system', oneOf(SIZES.systems, 'n * 10 + l', 55))} FROM ${CHARTERS}, generate_series(1, 2) AS l`,
  `INSERT INTO charter_party (charter_id, party_id, role)
   SELECT DISTINCT ON (1, 2) ${CHARTER}, ${id('party', oneOf(SIZES.parties, 'n * 10 + l', 56))}, (ARRAY['advise', 'execute'])[l]
     FROM ${CHARTERS}, generate_series(1, 2) AS l`,
  `INSERT INTO charter_predecessor (charter_id, predecessor_id)
   SELECT ${CHARTER}, ${id('charter', 'n - 1')} FROM ${CHARTERS} WHERE n % 3 = 0`,
  `INSERT INTO requirement (charter_id, number, constituency, text, answer, answered_by, answered_at)
   SELECT ${CHARTER}, l, 'finance', 'The figures are those of the ledger.', 'They are read from it.', ${user(43)}, now()
     FROM ${CHARTERS}, generate_series(1, 2) AS l`,
  `INSERT INTO milestone (charter_id, title, value, due_on, created_by)
   SELECT ${CHARTER}, 'Wave ' || l, 'The first customers order by themselves.', current_date + 60 * l, ${user(43)}
     FROM ${CHARTERS}, generate_series(1, 2) AS l`,
  `INSERT INTO charter_material_edit (charter_id, revision, user_id) SELECT ${CHARTER}, 1, ${user(43)} FROM ${CHARTERS}`,
];

const BEFORE_THE_BOARD = `${CHARTERS} WHERE n % 10 = 2 OR ${APPROVED}`;

/** What was put before the board, and what it decided. */
export const PROPOSAL_ROWS: readonly string[] = [
  `INSERT INTO board (id, name, founding) VALUES (${id('board', '1')}, 'Integration board', true)`,
  `INSERT INTO proposal (id, code, subject_type, charter_id, title, board_id, rule, decided_under_id, status, submitted_by, submitted_at,
      due_at, snapshot_id, closed_at)
   SELECT ${id('proposal', 'n')}, next_code('PR', 4, n), 'charter', ${CHARTER}, 'Charter ' || n, ${id('board', '1')}, 'simple_majority',
      ${id('version', '1')}, CASE WHEN ${APPROVED} THEN 'approved' ELSE 'open' END, ${user(43)}, now() - interval '100 days',
      now() + interval '10 days', ${id('snapshot', 'n')}, CASE WHEN ${APPROVED} THEN now() - interval '90 days' END
     FROM ${BEFORE_THE_BOARD}`,
  `INSERT INTO proposal_snapshot (id, proposal_id, number, revision, body, hash)
   SELECT ${id('snapshot', 'n')}, ${id('proposal', 'n')}, 1, 1, '{}', encode(sha256('{}'), 'hex') FROM ${BEFORE_THE_BOARD}`,
  `INSERT INTO decision (code, proposal_id, outcome, early, rationale, snapshot_id, snapshot_hash, strategy_version_id, record, language, decided_by)
   SELECT next_code('DC', 4, n), ${id('proposal', 'n')}, 'approved', false, 'It moves what it promises.', ${id('snapshot', 'n')},
      encode(sha256('{}'), 'hex'), ${id('version', '1')}, '{}', 'en', ${user(44)} FROM ${CHARTERS} WHERE ${APPROVED}`,
];

/** The next numbers that people see, after those that were written by hand: $1 how many charters. */
export const CODES = `SELECT setval('code_charter', $1::integer), setval('code_proposal', $1::integer), setval('code_decision', $1::integer)`;
