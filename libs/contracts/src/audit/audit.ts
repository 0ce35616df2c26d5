import type { PersonReference } from '../records/record';

/** One event of GET /audit. */
export interface AuditEvent {
  id: string;
  at: string;
  actor: PersonReference | null;
  recordType: string;
  recordId: string | null;
  recordCode: string | null;
  action: string;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  requestId: string | null;
  hash: string;
  /** Its place in the sealed chain; null in the second before the sealer comes by. */
  sequence: number | null;
}

export const TAMPER_KINDS = [
  'event-changed',
  'event-missing',
  'chain-changed',
  'chain-gap',
  'unsealed-too-long',
] as const;
export type TamperKind = (typeof TAMPER_KINDS)[number];

/** GET /audit/verify */
export interface AuditVerification {
  intact: boolean;
  events: number;
  sealed: number;
  head: { sequence: number; hash: string; at: string } | null;
  findings: { kind: TamperKind; sequence: number | null; eventId: string | null }[];
  checkedAt: string;
}
