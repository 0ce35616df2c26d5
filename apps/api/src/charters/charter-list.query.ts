import { AS_TEXT, lastWordsOf } from '../platform/records/json-sql';
import { BUDGET_TEXT } from './charter-json';

const { namedOf, personOf, recordBase } = AS_TEXT;

/** One row of the list; the charter's alias is `c`. */
const SUMMARY = `json_build_object(${recordBase('c')}, 'code', c.code, 'title', c.title, 'status', c.status,
    'origin', c.origin, 'approved', c.approved_at IS NOT NULL, 'businessUnit', ${namedOf('business_unit', 'c.business_unit_id')},
    'lead', ${personOf('c.lead_id')}, 'businessSponsor', ${personOf('c.business_sponsor_id')}, 'budget', ${BUDGET_TEXT},
    'startDate', c.start_date, 'endDate', c.end_date,
    'principles', coalesce(cited.principles, '[]'), 'kpis', coalesce(moved.kpis, '[]'))`;

/** What the charters of the page cite and move, read for all of them at once. */
const LINKED = `cited AS (
      SELECT l.charter_id, json_agg(json_build_object('id', r.id, 'code', r.code,
               'name', coalesce(f.title, ${lastWordsOf('principle')}, r.code)) ORDER BY r.id) AS principles
        FROM page p JOIN charter_principle l ON l.charter_id = p.id JOIN principle r ON r.id = l.principle_id
        LEFT JOIN (principle_revision f JOIN strategy_version s ON s.id = f.strategy_version_id AND s.status = 'in_force')
          ON f.principle_id = r.id
       GROUP BY l.charter_id),
    moved AS (
      SELECT l.charter_id, json_agg(json_build_object('id', r.id, 'code', r.code, 'name', r.name) ORDER BY r.id) AS kpis
        FROM page p JOIN charter_kpi l ON l.charter_id = p.id JOIN kpi r ON r.id = l.kpi_id GROUP BY l.charter_id)`;

/**
 * Sort keys → what is sorted by. None is null: what is unknown stands before everything known when ascending and after
 * it when descending, so that one index serves both directions. The id breaks ties.
 */
export const CHARTER_SORTS = {
  title: ['lower(c.title)'],
  code: ['length(c.code)', 'c.code'],
  status: ['c.status', 'c.updated_at'],
  updatedAt: ['c.updated_at'],
  createdAt: ['c.created_at'],
  budget: ['coalesce(c.budget_amount, -1)'],
  endDate: [`coalesce(c.end_date, '-infinity')`],
  unit: [`coalesce(lower(b.name), '')`],
} as const satisfies Record<string, readonly string[]>;
export type CharterSort = keyof typeof CHARTER_SORTS;

/** Filters → conditions; `?` stands for the filter's parameter. */
export const CHARTER_FILTERS = {
  // An equation alone is found by the index together with the words, whatever is asked for later.
  status: 'c.status = ?::text',
  statuses: 'c.status = ANY (?::text[])',
  words: '(c.title ILIKE ?::text)',
  code: 'c.code = ?::text',
  origin: 'c.origin = ?::text',
  unit: 'c.business_unit_id = ?::uuid',
  lead: 'c.lead_id = ?::uuid',
  sponsor: 'c.business_sponsor_id = ?::uuid',
  capability: 'c.capability_id = ?::uuid',
  mine: '?::uuid IN (c.lead_id, c.business_sponsor_id, c.it_lead_id, c.created_by)',
  approved: '(c.approved_at IS NOT NULL) = ?::boolean',
  principle: 'c.id IN (SELECT l.charter_id FROM charter_principle l WHERE l.principle_id = ?::uuid)',
  kpi: 'c.id IN (SELECT l.charter_id FROM charter_kpi l WHERE l.kpi_id = ?::uuid)',
  domain: 'c.id IN (SELECT l.charter_id FROM charter_domain l WHERE l.domain_id = ?::uuid)',
  service: 'c.id IN (SELECT l.charter_id FROM charter_service l WHERE l.service_id = ?::uuid)',
  system: 'c.id IN (SELECT l.charter_id FROM charter_system l WHERE l.system_id = ?::uuid)',
  party: 'c.id IN (SELECT l.charter_id FROM charter_party l WHERE l.party_id = ?::uuid)',
  listed: 'c.id IN (SELECT l.charter_id FROM charter_party l WHERE l.party_id = ?::uuid)',
} as const satisfies Record<string, string>;
export type CharterFilter = keyof typeof CHARTER_FILTERS;

export interface CharterListParts {
  /** Texts of `CHARTER_FILTERS`, numbered. */
  conditions: readonly string[];
  sort: CharterSort;
  descending: boolean;
  /** What words or links find is collected once, for page and total; else the sort's index gives the page at once. */
  searched: boolean;
}

/**
 * One page with the names of what is linked, and the total. Every text is of this file; the two parameters after those
 * of the conditions are the page's size and its offset.
 */
export function charterListSql({ conditions, sort, descending, searched }: CharterListParts): string {
  const keys = CHARTER_SORTS[sort].map((expression, at) => `${expression} AS key${at}`);
  const order = [...keys.map((_, at) => `key${at}`), 'id'].map((key) => `${key} ${descending ? 'DESC' : 'ASC'}`);
  const where = conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '';
  const unit = sort === 'unit' ? 'LEFT JOIN business_unit b ON b.id = c.business_unit_id' : '';
  const matching = `SELECT c.id, ${keys.join(', ')} FROM charter c ${unit} ${where}`;
  return `WITH ${searched ? `found AS MATERIALIZED (${matching}), ` : ''}page AS MATERIALIZED (
      ${searched ? 'SELECT * FROM found' : matching}
       ORDER BY ${order.join(', ')} LIMIT $${conditions.length + 1} OFFSET $${conditions.length + 2}),
    ${LINKED}
    SELECT (SELECT count(*)::int FROM ${searched ? 'found' : `charter c ${where}`}) AS total,
           (SELECT coalesce(json_agg(${SUMMARY} ORDER BY ${order.map((key) => `p.${key}`).join(', ')}), '[]')::text
              FROM page p JOIN charter c ON c.id = p.id
              LEFT JOIN cited ON cited.charter_id = c.id LEFT JOIN moved ON moved.charter_id = c.id) AS items`;
}
