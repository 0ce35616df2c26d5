import type { AuditEvent, Page, SignedInUser } from '@sightline/contracts';
import { may } from '@sightline/rules';
import type { DataSource } from 'typeorm';
import { Filters } from '../platform/lists/filters';
import { containing, listOf } from '../platform/lists/list';
import { personOf } from '../platform/records/json-sql';
import { resolveReference } from '../platform/records/resolve-reference';
import { isUuid } from '../platform/problems/validators';
import type { AuditListRequest } from './audit.requests';
import { namesIn, namesOfRecords } from './named-records.query';
import { placeOf } from './personal-values';

type Row = Omit<AuditEvent, 'before' | 'after' | 'names'> & { body: string; personal: Record<string, string> };

/** One page of the trail, with the personal values that are still there put back into their places. */
export async function listOfEvents(
  db: DataSource,
  request: AuditListRequest,
  reader: SignedInUser,
): Promise<Page<AuditEvent>> {
  const actor = request.actor && (await actorOf(db, request.actor));
  const { record, action, from, to, q } = request;
  const { where, params } = new Filters()
    .given(record, (at) => (isUuid(record) ? `e.record_id = ${at}` : `e.record_code = upper(${at})`))
    .given(actor, (at) => `e.actor_id = ${at}`)
    .given(action, (at) => `(e.action = ${at} OR e.action LIKE ${at} || '.%')`)
    .given(from, (at) => `e.at >= ${at}::timestamptz`)
    .given(to, (at) => `e.at < ${at}::timestamptz`)
    .given(q && containing(q), (at) => `(e.action ILIKE ${at} OR e.record_code ILIKE ${at})`);
  const page = await listOf<Row>(db, request, {
    from: 'audit_event e',
    alias: 'e',
    item: ITEM,
    joins: 'LEFT JOIN audit_chain s ON s.event_id = e.id',
    where,
    params,
    sort: { at: 'e.at' },
    defaultSort: '-at',
  });
  const withheld = may(reader, 'audit.trace', {}) ? [] : TRACES;
  const events = page.items.map((row) => toEvent(row, withheld));
  const names = await namesOfRecords(db, events);
  return { ...page, items: events.map((event) => ({ ...event, names: namesIn(event, names) })) };
}

/** By id also somebody who was erased: what they did is still asked for. */
function actorOf(db: DataSource, reference: string): Promise<string> {
  return isUuid(reference) ? Promise.resolve(reference) : resolveReference(db, 'person', reference, '?actor');
}

const ITEM = `jsonb_build_object(
  'id', e.id,
  'at', to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
  'actor', ${personOf('e.actor_id')},
  'recordType', e.record_type, 'recordId', e.record_id, 'recordCode', e.record_code, 'action', e.action,
  'requestId', e.request_id, 'hash', e.hash, 'sequence', s.sequence, 'body', e.body,
  'personal', (SELECT coalesce(jsonb_object_agg(p.pointer, p.value), '{}') FROM audit_personal_value p WHERE p.event_id = e.id))`;

interface Content {
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
}

/** Where somebody signed in from, and with what. */
const TRACES: readonly string[] = ['/after/address', '/after/agent'];

function toEvent({ body, personal, ...row }: Row, withheld: readonly string[]): Omit<AuditEvent, 'names'> {
  const { before, after } = JSON.parse(body) as Content;
  const content: Content = { before, after };
  for (const [pointer, value] of Object.entries(personal)) {
    if (!withheld.includes(pointer)) placeOf(content, pointer)?.replace(JSON.parse(value));
  }
  return { ...row, ...content };
}
