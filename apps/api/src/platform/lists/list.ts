import type { Page } from '@sightline/contracts';
import type { DataSource, EntityManager } from 'typeorm';
import { Problems } from '../problems/problem';
import type { ListRequest, PageRequest } from './list-request';

/** A list in SQL. Every text is written in the source code; what the client sends goes into `params`. */
export interface ListSource {
  /** Table and alias: `charter c`. */
  from: string;
  /** The alias alone: `c`. */
  alias: string;
  /** JSON of one row, e.g. `jsonb_build_object('id', c.id, …)`; may use the alias and the names of `joins`. */
  item: string;
  /** Joins that `item` needs; they are made for the rows of the page only. */
  joins?: string;
  /** Conditions over the alias, joined with AND; leave out what is not asked for. */
  where?: readonly (string | false | null | undefined)[];
  params?: readonly unknown[];
  /** Sort key → expression over the alias. The id breaks ties. */
  sort: Record<string, string>;
  /** The sort when none is asked for: `-updatedAt`. */
  defaultSort: string;
}

/** One page and the total of what matches, in one statement. An unknown sort key is a 400. */
export async function listOf<T>(
  db: DataSource | EntityManager,
  request: ListRequest,
  source: ListSource,
): Promise<Page<T>> {
  const { page, pageSize } = request;
  const { from, alias, item, joins = '' } = source;
  const params = [...(source.params ?? []), pageSize, (page - 1) * pageSize];
  const where = source.where?.filter(Boolean).join(' AND ') || 'true';
  const order = orderBy(request.sort ?? source.defaultSort, source);
  const [row] = await db.query<{ total: number; items: T[] }[]>(
    `WITH page AS (
       SELECT ${alias}.*, row_number() OVER (ORDER BY ${order}) AS list_position
         FROM ${from} WHERE ${where}
        ORDER BY ${order} LIMIT $${params.length - 1} OFFSET $${params.length})
     SELECT (SELECT count(*)::int FROM ${from} WHERE ${where}) AS total,
            (SELECT coalesce(json_agg(${item} ORDER BY ${alias}.list_position), '[]') FROM page ${alias} ${joins}) AS items`,
    params,
  );
  return { items: row?.items ?? [], total: row?.total ?? 0, page, pageSize };
}

function orderBy(sort: string, { alias, sort: allowed }: ListSource): string {
  const descending = sort.startsWith('-');
  const key = descending ? sort.slice(1) : sort;
  const expression = Object.hasOwn(allowed, key) ? allowed[key] : undefined;
  if (!expression) {
    throw Problems.invalid([{ pointer: '?sort', code: 'unknown-sort', params: { known: Object.keys(allowed) } }]);
  }
  const direction = descending ? 'DESC NULLS LAST' : 'ASC';
  return `${expression} ${direction}, ${alias}.id ${descending ? 'DESC' : 'ASC'}`;
}

/** One page of a list that is short by its nature, such as the revisions of one record, and therefore read whole. */
export function pageOf<T>(all: readonly T[], { page, pageSize }: PageRequest): Page<T> {
  return { items: all.slice((page - 1) * pageSize, page * pageSize), total: all.length, page, pageSize };
}

/** The pattern of "contains these words" for `ILIKE`: what the client sends can use no wildcards. */
export function containing(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}
