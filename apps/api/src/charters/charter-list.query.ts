import { AS_TEXT } from '../platform/records/json-sql';
import { BUDGET_TEXT } from './charter-json';

const { namedOf, personOf, recordBase, wordedOf } = AS_TEXT;

/** One row of the list; the charter's alias is `c`. */
const SUMMARY = `json_build_object(${recordBase('c')}, 'code', c.code, 'title', c.title, 'status', c.status,
    'origin', c.origin, 'approved', c.approved_at IS NOT NULL, 'businessUnit', ${namedOf('business_unit', 'c.business_unit_id')},
    'lead', ${personOf('c.lead_id')}, 'businessSponsor', ${personOf('c.business_sponsor_id')}, 'budget', ${BUDGET_TEXT},
    'startDate', c.start_date, 'endDate', c.end_date,
    'principles', (SELECT coalesce(json_agg(${wordedOf('principle', 'l.principle_id')} ORDER BY l.principle_id), '[]')
                     FROM charter_principle l WHERE l.charter_id = c.id),
    'kpis', (SELECT coalesce(json_agg(${namedOf('kpi', 'l.kpi_id')} ORDER BY l.kpi_id), '[]')
               FROM charter_kpi l WHERE l.charter_id = c.id))`;

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
  status: 'c.status = ANY (?::text[])',
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
  const direction = descending ? 'DESC' : 'ASC';
  const order = [...CHARTER_SORTS[sort], 'c.id'].map((expression) => `${expression} ${direction}`).join(', ');
  const where = conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '';
  const unit = sort === 'unit' ? 'LEFT JOIN business_unit b ON b.id = c.business_unit_id' : '';
  const found = searched ? `found AS MATERIALIZED (SELECT ${SORTED_COLUMNS} FROM charter c ${where}), ` : '';
  return `WITH ${found}page AS MATERIALIZED (
      SELECT c.id, row_number() OVER (ORDER BY ${order}) AS position
        FROM ${searched ? 'found' : 'charter'} c ${unit} ${searched ? '' : where}
       ORDER BY ${order} LIMIT $${conditions.length + 1} OFFSET $${conditions.length + 2})
    SELECT (SELECT count(*)::int FROM ${searched ? 'found' : `charter c ${where}`}) AS total,
           (SELECT coalesce(json_agg(${SUMMARY} ORDER BY p.position), '[]')::text
              FROM page p JOIN charter c ON c.id = p.id) AS items`;
}

/** What a list can be sorted by; a search keeps no more of what it found. */
const SORTED_COLUMNS =
  'c.id, c.title, c.code, c.status, c.updated_at, c.created_at, c.budget_amount, c.end_date, c.business_unit_id';
