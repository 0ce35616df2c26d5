import type { CharterSummary, Page, SignedInUser } from '@sightline/contracts';
import type { DataSource } from 'typeorm';
import { prepared } from '../platform/database/prepared';
import { containing } from '../platform/lists/list';
import { ProblemException, Problems } from '../platform/problems/problem';
import { type JsonText, pageText } from '../platform/records/json-text';
import { type Referenced, resolveReference } from '../platform/records/resolve-reference';
import { CHARTER_COLUMNS, charterFileSql } from './charter-file.query';
import {
  CHARTER_FILTERS,
  CHARTER_SORTS,
  type CharterFilter,
  type CharterSort,
  charterListSql,
} from './charter-list.query';
import type { CharterListRequest } from './charter-list.requests';
import { partyOf } from './charter-reading';

const REFERENCES = {
  unit: 'unit',
  lead: 'person',
  sponsor: 'person',
  capability: 'capability',
  principle: 'principle',
  kpi: 'kpi',
  domain: 'domain',
  service: 'service',
  system: 'system',
  party: 'party',
} as const satisfies Partial<Record<CharterFilter & keyof CharterListRequest, Referenced>>;

interface Row {
  total: number;
  /** As PostgreSQL wrote them. */
  items: string;
}

/** Filters of the lists that are asked for all day: their plans are kept. All others are planned for their values. */
const EVERYDAY: ReadonlySet<CharterFilter> = new Set<CharterFilter>(['status', 'words']);

/** Filters that find rows by another index than the sort's: what they find is collected first. */
const SEARCHED: ReadonlySet<CharterFilter> = new Set<CharterFilter>([
  'words',
  'listed',
  'principle',
  'kpi',
  'domain',
  'service',
  'system',
  'party',
]);

/** An id that no record has. */
const NOTHING = '00000000-0000-0000-0000-000000000000';

const CODE = /^CH-\d{1,12}$/i;

/** The charters a reader may see that match, one page of them. 400 for an unknown reference or sort key. */
export async function listCharters(
  db: DataSource,
  request: CharterListRequest,
  reader: SignedInUser,
): Promise<JsonText<Page<CharterSummary>>> {
  const { page, pageSize } = request;
  const { names, given, conditions } = await filtersOf(db, request, reader);
  const { sort, descending } = sortOf(request.sort);
  const name = `charters ${names.join(',')} ${descending ? '-' : ''}${sort}`;
  const searched = names.some((filter) => SEARCHED.has(filter));
  const text = charterListSql({ conditions, sort, descending, searched });
  const values = [...given, pageSize, (page - 1) * pageSize];
  const [row] = await (names.every((filter) => EVERYDAY.has(filter))
    ? prepared<Row>(db, { name, text }, values)
    : db.query<Row[]>(text, values));
  return pageText({ items: row?.items ?? '[]', total: row?.total ?? 0, page, pageSize });
}

/** All that match, without pages: the statement that reads them for a file. 400 as for the list. */
export async function charterFile(
  db: DataSource,
  request: CharterListRequest,
  reader: SignedInUser,
): Promise<{ columns: string[]; sql: string; parameters: unknown[] }> {
  const { given, conditions } = await filtersOf(db, request, reader);
  const sql = charterFileSql({ conditions, ...sortOf(request.sort) });
  return { columns: Object.keys(CHARTER_COLUMNS), sql, parameters: given };
}

async function filtersOf(
  db: DataSource,
  request: CharterListRequest,
  reader: SignedInUser,
): Promise<{ names: CharterFilter[]; given: unknown[]; conditions: string[] }> {
  const filters = { ...plainFilters(request, reader), ...(await references(db, request, reader)) };
  const names = Object.keys(filters) as CharterFilter[];
  const conditions = names.map((name, at) => CHARTER_FILTERS[name].replace('?', `$${at + 1}`));
  return { names, given: names.map((name) => filters[name]), conditions };
}

function plainFilters(request: CharterListRequest, reader: SignedInUser): Partial<Record<CharterFilter, unknown>> {
  const { q, status, origin, approved, mine } = request;
  const listed = partyOf(reader);
  return {
    ...(status && (status.length === 1 ? { status: status[0] } : { statuses: status })),
    ...(q && (CODE.test(q) ? { code: q.toUpperCase() } : { words: containing(q) })),
    ...(origin && { origin }),
    ...(approved !== undefined && { approved }),
    ...(mine && { mine: reader.id }),
    ...(listed && { listed }),
  };
}

/** Whoever sees only some charters learns from a filter nothing of the records that the others cite. */
async function references(
  db: DataSource,
  request: CharterListRequest,
  reader: SignedInUser,
): Promise<Partial<Record<CharterFilter, string>>> {
  const found: Partial<Record<CharterFilter, string>> = {};
  for (const name of Object.keys(REFERENCES) as (keyof typeof REFERENCES)[]) {
    const reference = request[name];
    if (!reference) continue;
    const resolved = resolveReference(db.manager, REFERENCES[name], reference, `?${name}`);
    found[name] = await (partyOf(reader) ? resolved.catch(nothingWhenUnknown) : resolved);
  }
  return found;
}

function nothingWhenUnknown(error: unknown): string {
  if (error instanceof ProblemException) return NOTHING;
  throw error;
}

function sortOf(asked = '-updatedAt'): { sort: CharterSort; descending: boolean } {
  const descending = asked.startsWith('-');
  const sort = descending ? asked.slice(1) : asked;
  if (isSort(sort)) return { sort, descending };
  throw Problems.invalid([{ pointer: '?sort', code: 'unknown-sort', params: { known: Object.keys(CHARTER_SORTS) } }]);
}

function isSort(key: string): key is CharterSort {
  return Object.hasOwn(CHARTER_SORTS, key);
}
