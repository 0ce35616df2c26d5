import { id, oneOf } from './ids.sql.ts';
import { SIZES } from './sizes.ts';

const { users, sessions, units, principles, drivers, capabilities, parties, systems, services } = SIZES;
const VERSION = id('version', '1');
const USER = (n: string, salt: number): string => id('user', oneOf(users, n, salt));

/** `upTo(5, 'n')`: a row for each number of 1 … 5. */
const upTo = (size: number, n: string): string => `generate_series(1, ${size}) AS ${n}`;

const CHECKS = [
  'PRINCIPLE',
  'KPI',
  'SPONSORS',
  'DOMAINS',
  'STEWARD',
  'STANDARDS',
  'AUTHORITY',
  'FLOWS',
  'ROLLBACK',
  'RETIREMENT',
];
const POLICY = `'${JSON.stringify({ submit: CHECKS, approve: ['OUTCOME', 'QUALITY', ...CHECKS], go_live: CHECKS, close: [] })}'`;

/** Company, people and the strategy in force. */
export const ORGANISATION: readonly string[] = [
  `INSERT INTO organisation (name, currency, time_zone, language, kind) VALUES ('Nordwerk', 'EUR', 'Europe/Berlin', 'en', 'own')`,
  `INSERT INTO business_unit (id, name, kind)
   SELECT ${id('unit', 'n')}, 'Unit ' || n, CASE WHEN n > ${units - 10} THEN 'it' ELSE 'business' END FROM ${upTo(units, 'n')}`,
  `INSERT INTO app_user (id, email, name, kind, status, roles, business_unit_id)
   SELECT ${id('user', 'n')}, 'person' || n || '@example.org', 'Person ' || n, 'internal', 'active',
          CASE WHEN n = ${sessions} THEN ARRAY['cio_office', 'auditor'] WHEN n < ${sessions} THEN ARRAY['cio_office'] ELSE ARRAY['project_lead', 'champion'] END,
          ${id('unit', oneOf(units, 'n', 1))} FROM ${upTo(users, 'n')}`,
  `INSERT INTO session (id, token_hash, csrf_token, user_id, expires_at)
   SELECT ${id('session', 'n')}, sha256(convert_to(lpad(n::text, 43, 's'), 'UTF8')), lpad(n::text, 43, 'c'),
          ${id('user', 'n')}, now() + interval '12 hours' FROM ${upTo(sessions, 'n')}`,
  `INSERT INTO strategy_version (id, number, status, gate_policy, weights, content_hash, ratified_at, purpose)
   VALUES (${VERSION}, 1, 'in_force', ${POLICY}, '{"principles": 30, "outcome": 30, "capability": 15, "data": 15, "resilience": 10}',
           repeat('a', 64), now(), 'Why we integrate.')`,
  `INSERT INTO principle (id) SELECT ${id('principle', 'n')} FROM ${upTo(principles, 'n')}`,
  `INSERT INTO principle_revision (principle_id, strategy_version_id, position, title, statement)
   SELECT ${id('principle', 'n')}, ${VERSION}, n, 'Principle number ' || n || ' of the integration strategy', 'It holds.'
     FROM ${upTo(principles, 'n')}`,
  `INSERT INTO driver (id) SELECT ${id('driver', 'n')} FROM ${upTo(drivers, 'n')}`,
  `INSERT INTO driver_revision (driver_id, strategy_version_id, position, name, weight)
   SELECT ${id('driver', 'n')}, ${VERSION}, n, 'Driver ' || n, 1 + n % 5 FROM ${upTo(drivers, 'n')}`,
  `INSERT INTO capability (id) SELECT ${id('capability', 'n')} FROM ${upTo(capabilities, 'n')}`,
  `INSERT INTO capability_revision (capability_id, strategy_version_id, position, name, current_maturity, target_maturity)
   SELECT ${id('capability', 'n')}, ${VERSION}, n, 'Capability ' || n, n % 3, 3 + n % 3 FROM ${upTo(capabilities, 'n')}`,
];

/** Registers and data domains. */
export const LANDSCAPE: readonly string[] = [
  `INSERT INTO party (id, name, kind)
   SELECT ${id('party', 'n')}, 'Party ' || n, (ARRAY['team', 'vendor', 'partner'])[1 + n % 3] FROM ${upTo(parties, 'n')}`,
  `INSERT INTO system (id, name, owner_id)
   SELECT ${id('system', 'n')}, 'System ' || n, ${USER('n', 2)} FROM ${upTo(systems, 'n')}`,
  `INSERT INTO service (id, name, owner_id, criticality)
   SELECT ${id('service', 'n')}, 'Service ' || n, ${USER('n', 3)}, 1 + n % 4 FROM ${upTo(services, 'n')}`,
  `INSERT INTO data_domain (id, name, tier, owner_id, steward_id)
   SELECT ${id('domain', 'n')}, 'Domain ' || n, (ARRAY['critical', 'important', 'standard'])[1 + n % 3], ${USER('n', 4)}, ${USER('n', 5)}
     FROM ${upTo(SIZES.domains, 'n')}`,
  `INSERT INTO data_entity (id, domain_id, name, classification, authoritative_system_id)
   SELECT ${id('entity', 'n')}, ${id('domain', `1 + (n - 1) / ${SIZES.entitiesPerDomain}`)}, 'Entity ' || n, 'internal',
          ${id('system', oneOf(systems, 'n', 6))} FROM ${upTo(SIZES.domains * SIZES.entitiesPerDomain, 'n')}`,
  `INSERT INTO quality_standard (id, entity_id, dimension, rule, threshold, unit)
   SELECT ${id('standard', 'n')}, ${id('entity', '(n + 1) / 2')}, (ARRAY['completeness', 'accuracy'])[1 + n % 2], 'It is there.', 95, '%'
     FROM ${upTo(SIZES.domains * SIZES.entitiesPerDomain * 2, 'n')}`,
  `INSERT INTO quality_measurement (standard_id, value, measured_on)
   SELECT ${id('standard', 'n')}, 90 + (n * m) % 10, current_date - 30 * m
     FROM ${upTo(SIZES.domains * SIZES.entitiesPerDomain * 2, 'n')}, ${upTo(12, 'm')}`,
  `INSERT INTO data_flow (id, domain_id, from_system_id, to_system_id, pattern)
   SELECT ${id('flow', 'n')}, ${id('domain', oneOf(SIZES.domains, 'n', 7))}, ${id('system', `1 + n % ${systems}`)},
          ${id('system', `1 + (n + 7) % ${systems}`)}, 'api' FROM ${upTo(SIZES.flows, 'n')}`,
  `INSERT INTO data_flow_entity (flow_id, entity_id)
   SELECT ${id('flow', 'n')}, ${id('entity', oneOf(SIZES.domains * SIZES.entitiesPerDomain, 'n', 8))} FROM ${upTo(SIZES.flows, 'n')}`,
];
