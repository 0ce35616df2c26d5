import type { AuditVerification, TamperKind } from '@sightline/contracts';
import { sha256 } from './audit-event';
import { GENESIS, linkHash } from './chain-link';
import { commitmentTo, placeOf } from './personal-values';

/** One link of the chain with the event it points at, as the database has them. */
export interface CheckedLink {
  sequence: string;
  eventId: string;
  eventHash: string;
  previousHash: string;
  hash: string;
  sealedAt: Date;
  /** null: there is no such event any more. */
  body: string | null;
  storedHash: string | null;
  at: Date | null;
  actorId: string | null;
  sessionId: string | null;
  requestId: string | null;
  recordType: string | null;
  recordId: string | null;
  recordCode: string | null;
  action: string | null;
  personal: { pointer: string; salt: string; value: string }[] | null;
}

interface EventBody {
  id: string;
  at: string;
  actor: string | null;
  session: string | null;
  requestId: string | null;
  record: { type: string; id: string | null; code: string | null };
  action: string;
}

/** Findings beyond these say nothing new. */
const FINDINGS_MAX = 1_000;

/** Follows the chain from its first link; pure, one link at a time. */
export class ChainCheck {
  readonly findings: AuditVerification['findings'] = [];
  sealed = 0;
  head: AuditVerification['head'] = null;
  private previous = { sequence: 0, hash: GENESIS };

  take(link: CheckedLink): void {
    const sequence = Number(link.sequence);
    this.sealed += 1;
    if (sequence !== this.previous.sequence + 1) this.find('chain-gap', sequence, link.eventId);
    const follows = link.previousHash === this.previous.hash || sequence !== this.previous.sequence + 1;
    if (!follows || link.hash !== linkHash(sequence, link.previousHash, link.eventHash)) {
      this.find('chain-changed', sequence, link.eventId);
    }
    if (link.body === null) this.find('event-missing', sequence, link.eventId);
    else if (!isAsSealed(link, link.body)) this.find('event-changed', sequence, link.eventId);
    this.previous = { sequence, hash: link.hash };
    this.head = { sequence, hash: link.hash, at: link.sealedAt.toISOString() };
  }

  private find(kind: TamperKind, sequence: number, eventId: string): void {
    if (this.findings.length < FINDINGS_MAX) this.findings.push({ kind, sequence, eventId });
  }
}

/** The body has its hash, the columns beside it say the same, and the personal values are the ones committed to. */
function isAsSealed(link: CheckedLink, body: string): boolean {
  const hash = sha256(body);
  if (hash !== link.eventHash || hash !== link.storedHash) return false;
  const event = JSON.parse(body) as EventBody;
  const columns = [
    [event.id, link.eventId],
    [event.at, link.at?.toISOString()],
    [event.actor, link.actorId],
    [event.session, link.sessionId],
    [event.requestId, link.requestId],
    [event.record.type, link.recordType],
    [event.record.id, link.recordId],
    [event.record.code, link.recordCode],
    [event.action, link.action],
  ];
  if (columns.some(([said, stored]) => said !== stored)) return false;
  return (link.personal ?? []).every(({ pointer, salt, value }) => {
    const place = placeOf(event, pointer)?.value as { commitment?: string } | undefined;
    return place?.commitment === commitmentTo(salt, value);
  });
}
