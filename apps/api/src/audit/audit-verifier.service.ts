import { setImmediate as breathe, setTimeout as wait } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { AuditVerification } from '@sightline/contracts';
import { DataSource, type EntityManager } from 'typeorm';
import { ChainCheck, type CheckedLink } from './chain-check';

const BATCH = 2_000;
/** The sealer comes every half second; what it has not taken this long after is said to be unsealed. */
const GRACE_MS = 1_500;

type Finding = AuditVerification['findings'][number];

/** Computes every hash of the trail again, batch by batch, so that memory stays flat over millions of events (T26). */
@Injectable()
export class AuditVerifier {
  constructor(private readonly db: DataSource) {}

  async verify(): Promise<AuditVerification> {
    const suspects = await this.unsealed();
    const answer = await this.db.transaction('REPEATABLE READ', readAll);
    const forgotten = suspects.length === 0 ? [] : await this.stillUnsealed(suspects);
    const findings = [...answer.findings, ...forgotten];
    return { ...answer, findings, intact: findings.length === 0 };
  }

  /** Events older than five seconds, of transactions that ended, outside the chain. */
  private async unsealed(): Promise<string[]> {
    const rows = await this.db.query<{ id: string }[]>(UNSEALED);
    return rows.map(({ id }) => id);
  }

  /** A long transaction commits old events; the sealer gets the time to take them before anybody is alarmed. */
  private async stillUnsealed(suspects: string[]): Promise<Finding[]> {
    await wait(GRACE_MS);
    const rows = await this.db.query<{ id: string }[]>(
      'SELECT id FROM unnest($1::uuid[]) id WHERE NOT EXISTS (SELECT 1 FROM audit_chain c WHERE c.event_id = id)',
      [suspects],
    );
    return rows.map(({ id }) => ({ kind: 'unsealed-too-long', sequence: null, eventId: id }));
  }
}

async function readAll(tx: EntityManager): Promise<AuditVerification> {
  const check = new ChainCheck();
  for (let after = 0; ;) {
    const links = await tx.query<CheckedLink[]>(LINKS, [after, BATCH]);
    for (const link of links) check.take(link);
    const last = links.at(-1);
    if (!last) break;
    after = Number(last.sequence);
    await breathe();
  }
  const [counts] = await tx.query<{ events: number; at: Date }[]>(
    'SELECT count(*)::int AS events, clock_timestamp() AS at FROM audit_event',
  );
  return {
    intact: check.findings.length === 0,
    events: counts?.events ?? 0,
    sealed: check.sealed,
    head: check.head,
    findings: check.findings,
    checkedAt: (counts?.at ?? new Date()).toISOString(),
  };
}

const LINKS = `
  SELECT c.sequence, c.event_id AS "eventId", c.event_hash AS "eventHash", c.previous_hash AS "previousHash", c.hash,
         c.sealed_at AS "sealedAt", e.body, e.hash AS "storedHash", e.at, e.actor_id AS "actorId", e.session_id AS "sessionId",
         e.request_id AS "requestId", e.record_type AS "recordType", e.record_id AS "recordId",
         e.record_code AS "recordCode", e.action, p.personal
    FROM (SELECT * FROM audit_chain WHERE sequence > $1 ORDER BY sequence LIMIT $2) c
    LEFT JOIN audit_event e ON e.id = c.event_id
    LEFT JOIN LATERAL (SELECT jsonb_agg(jsonb_build_object('pointer', v.pointer, 'salt', v.salt, 'value', v.value)) AS personal
                         FROM audit_personal_value v WHERE v.event_id = c.event_id) p ON true
   ORDER BY c.sequence`;
const UNSEALED = `
  SELECT id FROM audit_event e
   WHERE at < clock_timestamp() - interval '5 seconds' AND transaction < pg_snapshot_xmin(pg_current_snapshot())
     AND NOT EXISTS (SELECT 1 FROM audit_chain c WHERE c.event_id = e.id)
   LIMIT 1000`;
