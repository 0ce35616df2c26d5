import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { requestContext } from '../platform/requests/request-context';
import { beforeCommit } from '../platform/database/transaction';
import { timeOf } from '../platform/database/transaction-facts';
import { newId } from '../platform/records/new-id';
import { sealedEvent, type RecordedChange } from './audit-event';

/**
 * Writes what happened into the transaction in which it happens: event, personal values, outbox (T22, T25). In a unit of
 * work that is done together with the commit; what is told here is put down as it is now.
 */
@Injectable()
export class AuditTrail {
  record(tx: EntityManager, change: RecordedChange): Promise<void> {
    return this.recordAll(tx, [change]);
  }

  /** Many events in one statement, for imports. */
  async recordAll(tx: EntityManager, changes: readonly RecordedChange[]): Promise<void> {
    if (changes.length === 0) return;
    const at = (await timeOf(tx)).toISOString();
    const session = requestContext()?.session;
    const circumstances = {
      at,
      actor: session?.user.id ?? null,
      session: session?.id ?? null,
      requestId: requestContext()?.requestId ?? null,
    };
    const events = changes.map((change) =>
      sealedEvent(newId(), { ...circumstances, actor: change.actor ?? circumstances.actor }, change),
    );
    const isPersonal = events.some(({ personal }) => personal.length > 0);
    await beforeCommit(tx, { ...(isPersonal ? PERSONAL_EVENTS : EVENTS), values: [JSON.stringify(events)] });
  }
}

/** One statement for all tables, because every write of the product pays for it; personal values only where there are any. */
const insertEvents = (personal: string): string => `
  WITH given AS (
    SELECT * FROM jsonb_to_recordset($1::jsonb) AS e(
      id uuid, at timestamptz, "actorId" uuid, "sessionId" uuid, "requestId" text, "recordType" text, "recordId" uuid,
      "recordCode" text, action text, body text, hash text, personal jsonb)
  ), event AS (
    INSERT INTO audit_event (id, at, actor_id, session_id, request_id, record_type, record_id, record_code, action, body, hash)
    SELECT id, at, "actorId", "sessionId", "requestId", "recordType", "recordId", "recordCode", action, body, hash FROM given
  )${personal}
  INSERT INTO outbox_event (id, at, type, record_type, record_id, payload)
  SELECT id, at, action, "recordType", "recordId", jsonb_build_object('code', "recordCode", 'actor', "actorId") FROM given`;

const EVENTS = { name: 'audit-events', text: insertEvents('') };
const PERSONAL_EVENTS = {
  name: 'audit-events-personal',
  text: insertEvents(`, personal AS (
    INSERT INTO audit_personal_value (event_id, pointer, person_id, salt, value)
    SELECT g.id, p.pointer, p."personId", p.salt, p.value
      FROM given g, jsonb_to_recordset(g.personal) AS p(pointer text, "personId" uuid, salt text, value text)
  )`),
};
