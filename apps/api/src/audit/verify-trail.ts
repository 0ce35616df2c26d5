import { setTimeout as wait } from 'node:timers/promises';
import type { AuditVerification } from '@sightline/contracts';
import { checkLinks, checkPersonalValues, type Finding, FINDINGS_MAX, type Head, type Queryable } from './chain-check';
import { CHAIN_HEAD, UNSEALED } from './chain-check.sql';
import { type BelievedCheckpoints, checkAgainstChain } from './checkpoint-check';

/** The sealer comes every half second; what it has not taken this long after is said to be unsealed. */
const GRACE_MS = 1_500;

/**
 * Computes every hash of the trail again and holds the chain against signed checkpoints, which are to be read before:
 * the chain only grows, so whatever they name must be in the chain that is read after them (T26).
 */
export async function verifyTrail(db: Queryable, signed: BelievedCheckpoints): Promise<AuditVerification> {
  const suspects = await unsealed(db);
  const head = await headOf(db);
  const { sealed, findings } = await checkLinks(db, head?.sequence ?? 0);
  const values = await checkPersonalValues(db);
  const compared = await checkAgainstChain(db, signed.checkpoints);
  const forgotten = suspects.length > 0 ? await stillUnsealed(db, suspects) : [];
  const all = [...findings, ...values, ...signed.forged, ...compared.findings, ...forgotten];
  const [counts] = await db.query<[{ events: number; at: Date }]>(
    'SELECT count(*)::int AS events, clock_timestamp() AS at FROM audit_event',
  );
  return {
    intact: all.length === 0,
    events: counts.events,
    sealed,
    head: head && { ...head, at: new Date(head.at).toISOString() },
    checkpoints: { checked: signed.checkpoints.length, last: compared.last },
    findings: all.slice(0, FINDINGS_MAX),
    checkedAt: counts.at.toISOString(),
  };
}

async function headOf(db: Queryable): Promise<Head | null> {
  const [head] = await db.query<Head[]>(CHAIN_HEAD);
  return head ?? null;
}

async function unsealed(db: Queryable): Promise<string[]> {
  const rows = await db.query<{ id: string }[]>(UNSEALED);
  return rows.map(({ id }) => id);
}

/** A long transaction commits old events; the sealer gets the time to take them before anybody is alarmed. */
async function stillUnsealed(db: Queryable, suspects: string[]): Promise<Finding[]> {
  await wait(GRACE_MS);
  const rows = await db.query<{ id: string }[]>(
    'SELECT id FROM unnest($1::uuid[]) id WHERE NOT EXISTS (SELECT 1 FROM audit_chain c WHERE c.event_id = id)',
    [suspects],
  );
  return rows.map(({ id }) => ({ kind: 'unsealed-too-long', sequence: null, eventId: id }));
}
