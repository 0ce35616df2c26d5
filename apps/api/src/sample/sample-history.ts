import type { EntityManager } from 'typeorm';
import { sealedEvent, type RecordedChange } from '../audit/audit-event';
import { newId } from '../platform/records/new-id';

export interface PastChange extends RecordedChange {
  /** When it happened, as an ISO instant. */
  at: string;
  actor: string;
}

/**
 * What happened in the company's year, for the audit trail: the same events as the product writes, in the order of their
 * time. They leave no word in the outbox, since nobody waits for news of last spring.
 */
export class SampleHistory {
  private readonly changes: PastChange[] = [];

  add(...changes: PastChange[]): void {
    this.changes.push(...changes);
  }

  async write(tx: EntityManager): Promise<void> {
    const ordered = this.changes.toSorted((a, b) => a.at.localeCompare(b.at));
    const ids = ordered.map(() => newId()).toSorted();
    const events = ordered.map(({ at, actor, ...change }, index) =>
      sealedEvent(ids[index] ?? newId(), { at, actor, session: null, requestId: null }, change),
    );
    await tx.query(INSERT_EVENTS, [JSON.stringify(events)]);
  }
}

const INSERT_EVENTS = `
  WITH given AS (
    SELECT * FROM jsonb_to_recordset($1::jsonb) AS e(
      id uuid, at timestamptz, "actorId" uuid, "recordType" text, "recordId" uuid, "recordCode" text, action text,
      body text, hash text, personal jsonb)
  ), event AS (
    INSERT INTO audit_event (id, at, actor_id, record_type, record_id, record_code, action, body, hash)
    SELECT id, at, "actorId", "recordType", "recordId", "recordCode", action, body, hash FROM given
  )
  INSERT INTO audit_personal_value (event_id, pointer, person_id, salt, value)
  SELECT g.id, p.pointer, p."personId", p.salt, p.value
    FROM given g, jsonb_to_recordset(g.personal) AS p(pointer text, "personId" uuid, salt text, value text)`;
