import { instant } from '../platform/records/json-sql';
import { CHARTER_SORTS, type CharterListParts } from './charter-list.query';

const EMAIL = (column: string): string =>
  `(SELECT CASE WHEN u.status = 'erased' THEN u.name ELSE u.email END FROM app_user u WHERE u.id = ${column})`;
const CODES = (table: string, link: string, column: string): string =>
  `(SELECT string_agg(r.code, ';' ORDER BY length(r.code), r.code)
      FROM ${link} l JOIN ${table} r ON r.id = l.${column} WHERE l.charter_id = c.id)`;

/** The columns of the file, over the charter's alias `c`. */
export const CHARTER_COLUMNS: Readonly<Record<string, string>> = {
  code: 'c.code',
  title: 'c.title',
  status: 'c.status',
  origin: 'c.origin',
  approvedAt: instant('c.approved_at'),
  outcomeStatement: 'c.outcome_statement',
  businessUnit: '(SELECT r.name FROM business_unit r WHERE r.id = c.business_unit_id)',
  lead: EMAIL('c.lead_id'),
  businessSponsor: EMAIL('c.business_sponsor_id'),
  itLead: EMAIL('c.it_lead_id'),
  budget: 'c.budget_amount',
  currency: 'c.budget_currency',
  startDate: 'c.start_date',
  endDate: 'c.end_date',
  principles: CODES('principle', 'charter_principle', 'principle_id'),
  kpis: CODES('kpi', 'charter_kpi', 'kpi_id'),
  domains: CODES('data_domain', 'charter_domain', 'domain_id'),
  services: CODES('service', 'charter_service', 'service_id'),
  systems: CODES('system', 'charter_system', 'system_id'),
  updatedAt: instant('c.updated_at'),
  narrative: 'c.narrative',
};

/** All charters that match, in the order of the list, each column a text. */
export function charterFileSql({ conditions, sort, descending }: Omit<CharterListParts, 'searched'>): string {
  const direction = descending ? 'DESC' : 'ASC';
  const order = [...CHARTER_SORTS[sort], 'c.id'].map((expression) => `${expression} ${direction}`).join(', ');
  const columns = Object.entries(CHARTER_COLUMNS).map(([name, expression]) => `(${expression})::text AS "${name}"`);
  return `SELECT ${columns.join(', ')}
    FROM charter c LEFT JOIN business_unit b ON b.id = c.business_unit_id
    ${conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : ''} ORDER BY ${order}`;
}
