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
  /** What people know the records by that `before` and `after` name with an id. */
  names: Record<string, string>;
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
  'chain-truncated',
  'chain-rewritten',
  'checkpoint-forged',
] as const;
export type TamperKind = (typeof TAMPER_KINDS)[number];

/** GET /audit/verify */
export interface AuditVerification {
  intact: boolean;
  events: number;
  sealed: number;
  head: { sequence: number; hash: string; at: string } | null;
  /** Signed checkpoints outside the database: how many were held against the chain, and the newest that agrees. */
  checkpoints: { checked: number; last: AuditCheckpoint | null };
  findings: { kind: TamperKind; sequence: number | null; eventId: string | null }[];
  checkedAt: string;
}

/** Where the chain stood, signed and written outside the database. */
export interface AuditCheckpoint {
  sequence: number;
  hash: string;
  at: string;
}

/**
 * What is wrong with the checkpoints: none was written for five minutes in which something happened (`overdue`), or the
 * chain is not the one of the last checkpoint (`contradicted`).
 */
export const CHECKPOINT_ALARMS = ['overdue', 'contradicted'] as const;
export type CheckpointAlarm = (typeof CHECKPOINT_ALARMS)[number];

/** GET /audit/checkpoint */
export interface AuditCheckpointState {
  last: AuditCheckpoint | null;
  /** Since when the oldest sealed event has waited for a checkpoint, in seconds; 0 when none waits. */
  waitingSeconds: number;
  alarm: CheckpointAlarm | null;
  /** The public key that signs, as PEM, and the fingerprint that checkpoints name it by; null when there is none. */
  key: { fingerprint: string; publicKey: string } | null;
}
