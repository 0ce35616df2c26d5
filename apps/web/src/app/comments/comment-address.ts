import type { Mention } from '@sightline/contracts';
import { linkOf } from '../platform/records/link-of';

/** Where a comment is read: the page of its record, opened at it. */
export interface CommentAddress {
  link: string | readonly unknown[];
  query: Record<string, string>;
}

/** Of somebody inside; outsiders read the strategy elsewhere. */
export function addressOf(
  { id, recordType, record }: Pick<Mention, 'id' | 'recordType' | 'record'>,
  outside: boolean,
): CommentAddress {
  const query = { comment: id };
  if (recordType === 'charter') return { link: linkOf(record.code) ?? '/charters', query };
  return outside
    ? { link: '/strategy/opened', query: { ...query, version: record.name } }
    : { link: ['/strategy/versions', record.name], query };
}
